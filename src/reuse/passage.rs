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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::passages;
    use jiff::civil::Date;

    const OLDER: &str =
        "The port closed at noon on Sunday, and 10 per cent of lorries had to wait in the rain until dawn.";
    const NEWER: &str = "Two said it. The port closed at noon on Sunday, and 10 percent of trucks had to wait in the rain \
        until dawn. Snow fell.";

    #[test]
    fn words_are_counted_with_those_that_only_spaces_part() {
        let found = passages(&[Document::new(OLDER), Document::new(NEWER)]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].words, found[0].differences.len()), (19, 1));
        assert_eq!(&NEWER[found[0].differences[0].b.clone()], "trucks");
    }

    #[test]
    fn whoever_was_published_before_is_first_from_either_side() {
        let dated = |text, day| Document::new(text).dated(Date::constant(2031, 5, day));
        let first = |texts: [Document<'static>; 2]| passages(&texts)[0].first;
        assert_eq!(first([dated(OLDER, 3), dated(NEWER, 4)]), Some(Which::A));
        assert_eq!(first([dated(NEWER, 4), dated(OLDER, 3)]), Some(Which::B));
        assert_eq!(first([dated(OLDER, 3), dated(NEWER, 3)]), None, "of one day neither is");
        assert_eq!(first([dated(OLDER, 3), Document::new(NEWER)]), None);
    }

    #[test]
    fn a_passage_that_is_turned_twice_is_the_same() {
        let dated = |text, day| Document::new(text).dated(Date::constant(2031, 5, day));
        let found = passages(&[dated(OLDER, 3), dated(NEWER, 4)]).remove(0);
        let turned = found.clone().mirrored();
        assert_eq!((turned.first, &turned.a, &turned.b), (Some(Which::B), &found.b, &found.a));
        assert_eq!(turned.mirrored(), found);
    }

    #[test]
    fn passages_stand_in_the_order_of_documents_and_of_places() {
        let other = "Snow fell on the hills all night long, and in the morning nobody could find the road to the mill.";
        let texts = [format!("{other} Then it rained. {OLDER}"), format!("{OLDER} At last. {other}"), other.to_owned()];
        let found = passages(&texts.each_ref().map(|text| Document::new(text)));
        let places: Vec<_> = found.iter().map(|one| (one.a.document, one.b.document, one.a.bytes.start)).collect();
        let second = found[1].a.bytes.start;
        assert_eq!(places, [(0, 1, 0), (0, 1, second), (0, 2, 0), (1, 2, places[3].2)]);
        assert!(second > 0);
    }

    #[test]
    fn kinds_are_told_in_a_word() {
        assert_eq!([PassageKind::Copied, PassageKind::Quotation].map(PassageKind::word), ["copied", "quotation"]);
    }
}
