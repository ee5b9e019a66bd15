//! Marks of a scale of days: years, months or days, whichever are few.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::span::number;

/// Days of each step, and the step as months or days.
const STEPS: [(f64, i32, i32); 14] = [
    (1.0, 0, 1),
    (2.0, 0, 2),
    (7.0, 0, 7),
    (14.0, 0, 14),
    (30.0, 1, 0),
    (91.0, 3, 0),
    (182.0, 6, 0),
    (365.0, 12, 0),
    (730.0, 24, 0),
    (1826.0, 60, 0),
    (3652.0, 120, 0),
    (9131.0, 300, 0),
    (36_525.0, 1200, 0),
    (365_250.0, 12_000, 0),
];

/// Marks between two days.
pub(super) fn marks(low: f64, high: f64) -> Vec<(f64, String)> {
    let least = (high - low) / 4.5;
    let (_, months, days) = STEPS.into_iter().find(|(size, ..)| *size >= least).unwrap_or(STEPS[STEPS.len() - 1]);
    let Some(mut day) = date(low).map(|day| start(day, months)) else { return Vec::new() };
    let step: Span = if months > 0 { months.months() } else { days.days() };
    let mut marks = Vec::new();
    while number(day) <= high {
        if number(day) >= low {
            marks.push((number(day), words(day, months)));
        }
        let Ok(next) = day.checked_add(step) else { break };
        day = next;
    }
    marks
}

/// The day of a number; days outside the calendar have none.
pub(super) fn date(number: f64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add((number.floor() as i32).days()).ok()
}

/// The first day of the stretch of so many months in which a day lies.
fn start(day: Date, months: i32) -> Date {
    if months == 0 {
        return day;
    }
    let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let first = month.div_euclid(months) * months;
    let year = i16::try_from(first.div_euclid(12)).unwrap_or(day.year());
    let month = i8::try_from(first.rem_euclid(12) + 1).unwrap_or(1);
    Date::new(year, month, 1).unwrap_or(day)
}

fn words(day: Date, months: i32) -> String {
    match months {
        0 => day.strftime("%-d %b %Y").to_string(),
        1..12 => day.strftime("%b %Y").to_string(),
        _ => day.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(low: &str, high: &str) -> Vec<String> {
        let day = |text: &str| number(text.parse().unwrap());
        marks(day(low), day(high)).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn marks_are_years_months_or_days() {
        assert_eq!(between("2022-09-20", "2022-09-23"), ["20 Sep 2022", "21 Sep 2022", "22 Sep 2022", "23 Sep 2022"]);
        assert_eq!(between("2022-08-15", "2022-11-20"), ["Sep 2022", "Oct 2022", "Nov 2022"]);
        assert_eq!(between("1990-06-01", "2008-02-01"), ["1995", "2000", "2005"]);
    }

    #[test]
    fn days_are_numbers_and_back() {
        let day: Date = "1969-12-30".parse().unwrap();
        assert_eq!(number(day), -2.0);
        assert_eq!(date(number(day)), Some(day));
    }
}
