//! A fact check, and the records that it makes: the claim where it appeared, the proposition that it affirms, who said it, the
//! article of the check, and its rating as a judgement.

use crate::import::csv::reader::Reader;
use crate::import::error::ImportError;
use crate::import::incoming::{Asserted, put};
use crate::import::json::short;
use crate::import::names::Kind;
use crate::import::source::{bare, date, shelve};
use crate::inbox::{free, slug};
use crate::model::{SourceKind, Stance};
use crate::store::record::{
    AboutRecord, AttributionRecord, ClaimRecord, EvidenceRecord, JudgedRecord, JudgementRecord, SourceRecord,
};

/// Words of a claim that a graph keeps as its fragment.
const MOST_WORDS: usize = 8;

/// A publication, as far as a fact check tells.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub id: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    pub authors: Vec<String>,
    pub at: String,
}

/// A fact check.
#[derive(Debug, Default)]
pub struct Review {
    /// Where it stands.
    pub at: String,
    /// What is claimed.
    pub text: Option<String>,
    /// Who claims it.
    pub claimant: Option<String>,
    /// When it was claimed.
    pub claimed: Option<String>,
    /// The id of the claim, if it is one of a graph.
    pub claim: Option<String>,
    /// Where it was claimed.
    pub appearances: Vec<Work>,
    /// The article of the check.
    pub article: Work,
    /// The rating in words, or in numbers where it has none.
    pub rating: Option<String>,
    /// The id of the judgement, if it is one of a graph.
    pub judgement: Option<String>,
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
    let proposition = reader.proposition(&text, &at)?;
    let attributed_to = review.claimant.as_deref().map(|name| reader.actor(name, &at)).transpose()?;
    let mut sources = Vec::new();
    for work in &review.appearances {
        sources.push(published(work, SourceKind::Article, Vec::new(), reader)?);
    }
    if sources.is_empty() {
        sources.push(statement(&review, reader)?);
    }
    let mut claims = Vec::new();
    for source in &sources {
        let claim = claim(&text, &proposition, attributed_to.clone());
        claims.push(assert(source, claim, review.claim.as_deref(), &at, reader)?);
    }
    let article = article(&review, sources, reader)?;
    judge(&review, claims, article, reader)
}

fn claim(text: &str, proposition: &str, actor: Option<String>) -> ClaimRecord {
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    ClaimRecord {
        id: String::new(),
        says: text.to_owned(),
        about: AboutRecord::Stance {
            proposition: proposition.to_owned(),
            stance: Stance::Affirms,
            of: None,
            place: None,
            period: None,
            definition: None,
        },
        attributed_to: actor.map(AttributionRecord::Actor),
        via: Vec::new(),
        evidence: vec![EvidenceRecord { bytes: None, fragment: words.join(" ") }],
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

/// The source that a publication is. One of the same address is the same: what it leaves open is filled in.
fn published(
    work: &Work,
    kind: SourceKind,
    cites: Vec<String>,
    reader: &mut Reader<'_>,
) -> Result<String, ImportError> {
    let published = dated(work.published.as_deref(), &work.at, reader);
    let source = SourceRecord {
        kind,
        title: work.title.clone(),
        outlet: work.outlet.clone(),
        authors: work.authors.clone(),
        url: work.url.clone(),
        published,
        language: work.language.clone(),
        cites,
        ..bare("")
    };
    let named = work.id.clone().filter(|id| reader.names.has(Kind::Source, id));
    let known = named.or_else(|| reader.names.find(Kind::Source, work.url.as_deref()?));
    let id = match known {
        Some(id) if reader.incoming.sources.contains_key(&id) => return Ok(joined(id, source, &work.at, reader)),
        // The graph's own source says more than a fact check does; it is only held against it.
        Some(id) => shelve(Some(&id), SourceRecord { cites: Vec::new(), ..source }, &work.at, reader.incoming)?,
        None => shelve(work.id.as_deref(), source, &work.at, reader.incoming)?,
    };
    reader.names.add(Kind::Source, &id, work.url.iter());
    Ok(id)
}

/// Fills in what a source that was read leaves open; what it says otherwise is listed.
fn joined(id: String, new: SourceRecord, at: &str, reader: &mut Reader<'_>) -> String {
    let Some((held, _)) = reader.incoming.sources.get_mut(&id) else { return id };
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
        reader.incoming.unmapped(format!("{at}, {name}"), short(&value), "another fact check says it otherwise");
    }
    id
}

/// A statement for a claim of which the check does not say where it was made.
fn statement(review: &Review, reader: &mut Reader<'_>) -> Result<String, ImportError> {
    let published = dated(review.claimed.as_deref(), &review.at, reader);
    let outlet = review.claimant.clone().unwrap_or_else(|| "unknown".to_owned());
    let why = "the fact check does not say where it was claimed; a statement stands for it";
    reader.incoming.assumed(&review.at, short(review.text.as_deref().unwrap_or_default()), why);
    let note = Some("The fact check does not say where this was said".to_owned());
    let source = SourceRecord { kind: SourceKind::Statement, outlet: Some(outlet), published, note, ..bare("") };
    shelve(None, source, &review.at, reader.incoming)
}

fn dated(text: Option<&str>, at: &str, reader: &mut Reader<'_>) -> Option<String> {
    let text = text?;
    let found = date(text);
    if found.is_none() {
        reader.incoming.unmapped(at, short(text), "it is no date: a year, a month or a day");
    }
    found
}

/// The source that the article of the check is. It cites where the claim was made.
fn article(review: &Review, mut cited: Vec<String>, reader: &mut Reader<'_>) -> Result<Option<String>, ImportError> {
    let work = &review.article;
    if work.url.is_none() && work.title.is_none() && work.id.is_none() {
        return Ok(None);
    }
    cited.sort();
    cited.dedup();
    // A check of itself would cite itself.
    cited.retain(|id| work.id.as_ref() != Some(id));
    published(work, SourceKind::Article, cited, reader).map(Some)
}

/// The rating as a judgement of the publisher on the claims.
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
    let on = claims.iter().map(|claim| JudgedRecord { claim: claim.clone(), fingerprint: None }).collect();
    let of = article.unwrap_or_else(|| slug(&by));
    let first = claims.first().map_or("", String::as_str);
    let judgement = JudgementRecord { id: String::new(), on, verdict, by, date: day };
    let same = |held: &JudgementRecord| JudgementRecord { id: String::new(), ..held.clone() } == judgement;
    let wanted = review.judgement.clone().unwrap_or_else(|| format!("rating-{}", slug(&format!("{of} {first}"))));
    let shelf = &reader.incoming.judgements;
    let id = free(&wanted, |id| shelf.get(id).is_some_and(|(held, _)| !same(held)));
    let record = JudgementRecord { id: id.clone(), ..judgement };
    put(&mut reader.incoming.judgements, &id, record, &review.at)
}
