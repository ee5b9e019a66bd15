//! The rungs of the ladder for two claims of texts.

use super::circumstances::share_a_place;
use super::corpus::Entry;
use super::likeness::{is_general, is_reckoned};
use super::periods::{is_of_its_day, period};
use super::values::Held;
use crate::compare::{Condition, Leaning, Outcome, Rung, RungResult, Side};
use crate::extract::claims::Sort;
use crate::model::{Aspect, Basis, Grounding};

/// The basis of a claim, as far as its unit tells.
pub fn basis(entry: &Entry) -> Option<Basis> {
    entry.figure.as_ref().map(|figure| match figure.dimension.as_str() {
        "share" => Basis::Share,
        "time" => Basis::Duration,
        _ => Basis::Flow,
    })
}

/// Every rung of two claims, with the words that `told` gives it; `one_thing` if they are known to be of one.
pub fn climb(
    a: &Entry,
    b: &Entry,
    held: &Held,
    one_thing: bool,
    told: impl Fn(RungResult, &Entry, &Entry) -> RungResult,
) -> Vec<RungResult> {
    let values = match held.leaning {
        Leaning::Agree => Outcome::Same,
        Leaning::Explained(_) | Leaning::Strained => Outcome::Overlaps,
        Leaning::Clash | Leaning::None => Outcome::Apart,
    };
    let plain = |rung, outcome| RungResult::plain(rung, None, None, outcome);
    let scope = [place(a, b), population(a, b), period(a, b)].map(|rung| if one_thing { presumed(rung) } else { rung });
    let scope = scope.map(|rung| told(rung, a, b));
    let defined = a.claim.definition.accounts(b.claim.definition) && !one_thing;
    let mut rungs = vec![plain(Rung::Measure, Outcome::Same)];
    rungs.push(plain(Rung::Definition, if defined { Outcome::Unstated } else { Outcome::Unspoken }));
    rungs.extend(scope);
    rungs.push(told(plain(Rung::Values, values), a, b));
    rungs
}

/// Two texts with one figure for the same thing, or with one passage, are read as speaking of one place and time, whatever else they name.
fn presumed(rung: RungResult) -> RungResult {
    match rung.outcome {
        Outcome::Apart | Outcome::Inside => RungResult { outcome: Outcome::Unstated, part: None, ..rung },
        _ => rung,
    }
}

/// The rung with what each side says there, and what hangs on a side that says nothing.
pub fn with_words(mut rung: RungResult, a: &Entry, b: &Entry) -> RungResult {
    if rung.rung == Rung::Values {
        rung.conditions = [a, b].into_iter().filter(|entry| entry.claim.borrows_year).map(borrowed).collect();
        return rung;
    }
    let of_its_day = rung.rung == Rung::Period && is_of_its_day(a, b);
    let word = |entry: &Entry| match rung.rung {
        Rung::Place => entry.claim.place.clone(),
        Rung::Period if of_its_day => entry.date.map(|day| format!("as of {day}")),
        Rung::Period => entry.claim.period.clone(),
        _ => entry.claim.counted.clone(),
    };
    (rung.a, rung.b) = (word(a), word(b));
    let field = if rung.rung == Rung::Place { Aspect::Place } else { Aspect::Period };
    if rung.outcome == Outcome::Unstated && rung.rung != Rung::Population {
        rung.conditions = [(a, &rung.a), (b, &rung.b)]
            .iter()
            .filter(|(_, word)| word.is_none())
            .map(|(entry, _)| open(entry, field))
            .collect();
    }
    rung
}

fn open(entry: &Entry, field: Aspect) -> Condition {
    let claim = entry.id();
    let text = format!("if {}, which names no {field}, means the same", entry.label);
    Condition { claim, field, state: Grounding::Unstated, text }
}

/// A day without a year hangs on the one that was taken for it.
fn borrowed(entry: &Entry) -> Condition {
    let text = format!("if {}, which names a day without a year, means that of the nearest year it names", entry.label);
    Condition { claim: entry.id(), field: Aspect::When, state: Grounding::Inferred, text }
}

pub fn inside(rung: Rung, part: Side) -> RungResult {
    RungResult { part: Some(part), ..RungResult::plain(rung, None, None, Outcome::Inside) }
}

/// Places named in the sentences: apart if both name one and no name is common to them.
fn place(a: &Entry, b: &Entry) -> RungResult {
    if a.claim.whole != b.claim.whole && !share_a_place(a, b) {
        return inside(Rung::Place, if a.claim.whole { Side::B } else { Side::A });
    }
    let (some, others) = (!a.claim.places.is_empty(), !b.claim.places.is_empty());
    let outcome = match (some, others) {
        (true, true) if share_a_place(a, b) => Outcome::Same,
        // When something was, a text says with whatever place it likes.
        (true, true) if a.claim.is_temporal() => Outcome::Unstated,
        (true, true) => Outcome::Apart,
        (false, false) => Outcome::Unspoken,
        _ => Outcome::Unstated,
    };
    RungResult::plain(Rung::Place, None, None, outcome)
}

/// Who is counted: other people, a part of them, or the same.
fn population(a: &Entry, b: &Entry) -> RungResult {
    if modified_apart(a, b) && !is_reckoned(a, b) {
        return RungResult::plain(Rung::Population, None, None, Outcome::Apart);
    }
    if a.claim.part != b.claim.part && !is_reckoned(a, b) {
        return inside(Rung::Population, if a.claim.part { Side::A } else { Side::B });
    }
    let some = |entry: &Entry| {
        entry.claim.head.is_some_and(|head| head.is_people() && !is_general(&head) && head.sort() != Some(Sort::Event))
    };
    let all = |entry: &Entry| entry.claim.head.is_some_and(|head| is_general(&head));
    if (some(a) && all(b) || all(a) && some(b)) && !is_reckoned(a, b) {
        return inside(Rung::Population, if some(a) { Side::A } else { Side::B });
    }
    let outcome = match (&a.claim.head, &b.claim.head) {
        // What is reckoned from a count has its noun elsewhere.
        _ if is_reckoned(a, b) => Outcome::Same,
        (Some(one), Some(other)) if one.key != other.key && !is_general(one) && !is_general(other) => Outcome::Apart,
        _ => Outcome::Same,
    };
    RungResult::plain(Rung::Population, None, None, outcome)
}

/// Whether both narrow what they count, and by nothing in common.
pub fn modified_apart(a: &Entry, b: &Entry) -> bool {
    let (left, right) = (&a.claim.modifiers, &b.claim.modifiers);
    !left.is_empty() && !right.is_empty() && !left.iter().any(|one| right.iter().any(|other| one.key == other.key))
}
