//! Passages that texts share, as JSON.

use std::ops::Range;

use serde::Serialize;

use crate::model::{Source, SourceId};
use crate::reuse::{Passage, Side, Which};
use crate::text::{Document, Lines};

// Fields stand in the order of their names.

/// A text that is compared with others.
#[derive(Debug)]
pub struct ComparedText<'a> {
    /// The file.
    pub name: &'a str,
    /// The source whose text it is.
    pub source: Option<&'a Source>,
    /// Its words.
    pub document: &'a Document<'a>,
    /// Its lines.
    pub lines: Lines<'a>,
}

/// All passages.
#[derive(Debug, Serialize)]
pub struct ReuseJson<'a> {
    reuse: Vec<PassageJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PassageJson<'a> {
    a: SideJson<'a>,
    b: SideJson<'a>,
    differences: Vec<DifferenceJson<'a>>,
    first: Option<&'static str>,
    kind: &'static str,
    words: usize,
}

#[derive(Debug, Serialize)]
struct SideJson<'a> {
    column: usize,
    end: usize,
    file: &'a str,
    line: usize,
    source: Option<SourceJson<'a>>,
    start: usize,
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    id: &'a SourceId,
    published: Option<String>,
    title: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct DifferenceJson<'a> {
    a: StretchJson<'a>,
    b: StretchJson<'a>,
}

#[derive(Debug, Serialize)]
struct StretchJson<'a> {
    end: usize,
    start: usize,
    text: &'a str,
}

/// The passages that the texts share.
pub fn reuse<'a>(texts: &'a [ComparedText<'a>], passages: &[Passage]) -> ReuseJson<'a> {
    ReuseJson { reuse: passages.iter().map(|one| passage(texts, one)).collect() }
}

fn passage<'a>(texts: &'a [ComparedText<'a>], one: &Passage) -> PassageJson<'a> {
    let stretch = |side: &Side, bytes: &Range<usize>| StretchJson {
        end: bytes.end,
        start: bytes.start,
        text: texts[side.document].document.text().get(bytes.clone()).unwrap_or_default(),
    };
    let differences = one.differences.iter();
    PassageJson {
        a: side(texts, &one.a),
        b: side(texts, &one.b),
        differences: differences
            .map(|own| DifferenceJson { a: stretch(&one.a, &own.a), b: stretch(&one.b, &own.b) })
            .collect(),
        first: one.first.map(|which| if which == Which::A { "a" } else { "b" }),
        kind: one.kind.word(),
        words: one.words,
    }
}

fn side<'a>(texts: &'a [ComparedText<'a>], side: &Side) -> SideJson<'a> {
    let text = &texts[side.document];
    let place = text.lines.place(side.bytes.start);
    let source = text.source.map(|source| SourceJson {
        id: &source.id,
        published: source.published.map(|date| date.to_string()),
        title: source.title.as_deref(),
    });
    let (start, end) = (side.bytes.start, side.bytes.end);
    SideJson { column: place.column, end, file: text.name, line: place.line, source, start }
}
