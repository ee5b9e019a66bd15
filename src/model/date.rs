//! Dates that keep their precision: a year, a month or a day.

use crate::codes::Code;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A date as precise as it was given, ISO 8601: `2022`, `2022-10` or `2022-10-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// Not of the form of a date.
    #[error("\"{0}\" is not a date")]
    Form(String),
    /// Of the form of a date, but no calendar has it.
    #[error("there is no {0} in the calendar")]
    NoSuchDay(String),
}

impl DateError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            DateError::Form(_) => Code::NotADate,
            DateError::NoSuchDay(_) => Code::NoSuchDay,
        }
    }
}

impl PartialDate {
    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            (None, _) => self.first_day().last_of_year(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let year = field(parts.next(), 4).ok_or_else(form)?;
        let month = parts.next().map(|part| field(Some(part), 2).ok_or_else(form)).transpose()?;
        let day = parts.next().map(|part| field(Some(part), 2).ok_or_else(form)).transpose()?;
        let small = |number: i16| i8::try_from(number).unwrap_or(0);
        let date = Self { year, month: month.map(small), day: day.map(small) };
        Date::new(year, date.month.unwrap_or(1), date.day.unwrap_or(1))
            .map_err(|_| DateError::NoSuchDay(text.to_owned()))?;
        Ok(date)
    }
}

fn field(part: Option<&str>, digits: usize) -> Option<i16> {
    let part = part?;
    (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_its_precision() {
        let month: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(month.to_string(), "2024-02");
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!("2022".parse::<PartialDate>().unwrap().last_day().to_string(), "2022-12-31");
    }

    #[test]
    fn what_no_calendar_has_is_told_from_what_is_no_date() {
        assert_eq!("2022-02-30".parse::<PartialDate>(), Err(DateError::NoSuchDay("2022-02-30".into())));
        for text in ["22-10-04", "2022-1", "soon", "2022-10-04-01", "", "2022-"] {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::Form(text.into())));
        }
    }
}
