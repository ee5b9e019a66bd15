//! Days and periods of the calendar, reckoned by jiff.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::Deserialize;

use super::lexicon::Step;

/// First and last day.
pub(super) type Days = (Date, Date);

/// When a holiday is.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum On {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which of its weekdays (-1: the last), weekday from Monday = 1.
    Nth(i8, i8, i8),
    /// Days after Easter Sunday of the western churches.
    Easter(i32),
}

/// A holiday: its names, and its day.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct HolidayRule {
    /// The patterns of its names.
    pub names: Vec<String>,
    /// Its day.
    pub on: On,
}

impl On {
    /// The day in a year.
    pub fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
        }
    }
}

/// Easter Sunday of the western churches: Gauss's rule as Butcher gave it, for all Gregorian years.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// Days, a month or a year, by what is known of it.
pub(super) fn days(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Days> {
    match (month, day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(|day| (day, day)),
        (Some(month), None) => months(year, month, 1),
        _ => months(year, 1, 12),
    }
}

/// So many months from the first of one.
pub(super) fn months(year: i16, month: i8, count: i32) -> Option<Days> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.checked_add(Span::new().try_months(count).ok()?).ok()?.yesterday().ok()?))
}

/// The seven days from Monday in which a day lies.
pub(super) fn week(day: Date) -> Option<Days> {
    let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some((monday, monday.checked_add(6.days()).ok()?))
}

/// The n-th (-1: last) part of a period. Weeks belong to the period in which their Thursday lies (ISO 8601).
pub(super) fn nth(period: Days, n: i32, step: Step) -> Option<Days> {
    match step {
        Step::Days(1) if n > 0 => period.0.checked_add(Span::new().try_days(n - 1).ok()?).ok().map(|day| (day, day)),
        Step::Days(1) => period.1.checked_add(Span::new().try_days(n + 1).ok()?).ok().map(|day| (day, day)),
        Step::Days(7) => week(nth_weekday(period, n, Weekday::Thursday)?),
        Step::Weekend => {
            let saturday = nth_weekday(period, n, Weekday::Saturday)?;
            Some((saturday, saturday.tomorrow().ok()?))
        }
        Step::Months(each) => nth_months(period, n, each),
        _ => None,
    }
}

/// The n-th (-1: last) of a weekday in a period.
pub(super) fn nth_weekday(period: Days, n: i32, weekday: Weekday) -> Option<Date> {
    let (from, weeks) = match n {
        1.. => (period.0.yesterday().ok()?, n),
        _ => (period.1.tomorrow().ok()?, n),
    };
    from.nth_weekday(weeks, weekday).ok()
}

fn nth_months(period: Days, n: i32, each: i32) -> Option<Days> {
    let first = match n {
        1.. => period.0.checked_add(Span::new().try_months((n - 1).checked_mul(each)?).ok()?).ok()?,
        _ => period.1.tomorrow().ok()?.checked_add(Span::new().try_months(n.checked_mul(each)?).ok()?).ok()?,
    };
    months(first.year(), first.month(), each)
}

/// The period of a kind in which a day lies, moved by so many of them.
pub(super) fn around(day: Date, step: Step, moved: i32) -> Option<Days> {
    match step {
        Step::Days(7) => week(later(day, step, moved)?),
        Step::Days(_) => later(day, step, moved).map(|day| (day, day)),
        Step::Weekend => {
            let saturday = week(later(day, Step::Days(7), moved)?)?.1.yesterday().ok()?;
            Some((saturday, saturday.tomorrow().ok()?))
        }
        Step::Months(each) => {
            let count = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
            let first = count.div_euclid(each).checked_add(moved)?.checked_mul(each)?;
            months(i16::try_from(first.div_euclid(12)).ok()?, i8::try_from(first.rem_euclid(12) + 1).ok()?, each)
        }
        Step::Clock => None,
    }
}

/// A day moved by so many of a unit.
pub(super) fn later(day: Date, step: Step, count: i32) -> Option<Date> {
    let span: Span = match step {
        Step::Days(each) => Span::new().try_days(count.checked_mul(each)?).ok()?,
        Step::Weekend => Span::new().try_days(count.checked_mul(7)?).ok()?,
        Step::Months(each) => Span::new().try_months(count.checked_mul(each)?).ok()?,
        Step::Clock => return Some(day),
    };
    day.checked_add(span).ok()
}

/// The weekend by a holiday: Saturday and Sunday, and the holiday with what lies between.
pub(super) fn weekend_by(day: Date) -> Option<Days> {
    let saturday = week(day)?.1.yesterday().ok()?;
    let (first, last) = match day.weekday() {
        Weekday::Monday => (day.checked_sub(2.days()).ok()?, day),
        _ => (saturday, saturday.tomorrow().ok()?),
    };
    let joins = matches!(day.weekday(), Weekday::Thursday | Weekday::Friday);
    Some((if joins { day } else { first }, last))
}

/// The last day of that weekday up to a day, or the first after it.
pub(super) fn weekday_near(day: Date, weekday: Weekday, after: bool) -> Option<Date> {
    match after {
        true => day.nth_weekday(1, weekday).ok(),
        false => day.tomorrow().ok()?.nth_weekday(-1, weekday).ok(),
    }
}
