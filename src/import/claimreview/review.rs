//! A fact check, and the records that it makes: the claim where it appeared, the proposition that it affirms, who said it, the
//! article of the check, and its rating as a judgement.

use super::own::{Held, Speaker};
use super::work::{Work, article, published, statement};
use crate::import::error::ImportError;
use crate::import::incoming::{Asserted, put};
use crate::import::json::short;
use crate::import::naming::Naming;
use crate::import::source::date;
use crate::model::{FRAGMENT_WORDS, Stance};
use crate::store::record::{
    AboutRecord, ActorRecord, AttributionRecord, ClaimRecord, EvidenceRecord, JudgedRecord, JudgementRecord,
    PropositionRecord,
};
use crate::store::{free, slug};

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
pub fn take(review: Review, naming: &mut Naming<'_>) -> Result<(), ImportError> {
    let at = review.at.clone();
    let Some(text) = review.text.clone().filter(|text| !text.trim().is_empty()) else {
        naming.incoming.unmapped(at, "a fact check", "it does not say what is claimed");
        return Ok(());
    };
    let (proposition, stance) = stance(&review, &text, naming)?;
    let attributed_to = review.claimant.as_ref().map(|speaker| actor(speaker, &at, naming)).transpose()?;
    let mut sources = Vec::new();
    for work in &review.appearances {
        sources.push(published(work, Vec::new(), naming)?);
    }
    if sources.is_empty() {
        sources.push(statement(&review, naming)?);
    }
    let mut claims = Vec::new();
    for source in &sources {
        let evidence = evidence(&review, &text, source, naming);
        if evidence.is_empty() {
            let why = "its source has a text, and where the words stand in it is not known; write the claim yourself";
            naming.incoming.unmapped(&at, format!("{source}: {}", short(&text)), why);
            continue;
        }
        let claim = claim(&text, (&proposition, stance), attributed_to.clone(), evidence);
        claims.push(assert(source, claim, review.claim.as_deref(), &at, naming)?);
    }
    let article = article(&review, sources, naming)?;
    if claims.is_empty() {
        return Ok(());
    }
    judge(&review, claims, article, naming)
}

/// The proposition, and whether it is affirmed: what the export of a graph says, or that what is claimed is affirmed.
fn stance(review: &Review, text: &str, naming: &mut Naming<'_>) -> Result<(String, Stance), ImportError> {
    let Some(held) = &review.held else { return Ok((naming.proposition(text, &review.at)?, Stance::Affirms)) };
    let id = held.proposition.clone();
    if !naming.archive.propositions.contains_key(id.as_str()) {
        let text = held.text.clone().unwrap_or_else(|| text.to_owned());
        put(&mut naming.incoming.propositions, &id, PropositionRecord { id: id.clone(), text }, &review.at)?;
    }
    Ok((id, held.stance))
}

/// The actor who claims it: one of a graph by id, any other by name.
fn actor(speaker: &Speaker, at: &str, naming: &mut Naming<'_>) -> Result<String, ImportError> {
    let Some((id, kind)) = speaker.id.clone().zip(speaker.kind) else { return naming.actor(&speaker.name, &at) };
    if !naming.archive.actors.contains_key(id.as_str()) {
        let known = ActorRecord::new(&id, &speaker.name, kind);
        let record = ActorRecord { standing: speaker.standing, ..known };
        put(&mut naming.incoming.actors, &id, record, at)?;
    }
    Ok(id)
}

/// The evidence that a graph tells, or the first words of the claim. Bytes mean nothing without a text; and where there is
/// one, words without bytes may stand anywhere in it.
fn evidence(review: &Review, text: &str, source: &str, naming: &Naming<'_>) -> Vec<EvidenceRecord> {
    let new = naming.incoming.sources.get(source).is_some_and(|(held, _)| held.text.is_some());
    let known = naming.archive.sources.get(source).is_some_and(|held| held.text.is_some());
    let words: Vec<&str> = text.split_whitespace().take(FRAGMENT_WORDS).collect();
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
    naming: &mut Naming<'_>,
) -> Result<String, ImportError> {
    let held = own.filter(|id| naming.archive.claims.contains_key(*id));
    if let Some(id) = held {
        return Ok(id.to_owned());
    }
    let shelf = &naming.incoming.claims;
    let is_same = |held: &Asserted| held.source == source && held.claim.says_the_same(&claim);
    let wanted = own.map_or_else(|| format!("{source}-{}", slug(&claim.says)), str::to_owned);
    let id = free(&wanted, |id| shelf.get(id).is_some_and(|(held, _)| !is_same(held)));
    let record = Asserted { source: source.to_owned(), claim: ClaimRecord { id: id.clone(), ..claim } };
    put(&mut naming.incoming.claims, &id, record, at)?;
    Ok(id)
}

/// The rating as a judgement of the publisher on each of the claims, which say one thing in several places.
fn judge(
    review: &Review,
    claims: Vec<String>,
    article: Option<String>,
    naming: &mut Naming<'_>,
) -> Result<(), ImportError> {
    let Some(verdict) = review.rating.clone() else {
        naming.incoming.unmapped(&review.at, "a fact check", "it has no rating, so that nothing is judged");
        return Ok(());
    };
    let Some(day) = review.article.published.as_deref().and_then(date) else {
        let why = "a judgement needs the day of the fact check, which is not given";
        naming.incoming.unmapped(&review.at, short(&verdict), why);
        return Ok(());
    };
    let by = review.article.outlet.clone().unwrap_or_else(|| "unknown".to_owned());
    let of = article.unwrap_or_else(|| slug(&by));
    for claim in claims {
        let on = vec![JudgedRecord { claim: claim.clone(), fingerprint: review.fingerprint.clone() }];
        let judgement =
            JudgementRecord { id: String::new(), on, verdict: verdict.clone(), by: by.clone(), date: day.clone() };
        let wanted = review.judgement.clone().unwrap_or_else(|| format!("rating-{}", slug(&format!("{of} {claim}"))));
        let shelf = &naming.incoming.judgements;
        let id = free(&wanted, |id| shelf.get(id).is_some_and(|(held, _)| !held.says_the_same(&judgement)));
        let record = JudgementRecord { id: id.clone(), ..judgement };
        put(&mut naming.incoming.judgements, &id, record, &review.at)?;
    }
    Ok(())
}
