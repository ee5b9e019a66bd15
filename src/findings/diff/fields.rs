//! The fields of a claim in words.

use super::field::Fields;
use crate::compare::{stated_text, value_text};
use crate::model::{About, Archive, Attribution, Claim, Evidence, Period, Subject, Via};

/// One thing.
pub(super) fn one(text: impl ToString) -> Vec<String> {
    vec![text.to_string()]
}

/// One thing, or nothing.
pub(super) fn maybe<T: ToString>(text: Option<&T>) -> Vec<String> {
    text.map(ToString::to_string).into_iter().collect()
}

/// A list.
pub(super) fn all<'a, T: ToString + 'a>(texts: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    texts.into_iter().map(ToString::to_string).collect()
}

/// The fields of a claim, where it is written left out.
pub(super) fn claim(archive: &Archive, claim: &Claim) -> Fields {
    let period = period(claim);
    vec![
        ("source", one(&claim.source)),
        ("says", one(&claim.says)),
        ("kind", one(claim.about.kind())),
        ("measure", maybe(claim.about.measure())),
        ("about", about(&claim.about)),
        ("value", one(value(archive, claim))),
        ("hedge", range(&claim.about)),
        ("occasion", occasion(&claim.about)),
        ("population", maybe(claim.scope.population.as_ref())),
        ("place", maybe(claim.scope.place.as_ref())),
        ("period", maybe(period)),
        ("hangs_on", period.and_then(|period| period.form.event()).map(one).unwrap_or_default()),
        ("definition", maybe(claim.scope.definition.as_ref())),
        ("attributed_to", attribution(&claim.attribution)),
        ("via", claim.via.iter().map(via).collect()),
        ("inferred", all(&claim.inferred)),
        ("method", claim.method.map(|method| one(method.word())).unwrap_or_default()),
        ("conversion_of", maybe(claim.conversion_of.as_ref())),
        ("supersedes", all(&claim.supersedes)),
        ("evidence", claim.evidence.iter().map(evidence).collect()),
        ("note", maybe(claim.note.as_ref())),
    ]
}

/// Whether two claims are the same, whatever records that they name have become. The fingerprint covers all but notes, and
/// evidence that has moved in a changed text.
pub(super) fn is_same(a: &Claim, b: &Claim) -> bool {
    let places = |claim: &Claim| claim.evidence.iter().map(|evidence| evidence.bytes).collect::<Vec<_>>();
    a.fingerprint == b.fingerprint && a.note == b.note && places(a) == places(b)
}

fn period(claim: &Claim) -> Option<&Period> {
    match &claim.about {
        About::Date(date) => Some(&date.when),
        _ => claim.scope.period.as_ref(),
    }
}

fn about(about: &About) -> Vec<String> {
    match about {
        About::Quantity(_) => Vec::new(),
        About::Date(date) => one(&date.event),
        About::Rank(rank) => match &rank.subject {
            Subject::Place(id) => one(id),
            Subject::Population(id) => one(id),
        },
        About::Stance(stance) => one(&stance.proposition),
        About::Quote(quote) => vec![quote.speaker.to_string(), quote.passage.clone()],
    }
}

fn value(archive: &Archive, claim: &Claim) -> String {
    claim.about.as_quantity().map_or_else(|| value_text(archive, claim), stated_text)
}

/// The kind of a range, since ranges of all kinds read alike; the words of a single figure have its hedge.
fn range(about: &About) -> Vec<String> {
    let ranged = about.as_quantity().filter(|quantity| quantity.stated.single().is_none());
    ranged.map(|quantity| one(quantity.stated.hedge_name())).unwrap_or_default()
}

fn occasion(about: &About) -> Vec<String> {
    if let About::Quote(quote) = about { maybe(quote.occasion.as_ref()) } else { Vec::new() }
}

/// Nothing, if the source says it in its own voice.
fn attribution(attribution: &Attribution) -> Vec<String> {
    match attribution {
        Attribution::OwnVoice => Vec::new(),
        Attribution::Actors(ids) => ids.iter().map(ToString::to_string).collect(),
        Attribution::Unnamed(words) => one(format!("“{words}”")),
    }
}

fn via(via: &Via) -> String {
    match via {
        Via::Source(id) => id.to_string(),
        Via::Claim(id) => id.to_string(),
        Via::Named(name) => format!("“{name}”"),
    }
}

fn evidence(evidence: &Evidence) -> String {
    let bytes = evidence.bytes.map_or_else(String::new, |(start, end)| format!(" ({start} to {end})"));
    if evidence.fragment.is_empty() {
        bytes.trim_start().to_owned()
    } else {
        format!("“{}”{bytes}", evidence.fragment)
    }
}
