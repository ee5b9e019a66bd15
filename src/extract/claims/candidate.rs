//! A claim as a text makes it, before an editor has accepted it.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::language::LANGUAGE;
use super::language::definition::Definition;
use super::term::Term;
use crate::extract::figures::{Change, Kind, Mention, Value};
use crate::quantity::Stated;

/// What a claim of a text says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Said {
    /// A figure in a unit.
    Figure {
        /// Number and hedge.
        stated: Stated,
        /// The unit as printed, `count` if there is none.
        unit: String,
    },
    /// Days on one of which something is, or over which it runs.
    Days {
        /// The first; none if it is open.
        first: Option<Date>,
        /// The last, included; none if it is open.
        last: Option<Date>,
    },
    /// A time of day, or from one to another, in minutes from midnight.
    Clock {
        /// When, or from when on.
        from: u16,
        /// The same, or until when; it may be on another day.
        until: u16,
    },
    /// A place in an order, counted from the top.
    Rank(u32),
}

/// A term of a claim, with how near it stands to the figure: 1 in its own part of the sentence, less farther off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The term.
    pub term: Term,
    /// How near.
    pub weight: f64,
}

/// Days that a text gives for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Where it says so.
    pub span: Range<usize>,
    /// The first day; none if it is open.
    pub first: Option<Date>,
    /// The last day, included; none if it is open.
    pub last: Option<Date>,
    /// Whether it stands in the figure's own part of the sentence.
    pub near: bool,
}

/// Whoever a text names for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name, as it stands in the text; in full if the text has a fuller form before.
    pub name: String,
    /// Whether it is carried over from another sentence.
    pub carried: bool,
    /// Where the name stands, in bytes; none for a publisher, whom the head of a text names.
    pub span: Option<Range<usize>>,
}

/// A claim of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The figure.
    pub mention: Mention,
    /// The figure as printed.
    pub printed: String,
    /// What it says.
    pub said: Said,
    /// The sentence that it stands in, in bytes.
    pub sentence: Range<usize>,
    /// The words that carry it: the figure with what is counted, in bytes.
    pub fragment: Range<usize>,
    /// The noun that is counted, in the text's words; none if the text names none beside the figure.
    pub head: Option<Term>,
    /// The words before that noun that narrow it.
    pub modifiers: Vec<Term>,
    /// What happens to what is counted: a class of events.
    pub event: Option<u16>,
    /// All terms of the sentence, and those of the sentence before that it points back to; by their keys.
    pub terms: Vec<Weighted>,
    /// Words of names of places, the nearest first.
    pub places: Vec<Term>,
    /// The name of the nearest place.
    pub place: Option<String>,
    /// When, in the words of the text.
    pub period: Option<String>,
    /// What is counted, in the words of the text.
    pub counted: Option<String>,
    /// Whether it is of all places or people.
    pub whole: bool,
    /// Whether it is a part of the figure before it.
    pub part: bool,
    /// Whether it rises or falls, where the text says so.
    pub direction: Option<bool>,
    /// Whether it is a limit that somebody sets, and so a figure of its own.
    pub limit: bool,
    /// What the text says of what belongs to the figure.
    pub definition: Definition,
    /// When, where the sentence says so.
    pub when: Option<When>,
    /// Over how many days, where the sentence says so.
    pub lasting: Option<f64>,
    /// Who says so.
    pub speaker: Option<Speaker>,
    /// Whether the text says that somebody denies it.
    pub denied: bool,
    /// The count that it is a share of: 515 for the first figure in "412 of the 515".
    pub of: Option<f64>,
    /// Whether it only says when another claim of its sentence is.
    pub aside: bool,
    /// Whether its days have their year from another time that the text names.
    pub borrows_year: bool,
}

/// The most things of which a text tells in passing.
const FEW: f64 = 4.0;

/// How many days before its publication something is still the news of a text, whose toll changes.
const NEWS_DAYS: i32 = 30;

/// Whether a day is so near to the publication of a text, or after it, that it is its news.
pub(crate) fn is_news(day: Date, published: Date) -> bool {
    published.checked_sub(NEWS_DAYS.days()).is_ok_and(|since| day >= since)
}

impl Candidate {
    /// Whether it counts people, or what the text does not name beside the figure, to whom something happens whose toll changes
    /// from day to day.
    pub(crate) fn is_running_toll(&self) -> bool {
        let runs = self.event.is_some_and(|event| LANGUAGE.class_of(event).running);
        runs && !self.is_temporal() && self.head.is_none_or(|head| head.is_people())
    }

    /// The figure's part in a change.
    pub fn change(&self) -> Option<Change> {
        self.mention.change
    }

    /// Whether it says something only beside other claims: when they are, or a single thing.
    pub fn is_aside(&self) -> bool {
        let single = self.mention.kind == Kind::Count
            && self.mention.unit.is_none()
            && self.mention.low == Some(Value::Number(1.0));
        single || self.aside || self.is_scenery()
    }

    /// Whether it counts a few things in words to which nothing happens and of which nobody speaks: "two gulls sat on the wall".
    fn is_scenery(&self) -> bool {
        let few =
            matches!(self.mention.low, Some(Value::Number(low)) if low <= FEW) && self.mention.low == self.mention.high;
        let count = self.mention.kind == Kind::Count && self.mention.unit.is_none() && self.mention.hedge.is_none();
        let words = self.printed.chars().all(|letter| !letter.is_ascii_digit());
        few && count && words && self.event.is_none() && self.speaker.is_none() && self.of.is_none() && !self.part
    }

    /// Whether it only says when something was, or for how long.
    pub fn is_temporal(&self) -> bool {
        matches!(self.mention.kind, Kind::Date | Kind::Year | Kind::Period | Kind::Duration | Kind::Time)
    }
}
