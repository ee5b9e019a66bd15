//! Tables with a header: those that `export --to csv` writes, and those of people, who need only a few of the columns.

mod about;
mod claims;
mod columns;
mod date;
mod edges;
mod figure;
mod numbering;
mod numeral;
mod period;
mod reader;
mod records;
mod row;
mod sources;
mod stream;
mod window;

use std::thread;

use self::columns::{Kind, has_ties, recognise};
use self::reader::Reader;
use self::row::{Sheet, sheet};
pub use self::stream::{MOST_CLAIMS, Streamed};
use self::stream::{Shared, Stream, Workers, start};
use super::error::ImportError;
use super::incoming::Incoming;
use super::{File, Settings, Told};
use crate::model::Archive;
use crate::store::{Parts, WriteError};

/// Reads tables, those first whose records others name. Of very many claims, only ids are held: the claims go to files aside,
/// which are given back. Of claims that name each other all are held, since one cannot be read without the others.
///
/// # Errors
/// If one has no header that is known, rows of unequal length, or a cell that is not as it must be.
pub fn read(
    files: &[&File],
    archive: &Archive,
    incoming: &mut Incoming,
    settings: &Settings<'_>,
    aside: impl FnOnce() -> Result<Parts, WriteError>,
) -> Result<Option<Parts>, ImportError> {
    let tables = tables(files, incoming)?;
    (settings.told)(Told::Rows(tables.iter().map(|(_, sheet)| sheet.count).sum()));
    if !are_many(&tables) {
        return each(&tables, &mut Reader::new(archive, incoming, settings, None)).map(|()| None);
    }
    let parts = aside()?;
    let shared = Shared::new(&tables, archive, &parts);
    thread::scope(|scope| {
        let (send, workers) = start(scope, &shared);
        let stream = Stream::new(archive, &shared, send);
        passed_on(&tables, Reader::new(archive, incoming, settings, Some(stream)), workers)
    })?;
    incoming.faults.add(std::mem::take(&mut incoming.streamed.troubles));
    Ok(Some(parts))
}

/// Reads the tables and waits for the claims that are passed on.
fn passed_on(tables: &[(Kind, Sheet<'_>)], mut reader: Reader<'_>, workers: Workers<'_>) -> Result<(), ImportError> {
    let read = each(tables, &mut reader);
    if let Some(mut stream) = reader.stream.take() {
        stream.learn(&std::mem::take(&mut reader.naming.incoming.made));
        stream.pass();
        (reader.told)(Told::Checking);
        reader.naming.incoming.streamed = stream.end(workers)?;
    }
    read
}

/// The tables, in the order in which they are read.
fn tables<'a>(files: &[&'a File], incoming: &mut Incoming) -> Result<Vec<(Kind, Sheet<'a>)>, ImportError> {
    let mut tables: Vec<(Kind, Sheet<'a>)> = Vec::new();
    for file in files {
        let read = sheet(file, &mut incoming.faults);
        let Some(mut sheet) = incoming.faults.kept(read)? else { continue };
        let kind = recognise(&mut sheet, incoming);
        if let Some(kind) = incoming.faults.kept(kind)? {
            tables.push((kind, sheet));
        }
    }
    tables.sort_by_key(|(kind, _)| *kind);
    Ok(tables)
}

/// Whether there are more claims than are held, and none that names another.
fn are_many(tables: &[(Kind, Sheet<'_>)]) -> bool {
    let claims = || tables.iter().filter(|(kind, _)| *kind == Kind::Claims).map(|(_, sheet)| sheet);
    let are_tied = claims().any(has_ties) || tables.iter().any(|(kind, _)| *kind == Kind::Edges);
    !are_tied && claims().map(|sheet| sheet.count).sum::<usize>() > MOST_CLAIMS
}

fn each(tables: &[(Kind, Sheet<'_>)], reader: &mut Reader<'_>) -> Result<(), ImportError> {
    for (number, (kind, sheet)) in tables.iter().enumerate() {
        if let Some(stream) = reader.stream.as_mut().filter(|_| *kind == Kind::Claims) {
            stream.table = number;
            stream.learn(&reader.naming.incoming.vocabulary());
        }
        match kind {
            Kind::Sources => sources::read(sheet, reader)?,
            Kind::Records(record) => records::read(sheet, *record, reader)?,
            Kind::Claims => claims::read(sheet, reader)?,
            Kind::Cites => edges::cites(sheet, reader)?,
            Kind::Edges => edges::read(sheet, reader)?,
            Kind::Disagreements => {}
        }
    }
    Ok(())
}
