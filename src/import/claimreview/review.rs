//! A fact check, and the records that it makes: the claim where it appeared, the proposition that it affirms, who said it, the
//! article of the check, and its rating as a judgement.

use super::own::{Held, Speaker};
use super::work::{Work, article, published, statement};
use crate::import::csv::reader::Reader;
use crate::import::error::ImportError;
use crate::import::incoming::{Asserted, put};
use crate::import::json::short;
use crate::import::source::date;
use crate::inbox::{free, slug};
use crate::model::Stance;
use crate::store::record::{
    AboutRecord, ActorRecord, AttributionRecord, ClaimRecord, EvidenceRecord, JudgedRecord, JudgementRecord,
    PropositionRecord,
};

/// Words of a claim that a graph keeps as its fragment.
const MOST_WORDS: usize = 8;

/// A fact check.
#[derive(Debug, Default)]
pub struct Review {
    /// Where it stands.
    pub at: String,
    /// What is claimed.
    pub text: Option<String>,
    /// Who claims it.
    pub claimant: Option<Speaker>,
    /// When it was claimed.
    pub claimed: Option<String>,
    /// The id of the claim, if it is one of a graph.
    pub claim: Option<String>,
    /// What it affirms or denies, where a graph tells; else it affirms what it says.
    pub held: Option<Held>,
    /// Its evidence, where a graph tells.
    pub evidence: Vec<EvidenceRecord>,
    /// Where it was claimed.
    pub appearances: Vec<Work>,
    /// The article of the check.
    pub article: Work,
    /// The rating in words, or in numbers where it has none.
    pub rating: Option<String>,
    /// The id of the judgement, if it is one of a graph.
    pub judgement: Option<String>,
    /// The fingerprint of the claim when it was judged, where a graph tells.
    pub fingerprint: Option<String>,
}

/// Makes records of a fact check.
///
/// # Errors
/// If an id is taken by another record.
pub fn take(review: Review, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let at = review.at.clone();
    let Some(text) = review.text.clone().filter(|text| !text.trim().is_empty()) else {
        reader.incoming.unmapped(at, "a fact check", "it does not say what is claimed");
        return Ok(());
    };
    let (proposition, stance) = stance(&review, &text, reader)?;
    let attributed_to = review.claimant.as_ref().map(|speaker| actor(speaker, &at, reader)).transpose()?;
    let mut sources = Vec::new();
    for work in &review.appearances {
        sources.push(published(work, Vec::new(), reader)?);
    }
    if sources.is_empty() {
        sources.push(statement(&review, reader)?);
    }
    let mut claims = Vec::new();
    for source in &sources {
        let evidence = evidence(&review, &text, source, reader);
        if evidence.is_empty() {
            let why = "its source has a text, and where the words stand in it is not known; write the claim yourself";
            reader.incoming.unmapped(&at, format!("{source}: {}", short(&text)), why);
            continue;
        }
        let claim = claim(&text, (&proposition, stance), attributed_to.clone(), evidence);
        claims.push(assert(source, claim, review.claim.as_deref(), &at, reader)?);
    }
    let article = article(&review, sources, reader)?;
    if claims.is_empty() {
        return Ok(());
    }
    judge(&review, claims, article, reader)
}

/// The proposition, and whether it is affirmed: what the export of a graph says, or that what is claimed is affirmed.
fn stance(review: &Review, text: &str, reader: &mut Reader<'_>) -> Result<(String, Stance), ImportError> {
    let Some(held) = &review.held else { return Ok((reader.proposition(text, &review.at)?, Stance::Affirms)) };
    let id = held.proposition.clone();
    if !reader.archive.propositions.contains_key(id.as_str()) {
        let text = held.text.clone().unwrap_or_else(|| text.to_owned());
        put(&mut reader.incoming.propositions, &id, PropositionRecord { id: id.clone(), text }, &review.at)?;
    }
    Ok((id, held.stance))
}

/// The actor who claims it: one of a graph by id, any other by name.
fn actor(speaker: &Speaker, at: &str, reader: &mut Reader<'_>) -> Result<String, ImportError> {
    let Some((id, kind)) = speaker.id.clone().zip(speaker.kind) else { return reader.actor(&speaker.name, &at) };
    if !reader.archive.actors.contains_key(id.as_str()) {
        let known = ActorRecord::new(&id, &speaker.name, kind);
        let record = ActorRecord { standing: speaker.standing, ..known };
        put(&mut reader.incoming.actors, &id, record, at)?;
    }
    Ok(id)
}

