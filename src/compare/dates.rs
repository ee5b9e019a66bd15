//! Dates side by side, each as precise as it is given, whether they stand in a graph or in a text.

use jiff::civil::Date;

use super::reason::Reason;
use super::relation::{Gap, GapKind};
use super::values::{Leaning, Values};
use crate::model::{DateClaim, Window, days_between};

/// The first and the last day of something; the end that is not said is `None`.
pub type Days = (Option<Date>, Option<Date>);

/// Holds two dates of an event side by side.
pub(super) fn values(a: &DateClaim, b: &DateClaim) -> Values {
    let approximate = a.when.form.is_approximate() || b.when.form.is_approximate();
    let (left, right) = (a.when.window.ends(), b.when.window.ends());
    let unknown = [left, right].contains(&(None, None));
    let (leaning, gap) = match () {
        () if a.when.form == b.when.form => (Leaning::Agree, None),
        () if unknown => (Leaning::Explained(Reason::HedgeCovers), None),
        () => days(left, right, approximate),
    };
    Values { leaning, gap, a: text(a), b: text(b) }
}

/// Holds the days of two dates side by side. Ends that exclude each other clash, also where the other end is open. A coarser
/// date that holds the finer one is rounding, not disagreement; where `approximate`, so that some end may lie a little beyond
/// its day, dates that only overlap are covered.
pub fn days(a: Days, b: Days, approximate: bool) -> (Leaning, Option<Gap>) {
    let apart = between(a.1, b.0).max(between(b.1, a.0));
    match () {
        () if a == b => (Leaning::Agree, None),
        () if apart > 0 => (Leaning::Clash, Some(gap(apart))),
        () => bounds(a, b).map_or_else(|| (meeting(a, b, approximate), None), |(one, other)| bound(one, other)),
    }
}

/// Days from an end to a start; none where one of them is open.
fn between(end: Option<Date>, start: Option<Date>) -> i32 {
    end.zip(start).map_or(0, |(end, start)| days_between(end, start))
}

fn gap(days: i32) -> Gap {
    Gap { size: f64::from(days), kind: GapKind::Days }
}

/// Both up to a day, or both since one: the days themselves are held side by side.
fn bounds(a: Days, b: Days) -> Option<(Date, Date)> {
    match (a, b) {
        ((None, Some(a)), (None, Some(b))) | ((Some(a), None), (Some(b), None)) => Some((a, b)),
        _ => None,
    }
}

fn bound(a: Date, b: Date) -> (Leaning, Option<Gap>) {
    match is_coarser(a, b) || is_coarser(b, a) {
        true => (Leaning::Explained(Reason::Rounding), None),
        false => (Leaning::Clash, Some(gap(days_between(a, b).abs()))),
    }
}

/// Whether a day that begins or ends a month or a year may stand for one of them: since May, since 12 May.
fn is_coarser(day: Date, fine: Date) -> bool {
    let month = day.day() == 1 || day == day.last_of_month();
    let year = day.day_of_year() == 1 || day == day.last_of_year();
    day.year() == fine.year() && (year || month && day.month() == fine.month())
}

/// Dates with a day in common.
fn meeting(a: Days, b: Days, approximate: bool) -> Leaning {
    let holds = |outer: Days, inner: Days| {
        let (first, last) = (outer.0.zip(inner.0), outer.1.zip(inner.1));
        first.is_some_and(|(outer, inner)| outer <= inner) && last.is_some_and(|(outer, inner)| inner <= outer)
    };
    let open = [a.0, a.1, b.0, b.1].iter().any(Option::is_none);
    match () {
        () if holds(a, b) || holds(b, a) => Leaning::Explained(Reason::Rounding),
        () if open || approximate => Leaning::Explained(Reason::HedgeCovers),
        () => Leaning::Strained,
    }
}

/// The date in words, with the days that it may mean where it does not name one.
pub(super) fn text(date: &DateClaim) -> String {
    match date.when.window {
        Window::Known(first, last) if first == last && first.to_string() == date.when.text => first.to_string(),
        Window::Known(first, last) if first == last => format!("{} ({first})", date.when.text),
        Window::Known(first, last) => format!("{} ({first} to {last})", date.when.text),
        _ => date.when.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    #[test]
    fn ends_that_exclude_each_other_clash_also_where_the_other_end_is_open() {
        let (rounding, covers) = (Leaning::Explained(Reason::Rounding), Leaning::Explained(Reason::HedgeCovers));
        let rows = [
            (("", "2020-12-31"), ("2022-01-01", "2022-12-31"), Leaning::Clash, Some(366.0)),
            (("2022-05-10", ""), ("2022-05-02", "2022-05-04"), Leaning::Clash, Some(6.0)),
            (("", "2020-12-31"), ("2022-06-03", ""), Leaning::Clash, Some(519.0)),
            (("", "2020-12-31"), ("", "2022-12-31"), Leaning::Clash, Some(730.0)),
            (("2022-05-04", ""), ("2022-05-09", ""), Leaning::Clash, Some(5.0)),
            (("2022-05-01", ""), ("2022-05-01", ""), Leaning::Agree, None),
            (("2022-05-01", ""), ("2022-05-09", ""), rounding, None),
            (("", "2022-12-31"), ("", "2022-05-09"), rounding, None),
            (("", "2022-12-31"), ("2020-01-01", "2020-12-31"), covers, None),
            (("2020-01-01", ""), ("", "2022-12-31"), covers, None),
            (("2020-01-01", "2020-12-31"), ("2020-03-01", "2020-03-31"), rounding, None),
        ];
        for ((a, b), (c, d), leaning, size) in rows {
            let (one, other) = ((day(a), day(b)), (day(c), day(d)));
            for (leans, gap) in [days(one, other, false), days(other, one, false)] {
                assert_eq!((leans, gap.map(|gap| gap.size)), (leaning, size), "{a} to {b}, {c} to {d}");
            }
        }
    }

    #[test]
    fn dates_that_only_overlap_are_covered_if_one_is_approximate() {
        let (one, other) = ((day("2022-05-01"), day("2022-05-20")), (day("2022-05-10"), day("2022-06-02")));
        assert_eq!(days(one, other, false), (Leaning::Strained, None));
        assert_eq!(days(one, other, true), (Leaning::Explained(Reason::HedgeCovers), None));
    }
}
