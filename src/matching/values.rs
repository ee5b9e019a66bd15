//! The values of two claims of texts, held against each other.

use super::corpus::Entry;
use super::figure::Figure;
use super::money;
use crate::compare::{Gap, GapKind, Leaning, Printed, Reason, days, figures};
use crate::extract::claims::Said;
use crate::quantity::Bounds;

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

/// Holds two values against each other, or what follows from one against the other; none if they are of two kinds, or have no
/// bounds.
pub fn held(a: &Entry, b: &Entry) -> Option<Held> {
    match (&a.claim.said, &b.claim.said) {
        (Said::Days { first, last }, Said::Days { first: from, last: to }) => {
            Some(plain(days((*first, *last), (*from, *to), true)))
        }
        (Said::Clock { from, until }, Said::Clock { from: begins, until: ends }) => {
            Some(plain((clocks((*from, *until), (*begins, *ends)), None)))
        }
        (Said::Rank(one), Said::Rank(other)) => {
            let gap = Gap { size: f64::from(one.abs_diff(*other)), kind: GapKind::Places };
            Some(plain((same(one == other), (one != other).then_some(gap))))
        }
        _ => {
            let (left, right) = sides(a, b)?;
            quantities(left, right, a.claim.limit && b.claim.limit)
        }
    }
}

/// Whether two values can be held against each other.
pub fn comparable(a: &Entry, b: &Entry) -> bool {
    let (left, right) = (&a.claim.said, &b.claim.said);
    match left {
        Said::Figure { .. } => sides(a, b).is_some(),
        _ => std::mem::discriminant(left) == std::mem::discriminant(right) || sides(a, b).is_some(),
    }
}

/// The figures by which two claims are held side by side: as printed, or else what follows from one of them.
fn sides<'a>(a: &'a Entry, b: &'a Entry) -> Option<(&'a Figure, &'a Figure)> {
    let ways = [(&a.figure, &b.figure), (&a.also, &b.figure), (&a.figure, &b.also)];
    let both = ways.into_iter().filter_map(|(left, right)| left.as_ref().zip(right.as_ref()));
    both.into_iter().find(|(left, right)| left.is_of_kind(right))
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

fn quantities(a: &Figure, b: &Figure, limits: bool) -> Option<Held> {
    let explained =
        |reason| Held { leaning: Leaning::Explained(reason), gap: None, bounds: None, unit: a.unit.clone() };
    if a.is_rate_and_total(b) {
        return Some(explained(Reason::RateVsTotal));
    }
    let (left, right) = (a.bounds(limits)?, b.bounds(limits)?);
    if let Some((own, other)) = a.rates.zip(b.rates).filter(|_| a.is_other_money(b)) {
        let held = explained(Reason::UnitConversion);
        let meet = money::may_meet((left, own), (right, other));
        return Some(if meet { held } else { Held { leaning: Leaning::Clash, ..held } });
    }
    // Of two units, both figures are taken in the base of what they measure.
    let one_unit = a.unit == b.unit;
    let based = |figure: &Figure, interval| if one_unit { interval } else { figure.base(interval) };
    let bounds = (left.map(|one| based(a, one)), right.map(|one| based(b, one)));
    if slack(a, b).is_some_and(|slack| near(bounds.0, bounds.1, slack)) {
        return Some(explained(Reason::RateVsTotal));
    }
    let into = |name: &str, interval| based(if name == a.unit { a } else { b }, interval);
    let (leaning, gap) = figures(printed(a, bounds.0, limits), printed(b, bounds.1, limits), &a.unit, &into);
    Some(Held { leaning, gap, bounds: Some(bounds), unit: a.unit.clone() })
}

fn printed(figure: &Figure, bounds: Bounds, is_limit: bool) -> Printed<'_> {
    Printed { stated: &figure.stated, unit: &figure.unit, bounds, is_limit, tolerance: None }
}

/// By how much two rates over different times may differ: a year has 365 days and some 250 on which people work.
const SLACK: f64 = 1.5;
/// The same where one is an hour: a year has 8,760 hours and some 1,700 in which people work.
const HOURLY_SLACK: f64 = 5.5;
/// The same where neither time is shorter than a week: months have 28 to 31 days.
const LITTLE_SLACK: f64 = 1.06;

/// The slack of two rates over different times, if they are such.
fn slack(a: &Figure, b: &Figure) -> Option<f64> {
    let ((_, one), (_, two)) = a.rate.as_ref().zip(b.rate.as_ref())?;
    let slack = match one.min(*two) {
        shorter if shorter >= 7.0 => LITTLE_SLACK,
        shorter if shorter >= 1.0 => SLACK,
        _ => HOURLY_SLACK,
    };
    (one != two).then_some(slack)
}

/// Whether two rates over different times come to nearly the same.
fn near(a: Bounds, b: Bounds, slack: f64) -> bool {
    let middle = |bounds: Bounds| bounds.expected.low().value().or(bounds.expected.high().value());
    middle(a).zip(middle(b)).is_some_and(|(a, b)| a > 0.0 && b > 0.0 && a.max(b) / a.min(b) <= slack)
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
            ("The pay is £31,400 a year.", "The pay is £16.10 an hour.", Leaning::Explained(Reason::RateVsTotal)),
            ("The rent is £1,340 a month.", "The rent is £14,160 a year.", Leaning::Clash),
            ("It cost £6 million.", "It cost $9 million.", Leaning::Explained(Reason::UnitConversion)),
            ("It cost £6 million.", "It cost $90 million.", Leaning::Clash),
            ("A seat costs 110 pence.", "A seat costs £1.10.", Leaning::Explained(Reason::UnitConversion)),
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
