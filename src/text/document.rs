//! A text with its words and, where known, its date.

use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::quotes::quoted;
use super::words::{Word, words};

/// A text, cut into words.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    text: &'a str,
    words: Vec<Word>,
    quoted: OnceLock<Vec<Range<usize>>>,
    dates: Option<(Date, Date)>,
}

impl<'a> Document<'a> {
    /// Cuts a text into words; its date is not known.
    pub fn new(text: &'a str) -> Self {
        Self { text, words: words(text), quoted: OnceLock::new(), dates: None }
    }

    /// The same, published on this day.
    pub fn dated(self, date: Date) -> Self {
        self.dated_between(date, date)
    }

    /// The same, published on one of these days: a month or a year is all that many dates say.
    pub fn dated_between(self, first: Date, last: Date) -> Self {
        Self { dates: Some((first, last)), ..self }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The ranges inside quotation marks ([`quoted`]); found when first asked for.
    pub fn quoted(&self) -> &[Range<usize>] {
        self.quoted.get_or_init(|| quoted(self.text))
    }

    /// The first and the last day on which it may have been published.
    pub fn dates(&self) -> Option<(Date, Date)> {
        self.dates
    }

    /// Whether it is known to have been published before the other.
    pub fn precedes(&self, other: &Document<'_>) -> bool {
        self.dates.zip(other.dates).is_some_and(|((_, last), (first, _))| last < first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_dates_do_not_say_which_came_first() {
        let month = || Document::new("").dated_between(Date::constant(2022, 10, 1), Date::constant(2022, 10, 31));
        let day = |day| Document::new("").dated(Date::constant(2022, 11, day));
        assert!(month().precedes(&day(1)) && !day(1).precedes(&month()));
        assert!(!month().precedes(&month()) && !day(1).precedes(&day(1)));
        assert!(!Document::new("").precedes(&day(1)));
    }
}
