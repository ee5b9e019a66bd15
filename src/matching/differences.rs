//! What sets two claims of one matter apart that are hardly of one thing: the likeliest reasons, as their words tell them.

use super::circumstances::share_a_place;
use super::corpus::Entry;
use super::likeness::is_general;
use super::rungs::modified_apart;
use crate::compare::Reason;

/// How many bytes apart a part and its whole may stand in one text.
const NEAR: usize = 300;

/// The reasons, in the order of the ladder; that they are defined differently if nothing else is told.
pub fn differences(a: &Entry, b: &Entry) -> Vec<Reason> {
    let told = [
        (Reason::Definition, a.claim.definition.differs(b.claim.definition)),
        (Reason::Place, is_elsewhere(a, b)),
        (Reason::Population, is_of_others(a, b)),
        (Reason::Period, is_at_another_time(a, b)),
        (Reason::PartOfWhole, is_a_part(a, b)),
    ];
    let mut all: Vec<Reason> = told.into_iter().filter(|(_, is)| *is).map(|(reason, _)| reason).collect();
    if all.is_empty() {
        all.push(Reason::Definition);
    }
    all
}

fn is_elsewhere(a: &Entry, b: &Entry) -> bool {
    let named = |entry: &Entry| !entry.claim.places.is_empty();
    !share_a_place(a, b) && (a.claim.whole != b.claim.whole || named(a) && named(b))
}

fn is_of_others(a: &Entry, b: &Entry) -> bool {
    let heads = a.claim.head.zip(b.claim.head);
    let other = heads.is_some_and(|(one, other)| one.key != other.key && !is_general(&one) && !is_general(&other));
    other || modified_apart(a, b)
}

fn is_at_another_time(a: &Entry, b: &Entry) -> bool {
    let days = |entry: &Entry| entry.claim.when.as_ref().map(|when| (when.first, when.last));
    let apart = days(a).zip(days(b)).is_some_and(|(one, other)| one != other);
    apart || a.claim.change() != b.claim.change()
}

fn is_a_part(a: &Entry, b: &Entry) -> bool {
    let beside = a.text == b.text && a.claim.mention.span.start.abs_diff(b.claim.mention.span.start) <= NEAR;
    let counts = a.claim.head.is_some() && b.claim.head.is_some();
    a.claim.part != b.claim.part || beside && counts
}
