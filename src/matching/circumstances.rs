//! Signs of where, when and on whose word two claims are, and how they stand to each other in a text.

use super::corpus::Entry;
use super::sign::{Sign, Signs};
use crate::extract::claims::{Candidate, Term, When};

/// How many bytes apart two claims of one text are half as near as beside each other.
const HALF_AS_NEAR: f64 = 150.0;
/// How near a name must stand to be one of the claim itself.
const NEAR: f64 = 0.35;

/// Sets these signs.
pub fn circumstances(a: &Entry, b: &Entry, signs: &mut Signs) {
    for sign in [places(a, b), times(a, b), names(a, b), limits(a, b)] {
        signs.add(sign);
    }
    let speakers = a.claim.speaker.as_ref().zip(b.claim.speaker.as_ref());
    signs.add(speakers.is_some_and(|(one, other)| one.name == other.name).then_some(Sign::SpeakerSame));
    signs.add(a.claim.definition.differs(b.claim.definition).then_some(Sign::DefinitionOther));
    signs.add((a.claim.denied != b.claim.denied).then_some(Sign::DeniedOther));
    if a.text == b.text && a.known.is_none() && b.known.is_none() {
        let apart = a.claim.mention.span.start.abs_diff(b.claim.mention.span.start) as f64;
        signs.set(Sign::Beside, HALF_AS_NEAR / (HALF_AS_NEAR + apart));
        signs.add((a.claim.sentence == b.claim.sentence).then_some(Sign::SameSentence));
    }
}

/// Whether both name a place that the other names, too.
pub fn share_a_place(a: &Entry, b: &Entry) -> bool {
    let named = |one: &Term, other: &Entry| {
        other.claim.places.iter().any(|place| place.key == one.key)
            || other.claim.terms.iter().any(|term| term.term.key == one.key)
    };
    a.claim.places.iter().any(|place| named(place, b)) || b.claim.places.iter().any(|place| named(place, a))
}

fn places(a: &Entry, b: &Entry) -> Option<Sign> {
    match (a.claim.places.is_empty(), b.claim.places.is_empty()) {
        (true, true) => None,
        (false, false) if share_a_place(a, b) => Some(Sign::PlaceSame),
        (false, false) => Some(Sign::PlaceApart),
        _ => Some(Sign::PlaceOne),
    }
}

fn times(a: &Entry, b: &Entry) -> Option<Sign> {
    match (near_time(a), near_time(b)) {
        (None, None) => None,
        (Some(one), Some(other)) if are_apart(one, other) => Some(Sign::WhenApart),
        (Some(_), Some(_)) => Some(Sign::WhenSame),
        _ => Some(Sign::WhenOne),
    }
}

/// The days in the claim's own part of the sentence.
pub fn near_time(entry: &Entry) -> Option<&When> {
    entry.claim.when.as_ref().filter(|when| when.near)
}

/// Whether one time ends before the other begins.
pub fn are_apart(one: &When, other: &When) -> bool {
    let before = |one: &When, other: &When| one.last.zip(other.first).is_some_and(|(end, start)| end < start);
    before(one, other) || before(other, one)
}

fn names(a: &Entry, b: &Entry) -> Option<Sign> {
    let apart = !a.names.is_empty() && !b.names.is_empty() && !a.names.iter().any(|one| b.names.contains(one));
    apart.then_some(Sign::NamesOther)
}

/// The names that stand near enough to a figure to be of the claim itself.
pub fn near_names(claim: &Candidate) -> Vec<u64> {
    let near = claim.terms.iter().filter(|one| one.term.name && one.weight >= NEAR);
    near.map(|one| one.term.key).collect()
}

fn limits(a: &Entry, b: &Entry) -> Option<Sign> {
    match (a.claim.limit, b.claim.limit) {
        (true, true) => Some(Sign::LimitBoth),
        (false, false) => None,
        _ => Some(Sign::LimitOther),
    }
}
