//! Opens a graph by its snapshot where there is one that fits, or by its files.

use std::path::Path;

use super::{Listing, Snapshot};
use crate::model::Archive;
use crate::store::{LoadError, Watch, load, load_watched};

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
    let listing = if keep == Keep::Never { None } else { Listing::of(dir).ok() };
    let kept = listing.filter(|listing| keep == Keep::Always || listing.bytes() >= SMALL);
    let Some(listing) = kept else { return Ok(Opened::Archive(Box::new(load_watched(dir, watch)?))) };
    if let Ok(snapshot) = Snapshot::open(dir, &listing) {
        return Ok(Opened::Snapshot(snapshot));
    }
    renew(dir, &listing, watch)
}

/// Reads the graph from its files, and makes its snapshot.
fn renew(dir: &Path, listing: &Listing, watch: Watch<'_>) -> Result<Opened, LoadError> {
    let archive = load_watched(dir, watch)?;
    // A file that was changed while it was read would be taken for what it was before.
    let is_still = || Listing::of(dir).is_ok_and(|now| now.is_same(listing));
    if is_still() && Snapshot::make(dir, listing, &archive).is_ok() && is_still() {
        if let Ok(snapshot) = Snapshot::open(dir, listing) {
            return Ok(Opened::Snapshot(snapshot));
        }
    }
    Ok(Opened::Archive(Box::new(archive)))
}

impl Opened {
    /// The whole archive. What the snapshot has of it is read and unpacked; if it is damaged, the graph is read from its files,
    /// and the snapshot is made anew.
    ///
    /// # Errors
    /// As [`open`].
    pub fn archive(self, dir: &Path, watch: Watch<'_>) -> Result<Archive, LoadError> {
        match self {
            Opened::Archive(archive) => Ok(*archive),
            Opened::Snapshot(mut snapshot) => snapshot.archive().or_else(|_| mend(dir, watch)?.archive_again(dir)),
        }
    }

    fn archive_again(self, dir: &Path) -> Result<Archive, LoadError> {
        match self {
            Opened::Archive(archive) => Ok(*archive),
            Opened::Snapshot(mut snapshot) => snapshot.archive().or_else(|_| load(dir)),
        }
    }
}

/// Makes a snapshot anew that has proved damaged.
///
/// # Errors
/// As [`open`].
pub fn mend(dir: &Path, watch: Watch<'_>) -> Result<Opened, LoadError> {
    match Listing::of(dir) {
        Ok(listing) => renew(dir, &listing, watch),
        Err(_) => Ok(Opened::Archive(Box::new(load_watched(dir, watch)?))),
    }
}
