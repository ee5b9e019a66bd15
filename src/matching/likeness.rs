//! How likely two claims speak of the same thing: shared terms by their rarity, what is counted, what happens to it.

use super::corpus::{Corpus, Entry};
use super::weights::WEIGHTS;
use crate::extract::claim::{Said, Sort, Term};
use crate::quantity::unit;

/// What speaks for two claims being of the same thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// The sum of all signs; 1 or more is as good as the same words.
    pub score: f64,
    /// Whether it is enough to hold them side by side.
    pub enough: bool,
}

/// The likeness of two claims; none if their values are of two kinds.
pub fn likeness(corpus: &Corpus, a: &Entry, b: &Entry) -> Option<Likeness> {
    if !same_kind(&a.claim.said, &b.claim.said) {
        return None;
    }
    let weights = &*WEIGHTS;
    let score = weights.terms * corpus.cosine(a, b) + heads(a, b) + events(a, b);
    let least = match () {
        () if a.claim.is_temporal() || b.claim.is_temporal() => weights.least_time,
        () if a.text == b.text => weights.least_within,
        () => weights.least,
    };
    Some(Likeness { score, enough: score >= least })
}

/// Whether two values can be held against each other.
fn same_kind(a: &Said, b: &Said) -> bool {
    match (a, b) {
        (Said::Figure { unit: a, .. }, Said::Figure { unit: b, .. }) => dimension(a) == dimension(b),
        (Said::Days { .. }, Said::Days { .. }) | (Said::Clock(_), Said::Clock(_)) | (Said::Rank(_), Said::Rank(_)) => {
            true
        }
        _ => false,
    }
}

/// What a unit measures; a unit that the table has not is a dimension of its own.
pub fn dimension(name: &str) -> &str {
    unit(name).map_or(name, |unit| unit.dimension.as_str())
}

fn heads(a: &Entry, b: &Entry) -> f64 {
    let weights = &*WEIGHTS;
    match (&a.claim.head, &b.claim.head) {
        (Some(one), Some(other)) if one.key == other.key => weights.head_same,
        (Some(one), Some(other)) if is_general(one) || is_general(other) => weights.head_general,
        (Some(_), Some(_)) => weights.head_other,
        _ => weights.head_open,
    }
}

/// A word for people that does not say which.
pub fn is_general(head: &Term) -> bool {
    head.sort() == Some(Sort::Person)
}

fn events(a: &Entry, b: &Entry) -> f64 {
    let weights = &*WEIGHTS;
    match (a.claim.event, b.claim.event) {
        (Some(one), Some(other)) if one == other => weights.event_same,
        (Some(_), Some(_)) => weights.event_other,
        (None, None) => 0.0,
        _ => weights.event_one,
    }
}
