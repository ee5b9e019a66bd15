//! Named events, on which periods hang.

use jiff::civil::Date;

use super::date::PartialDate;
use super::id::EventId;

/// Something that happened; its dates are the editor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Identifier.
    pub id: EventId,
    /// Usual name.
    pub name: String,
    /// When it was, or began.
    pub date: Option<PartialDate>,
    /// When it ended, for events that last.
    pub until: Option<PartialDate>,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
}

impl Event {
    /// The day on which it began, where it is known.
    pub fn first_day(&self) -> Option<Date> {
        self.date.map(PartialDate::first_day)
    }

    /// The last day of it, where any day is known.
    pub fn last_day(&self) -> Option<Date> {
        self.until.or(self.date).map(PartialDate::last_day)
    }
}
