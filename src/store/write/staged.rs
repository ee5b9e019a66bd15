//! Files that are written and synced beside their places, and put there in one step each: a change that finds no room is not
//! begun.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::disk;
use super::whole::{WriteError, beside, folder};
use crate::store::read::regular::no_link;
use crate::store::read::stamps::{Look, look};

/// How the names of files begin that wait. A graph passes over names that begin with a dot.
const WAITING: &str = ".waiting-";

/// A file that waits beside its place; it goes with its value, unless it is placed.
#[derive(Debug)]
pub(in crate::store) struct Staged {
    waiting: TempPath,
    place: PathBuf,
    /// What stood there when it was written.
    was: Option<Look>,
}

impl Staged {
    /// Writes a file that is to stand at `place`, and makes its folder.
    pub fn new(place: PathBuf, text: &str) -> Result<Self, WriteError> {
        no_link(folder(&place))?;
        no_link(&place)?;
        let io = |error| WriteError::Io { path: place.clone(), error };
        disk::make(folder(&place)).map_err(|error| WriteError::Io { path: folder(&place).to_path_buf(), error })?;
        let waiting = beside(&place, WAITING, |out| out.write_all(text.as_bytes())).map_err(io)?.into_temp_path();
        let was = look(&place);
        Ok(Self { waiting, place, was })
    }

    /// Puts it in its place. What came to stand there since it was written is not written over.
    pub fn place(self) -> Result<(), WriteError> {
        let Self { waiting, place, was } = self;
        let io = |error| WriteError::Io { path: place.clone(), error };
        disk::step().map_err(io)?;
        let placed = match &was {
            None => waiting.persist_noclobber(&place),
            was if *was == look(&place) => waiting.persist(&place),
            _ => return Err(WriteError::Touched(place)),
        };
        placed.map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists(place.clone()),
            _ => io(error.error),
        })?;
        disk::sync(folder(&place)).map_err(io)
    }
}

/// Removes what a process that was killed left waiting in a folder. Nobody else may be writing to it.
pub(in crate::store) fn sweep(folder: &Path) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(WAITING) {
            disk::step()?;
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_there_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (new, known) = (Staged::new(at("new"), "ours").unwrap(), {
            fs::write(at("known"), "old").unwrap();
            Staged::new(at("known"), "ours").unwrap()
        });
        fs::write(at("new"), "theirs").unwrap();
        fs::write(at("known"), "theirs").unwrap();
        assert!(matches!(new.place(), Err(WriteError::Exists(_))));
        assert!(matches!(known.place(), Err(WriteError::Touched(_))));
        for name in ["new", "known"] {
            assert_eq!(fs::read_to_string(at(name)).unwrap(), "theirs");
            Staged::new(at(name), "ours").unwrap().place().unwrap();
            assert_eq!(fs::read_to_string(at(name)).unwrap(), "ours");
        }
    }
}
