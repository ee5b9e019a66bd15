//! The days that a period covers, as far as they are known.

use jiff::civil::Date;

use super::Window;

/// Days from one day to another; less than none if the other comes first.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

impl Window {
    /// The first and the last day, as far as they are known; neither of what has only a length.
    pub fn ends(self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Known(first, last) => (Some(first), Some(last)),
            Self::OpenEnd(first) => (Some(first), None),
            Self::OpenStart(last) => (None, Some(last)),
            Self::Floating { .. } | Self::Unknown => (None, None),
        }
    }

    /// The same, where what has only a length begins at the earliest with the day after which it lies.
    pub fn reach(self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Floating { after, .. } => (after, None),
            _ => self.ends(),
        }
    }

    /// How many days it covers, where both ends or its length are known.
    pub fn length(self) -> Option<i32> {
        match self {
            Self::Known(first, last) => Some(days_between(first, last) + 1),
            Self::Floating { days, .. } => Some(days),
            Self::OpenEnd(_) | Self::OpenStart(_) | Self::Unknown => None,
        }
    }
}
