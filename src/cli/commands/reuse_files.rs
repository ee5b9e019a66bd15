//! The files of `reuse`, and the sources of a graph whose texts they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::export::json::ComparedText;
use gainsay::model::{Archive, Source};
use gainsay::readers::LIMIT;
use gainsay::store::sha256;
use gainsay::text::{Document, Lines};

use crate::cli::error::CliError;
use crate::cli::opening::source;

/// A file as read.
pub struct TextFile<'a> {
    /// The path as it was given.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// The source whose text it is.
    pub source: Option<&'a Source>,
}

/// Reads the files. One that is named twice is read once, for a text is not compared with itself.
pub fn read<'a>(files: &[PathBuf], archive: Option<&'a Archive>) -> Result<Vec<TextFile<'a>>, CliError> {
    let mut seen = BTreeSet::new();
    let mut read = Vec::new();
    for path in files {
        let text = text_of(path)?;
        if seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())) {
            let source = archive.and_then(|archive| source_of(archive, path, &text));
            read.push(TextFile { name: path.display().to_string(), text, source });
        }
    }
    Ok(read)
}

fn text_of(path: &Path) -> Result<String, CliError> {
    source::is_text(path)?;
    source::text(path, LIMIT)
}

/// The source with this very text; else the one whose text has this file name.
fn source_of<'a>(archive: &'a Archive, path: &Path, text: &str) -> Option<&'a Source> {
    let digest = sha256(text.as_bytes());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let texts = || archive.sources.values().filter_map(|source| source.text.as_ref().map(|text| (source, text)));
    let same = texts().find(|(_, text)| text.sha256 == digest);
    same.or_else(|| texts().find(|(_, text)| Some(&text.file) == name.as_ref())).map(|(source, _)| source)
}

impl TextFile<'_> {
    /// The text cut into words, with the date of its source.
    pub fn document(&self) -> Document<'_> {
        let document = Document::new(&self.text);
        match self.source.and_then(|source| source.published) {
            Some(date) => document.dated_between(date.first_day(), date.last_day()),
            None => document,
        }
    }

    /// The text as it is compared.
    pub fn compared<'a>(&'a self, document: &'a Document<'a>) -> ComparedText<'a> {
        ComparedText { name: &self.name, source: self.source, document, lines: Lines::new(document.text()) }
    }
}
