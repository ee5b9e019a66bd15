//! Lengths of time in days, weeks, months and years.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

use super::{PeriodError, days_between};

/// A length of time, as precise as its smallest unit.
#[derive(Clone, Copy)]
pub(super) struct Length {
    pub days: u16,
    pub weeks: u16,
    pub months: u16,
    pub years: u16,
}

impl Length {
    /// The span of the calendar, which does not hold as many years as can be written.
    pub fn span(self) -> Result<Span, PeriodError> {
        let span = Span::new().days(self.days).weeks(self.weeks).months(self.months).try_years(self.years);
        match span {
            Ok(span) if span.is_zero() => Err(PeriodError::Empty),
            other => other.map_err(|_| PeriodError::BeyondCalendar),
        }
    }

    /// How many days it has; of months and years, those of the first ones of a common year.
    pub fn days(self) -> Result<i32, PeriodError> {
        let origin = Date::constant(2001, 1, 1);
        let end = origin.checked_add(self.span()?).map_err(|_| PeriodError::BeyondCalendar)?;
        Ok(days_between(origin, end))
    }

    /// The smallest of the units used: what the length is precise to, in days.
    pub fn grain(self) -> i32 {
        [(self.days, 1), (self.weeks, 7), (self.months, 30), (self.years, 365)]
            .into_iter()
            .find(|(count, _)| *count > 0)
            .map_or(1, |(_, days)| days)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.years, "year"), (self.months, "month"), (self.weeks, "week"), (self.days, "day")];
        let text: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
            .collect();
        f.write_str(&text.join(" "))
    }
}
