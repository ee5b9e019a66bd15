//! The rung of time for two claims of texts.

use jiff::civil::Date;

use super::corpus::Entry;
use super::rungs::inside;
use crate::compare::{Outcome, Rung, RungResult, Side};
use crate::extract::Change;
use crate::extract::claims::{Said, is_news};

/// Days that both give; for tolls that change, the day of the text.
pub fn period(a: &Entry, b: &Entry) -> RungResult {
    let plain = |outcome| RungResult::plain(Rung::Period, None, None, outcome);
    if let Some(outcome) = toll(a, b) {
        return plain(outcome);
    }
    let before = |entry: &Entry| entry.claim.change() == Some(Change::From);
    if before(a) != before(b) {
        return plain(Outcome::Apart);
    }
    if let Some(part) = shorter(a, b) {
        return inside(Rung::Period, part);
    }
    let (Some(left), Some(right)) = (window(a), window(b)) else {
        let any = window(a).is_some() || window(b).is_some();
        return plain(if any { Outcome::Unstated } else { Outcome::Unspoken });
    };
    let before = |one: Window, other: Window| one.1.zip(other.0).is_some_and(|(end, start)| end < start);
    let apart = before(left, right) || before(right, left) || as_of_other_days(left, right);
    plain(if apart { Outcome::Apart } else { Outcome::Same })
}

/// Whether two figures are of all up to two days, or of all since two days.
fn as_of_other_days(one: Window, other: Window) -> bool {
    let up_to = one.0.is_none() && other.0.is_none() && one.1 != other.1;
    let since = one.1.is_none() && other.1.is_none() && one.0 != other.0;
    up_to || since
}

/// A first and a last day, each as far as it is told.
type Window = (Option<Date>, Option<Date>);

/// By how much one stretch of time has to be longer to be another one.
const LONGER: f64 = 1.25;

/// The side that runs over the shorter stretch of time, where both tell theirs.
fn shorter(a: &Entry, b: &Entry) -> Option<Side> {
    let (one, other) = (a.claim.lasting?, b.claim.lasting?);
    match () {
        () if one * LONGER < other => Some(Side::A),
        () if other * LONGER < one => Some(Side::B),
        () => None,
    }
}

fn window(entry: &Entry) -> Option<Window> {
    let timed = entry.claim.is_temporal();
    entry.claim.when.as_ref().filter(|when| when.near && !timed).map(|when| (when.first, when.last))
}

/// Whether two tolls are told apart by the days of their texts alone.
pub fn is_of_its_day(a: &Entry, b: &Entry) -> bool {
    toll(a, b) == Some(Outcome::Apart)
}

/// Tolls of what has just happened stand as of the day of their text: a later one may be higher.
fn toll(a: &Entry, b: &Entry) -> Option<Outcome> {
    let running = |entry: &Entry| entry.claim.is_running_toll() && is_recent(entry);
    if !running(a) || !running(b) {
        return None;
    }
    let (one, other) = (a.date?, b.date?);
    // A toll that falls is no later count of the same, but a contradiction or a correction.
    let grows = figure(a).zip(figure(b)).is_none_or(|(left, right)| (left <= right) == (one <= other));
    Some(if one == other || !grows { Outcome::Same } else { Outcome::Apart })
}

fn figure(entry: &Entry) -> Option<f64> {
    let Said::Figure { stated, .. } = &entry.claim.said else { return None };
    stated.printed().first().copied()
}

fn is_recent(entry: &Entry) -> bool {
    let (Some(when), Some(date)) = (&entry.claim.when, entry.date) else { return true };
    let Some(first) = when.first.or(when.last) else { return true };
    is_news(first, date)
}
