//! Files of other programs into the graph: tables, citations, fact checks. A file a format makes records of them; one plan
//! sorts these into new ones, known ones and conflicts. What has no home is listed.

mod bibtex;
mod claimreview;
mod compare;
mod csl;
mod csv;
mod dangling;
mod error;
mod file;
mod format;
mod incoming;
mod json;
mod names;
mod naming;
mod plan;
mod report;
mod source;

use std::path::Path;

pub use self::csv::MOST_CLAIMS;
pub use error::{ImportError, MOST_TOLD, Trouble};
pub use file::File;
pub use format::{Format, TABLES};
pub use report::{Conflict, Listed, Report};

use self::error::Places;
use self::incoming::Incoming;
use crate::model::Archive;
use crate::store::slug;
use crate::store::{Change, Held, Parts, WriteError, change, rehearse};

/// How files are imported.
pub struct Settings<'a> {
    /// The format of the files; if none, each is of the one that it looks like.
    pub format: Option<Format>,
    /// Whether the graph is changed; if not, only what would become of it is told.
    pub write: bool,
    /// The tolerance of measures that are made, in percent.
    pub tolerance: Option<f64>,
    /// Told how far the work has come.
    pub told: &'a dyn Fn(Told),
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many rows of tables are going to be read.
    Rows(usize),
    /// So many more were read.
    Read(usize),
    /// What was read is checked and put in place.
    Checking,
}

impl Default for Settings<'_> {
    /// Each file is of the format that it looks like, and the graph is changed.
    fn default() -> Self {
        Self { format: None, write: true, tolerance: None, told: &|_| {} }
    }
}

/// Imports files into the graph in `dir`, all of them or none.
///
/// # Errors
/// If a file cannot be read as its format, or the graph cannot be changed or would not load; then nothing has changed.
pub fn import(dir: &Path, files: &[File], settings: &Settings<'_>) -> Result<Report, ImportError> {
    let mut places = Places::new();
    let plan = |held: &Held, own: &mut Change<'_>| plan(held, own, files, settings, &mut places);
    let done = if settings.write { change(dir, plan) } else { rehearse(dir, plan) };
    done.map_err(|error| error.told_of(&places))
}

fn plan(
    held: &Held,
    change: &mut Change<'_>,
    files: &[File],
    settings: &Settings<'_>,
    places: &mut Places,
) -> Result<Report, ImportError> {
    let name = files.first().map(|file| name(&file.name)).unwrap_or_default();
    let (incoming, parts) = read(&held.archive, files, settings, || change.parts(&name))?;
    (settings.told)(Told::Checking);
    *places = incoming.places();
    let (mut records, report) = plan::plan(&held.archive, incoming);
    let report = dangling::drop(&held.archive, &mut records, report);
    change.import(&name, records)?;
    if let Some(parts) = parts {
        change.place(parts);
    }
    Ok(report)
}

/// The name of the graph's file for what comes from a file.
fn name(file: &str) -> String {
    let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    format!("import-{}", slug(&stem))
}

/// What the files say, and the files in which claims were put aside.
fn read(
    archive: &Archive,
    files: &[File],
    settings: &Settings<'_>,
    aside: impl FnOnce() -> Result<Parts, WriteError>,
) -> Result<(Incoming, Option<Parts>), ImportError> {
    let mut incoming = Incoming::default();
    let mut tables = Vec::new();
    for file in files {
        let found = Format::told(file, settings.format);
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
    let parts = csv::read(&tables, archive, &mut incoming, settings, aside)?;
    incoming.faults.end()?;
    Ok((incoming, parts))
}
