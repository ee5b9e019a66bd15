//! The table of sources.

use super::date::date;
use super::reader::Reader;
use super::row::{Row, Sheet};
use crate::import::error::ImportError;
use crate::import::names::Kind;
use crate::import::source::shelve;
use crate::store::record::{SourceRecord, TextRecord};

/// Reads the rows.
///
/// # Errors
/// If one is no source.
pub fn read(sheet: &Sheet, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    reader.each(sheet, source)
}

fn source(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let source = SourceRecord {
        kind: row.word("kind")?.unwrap_or_default(),
        title: row.text("title"),
        outlet: row.text("outlet"),
        authors: row.list("authors"),
        url: row.text("url"),
        published: date(row, "published", reader)?,
        retrieved: date(row, "retrieved", reader)?,
        language: row.text("language"),
        text: text(row)?,
        cites: row.list("cites"),
        links_to: row.list("links_to"),
        republishes: row.text("republishes"),
        note: row.text("note"),
        ..SourceRecord::new("")
    };
    let names: Vec<String> = source.title.iter().chain(&source.url).cloned().collect();
    let given = row.get("id");
    if let Some(id) = given {
        crate::import::incoming::check_id(id, &row.at())?;
    }
    let id = shelve(given, source, &row.at(), reader.incoming)?;
    reader.names.add(Kind::Source, &id, &names);
    Ok(())
}

fn text(row: &Row<'_>) -> Result<Option<TextRecord>, ImportError> {
    let Some(file) = row.text("text_file") else { return Ok(None) };
    let sha256 = row.need("text_sha256", "the SHA-256 of the text, since text_file names one")?.to_owned();
    Ok(Some(TextRecord { file, sha256, bytes: row.number("text_bytes")? }))
}
