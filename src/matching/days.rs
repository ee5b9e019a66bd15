//! Days and spans of days of two claims of texts, held against each other.

use jiff::civil::Date;

use crate::compare::{Gap, GapKind, Leaning, Reason};

/// Dates as precise as they are given: a coarser one that holds the finer one is rounding.
pub fn days(a: (Option<Date>, Option<Date>), b: (Option<Date>, Option<Date>)) -> (Leaning, Option<Gap>) {
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
