//! The values of two claims of texts, held against each other.

use jiff::civil::Date;

use super::corpus::Entry;
use super::units::{measured, rate, rate_and_total};
use crate::compare::{Gap, GapKind, Leaning, Printed, Reason, figures};
use crate::extract::claim::Said;
use crate::quantity::{Bounds, Stated};

/// What two values come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Where they lean.
    pub leaning: Leaning,
    /// How far apart they are.
    pub gap: Option<Gap>,
    /// What each allows, in one unit; none for dates and ranks.
    pub bounds: Option<(Bounds, Bounds)>,
    /// That unit.
    pub unit: String,
}

/// Holds two values against each other; none if they are of two kinds, or have no bounds.
pub fn held(a: &Entry, b: &Entry) -> Option<Held> {
    match (&a.claim.said, &b.claim.said) {
        (Said::Figure { stated: left, unit: own }, Said::Figure { stated: right, unit: other }) => {
            quantities((left, own), (right, other), a.claim.limit && b.claim.limit)
        }
        (Said::Days { first, last }, Said::Days { first: from, last: to }) => {
            Some(plain(days((*first, *last), (*from, *to))))
        }
        (Said::Clock { from, until }, Said::Clock { from: begins, until: ends }) => {
            Some(plain((clocks((*from, *until), (*begins, *ends)), None)))
        }
        (Said::Rank(one), Said::Rank(other)) => {
            let gap = Gap { size: f64::from(one.abs_diff(*other)), kind: GapKind::Places };
            Some(plain((same(one == other), (one != other).then_some(gap))))
        }
        _ => None,
    }
}

fn plain((leaning, gap): (Leaning, Option<Gap>)) -> Held {
    Held { leaning, gap, bounds: None, unit: String::new() }
}

/// Times of day are the same, or one is an end of the other.
fn clocks(a: (u16, u16), b: (u16, u16)) -> Leaning {
    let is_end = |point: (u16, u16), span: (u16, u16)| point.0 == point.1 && (point.0 == span.0 || point.0 == span.1);
    same(a == b || is_end(a, b) || is_end(b, a))
}

fn same(are: bool) -> Leaning {
    if are { Leaning::Agree } else { Leaning::Clash }
}

fn quantities((a, own): (&Stated, &String), (b, other): (&Stated, &String), limits: bool) -> Option<Held> {
    if rate_and_total(own, other) {
        let held =
            Held { leaning: Leaning::Explained(Reason::RateVsTotal), gap: None, bounds: None, unit: own.clone() };
        return Some(held);
    }
    if measured(own).dimension != measured(other).dimension {
        return None;
    }
    let allowed = |stated: &Stated| if limits { stated.limit_bounds().ok() } else { stated.bounds().ok() };
    // Of two units, both figures are taken in the base of what they measure.
    let based = |name: &str, interval| if own == other { interval } else { measured(name).base(interval) };
    let bounds = (allowed(a)?.map(|one| based(own, one)), allowed(b)?.map(|one| based(other, one)));
    let printed = |stated, unit, bounds| Printed { stated, unit, bounds, is_limit: limits };
    let slack = rate(own).zip(rate(other)).is_some_and(|((_, one), (_, two))| one != two);
    if slack && near(bounds.0, bounds.1) {
        return Some(Held {
            leaning: Leaning::Explained(Reason::RateVsTotal),
            gap: None,
            bounds: None,
            unit: own.clone(),
        });
    }
    let (leaning, gap) = figures(printed(a, own.as_str(), bounds.0), printed(b, other.as_str(), bounds.1), own, &based);
    Some(Held { leaning, gap, bounds: Some(bounds), unit: own.clone() })
}

/// By how much two rates over different times may differ: a year has 365 days and some 250 on which people work.
const SLACK: f64 = 1.5;

/// Whether two rates over different times come to nearly the same.
fn near(a: Bounds, b: Bounds) -> bool {
    let middle = |bounds: Bounds| bounds.expected.low().value().or(bounds.expected.high().value());
    middle(a).zip(middle(b)).is_some_and(|(a, b)| a > 0.0 && b > 0.0 && a.max(b) / a.min(b) <= SLACK)
}

