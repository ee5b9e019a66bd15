//! Dates, periods, durations and times of day in prose.
//!
//! A text is cut into words, figures and marks (`token`); the patterns of `rules/time` are compiled (`pattern`) and run
//! (`machine`) where the next tokens leave them possible (`sieve`); of those that fit, the longest counts (`finder`), and
//! its rule says what it means (`sense`), where it matters by whether the sentence looks ahead or back (`tense`).

mod around;
mod calendar;
mod conditions;
mod count;
mod digits;
mod finder;
mod first;
mod lexicon;
mod machine;
mod moment;
mod pattern;
mod rules;
mod sense;
mod sieve;
mod tense;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

use jiff::civil::Date;

use count::Tokens;
use finder::Finder;
pub use moment::{Clock, Moment};
use rules::ENGLISH;
use token::tokens;

/// What kind of time a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TimeKind {
    /// A day.
    Date,
    /// A year of the calendar.
    Year,
    /// A month, a quarter, a season, from one day to another, since a day.
    Period,
    /// A length of time.
    Duration,
    /// A time of day.
    Time,
}

/// A mention of a time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMention {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: TimeKind,
    /// The first day, or the time of day; none if the period is open there, if no such day exists (30 February) or if it
    /// depends on a dateline that is not known.
    pub low: Option<Moment>,
    /// The last day, included; or the time of day.
    pub high: Option<Moment>,
    /// The length of a duration, at least; none for other kinds or if only the upper end is said.
    pub value_low: Option<f64>,
    /// The length of a duration, at most.
    pub value_high: Option<f64>,
    /// The unit of the length: `second`, `minute`, `hour`, `day`, `week`, `month` or `year`.
    pub unit: Option<&'static str>,
    /// Whether the length is a number as printed: not in "a month" or "all week".
    pub counted: bool,
    /// The rule by which it was found.
    pub rule: &'static str,
}

impl TimeMention {
    /// The first and the last day, if it has days.
    pub fn days(&self) -> (Option<Date>, Option<Date>) {
        (self.low.and_then(Moment::day), self.high.and_then(Moment::day))
    }
}

/// The mentions of times in a text, in order; they do not overlap. What is said relative to the day of writing ("on
/// Tuesday", "last week", "21 September") has days only if that day is given; of the years that are not said, the one that
/// the tense of the sentence points to, else the nearest. The time taken is linear in the text.
///
/// ```
/// use gainsay::extract::time::times;
/// let found = times("They left on 21 September 2022 for two weeks.", None);
/// assert_eq!(found[0].low.map(|day| day.to_string()).as_deref(), Some("2022-09-21"));
/// assert_eq!((found[1].value_low, found[1].unit), (Some(2.0), Some("week")));
/// ```
pub fn times(text: &str, dateline: Option<Date>) -> Vec<TimeMention> {
    let all = tokens(text, &ENGLISH.lexicon);
    Finder::new(Tokens { text, all: &all }, &ENGLISH, dateline).all()
}
