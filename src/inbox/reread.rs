//! Texts of the inbox, read again from where they were read first.

use std::path::Path;

use crate::extract::claims::sentences;
use crate::ingest;
use crate::readers::Document;
use crate::store::record::InboxFile;
use crate::store::{sha256, text_bytes};
use crate::text::{one_line, words};

/// The text of a file of the inbox; nothing if it is no longer there, or no longer the same.
pub fn reread(file: &InboxFile) -> Option<Document> {
    let bytes = text_bytes(Path::new(&file.read.file)).ok()?;
    if sha256(&bytes) != file.read.sha256 {
        return None;
    }
    let documents = ingest::documents(&file.read.file, bytes.as_slice()).ok()?;
    let mut document = documents.into_iter().nth(file.read.document)?;
    document.date = file.source.published.as_deref().and_then(crate::readers::Days::of).or(document.date);
    document.outlet = file.source.outlet.clone().or(document.outlet);
    Some(document)
}

/// The sentence of a text that holds a byte.
pub fn sentence(document: &Document, byte: usize) -> Option<String> {
    let words = words(&document.text);
    let found = sentences(&document.text, &words).into_iter().find(|one| one.span.contains(&byte))?;
    Some(one_line(document.text.get(found.span)?))
}
