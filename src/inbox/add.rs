//! Texts into the inbox: a file of candidates for each.

use super::draft::{Drafter, Text};
use super::error::InboxError;
use super::identity::{Identity, identify, new_id, source};
use super::left_out::LeftOut;
use super::reread::reread;
use crate::check::check;
use crate::readers::Document;
use crate::store::record::{InboxFile, ReadRecord};
use crate::store::{Change, Held, change, sha256};

/// A text that is to be added.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The document, with all that is known of it.
    pub document: Document,
    /// The bytes of its file.
    pub raw: Vec<u8>,
    /// Which of the file's documents it is, from 0.
    pub number: usize,
    /// The id that its source is to have.
    pub id: Option<String>,
}

/// What has become of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Id of its source.
    pub source: String,
    /// Its file, as it was named.
    pub file: String,
    /// What was done.
    pub outcome: Outcome,
}

/// What was done with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its candidates wait in the inbox.
    Waiting {
        /// How many they are.
        candidates: usize,
        /// How many of them are at odds with a claim or with another candidate.
        at_odds: usize,
        /// Whether it is known when the text was published, by which its "Saturday" and "March" are reckoned.
        dated: bool,
        /// Figures and dates that the graph has no place for.
        left_out: Vec<LeftOut>,
    },
    /// It was there already.
    Same,
    /// The source is there, and its text was another; nothing was done.
    Changed,
}

/// Adds texts to the inbox of the graph in `dir`, each compared with the others, with the graph and with what waits already.
///
/// # Errors
/// If the graph cannot be changed, or an id is taken or none.
pub fn add(dir: &std::path::Path, texts: &[Incoming]) -> Result<Vec<Added>, InboxError> {
    change(dir, |held, change| {
        let mut done = Vec::new();
        let mut new: Vec<(String, &Incoming)> = Vec::new();
        for text in texts {
            let told = |source: String, outcome| Added { source, file: text.document.file.clone(), outcome };
            let given: Vec<String> = new.iter().map(|(id, _)| id.clone()).collect();
            let twice = new.iter().find(|(_, other)| other.raw == text.raw && other.number == text.number);
            match (identify(held, text), twice) {
                (Identity::Same(id), _) => done.push(told(id, Outcome::Same)),
                (Identity::Changed(id), _) => done.push(told(id, Outcome::Changed)),
                (_, Some((id, _))) => done.push(told(id.clone(), Outcome::Same)),
                (Identity::Known(id), None) => new.push((id, text)),
                (Identity::New, None) => new.push((new_id(held, text, &given)?, text)),
            }
        }
        done.extend(draft(held, &new, change)?);
        Ok(done)
    })
}

fn draft(held: &Held, new: &[(String, &Incoming)], change: &mut Change<'_>) -> Result<Vec<Added>, InboxError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut documents: Vec<Document> = new.iter().map(|(_, text)| text.document.clone()).collect();
    let again = held.inbox.iter().enumerate().filter(|(_, file)| file.candidates.iter().any(|one| one.state.is_open()));
    let (waiting, old): (Vec<usize>, Vec<Document>) =
        again.filter_map(|(place, file)| Some((place, reread(file)?))).unzip();
    documents.extend(old);
    let checked = check(&documents, Some(&held.archive), &|_| {});
    let mut drafter = Drafter::new(held, &checked, new.len(), &waiting);
    let mut done = Vec::new();
    for (number, (id, text)) in new.iter().enumerate() {
        let own = Text { document: &text.document, raw: &text.raw, source: id, held: evidence(held, id) };
        let drafted = drafter.draft(number, &own);
        let (proposed, near) = drafter.pool.named_by(drafted.candidates.iter().map(|one| &one.claim));
        let at_odds = drafted.candidates.iter().filter(|one| !one.against.is_empty()).count();
        let (candidates, dated) = (drafted.candidates.len(), text.document.date.is_some());
        let outcome = Outcome::Waiting { candidates, at_odds, dated, left_out: drafted.left_out };
        let file = text.document.file.clone();
        let read = ReadRecord { file: file.clone(), sha256: sha256(&text.raw), document: text.number };
        let candidates = drafted.candidates;
        change.inbox(&InboxFile { source: source(text, id), read, proposed, near, candidates })?;
        done.push(Added { source: id.clone(), file, outcome });
    }
    Ok(done)
}

/// Where the graph has evidence in the text of a source.
fn evidence(held: &Held, source: &str) -> Vec<(usize, usize)> {
    let claims = held.archive.claims.values().filter(|claim| claim.source.as_str() == source);
    claims.flat_map(|claim| claim.evidence.iter().filter_map(|evidence| evidence.bytes)).collect()
}
