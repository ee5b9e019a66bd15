//! Files of other programs into the graph: tables, citations, fact checks. A file a format makes records of them; one plan
//! sorts these into new ones, known ones and conflicts. What has no home is listed.

mod bibtex;
mod claimreview;
mod compare;
mod csl;
mod csv;
mod dangling;
mod error;
mod format;
mod incoming;
mod json;
mod names;
mod plan;
mod report;
mod source;

use std::path::Path;

pub use error::{ImportError, MOST_TOLD, Trouble};
pub use format::{Format, TABLES};
pub use report::{Conflict, Listed, Report};

use self::error::Places;
use self::incoming::Incoming;
use crate::inbox::slug;
use crate::model::Archive;
use crate::store::{Change, Held, change, rehearse};

/// A file to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as it is told.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Imports files into the graph in `dir`, all of them or none; if not `write`, only says what would become of them.
/// Each file is of the format, or, if that is none, of the one that it looks like.
///
/// # Errors
/// If a file cannot be read as its format, or the graph cannot be changed or would not load; then nothing has changed.
pub fn import(dir: &Path, format: Option<Format>, files: &[File], write: bool) -> Result<Report, ImportError> {
    let mut places = Places::new();
    let plan = |held: &Held, own: &mut Change<'_>| plan(held, own, format, files, &mut places);
    let done = if write { change(dir, plan) } else { rehearse(dir, plan) };
    done.map_err(|error| error.told_of(&places))
}

fn plan(
    held: &Held,
    change: &mut Change<'_>,
    format: Option<Format>,
    files: &[File],
    places: &mut Places,
) -> Result<Report, ImportError> {
    let incoming = read(&held.archive, format, files)?;
    *places = incoming.places();
    let (mut records, report) = plan::plan(&held.archive, incoming);
    let report = dangling::drop(&held.archive, &mut records, report);
    if let Some(file) = files.first() {
        change.import(&name(&file.name), records)?;
    }
    Ok(report)
}

/// The name of the graph's file for what comes from a file.
fn name(file: &str) -> String {
    let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    format!("import-{}", slug(&stem))
}

fn read(archive: &Archive, format: Option<Format>, files: &[File]) -> Result<Incoming, ImportError> {
    let mut incoming = Incoming::default();
    let mut tables = Vec::new();
    for file in files {
        let found = Format::told(file, format);
        let read = match incoming.faults.kept(found)? {
            None => Ok(()),
            Some(Format::Csv) => {
                tables.push(file);
                Ok(())
            }
            Some(Format::Csl) => csl::read(file, &mut incoming),
            Some(Format::Bibtex) => bibtex::read(file, &mut incoming),
            Some(Format::Claimreview) => claimreview::read(file, archive, &mut incoming),
        };
        incoming.faults.kept(read)?;
    }
    // Tables name one another's records, so that they are read together.
    csv::read(&tables, archive, &mut incoming)?;
    incoming.faults.end()?;
    Ok(incoming)
}
