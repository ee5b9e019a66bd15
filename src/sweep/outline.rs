//! What sweeping needs of one claim: its days, the ends of its figure, and whether these tell all.

use jiff::civil::Date;

use super::ends::Ends;
use crate::model::{About, Archive, Claim, PeriodForm, Stance, Window, days_between};
use crate::quantity::{Amount, End, Stated};

/// A claim's period and bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Outline {
    /// Its days, and the ends of its figure.
    pub ends: Ends,
    /// Whether days and ends tell all: both days are known, the figure is sharp, and nothing is inferred.
    pub is_sharp: bool,
    /// Whether it excludes an end of its own, as "more than 100" does and "almost 100": then it may disagree with what it touches.
    pub is_strict: bool,
}

impl Outline {
    /// The outline of a claim.
    pub fn of(archive: &Archive, claim: &Claim) -> Self {
        let (start, end, is_dated) = days(claim);
        let (low, high) = ends(claim);
        let is_sharp = is_dated && claim.inferred.is_empty() && is_sharp(claim) && !is_vague(archive, claim);
        Self { ends: Ends { start, end, low, high }, is_sharp, is_strict: is_strict(claim) }
    }
}

/// Days since 1970.
fn day(date: Date) -> i32 {
    days_between(Date::constant(1970, 1, 1), date)
}

/// The days of a claim, and whether they are all there is to know of its period. "Now" meets any other "now", since a later
/// count may be held against an earlier one.
fn days(claim: &Claim) -> (i32, i32, bool) {
    let any = (i32::MIN, i32::MAX, false);
    let Some(period) = &claim.scope.period else { return any };
    match period.window {
        _ if period.form == PeriodForm::Now => any,
        window => {
            let (start, end) = window.ends();
            (start.map_or(i32::MIN, day), end.map_or(i32::MAX, day), matches!(window, Window::Known(..)))
        }
    }
}

fn ends(claim: &Claim) -> (f64, f64) {
    let of_days = |(start, end): (Option<Date>, Option<Date>)| {
        let number = |date| f64::from(day(date));
        (start.map_or(f64::NEG_INFINITY, number), end.map_or(f64::INFINITY, number))
    };
    match &claim.about {
        About::Date(date) => return of_days(date.when.window.ends()),
        About::Rank(rank) => return (f64::from(rank.rank), f64::from(rank.to)),
        About::Stance(stance) => return if stance.stance == Stance::Affirms { (1.0, 1.0) } else { (0.0, 0.0) },
        About::Quantity(_) | About::Quote(_) => {}
    }
    let interval = claim.about.as_quantity().map(|quantity| quantity.bounds.expected);
    let low = interval.and_then(|interval| interval.low().value()).unwrap_or(f64::NEG_INFINITY);
    (low, interval.and_then(|interval| interval.high().value()).unwrap_or(f64::INFINITY))
}

fn is_strict(claim: &Claim) -> bool {
    claim.about.as_quantity().is_some_and(|quantity| {
        let intervals = [quantity.bounds.logical, quantity.bounds.expected];
        intervals.iter().flat_map(|interval| [interval.low(), interval.high()]).any(|end| matches!(end, End::Strict(_)))
    })
}

/// Whether a figure says no more and no less than its ends: no hedge, no rounding, both ends included.
fn is_sharp(claim: &Claim) -> bool {
    let About::Quantity(quantity) = &claim.about else { return false };
    let is_plain = matches!(quantity.stated, Stated::Exactly(Amount::Number(_)) | Stated::Between(..));
    let closed = |end| matches!(end, End::Closed(_));
    let bounds = quantity.bounds;
    is_plain && bounds.logical == bounds.expected && closed(bounds.logical.low()) && closed(bounds.logical.high())
}

/// Whether it names a place or population of which nobody says which.
fn is_vague(archive: &Archive, claim: &Claim) -> bool {
    let scope = &claim.scope;
    scope.place.as_ref().is_some_and(|id| archive.place_nesting.is_vague(id))
        || scope.population.as_ref().is_some_and(|id| archive.population_nesting.is_vague(id))
}
