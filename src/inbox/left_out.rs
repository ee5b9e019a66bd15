//! Figures and dates of a text that are no candidates, and why.

use crate::extract::claims::Candidate;
use crate::readers::Document;
use crate::text::one_line;

/// A figure or a date that a graph has no place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words, in one line.
    pub words: String,
    /// Where they stand: line and column, or page and paragraph.
    pub place: String,
    /// Why it was left out.
    pub why: Why,
}

impl LeftOut {
    pub(super) fn new(document: &Document, claim: &Candidate, why: Why) -> Self {
        let span = &claim.mention.span;
        let words = one_line(document.text.get(span.clone()).unwrap_or_default());
        Self { words, place: document.place(span.start).to_string(), why }
    }
}

/// Why a figure or a date is no candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Why {
    /// It is the date of something that no claim of the graph dates.
    NoEvent,
    /// It is a place in an order.
    Rank,
    /// It is a time of day.
    Clock,
    /// The text denies it.
    Denied,
    /// It is what something changed from and to.
    Change,
    /// No table has its unit, or says what is measured in it.
    Unit,
    /// Its bounds leave no figure.
    Bounds,
    /// Its words are more than evidence may be, or the file does not hold them as they are.
    Evidence,
}

impl Why {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoEvent => "no claim of the graph dates such an event; write the first by hand, in claims/",
            Self::Rank => "a rank is written by hand, in claims/",
            Self::Clock => "a graph holds no times of day",
            Self::Denied => "the text denies it",
            Self::Change => "a graph holds no changes from one figure to another",
            Self::Unit => "the unit is not known",
            Self::Bounds => "its bounds leave no figure",
            Self::Evidence => "its words cannot be quoted as evidence",
        }
    }
}
