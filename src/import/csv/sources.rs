//! The table of sources.

use super::columns::source_kind;
use super::date::date;
use super::reader::Reader;
use super::row::{Row, Sheet};
use crate::import::error::ImportError;
use crate::import::names::Kind;
use crate::import::source::shelve;
use crate::model::SourceKind;
use crate::store::record::{SourceRecord, TextRecord};

/// Reads the rows.
///
/// # Errors
/// If one is no source.
pub fn read(sheet: &Sheet<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    reader.each(sheet, source)
}

fn source(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let source = SourceRecord {
        kind: kind(row, "kind")?,
        title: row.text("title"),
        outlet: row.text("outlet"),
        authors: row.list("authors"),
        url: row.text("url"),
        published: date(row, "published", reader)?,
        retrieved: date(row, "retrieved", reader)?,
        language: row.text("language"),
        text: text(row)?,
        cites: row.list("cites").iter().map(|id| reader.own_id(Kind::Source, id, row)).collect(),
        links_to: row.list("links_to").iter().map(|id| reader.own_id(Kind::Source, id, row)).collect(),
        republishes: row.get("republishes").map(|id| reader.own_id(Kind::Source, id, row)),
        note: row.text("note"),
        ..SourceRecord::new("")
    };
    let names: Vec<String> = source.title.iter().chain(&source.url).cloned().collect();
    let given = row.get("id");
    let id = given.map(|id| reader.own_id(Kind::Source, id, row));
    if let Some(id) = &id {
        crate::import::incoming::check_id(id, row)?;
    }
    let id = shelve(id.as_deref(), source, &row.at(), reader.naming.incoming)?;
    let given = given.filter(|given| *given != id).map(str::to_owned);
    reader.naming.names.add(Kind::Source, &id, names.iter().chain(&given));
    Ok(())
}

/// The kind of a source, in our words or in those of other programs.
pub fn kind(row: &Row<'_>, column: &str) -> Result<SourceKind, ImportError> {
    let other = row.get(column).and_then(source_kind);
    other.map_or_else(|| Ok(row.word(column)?.unwrap_or_default()), Ok)
}

fn text(row: &Row<'_>) -> Result<Option<TextRecord>, ImportError> {
    let Some(file) = row.text("text_file") else { return Ok(None) };
    let sha256 = row.need("text_sha256", "the SHA-256 of the text, since text_file names one")?.to_owned();
    Ok(Some(TextRecord { file, sha256, bytes: row.whole("text_bytes")? }))
}
