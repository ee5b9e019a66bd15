//! Periods: as they are written, and the window of days that they come to.

mod form;
mod length;
mod resolve;
mod window;

use crate::codes::Code;
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

pub use self::form::PeriodForm;
pub use self::window::days_between;
use super::date::{DateError, PartialDate};
use super::event::Event;
use super::id::EventId;

/// The days that a period covers, as far as they are known. Ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Both ends are known.
    Known(Date, Date),
    /// It begins on that day; the text does not say when it ends.
    OpenEnd(Date),
    /// It ends on that day; the text does not say when it begins.
    OpenStart(Date),
    /// Only its length in days is known, and perhaps a day before which it cannot begin.
    Floating {
        /// Length in days.
        days: i32,
        /// It lies on or after this day.
        after: Option<Date>,
    },
    /// It hangs on something that has no date.
    Unknown,
}

/// A period that has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// As written.
    pub form: PeriodForm,
    /// The days that it comes to.
    pub window: Window,
    /// As a person reads it.
    pub text: String,
}

/// Why a period means nothing, and in which field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// A date that is none.
    #[error(transparent)]
    Date(#[from] DateError),
    /// An event that the graph does not have.
    #[error("no event has the id \"{0}\"")]
    UnknownEvent(String),
    /// No length, or no event and no date.
    #[error("the period has neither a length nor an end")]
    Empty,
    /// Both an event and a date to hang on.
    #[error("the period hangs on an event and on a date")]
    TwoAnchors,
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    Reversed,
    /// It reaches beyond the years that can be reckoned with.
    #[error("the period reaches beyond the calendar, which has the years from -9999 to 9999")]
    BeyondCalendar,
}

impl PeriodError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            PeriodError::Date(error) => error.code(),
            PeriodError::UnknownEvent(_) => Code::UnknownName,
            PeriodError::Empty => Code::EmptyPeriod,
            PeriodError::TwoAnchors => Code::TwoAnchors,
            PeriodError::Reversed => Code::ReversedTime,
            PeriodError::BeyondCalendar => Code::BeyondCalendar,
        }
    }
}

/// What periods are resolved against.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The graph's events.
    pub events: &'a BTreeMap<EventId, Event>,
    /// When the source was published, which is what "now" means.
    pub published: Option<PartialDate>,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