/// Dates as precise as they are given: a coarser one that holds the finer one is rounding.
fn days(a: (Option<Date>, Option<Date>), b: (Option<Date>, Option<Date>)) -> (Leaning, Option<Gap>) {
    if a == b {
        return (Leaning::Agree, None);
    }
    // Both up to a day, or both since one: the days themselves are held against each other.
    let open = |a: Option<Date>, b: Option<Date>| a.is_none() && b.is_none();
    let bounds = if open(a.0, b.0) { a.1.zip(b.1) } else { a.0.zip(b.0).filter(|_| open(a.1, b.1)) };
    if let Some((a, b)) = bounds {
        return bound(a, b);
    }
    let apart = |end: Option<Date>, start: Option<Date>| {
        end.zip(start).and_then(|(end, start)| end.until(start).ok()).map_or(0, |span| span.get_days())
    };
    let gap = apart(a.1, b.0).max(apart(b.1, a.0));
    if gap > 0 {
        return (Leaning::Clash, Some(Gap { size: f64::from(gap), kind: GapKind::Days }));
    }
    let within = |one: (Option<Date>, Option<Date>), other: (Option<Date>, Option<Date>)| {
        one.0 >= other.0 && one.1.zip(other.1).is_some_and(|(one, other)| one <= other)
    };
    let reason = if within(a, b) || within(b, a) { Reason::Rounding } else { Reason::HedgeCovers };
    (Leaning::Explained(reason), None)
}

/// The days up to which, or since which, two claims say that something is.
fn bound(a: Date, b: Date) -> (Leaning, Option<Gap>) {
    if is_coarser(a, b) || is_coarser(b, a) {
        return (Leaning::Explained(Reason::Rounding), None);
    }
    let days = a.until(b).map_or(0, |span| span.get_days().abs());
    (Leaning::Clash, Some(Gap { size: f64::from(days), kind: GapKind::Days }))
}

/// Whether a day that begins or ends a month or a year may stand for one of them: since May, since 12 May.
fn is_coarser(day: Date, fine: Date) -> bool {
    let month = day.day() == 1 || day == day.last_of_month();
    let year = day.day_of_year() == 1 || day == day.last_of_year();
    day.year() == fine.year() && (year || month && day.month() == fine.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::corpus::tests::corpus_of;

    fn leaning(a: &str, b: &str) -> Option<Leaning> {
        let corpus = corpus_of(&[a, b], None);
        let of = |text: usize| corpus.entries().iter().find(|entry| entry.text == text).unwrap();
        let (forth, back) = (held(of(0), of(1)), held(of(1), of(0)));
        let leaning = |held: &Option<Held>| held.as_ref().map(|held| held.leaning);
        assert_eq!(leaning(&forth), leaning(&back), "{a} {b}");
        leaning(&forth)
    }

    #[test]
    fn figures_lean_by_their_bounds() {
        let rows = [
            ("Ten boats sank.", "10 boats sank.", Leaning::Agree),
            ("Ten boats sank.", "Twelve boats sank.", Leaning::Clash),
            ("More than 100 boats sank.", "Some 140 boats sank.", Leaning::Explained(Reason::HedgeCovers)),
            ("The wall is 40 km long.", "The wall is 25 miles long.", Leaning::Explained(Reason::UnitConversion)),
            ("The wall is 40 km long.", "The wall is 40 miles long.", Leaning::Clash),
            (
                "The mine yields 300 tonnes per year.",
                "The mine yielded 900 tonnes.",
                Leaning::Explained(Reason::RateVsTotal),
            ),
        ];
        for (a, b, wanted) in rows {
            assert_eq!(leaning(a, b), Some(wanted), "{a} {b}");
        }
        assert_eq!(leaning("It cost $40.", "Ten boats sank."), None);
    }

    #[test]
    fn dates_clocks_and_ranks_are_as_precise_as_they_are_given() {
        let rows = [
            ("It sank on 4 October 2022.", "It went down on October 4, 2022.", Leaning::Agree),
            ("It sank on 4 October 2022.", "It sank on 6 October 2022.", Leaning::Clash),
            ("It sank on 4 October 2022.", "It sank in October 2022.", Leaning::Explained(Reason::Rounding)),
            ("It has stood since 4 May 2022.", "It has stood since 9 May 2022.", Leaning::Clash),
            ("It has stood since May 2022.", "It has stood since 9 May 2022.", Leaning::Explained(Reason::Rounding)),
            ("It closes by the end of 2027.", "It closes by March 2026.", Leaning::Clash),
            ("It rang at 9:30 pm.", "It rang at 21:30.", Leaning::Agree),
            ("It rang at 9:30 pm.", "It rang at 9:45 pm.", Leaning::Clash),
            ("It is the largest port.", "It is the second largest port.", Leaning::Clash),
        ];
        for (a, b, wanted) in rows {
            assert_eq!(leaning(a, b), Some(wanted), "{a} {b}");
        }
    }

    #[test]
    fn the_gap_of_dates_is_told_in_days() {
        let corpus = corpus_of(&["It sank on 4 October 2022.", "It sank on 6 October 2022."], None);
        let gap = held(&corpus.entries()[0], &corpus.entries()[1]).unwrap().gap.unwrap();
        assert_eq!((gap.size.round(), gap.kind), (2.0, GapKind::Days));
    }
}
