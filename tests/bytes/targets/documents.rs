//! Any file, read: a document whose parts lie in its text and lead back to the file, or an error; the same each time.

use std::ops::Range;

use gainsay::ingest::documents;
use gainsay::readers::{Days, Document};

/// Reads a file of that name.
pub fn read(file: &str, bytes: &[u8]) {
    match (documents(file, bytes), documents(file, bytes)) {
        (Ok(found), Ok(again)) => {
            assert!(found == again, "read differently when read again");
            found.iter().for_each(|document| hold(bytes, document));
        }
        (Err(error), Err(again)) => {
            assert_eq!(error.to_string(), again.to_string());
            assert!(!error.to_string().is_empty());
        }
        _ => panic!("read once and not again"),
    }
}

fn hold(bytes: &[u8], document: &Document) {
    let text = document.text.as_str();
    assert!(!document.file.is_empty() && text.is_char_boundary(document.body), "the body begins nowhere");
    if let Some(Days { first, last }) = document.date {
        assert!(first <= last, "{first} {last}");
    }
    if let Some(title) = &document.title
        && let Some(span) = &title.span
    {
        stands(text, span, &title.text);
    }
    for link in &document.links {
        stands(text, &link.span, &link.text);
        in_file(bytes, document, link.span.clone());
    }
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for at in starts.iter().step_by(starts.len() / 32 + 1) {
        let place = document.place(*at);
        assert!(place.line >= 1 && place.column >= 1, "{place:?}");
        let end = text[*at..].char_indices().nth(7).map_or(text.len(), |(more, _)| at + more);
        let (piece, start) = (text[*at..end].trim_end(), text[*at..end].trim_start());
        // Blanks that stand for markup may part a letter of it.
        in_file(bytes, document, end - start.len()..(at + piece.len()).max(end - start.len()));
    }
}

/// The words stand there, with more blanks where there was markup between them.
fn stands(text: &str, span: &Range<usize>, words: &str) {
    let piece = text.get(span.clone()).unwrap_or_else(|| panic!("{span:?} is no piece of the text"));
    assert!(piece.split_whitespace().eq(words.split_whitespace()), "{words:?} is {piece:?} in the text");
}

/// What a range comes from is a piece of the file.
fn in_file(bytes: &[u8], document: &Document, range: Range<usize>) {
    if range.is_empty() {
        return;
    }
    let Some(source) = document.source_range(range.clone()) else { return };
    let file = std::str::from_utf8(bytes).expect("a file that has ranges is UTF-8");
    assert!(file.get(source.clone()).is_some(), "{range:?} comes from {source:?}, which is no piece of the file");
}
