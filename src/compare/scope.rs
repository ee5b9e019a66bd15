//! The rungs that narrow a claim: definition, place, population and period.

use super::conditions::grounds;
use super::periods;
use super::rung::{Outcome, Rung, RungResult, Side};
use crate::model::{Archive, Claim, Containment, Nesting, Period, PeriodForm, Window};
use crate::quantity::Stated;
use crate::text::is_same_but_for_case;

/// The definition rung: the same condition, different ones, or one that only one side sets.
pub(super) fn definition(archive: &Archive, a: &Claim, b: &Claim) -> RungResult {
    let (left, right) = (a.scope.definition.clone(), b.scope.definition.clone());
    let outcome = match (&left, &right) {
        (Some(a), Some(b)) if is_same_but_for_case(a, b) => Outcome::Same,
        (Some(_), Some(_)) => Outcome::Apart,
        _ => one_sided(left.is_some() || right.is_some()),
    };
    grounds(archive, RungResult::plain(Rung::Definition, left, right, outcome), a, b)
}

/// The place rung.
pub(super) fn place(archive: &Archive, a: &Claim, b: &Claim) -> RungResult {
    let ids = (a.scope.place.as_ref(), b.scope.place.as_ref());
    let name = |id| archive.place_name(id).to_owned();
    let result = RungResult::plain(Rung::Place, ids.0.map(name), ids.1.map(name), Outcome::Same);
    grounds(archive, nested(result, &archive.place_nesting, ids, a, b), a, b)
}

/// The population rung; for ranks, the class over which they range.
pub(super) fn population(archive: &Archive, a: &Claim, b: &Claim) -> RungResult {
    let ids = (a.scope.population.as_ref(), b.scope.population.as_ref());
    let name = |id| archive.population_name(id).to_owned();
    let result = RungResult::plain(Rung::Population, ids.0.map(name), ids.1.map(name), Outcome::Same);
    grounds(archive, nested(result, &archive.population_nesting, ids, a, b), a, b)
}

/// The period rung.
pub(super) fn period(archive: &Archive, a: &Claim, b: &Claim) -> RungResult {
    let periods = (a.scope.period.as_ref(), b.scope.period.as_ref());
    let text = |period: &Period| period.text.clone();
    let (outcome, part) = match periods {
        (Some(left), Some(right)) if is_toll(left) && is_toll(right) && falls(a, b) => (Outcome::Same, None),
        (Some(a), Some(b)) => periods::outcome(a, b),
        (a, b) => (one_sided(a.is_some() || b.is_some()), None),
    };
    let result = RungResult::plain(Rung::Period, periods.0.map(text), periods.1.map(text), outcome);
    grounds(archive, RungResult { part, ..result }, a, b)
}

fn is_toll(period: &Period) -> bool {
    period.form == PeriodForm::Now
}

/// Whether the later of two figures that each stood on the day of its text is the lower one: a toll that falls is no later count
/// of the same, but a contradiction or a correction.
fn falls(a: &Claim, b: &Claim) -> bool {
    let day = |claim: &Claim| match claim.scope.period.as_ref()?.window {
        Window::Known(_, last) => Some(last),
        _ => None,
    };
    let ends = |claim: &Claim| {
        let bounds = claim.about.as_quantity()?.bounds.logical;
        Some((bounds.low().value()?, bounds.high().value()?))
    };
    let lower = |later: &Claim, earlier: &Claim| {
        ends(later).zip(ends(earlier)).is_some_and(|((_, most), (least, _))| most < least)
    };
    day(a).zip(day(b)).is_some_and(|(one, other)| one < other && lower(b, a) || other < one && lower(a, b))
}

fn one_sided(any: bool) -> Outcome {
    if any { Outcome::Unstated } else { Outcome::Unspoken }
}

fn nested<Id: Ord + Clone>(
    result: RungResult,
    nesting: &Nesting<Id>,
    ids: (Option<&Id>, Option<&Id>),
    a: &Claim,
    b: &Claim,
) -> RungResult {
    let (outcome, part) = match ids {
        (Some(left), Some(right)) if left == right && a.source == b.source => (Outcome::Same, None),
        (Some(left), Some(right)) => match nesting.containment(left, right) {
            Containment::Same => (Outcome::Same, None),
            Containment::Overlaps => (Outcome::Overlaps, None),
            Containment::Apart => (Outcome::Apart, None),
            Containment::Within => (inside(b), Some(Side::A)),
            Containment::Around => (inside(a), Some(Side::B)),
        },
        (left, right) => (one_sided(left.is_some() || right.is_some()), None),
    };
    RungResult { outcome, part, ..result }
}

/// A range over members says something of each of them.
fn inside(whole: &Claim) -> Outcome {
    let spread = whole.about.as_quantity().is_some_and(|quantity| matches!(quantity.stated, Stated::Spread(..)));
    if spread { Outcome::Member } else { Outcome::Inside }
}