/// The evidence that a graph tells, or the first words of the claim. Bytes mean nothing without a text; and where there is
/// one, words without bytes may stand anywhere in it.
fn evidence(review: &Review, text: &str, source: &str, reader: &Reader<'_>) -> Vec<EvidenceRecord> {
    let new = reader.incoming.sources.get(source).is_some_and(|(held, _)| held.text.is_some());
    let known = reader.archive.sources.get(source).is_some_and(|held| held.text.is_some());
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    let first = || vec![EvidenceRecord { bytes: None, fragment: words.join(" ") }];
    let mut evidence = if review.evidence.is_empty() { first() } else { review.evidence.clone() };
    if new || known {
        evidence.retain(|own| own.bytes.is_some());
    } else {
        evidence.iter_mut().for_each(|own| own.bytes = None);
    }
    evidence
}

fn claim(
    text: &str,
    (proposition, stance): (&str, Stance),
    actor: Option<String>,
    evidence: Vec<EvidenceRecord>,
) -> ClaimRecord {
    ClaimRecord {
        id: String::new(),
        says: text.to_owned(),
        about: AboutRecord::Stance {
            proposition: proposition.to_owned(),
            stance,
            of: None,
            place: None,
            period: None,
            definition: None,
        },
        attributed_to: actor.map(AttributionRecord::Actor),
        via: Vec::new(),
        evidence,
        inferred: Vec::new(),
        conversion_of: None,
        supersedes: Vec::new(),
        method: None,
        note: None,
    }
}

/// The id of the claim of a source: its own, or one that is made of its words and is the same for the same words.
fn assert(
    source: &str,
    claim: ClaimRecord,
    own: Option<&str>,
    at: &str,
    reader: &mut Reader<'_>,
) -> Result<String, ImportError> {
    let held = own.filter(|id| reader.archive.claims.contains_key(*id));
    if let Some(id) = held {
        return Ok(id.to_owned());
    }
    let shelf = &reader.incoming.claims;
    let is_same =
        |held: &Asserted| held.source == source && ClaimRecord { id: String::new(), ..held.claim.clone() } == claim;
    let wanted = own.map_or_else(|| format!("{source}-{}", slug(&claim.says)), str::to_owned);
    let id = free(&wanted, |id| shelf.get(id).is_some_and(|(held, _)| !is_same(held)));
    let record = Asserted { source: source.to_owned(), claim: ClaimRecord { id: id.clone(), ..claim } };
    put(&mut reader.incoming.claims, &id, record, at)?;
    Ok(id)
}

/// The rating as a judgement of the publisher on each of the claims, which say one thing in several places.
fn judge(
    review: &Review,
    claims: Vec<String>,
    article: Option<String>,
    reader: &mut Reader<'_>,
) -> Result<(), ImportError> {
    let Some(verdict) = review.rating.clone() else {
        reader.incoming.unmapped(&review.at, "a fact check", "it has no rating, so that nothing is judged");
        return Ok(());
    };
    let Some(day) = review.article.published.as_deref().and_then(date) else {
        let why = "a judgement needs the day of the fact check, which is not given";
        reader.incoming.unmapped(&review.at, short(&verdict), why);
        return Ok(());
    };
    let by = review.article.outlet.clone().unwrap_or_else(|| "unknown".to_owned());
    let of = article.unwrap_or_else(|| slug(&by));
    for claim in claims {
        let on = vec![JudgedRecord { claim: claim.clone(), fingerprint: review.fingerprint.clone() }];
        let judgement =
            JudgementRecord { id: String::new(), on, verdict: verdict.clone(), by: by.clone(), date: day.clone() };
        let same = |held: &JudgementRecord| JudgementRecord { id: String::new(), ..held.clone() } == judgement;
        let wanted = review.judgement.clone().unwrap_or_else(|| format!("rating-{}", slug(&format!("{of} {claim}"))));
        let shelf = &reader.incoming.judgements;
        let id = free(&wanted, |id| shelf.get(id).is_some_and(|(held, _)| !same(held)));
        let record = JudgementRecord { id: id.clone(), ..judgement };
        put(&mut reader.incoming.judgements, &id, record, &review.at)?;
    }
    Ok(())
}
