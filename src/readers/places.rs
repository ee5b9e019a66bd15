//! From bytes of a document's text to places in its file.

use std::ops::Range;

use super::document::Place;
use crate::text::LineStarts;

/// A stretch of the text that stands in the file as it is; what is between two of them was put there by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// First byte in the text.
    pub text: usize,
    /// First byte in the file.
    pub source: usize,
    /// Bytes in the text.
    pub len: usize,
    /// Bytes in the file; not the same for a character that is written as an entity.
    pub source_len: usize,
}

/// A paragraph of a file that has no lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// First byte in the text.
    pub start: usize,
    /// Page.
    pub page: Option<usize>,
    /// Number on the page, or in the file.
    pub number: usize,
}

/// How the text lies in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Map {
    /// Byte for byte.
    Identity,
    /// In pieces.
    Pieces(Vec<Piece>),
    /// In paragraphs.
    Paragraphs(Vec<Paragraph>),
    /// In a record on this line.
    Record(usize),
}

/// Where the bytes of a text stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places {
    lines: LineStarts,
    /// The text of the file, if the lines are those of the file and the document's text is another.
    source: Option<String>,
    map: Map,
}

impl Places {
    /// The text is the file.
    pub fn same(text: &str) -> Self {
        Self { lines: LineStarts::new(text), source: None, map: Map::Identity }
    }

    /// The text is as long as the file, and each of its bytes stands where it stands there.
    pub fn beside(source: String) -> Self {
        Self { lines: LineStarts::new(&source), source: Some(source), map: Map::Identity }
    }

    /// The text was put together from pieces of the file.
    pub fn pieces(source: String, pieces: Vec<Piece>) -> Self {
        Self { lines: LineStarts::new(&source), source: Some(source), map: Map::Pieces(pieces) }
    }

    /// The text is a list of paragraphs.
    pub fn paragraphs(text: &str, paragraphs: Vec<Paragraph>) -> Self {
        Self { lines: LineStarts::new(text), source: None, map: Map::Paragraphs(paragraphs) }
    }

    /// The text is in the record on this line.
    pub fn record(text: &str, line: usize) -> Self {
        Self { lines: LineStarts::new(text), source: None, map: Map::Record(line) }
    }

    /// The place of a byte of the text.
    pub fn place(&self, text: &str, byte: usize) -> Place {
        let (mut page, mut paragraph, mut record) = (None, None, None);
        let byte = match &self.map {
            Map::Identity => byte,
            Map::Pieces(pieces) => source_byte(pieces, byte),
            Map::Paragraphs(paragraphs) => {
                let before = paragraphs.partition_point(|one| one.start <= byte).saturating_sub(1);
                if let Some(found) = paragraphs.get(before) {
                    (page, paragraph) = (found.page, Some(found.number));
                }
                byte
            }
            Map::Record(line) => {
                record = Some(*line);
                byte
            }
        };
        let at = self.lines.place(self.source.as_deref().unwrap_or(text), byte);
        Place { page, paragraph, record, line: at.line, column: at.column }
    }

    /// The bytes of the file from which a range of the text comes, if it stands there. A heading may be put before a text that
    /// stands before it in the file: what lies in both has no range.
    pub fn source_range(&self, range: Range<usize>) -> Option<Range<usize>> {
        match &self.map {
            Map::Identity => Some(range),
            Map::Pieces(pieces) => {
                let last = range.end.saturating_sub(1).max(range.start);
                let end = source_end(pieces, last);
                let source =
                    source_byte(pieces, range.start)..if range.is_empty() { source_byte(pieces, last) } else { end };
                (source.start <= source.end).then_some(source)
            }
            Map::Paragraphs(_) | Map::Record(_) => None,
        }
    }
}

/// The piece of a byte, or the one before it.
fn piece(pieces: &[Piece], byte: usize) -> Option<Piece> {
    let before = pieces.partition_point(|one| one.text <= byte).saturating_sub(1);
    pieces.get(before).copied()
}

/// The byte of the file; for what the reader put in, the end of the piece before.
fn source_byte(pieces: &[Piece], byte: usize) -> usize {
    piece(pieces, byte).map_or(0, |one| match byte.saturating_sub(one.text) {
        beyond if beyond >= one.len => one.source + one.source_len,
        within if one.len == one.source_len => one.source + within,
        _ => one.source,
    })
}

/// The end in the file of what ends after this byte of the text.
fn source_end(pieces: &[Piece], last: usize) -> usize {
    piece(pieces, last).map_or(0, |one| match last.saturating_sub(one.text) {
        within if within < one.len && one.len == one.source_len => one.source + within + 1,
        _ => one.source + one.source_len,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lead_back_to_the_file() {
        // <p>a &amp; b</p>
        let pieces = vec![
            Piece { text: 0, source: 3, len: 2, source_len: 2 },
            Piece { text: 2, source: 5, len: 1, source_len: 5 },
            Piece { text: 3, source: 10, len: 2, source_len: 2 },
        ];
        let places = Places::pieces("<p>a &amp; b</p>".to_owned(), pieces);
        assert_eq!(places.source_range(0..5), Some(3..12));
        assert_eq!(places.source_range(2..3), Some(5..10));
        assert_eq!(places.place("a & b", 4).column, 12);
        assert_eq!(places.place("a & b", 99).column, 13);
    }

    #[test]
    fn what_lies_in_pieces_that_change_places_has_no_range() {
        let piece = |text, source| Piece { text, source, len: 4, source_len: 4 };
        let places = Places::pieces("body ... head".to_owned(), vec![piece(0, 9), piece(6, 0)]);
        assert_eq!(places.source_range(0..4), Some(9..13));
        assert_eq!(places.source_range(6..10), Some(0..4));
        assert_eq!(places.source_range(2..8), None);
    }

    #[test]
    fn paragraphs_have_pages() {
        let of = |start, page, number| Paragraph { start, page: Some(page), number };
        let text = "one\n\ntwo\n\nthree";
        let places = Places::paragraphs(text, vec![of(0, 1, 1), of(5, 1, 2), of(10, 2, 1)]);
        assert_eq!(places.place(text, 12).to_string(), "page 2, paragraph 1");
        assert_eq!((places.place(text, 6).line, places.place(text, 6).column), (3, 2));
        assert_eq!(places.source_range(0..3), None);
    }
}
