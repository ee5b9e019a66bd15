//! One source that asserts one thing twice.

use std::collections::BTreeMap;

use super::{Code, Lint};
use crate::model::{About, Archive, Claim};
use crate::trace::{Spoken, subject};

/// Pairs of claims of one source with the same subject, scope, value and attribution.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let mut alike: BTreeMap<Key<'_>, Vec<&Claim>> = BTreeMap::new();
    let mut found = Vec::new();
    for claim in archive.claims.values().filter(|claim| !is_quote(claim)) {
        let before = alike.entry(key(claim)).or_default();
        found.extend(repeated(claim, before));
        before.push(claim);
    }
    found
}

/// What two claims have in common at least if one repeats the other.
type Key<'a> = (&'a str, Spoken<'a>, [Option<&'a str>; 4], u64);

fn key(claim: &Claim) -> Key<'_> {
    let scope = &claim.scope;
    let place = scope.place.as_ref().map(|id| id.as_str());
    let population = scope.population.as_ref().map(|id| id.as_str());
    let period = scope.period.as_ref().map(|period| period.text.as_str());
    let value = claim.about.as_quantity().and_then(|quantity| quantity.stated.printed().first().copied());
    let narrowed = [place, population, period, scope.definition.as_deref()];
    // Zero has two forms, and they are equal.
    (claim.source.as_str(), subject(claim), narrowed, value.map_or(0, |value| (value + 0.0).to_bits()))
}

fn is_quote(claim: &Claim) -> bool {
    matches!(claim.about, About::Quote(_))
}

fn repeated(claim: &Claim, before: &[&Claim]) -> Option<Lint> {
    let same = |other: &&&Claim| {
        other.about == claim.about && other.scope == claim.scope && other.attribution == claim.attribution
    };
    let first = before.iter().find(same)?;
    Some(Lint {
        code: Code::RepeatedClaim,
        id: claim.id.to_string(),
        locus: Some(claim.locus.clone()),
        message: format!("{} asserts what {} asserts already", claim.id, first.id),
        help: format!("keep one of them, with the evidence of both; the first is at {}", first.locus),
    })
}
