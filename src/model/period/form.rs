//! Periods as the graph's files write them.

use serde::{Deserialize, Serialize};

use super::length::Length;

/// A period as the graph's files write it. Dates and event ids are checked when it is resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PeriodForm {
    /// A year, month or day.
    In(String),
    /// From one date to another, both included.
    Between(String, String),
    /// A length of time that begins with an event.
    After {
        /// The event.
        event: String,
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
    },
    /// A length of time that ends with an event.
    // Its fields are those of `After`, written out: RON takes none in from a type of their own.
    Before {
        /// The event.
        event: String,
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
    },
    /// From an event or a date on.
    Since {
        /// The event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// The date, where there is no event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// The last day covered; open where left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_of: Option<String>,
    },
    /// Up to an event or a date.
    Until {
        /// The event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// The date, where there is no event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
    },
    /// A length of time whose place is not said.
    Lasting {
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
        /// An event after which it lies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    /// As the source speaks: the date of its publication.
    Now,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
fn is_zero(number: &u16) -> bool {
    *number == 0
}

impl PeriodForm {
    /// Whether the form itself says that a date is approximate.
    pub fn is_approximate(&self) -> bool {
        matches!(self, Self::After { .. } | Self::Before { .. })
    }

    /// The length, where the form has one.
    pub(super) fn length(&self) -> Option<Length> {
        match *self {
            Self::After { days, weeks, months, years, .. }
            | Self::Before { days, weeks, months, years, .. }
            | Self::Lasting { days, weeks, months, years, .. } => Some(Length { days, weeks, months, years }),
            _ => None,
        }
    }

    /// The event that the period hangs on.
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::After { event, .. } | Self::Before { event, .. } => Some(event),
            Self::Since { event, .. } | Self::Until { event, .. } => event.as_deref(),
            Self::Lasting { after, .. } => after.as_deref(),
            Self::In(_) | Self::Between(..) | Self::Now => None,
        }
    }
}
