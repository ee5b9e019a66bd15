//! An end of a time: a day of the calendar or a time of day.

use std::fmt;

use jiff::civil::Date;

/// One end of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// A day of the calendar.
    Day(Date),
    /// A time of any day.
    Clock(Clock),
}

/// A time of day as it is said: also 24:00, and with seconds only where these are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// Hours from midnight.
    pub hour: u8,
    /// Minutes of the hour, 0 to 59.
    pub minute: u8,
    /// Seconds of the minute, where they are said.
    pub second: Option<u8>,
}

impl Moment {
    /// The day, if it is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Clock(_) => None,
        }
    }

    /// The time of day, if it is one.
    pub fn clock(self) -> Option<Clock> {
        match self {
            Self::Day(_) => None,
            Self::Clock(clock) => Some(clock),
        }
    }
}

impl Clock {
    /// Whole minutes from midnight.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }
}

/// ISO 8601: `2022-09-21`, `21:05`, `21:05:30`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Clock(Clock { hour, minute, second }) => {
                write!(f, "{hour:02}:{minute:02}")?;
                second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
            }
        }
    }
}
