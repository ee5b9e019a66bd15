//! Tables with a header: those that `export --to csv` writes, and those of people, who need only a few of the columns.

mod about;
mod claims;
mod columns;
mod date;
mod edges;
mod figure;
mod numeral;
mod period;
pub(in crate::import) mod reader;
mod records;
mod row;
mod sources;

use self::columns::{Kind, recognise};
use self::reader::Reader;
use self::row::{Sheet, sheet};
use super::File;
use super::error::ImportError;
use super::incoming::Incoming;
use super::names::Names;
use crate::model::Archive;

/// Reads tables, those first whose records others name.
///
/// # Errors
/// If one has no header that is known, rows of unequal length, or a cell that is not as it must be.
pub fn read(files: &[&File], archive: &Archive, incoming: &mut Incoming) -> Result<(), ImportError> {
    let mut tables: Vec<(Kind, Sheet)> = Vec::new();
    for file in files {
        let read = sheet(file, &mut incoming.faults);
        let Some(mut sheet) = incoming.faults.kept(read)? else { continue };
        let kind = recognise(&mut sheet, incoming);
        if let Some(kind) = incoming.faults.kept(kind)? {
            tables.push((kind, sheet));
        }
    }
    tables.sort_by_key(|(kind, _)| *kind);
    let mut reader = Reader { archive, names: Names::new(archive, incoming), incoming };
    for (kind, sheet) in &tables {
        match kind {
            Kind::Sources => sources::read(sheet, &mut reader)?,
            Kind::Records(record) => records::read(sheet, *record, &mut reader)?,
            Kind::Claims => claims::read(sheet, &mut reader)?,
            Kind::Cites => edges::cites(sheet, &mut reader)?,
            Kind::Edges => edges::read(sheet, &mut reader)?,
            Kind::Disagreements => {}
        }
    }
    Ok(())
}
