//! Publications that a fact check names: where the claim appeared, and the article of the check.

use super::own::Record;
use super::review::Review;
use crate::import::error::ImportError;
use crate::import::json::short;
use crate::import::names::Kind;
use crate::import::naming::Naming;
use crate::import::source::{date, shelve};
use crate::model::SourceKind;
use crate::store::record::SourceRecord;

/// A publication, as far as a fact check tells.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub id: Option<String>,
    pub record: Record,
    pub url: Option<String>,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    pub authors: Vec<String>,
    pub at: String,
}

/// The source that a publication is. One of the same address is the same: what it leaves open is filled in.
pub fn published(work: &Work, cites: Vec<String>, naming: &mut Naming<'_>) -> Result<String, ImportError> {
    let published = dated(work.published.as_deref(), &work.at, naming);
    let source = SourceRecord {
        kind: work.record.kind.unwrap_or_default(),
        text: work.record.text.clone(),
        note: work.record.note.clone(),
        title: work.title.clone(),
        outlet: work.outlet.clone(),
        authors: work.authors.clone(),
        url: work.url.clone(),
        published,
        language: work.language.clone(),
        cites,
        ..SourceRecord::new("")
    };
    let named = work.id.clone().filter(|id| naming.names.has(Kind::Source, id));
    let known = named.or_else(|| naming.names.find(Kind::Source, work.url.as_deref()?));
    let id = match known {
        Some(id) if naming.incoming.sources.contains_key(&id) => return Ok(joined(id, source, &work.at, naming)),
        // The graph's own source says more than a fact check does; it is only held against it.
        Some(id) => shelve(Some(&id), SourceRecord { cites: Vec::new(), ..source }, &work.at, naming.incoming)?,
        None => shelve(work.id.as_deref(), source, &work.at, naming.incoming)?,
    };
    naming.names.add(Kind::Source, &id, work.url.iter());
    Ok(id)
}

/// Fills in what a source that was read leaves open; what it says otherwise is listed.
fn joined(id: String, new: SourceRecord, at: &str, naming: &mut Naming<'_>) -> String {
    let Some((held, _)) = naming.incoming.sources.get_mut(&id) else { return id };
    let fields = [
        ("title", &mut held.title, new.title),
        ("outlet", &mut held.outlet, new.outlet),
        ("published", &mut held.published, new.published),
        ("language", &mut held.language, new.language),
    ];
    let mut others = Vec::new();
    for (name, field, value) in fields {
        match (&field, value) {
            (Some(own), Some(value)) if *own != value => others.push((name, value)),
            (None, value) => *field = value,
            _ => {}
        }
    }
    if held.authors.is_empty() {
        held.authors = new.authors;
    }
    held.cites.extend(new.cites);
    held.cites.sort();
    held.cites.dedup();
    held.cites.retain(|cited| *cited != id);
    for (name, value) in others {
        naming.incoming.unmapped(format!("{at}, {name}"), short(&value), "another fact check says it otherwise");
    }
    id
}

/// A statement for a claim of which the check does not say where it was made.
pub fn statement(review: &Review, naming: &mut Naming<'_>) -> Result<String, ImportError> {
    let published = dated(review.claimed.as_deref(), &review.at, naming);
    let outlet = review.claimant.as_ref().map_or("unknown", |speaker| &speaker.name).to_owned();
    let why = "the fact check does not say where it was claimed; a statement stands for it";
    naming.incoming.assumed(&review.at, short(review.text.as_deref().unwrap_or_default()), why);
    let note = Some("The fact check does not say where this was said".to_owned());
    let source =
        SourceRecord { kind: SourceKind::Statement, outlet: Some(outlet), published, note, ..SourceRecord::new("") };
    shelve(None, source, &review.at, naming.incoming)
}

fn dated(text: Option<&str>, at: &str, naming: &mut Naming<'_>) -> Option<String> {
    let text = text?;
    let found = date(text);
    if found.is_none() {
        naming.incoming.unmapped(at, short(text), "it is no date: a year, a month or a day");
    }
    found
}

/// The source that the article of the check is. It cites where the claim was made.
pub fn article(
    review: &Review,
    mut cited: Vec<String>,
    naming: &mut Naming<'_>,
) -> Result<Option<String>, ImportError> {
    let work = &review.article;
    // A judgement of a graph is no article, unless it stands at an address.
    let is_web = work.url.as_deref().is_some_and(|url| url.starts_with("http"));
    if review.judgement.is_some() && !is_web {
        return Ok(None);
    }
    if work.url.is_none() && work.title.is_none() && work.id.is_none() {
        return Ok(None);
    }
    cited.sort();
    cited.dedup();
    // A check of itself would cite itself.
    cited.retain(|id| work.id.as_ref() != Some(id));
    published(work, cited, naming).map(Some)
}
