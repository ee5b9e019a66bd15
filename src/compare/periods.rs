//! How two periods lie to each other, as far as the texts say.

use jiff::civil::Date;

use super::rung::{Outcome, Side};
use crate::model::{Period, PeriodForm, Window, days_between};

/// The outcome of the period rung when both sides give a period, and the side that lies inside the other.
pub(super) fn outcome(a: &Period, b: &Period) -> (Outcome, Option<Side>) {
    // "Now" is another day in each source.
    if a.form == b.form && a.form != PeriodForm::Now {
        return (Outcome::Same, None);
    }
    match (a.window, b.window) {
        (Window::Known(a_start, a_end), Window::Known(b_start, b_end)) => known((a_start, a_end), (b_start, b_end)),
        (Window::Floating { days, after }, other) => floating(days, after, other, Side::A, Side::B),
        (other, Window::Floating { days, after }) => floating(days, after, other, Side::B, Side::A),
        (Window::OpenEnd(start), Window::Known(_, end)) | (Window::Known(_, end), Window::OpenEnd(start))
            if end < start =>
        {
            (Outcome::Apart, None)
        }
        (Window::OpenStart(end), Window::Known(start, _)) | (Window::Known(start, _), Window::OpenStart(end))
            if start > end =>
        {
            (Outcome::Apart, None)
        }
        // What runs from an earlier day on, wherever it ends, is never just the later period.
        (Window::OpenEnd(since), Window::Known(start, _)) if since < start => (Outcome::Inside, Some(Side::B)),
        (Window::Known(start, _), Window::OpenEnd(since)) if since < start => (Outcome::Inside, Some(Side::A)),
        _ => (Outcome::Unstated, None),
    }
}

fn known(a: (Date, Date), b: (Date, Date)) -> (Outcome, Option<Side>) {
    if a == b {
        (Outcome::Same, None)
    } else if a.1 < b.0 || b.1 < a.0 {
        (Outcome::Apart, None)
    } else if b.0 <= a.0 && a.1 <= b.1 {
        (Outcome::Inside, Some(Side::A))
    } else if a.0 <= b.0 && b.1 <= a.1 {
        (Outcome::Inside, Some(Side::B))
    } else {
        (Outcome::Overlaps, None)
    }
}

/// A period of which only the length is said. If it is shorter than the other and may lie within it, it is taken as a
/// part; where it lies stays open.
fn floating(days: i32, after: Option<Date>, other: Window, own: Side, theirs: Side) -> (Outcome, Option<Side>) {
    match other {
        Window::Known(_, end) if after.is_some_and(|after| end < after) => (Outcome::Apart, None),
        Window::Known(start, end) => by_length(days, days_between(start, end) + 1, own, theirs),
        Window::Floating { days: length, .. } => by_length(days, length, own, theirs),
        Window::OpenEnd(_) => (Outcome::Inside, Some(own)),
        _ => (Outcome::Unstated, None),
    }
}

fn by_length(own_days: i32, other_days: i32, own: Side, theirs: Side) -> (Outcome, Option<Side>) {
    match own_days.cmp(&other_days) {
        std::cmp::Ordering::Less => (Outcome::Inside, Some(own)),
        std::cmp::Ordering::Equal => (Outcome::Unstated, None),
        std::cmp::Ordering::Greater => (Outcome::Inside, Some(theirs)),
    }
}

/// Whether the text leaves open where the period lies or ends.
pub(super) fn is_open(period: &Period) -> bool {
    !matches!(period.window, Window::Known(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(name: &str, window: Window) -> Period {
        Period { form: PeriodForm::In(name.into()), window, text: name.into() }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn now_is_another_day_in_each_source() {
        let now = |window| Period { form: PeriodForm::Now, window, text: "now".into() };
        let on = |text| now(Window::Known(day(text), day(text)));
        assert_eq!(outcome(&on("2031-05-06"), &on("2031-05-09")).0, Outcome::Apart);
        assert_eq!(outcome(&on("2031-05-06"), &on("2031-05-06")).0, Outcome::Same);
        assert_eq!(outcome(&now(Window::Unknown), &now(Window::Unknown)).0, Outcome::Unstated);
    }

    #[test]
    fn windows_lie_to_each_other_alike_from_both_sides() {
        let fortnight = period("fortnight", Window::Known(day("2022-09-21"), day("2022-10-04")));
        let week = period("week", Window::Floating { days: 7, after: Some(day("2022-09-21")) });
        let month = period("month", Window::Floating { days: 30, after: None });
        let thirty = period("thirty days", Window::Floating { days: 30, after: None });
        let year = period("year", Window::Known(day("2021-01-01"), day("2021-12-31")));
        let since = period("since", Window::OpenEnd(day("2022-09-21")));
        let until = period("until its last day", Window::Known(day("2022-09-01"), day("2022-09-21")));
        let up_to = period("up to a day", Window::OpenStart(day("2022-09-21")));
        let before = period("the day before", Window::Known(day("2022-09-20"), day("2022-09-20")));
        let same_day = period("that day", Window::Known(day("2022-09-21"), day("2022-09-21")));
        let seven = period("seven days", Window::Known(day("2022-09-22"), day("2022-09-28")));
        let day_after = period("day after", Window::Known(day("2022-09-22"), day("2022-09-22")));
        let rows = [
            (&week, &fortnight, Outcome::Inside, Some(Side::A)),
            (&week, &since, Outcome::Inside, Some(Side::A)),
            (&week, &month, Outcome::Inside, Some(Side::A)),
            (&month, &fortnight, Outcome::Inside, Some(Side::B)),
            (&month, &thirty, Outcome::Unstated, None),
            (&since, &fortnight, Outcome::Unstated, None),
            (&since, &until, Outcome::Unstated, None),
            (&up_to, &day_after, Outcome::Apart, None),
            (&up_to, &same_day, Outcome::Unstated, None),
            (&up_to, &fortnight, Outcome::Unstated, None),
            (&up_to, &until, Outcome::Unstated, None),
            (&week, &before, Outcome::Apart, None),
            (&week, &same_day, Outcome::Inside, Some(Side::B)),
            (&week, &seven, Outcome::Unstated, None),
            (&since, &year, Outcome::Apart, None),
            (&day_after, &since, Outcome::Inside, Some(Side::A)),
            (&year, &fortnight, Outcome::Apart, None),
            (&fortnight, &fortnight, Outcome::Same, None),
        ];
        let turned = |side| if side == Side::A { Side::B } else { Side::A };
        for (a, b, expected, part) in rows {
            assert_eq!(outcome(a, b), (expected, part), "{} {}", a.text, b.text);
            assert_eq!(outcome(b, a), (expected, part.map(turned)), "{} {}", b.text, a.text);
        }
    }
}
