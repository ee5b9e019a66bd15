//! The files of an import of many claims: written aside, and moved into the graph when all of them are there.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::disk::{self, Out};
use super::owned::sealed_lines;
use super::whole::WriteError;
use crate::store::record::{AddedFile, ClaimFile};

/// How the names of folders begin in which such files wait. A graph passes over names that begin with a dot.
const ASIDE: &str = ".import-";

/// Files that wait; with them goes what was written, unless they are placed.
#[derive(Debug)]
pub struct Parts {
    /// Where they are to stand.
    folder: PathBuf,
    name: String,
    /// The number of the first.
    first: usize,
    /// Where they wait; nowhere, if nothing is to be written.
    aside: Option<TempDir>,
}

impl Parts {
    /// Files for `added/` of the graph in `dir`, numbered on from those of that name which are there.
    pub(in crate::store) fn new(dir: &Path, name: &str, write: bool) -> Result<Self, WriteError> {
        let folder = dir.join("added");
        let first = last(&folder, name) + 1;
        let aside = if write { Some(fresh(dir)?) } else { None };
        Ok(Self { folder, name: name.to_owned(), first, aside })
    }

    /// Writes a part; the first has number 0. Parts may be written by several threads in any order.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, number: usize, claims: Vec<ClaimFile>) -> Result<(), WriteError> {
        let Some(aside) = &self.aside else { return Ok(()) };
        let text = sealed_lines(&AddedFile { claims, ..AddedFile::default() }, "import")?;
        let path = aside.path().join(file(&self.name, self.first + number));
        let io = |error| WriteError::Io { path: path.clone(), error };
        disk::step().map_err(io)?;
        let mut file = Out(fs::File::create(&path).map_err(io)?);
        let written = file.write_all(text.as_bytes()).and_then(|()| disk::step());
        written.and_then(|()| file.0.sync_all()).map_err(io)
    }

    /// Moves all of them into the graph, in their order. What claims name must stand there already, so that the graph loads
    /// after each of them.
    pub(in crate::store) fn place(self) -> Result<(), WriteError> {
        let Some(aside) = &self.aside else { return Ok(()) };
        let io = |path: &Path| {
            let path = path.to_path_buf();
            move |error| WriteError::Io { path, error }
        };
        disk::make(&self.folder).map_err(io(&self.folder))?;
        let mut number = self.first;
        loop {
            let name = file(&self.name, number);
            let from = aside.path().join(&name);
            if !from.exists() {
                return disk::sync(&self.folder).map_err(io(&self.folder));
            }
            let to = self.folder.join(name);
            disk::step().and_then(|()| fs::rename(&from, &to)).map_err(io(&to))?;
            number += 1;
        }
    }
}

fn file(name: &str, number: usize) -> String {
    format!("{name}-part-{number:04}.ron")
}

/// The highest number of a part of that name.
fn last(folder: &Path, name: &str) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |entry: fs::DirEntry| {
        let found = entry.file_name().to_string_lossy().into_owned();
        found.strip_prefix(name)?.strip_prefix("-part-")?.strip_suffix(".ron")?.parse().ok()
    };
    entries.filter_map(number).max().unwrap_or(0)
}

/// A new folder for files that wait, in place of those that an import left behind which was broken off.
fn fresh(dir: &Path) -> Result<TempDir, WriteError> {
    let io = |error| WriteError::Io { path: dir.to_path_buf(), error };
    for entry in fs::read_dir(dir).map_err(io)? {
        let entry = entry.map_err(io)?;
        if entry.file_name().to_string_lossy().starts_with(ASIDE) {
            disk::step().and_then(|()| fs::remove_dir_all(entry.path())).map_err(io)?;
        }
    }
    disk::step().and_then(|()| tempfile::Builder::new().prefix(ASIDE).tempdir_in(dir)).map_err(io)
}
