//! Opens a graph by its snapshot where there is one that fits, or by its files.

use std::collections::BTreeSet;
use std::path::Path;

use super::Snapshot;
use super::image::ImageError;
use crate::model::Archive;
use crate::store::{Held, LoadError, Stamps, Watch, load_watched, open_watched};

/// Whether a snapshot is kept beside the graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// For graphs of more than a megabyte; smaller ones are read as quickly.
    #[default]
    Large,
    /// For any graph.
    Always,
    /// For none, and none is used.
    Never,
}

/// Graphs of fewer bytes are read from their files.
const SMALL: u64 = 1 << 20;

/// A graph that was opened.
#[derive(Debug)]
pub enum Opened {
    /// All of it, from its files.
    Archive(Box<Archive>),
    /// A snapshot of it, of which nothing but the head was read yet.
    Snapshot(Snapshot),
}

/// Opens the graph in `dir`. A snapshot that does not fit, or is damaged, is made anew; if that cannot be done, as in a folder
/// that must not be written, the graph is opened all the same.
///
/// `watch` is told how far reading files has come.
///
/// # Errors
/// If the graph cannot be read, or anything is wrong with what its files say.
pub fn open(dir: &Path, keep: Keep, watch: Watch<'_>) -> Result<Opened, LoadError> {
    let stamps = if keep == Keep::Never { None } else { Stamps::of(dir).ok() };
    let kept = stamps.filter(|stamps| keep == Keep::Always || stamps.bytes() >= SMALL);
    let Some(stamps) = kept else { return Ok(Opened::Archive(Box::new(load_watched(dir, watch)?))) };
    match Snapshot::open(dir, &stamps) {
        Ok(snapshot) => Ok(Opened::Snapshot(snapshot)),
        Err(ImageError::Stale(changed)) => match update(dir, &stamps, &changed) {
            Some(snapshot) => Ok(Opened::Snapshot(snapshot)),
            None => renew(dir, &stamps, watch),
        },
        Err(_) => renew(dir, &stamps, watch),
    }
}

/// Makes the snapshot fit again by reading what has changed. Nothing if it is better made anew.
fn update(dir: &Path, stamps: &Stamps, changed: &BTreeSet<String>) -> Option<Snapshot> {
    let is_done = Snapshot::update(dir, stamps, changed).is_ok_and(|done| done);
    is_done.then(|| Snapshot::open(dir, stamps).ok()).flatten()
}

/// Reads the graph from its files, and makes its snapshot.
fn renew(dir: &Path, stamps: &Stamps, watch: Watch<'_>) -> Result<Opened, LoadError> {
    let held = open_watched(dir, watch)?;
    let made = keep_as(dir, stamps, &held).then(|| Snapshot::open(dir, stamps)).and_then(Result::ok);
    Ok(made.map_or_else(|| Opened::Archive(Box::new(held.archive)), Opened::Snapshot))
}

/// Makes the snapshot of a graph, if the files still look like that: one that was changed while it was read would be taken
/// for what it was before. Whether that was done.
fn keep_as(dir: &Path, stamps: &Stamps, held: &Held) -> bool {
    Stamps::of(dir).is_ok_and(|now| now.is_same(stamps)) && Snapshot::make(dir, stamps, held).is_ok()
}

impl Opened {
    /// The whole archive. What the snapshot has of it is read and unpacked; if it is damaged, the graph is read from its files,
    /// and the snapshot is made anew.
    ///
    /// # Errors
    /// As [`open`].
    pub fn archive(self, dir: &Path, watch: Watch<'_>) -> Result<Archive, LoadError> {
        let read = match self {
            Opened::Archive(archive) => return Ok(*archive),
            Opened::Snapshot(snapshot) => snapshot.archive(),
        };
        if let Ok(archive) = read {
            return Ok(archive);
        }
        let stamps = Stamps::of(dir);
        let held = open_watched(dir, watch)?;
        if let Ok(stamps) = stamps {
            keep_as(dir, &stamps, &held);
        }
        Ok(held.archive)
    }
}

/// Makes a snapshot anew that has proved damaged.
///
/// # Errors
/// As [`open`].
pub fn mend(dir: &Path, watch: Watch<'_>) -> Result<Opened, LoadError> {
    match Stamps::of(dir) {
        Ok(stamps) => renew(dir, &stamps, watch),
        Err(_) => Ok(Opened::Archive(Box::new(load_watched(dir, watch)?))),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::write::disk::failing::{after, never};
    use crate::store::{Contents, init, load};

    /// The graph in `dir`, by whatever way it is opened.
    fn archive(dir: &Path) -> Archive {
        open(dir, Keep::Always, &|_| ()).unwrap().archive(dir, &|_| ()).unwrap()
    }

    /// Opens a new graph, made ready for that, with each step failing in turn; how many steps there are.
    fn opened(ready: impl Fn(&Path)) -> usize {
        for steps in 0.. {
            let folder = tempfile::tempdir().unwrap();
            let dir = folder.path().join("graph");
            init(&dir, Contents::Example).unwrap();
            ready(&dir);
            after(steps);
            let opened = archive(&dir);
            let has_failed = never();
            assert_eq!(opened, load(&dir).unwrap(), "step {steps}");
            assert_eq!(archive(&dir), opened, "after step {steps}");
            if !has_failed {
                return steps;
            }
        }
        0
    }

    #[test]
    fn whatever_step_fails_the_graph_is_opened_as_it_is() {
        let anew = opened(|_| ());
        let again = opened(|dir| {
            archive(dir);
            let places = fs::read_to_string(dir.join("places.ron")).unwrap();
            let more = places.replacen("[\n", "[\n    (id: \"elsewhere\", name: \"elsewhere\"),\n", 1);
            assert_ne!(more, places);
            fs::write(dir.join("places.ron"), more).unwrap();
        });
        assert!(anew >= 8 && again >= 8, "{anew} and {again} steps can fail");
    }
}
