//! One source that asserts one thing twice.

use std::collections::BTreeMap;

use super::{Code, Lint};
use crate::model::{About, Archive, Attribution, Claim};
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

/// What two claims have in common if one repeats the other. Whatever a text may have very many of is among it, so that each claim is
/// held against few others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    source: &'a str,
    spoken: Spoken<'a>,
    scope: [Option<&'a str>; 4],
    /// Its figures, or places in an order.
    figures: Vec<u64>,
    when: Option<&'a str>,
    attribution: &'a Attribution,
}

fn key(claim: &Claim) -> Key<'_> {
    let scope = &claim.scope;
    let place = scope.place.as_ref().map(|id| id.as_str());
    let population = scope.population.as_ref().map(|id| id.as_str());
    let period = scope.period.as_ref().map(|period| period.text.as_str());
    // Zero has two forms, and they are equal.
    let bits = |figure: f64| (figure + 0.0).to_bits();
    let (figures, when) = match &claim.about {
        About::Quantity(quantity) => (quantity.stated.printed().into_iter().map(bits).collect(), None),
        About::Rank(rank) => (vec![rank.rank.into(), rank.to.into()], None),
        About::Date(date) => (Vec::new(), Some(date.when.text.as_str())),
        About::Stance(_) | About::Quote(_) => (Vec::new(), None),
    };
    let scope = [place, population, period, scope.definition.as_deref()];
    Key { source: claim.source.as_str(), spoken: subject(claim), scope, figures, when, attribution: &claim.attribution }
}

fn is_quote(claim: &Claim) -> bool {
    matches!(claim.about, About::Quote(_))
}

fn repeated(claim: &Claim, before: &[&Claim]) -> Option<Lint> {
    let same = |other: &&&Claim| other.about == claim.about && other.scope == claim.scope;
    let first = before.iter().find(same)?;
    Some(Lint {
        code: Code::RepeatedClaim,
        id: claim.id.to_string(),
        locus: Some(claim.locus.clone()),
        message: format!("{} asserts what {} asserts already", claim.id, first.id),
        help: format!("keep one of them, with the evidence of both; the first is at {}", first.locus),
    })
}
