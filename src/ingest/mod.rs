//! Ingest: documents with all that is known of them, from what their files say and from the heads of their texts.

mod credit;
mod dateline;
mod head;
mod rules;

use std::io::Read;

pub use head::{Head, head};

use crate::extract::time::times;
use crate::readers::{Document, Format, Part, ReadError, read_from};

/// Reads a file, or standard input, and completes its documents.
///
/// # Errors
/// Those of [`read_from`].
pub fn documents(file: &str, source: impl Read) -> Result<Vec<Document>, ReadError> {
    let mut documents = read_from(file, source)?;
    documents.iter_mut().for_each(complete);
    Ok(documents)
}

/// Fills in from the head of the text what the file does not say. In PDF and DOCX the date of the head counts for more: the
/// file knows only when it was made.
pub fn complete(document: &mut Document) {
    let head = head(&document.text);
    let words = |range: &std::ops::Range<usize>| document.text[range.clone()].to_owned();
    let title = head.title.map(|span| Part { text: words(&span), span: Some(span) });
    let outlet = head.outlet.as_ref().map(words);
    let authors: Vec<String> = head.authors.iter().map(words).collect();
    let made_later = matches!(document.format, Format::Pdf | Format::Docx);
    let own = document.date.or_else(|| times(document.dated.as_deref()?, None).iter().find_map(credit::days));
    let told = head.date.map(|(days, _)| days);
    document.date = if made_later { told.or(own) } else { own.or(told) };
    document.title = document.title.take().or(title);
    document.outlet = document.outlet.take().or(outlet);
    if document.author.is_empty() {
        document.author = authors;
    }
    document.body = document.body.max(head.body);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(file: &str, text: &str) -> Document {
        documents(file, text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn what_the_file_says_counts_before_the_head() {
        let text = "---\noutlet: Tide Times\n---\n# Five boats sink\n\nDock Gazette, 2 June 2024\n\nThe storm came.\n";
        let found = one("a.md", text);
        assert_eq!(found.outlet.as_deref(), Some("Tide Times"));
        assert_eq!(found.date.map(|days| days.to_string()).as_deref(), Some("2024-06-02"));
        assert_eq!(found.text[found.body..].trim(), "The storm came.");
    }

    #[test]
    fn a_date_in_words_is_read() {
        let found = one("a.jsonl", "{\"text\": \"It came.\", \"date\": \"June 2, 2024, 10:45 am\"}\n");
        assert_eq!(found.date.map(|days| days.to_string()).as_deref(), Some("2024-06-02"));
        assert_eq!(found.body, 0);
    }
}
