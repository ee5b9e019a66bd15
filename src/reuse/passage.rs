//! A passage that two texts share.

use std::ops::Range;

use super::differences::differences;
use super::edges::with_marks;
use super::extend::Chain;
use super::kind::kind;
use super::select::shared;
use crate::text::Document;

/// Where a passage stands in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Index of the document.
    pub document: usize,
    /// Bytes in its text.
    pub bytes: Range<usize>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// One text has it from the other, or both from a third.
    Copied,
    /// Both quote a speaker: the words are that speaker's, and neither text need know the other.
    Quotation,
}

impl PassageKind {
    /// The kind in a word.
    pub fn word(self) -> &'static str {
        match self {
            PassageKind::Copied => "copied",
            PassageKind::Quotation => "quotation",
        }
    }
}

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The side `a`.
    A,
    /// The side `b`.
    B,
}

/// Words in which the two copies differ; an empty range where one has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Bytes in the text of `a`.
    pub a: Range<usize>,
    /// Bytes in the text of `b`.
    pub b: Range<usize>,
}

/// A passage that two texts share word for word, but for its differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the document with the lower index.
    pub a: Side,
    /// Where it stands in the other.
    pub b: Side,
    /// Words that are the same.
    pub words: usize,
    /// Copied, or quoted by both.
    pub kind: PassageKind,
    /// The side published first; `None` where that is not known.
    pub first: Option<Which>,
    /// Where they differ, in order.
    pub differences: Vec<Difference>,
}

impl Passage {
    /// The order of passages.
    pub(super) fn place(&self) -> (usize, usize, usize, usize) {
        (self.a.document, self.b.document, self.a.bytes.start, self.b.bytes.start)
    }

    /// The same, seen from the other text.
    pub fn mirrored(self) -> Self {
        let swap = |one: Difference| Difference { a: one.b, b: one.a };
        let first = self.first.map(|which| if which == Which::A { Which::B } else { Which::A });
        let differences = self.differences.into_iter().map(swap).collect();
        Self { a: self.b, b: self.a, first, differences, ..self }
    }
}

/// The passage that a chain makes; `pair` are the indices of the documents.
pub(super) fn passage(a: &Document<'_>, b: &Document<'_>, pair: [usize; 2], chain: Chain) -> Passage {
    let (first, last) = (chain[0], chain[chain.len() - 1]);
    let words_a = (first.a, last.a + last.words);
    let words_b = (first.b, last.b + last.words);
    let [bytes_a, bytes_b] = with_marks([a.text(), b.text()], [bytes(a, words_a), bytes(b, words_b)]);
    let (differences, more) = differences(a, b, &chain);
    Passage {
        a: Side { document: pair[0], bytes: bytes_a },
        b: Side { document: pair[1], bytes: bytes_b },
        words: shared(&chain) + more,
        kind: kind([(a, words_a), (b, words_b)]),
        first: earlier(a, b),
        differences,
    }
}

fn bytes(document: &Document<'_>, (start, end): (usize, usize)) -> Range<usize> {
    document.words()[start].start..document.words()[end - 1].end
}

fn earlier(a: &Document<'_>, b: &Document<'_>) -> Option<Which> {
    if a.precedes(b) { Some(Which::A) } else { b.precedes(a).then_some(Which::B) }
}
