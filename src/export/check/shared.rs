//! What texts share and where they name each other, as Markdown.

use crate::check::Citation;
use crate::export::markdown::plain;
use crate::readers::Document;
use crate::reuse::{Difference, Passage, Side};
use crate::text::one_line;

/// A section for the passages that two texts share; nothing if there is none.
pub fn passages(documents: &[Document], passages: &[Passage]) -> String {
    section("Shared passages", passages.iter().map(|one| passage(documents, one)))
}

/// A section for the citations; nothing if there is none.
pub fn citations(documents: &[Document], citations: &[Citation]) -> String {
    let line = |one: &Citation| {
        let place = place(documents, one.from, one.bytes.start);
        format!("{place} names {}", plain(&documents[one.to].file))
    };
    section("Citations", citations.iter().map(line))
}

fn section(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("- {line}\n")).collect();
    if lines.is_empty() { lines } else { format!("\n## {title}\n\n{lines}") }
}

fn passage(documents: &[Document], one: &Passage) -> String {
    let side = |side: &Side| place(documents, side.document, side.bytes.start);
    let shared = format!("{} and {} share {} words", side(&one.a), side(&one.b), one.words);
    let changed: String = one.differences.iter().map(|own| change(documents, one, own)).collect();
    format!("{shared}{changed}")
}

fn change(documents: &[Document], passage: &Passage, one: &Difference) -> String {
    let words = |side: &Side, bytes: &std::ops::Range<usize>| {
        plain(&one_line(documents[side.document].text.get(bytes.clone()).unwrap_or_default()))
    };
    format!("; changed: “{}” – “{}”", words(&passage.a, &one.a), words(&passage.b, &one.b))
}

fn place(documents: &[Document], document: usize, at: usize) -> String {
    let document = &documents[document];
    plain(&format!("{}:{}", document.file, document.place(at)))
}
