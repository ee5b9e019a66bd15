//! Snapshots: an archive and what is reckoned from it in a file of columns, so that a large graph need not be read from its
//! text each time. A snapshot is used only if it is whole and of just these files; else it is made anew.

mod columns;
pub mod image;
mod links;
mod manifest;
mod merge;
mod numbers;
mod open;
mod pack;
mod part;
mod records;
mod shapes;
mod siblings;
mod symbols;
mod update;
mod whole;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use self::links::Link;
pub use self::numbers::Numbers;
pub use self::open::{Keep, Opened, mend, open};
pub use self::records::{Packed, Records};
pub use self::siblings::Siblings;
pub use self::symbols::Pool;

use self::columns::{read_citations, read_groups, read_index, read_names, read_records, read_rows, read_sweep};
use self::image::{Image, ImageError};
use self::manifest::Manifest;
use self::update::{Update, updated};
use self::whole::Whole;
use crate::graph::Citations;
use crate::model::Archive;
use crate::store::{Held, Stamps};
use crate::sweep::Sweep;

/// The layout of what is packed. It counts up with every change of it.
const LAYOUT: u64 = 4;

/// Where a graph's snapshot is kept, in the folder of the graph.
const FOLDER: &str = ".cache";

/// A snapshot that fits the graph's files.
#[derive(Debug)]
pub struct Snapshot {
    image: Image,
    dir: PathBuf,
}

impl Snapshot {
    /// The snapshot of the graph in `dir`, if there is one that is of these files and of this program.
    ///
    /// # Errors
    /// If there is none, or it is not to be trusted.
    pub fn open(dir: &Path, stamps: &Stamps) -> Result<Self, ImageError> {
        let image = Image::open(&place(dir), kind())?;
        let changed = Manifest { path: &note(dir), kind: kind(), id: image.id() }.changed(dir, stamps)?;
        if changed.is_empty() { Ok(Self { image, dir: dir.to_owned() }) } else { Err(ImageError::Stale(changed)) }
    }

    /// Makes the snapshot of a graph that was read from files that look like that.
    ///
    /// # Errors
    /// If it cannot be written, or the graph is too large for the layout.
    pub fn make(dir: &Path, stamps: &Stamps, held: &Held) -> Result<(), ImageError> {
        let whole = Whole::new(&held.archive, &held.mixed, dir);
        let id = put(&whole.ok_or(ImageError::Damaged("the graph is too large for it"))?, dir)?;
        Manifest { path: &note(dir), kind: kind(), id }.write(dir, stamps)
    }

    /// Makes a snapshot fit again after these files have changed, by reading them alone. Whether that could be done.
    ///
    /// # Errors
    /// If the snapshot is damaged, or cannot be written.
    pub fn update(dir: &Path, stamps: &Stamps, changed: &BTreeSet<String>) -> Result<bool, ImageError> {
        let image = Image::open(&place(dir), kind())?;
        let Some(update) = updated(&Whole::read(&image, dir)?, dir, changed) else { return Ok(false) };
        let old = Manifest { path: &note(dir), kind: kind(), id: image.id() };
        let files = old.with(dir, stamps, changed)?;
        let id = match update {
            Update::Same => old.id,
            Update::New(whole) => put(&whole, dir)?,
        };
        Manifest { id, ..old }.put(&files)?;
        Ok(true)
    }

    /// The records.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn records(&self) -> Result<Records, ImageError> {
        read_records(&self.image, &self.dir)
    }

    /// The records without claims, and with sources and actors only if they are asked for.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn names(&self, sources: bool, actors: bool) -> Result<Records, ImageError> {
        read_names(&self.image, &self.dir, sources, actors)
    }

    /// The claims in columns.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn sweep(&self) -> Result<Sweep, ImageError> {
        read_sweep(&self.image)
    }

    /// The days and ends of claims in columns, which is enough to count: not which claims they are, nor whose.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn rows(&self) -> Result<Sweep, ImageError> {
        read_rows(&self.image)
    }

    /// Where groups begin, and which groups and rows are of some records; of all others, none.
    ///
    /// # Errors
    /// If that is damaged.
    pub fn index(&self, asked: &Numbers) -> Result<Sweep, ImageError> {
        read_index(&self.image, asked)
    }

    /// The claims of some groups in columns, `index` saying where groups begin. Both groups and rows are numbered anew, in
    /// the order in which they are asked for, which must be that of their numbers.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn groups(&self, index: &Sweep, groups: &[u32]) -> Result<Sweep, ImageError> {
        read_groups(&self.image, &index.first, groups)
    }

    /// Who cites whom.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn citations(&self) -> Result<Citations, ImageError> {
        read_citations(&self.image)
    }

    /// The whole archive.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn archive(&self) -> Result<Archive, ImageError> {
        self.records()?.archive().ok_or(ImageError::Damaged("a record is not what was packed"))
    }

    /// Length of the file in bytes.
    pub fn bytes(&self) -> u64 {
        self.image.bytes()
    }
}

/// Writes a snapshot; its number.
fn put(whole: &Whole, dir: &Path) -> Result<u64, ImageError> {
    image::folder(&dir.join(FOLDER))?;
    whole.with_columns(|columns| image::write(&place(dir), kind(), columns))?;
    Ok(Image::open(&place(dir), kind())?.id())
}

fn place(dir: &Path) -> PathBuf {
    dir.join(FOLDER).join("snapshot")
}

fn note(dir: &Path) -> PathBuf {
    dir.join(FOLDER).join("files")
}

/// What snapshots of this program are told by: the layout, the version, and the tables that say what words and units mean.
fn kind() -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write_u64(LAYOUT);
    hasher.write(env!("CARGO_PKG_VERSION").as_bytes());
    crate::quantity::TABLES.iter().chain(&[crate::compare::LADDER]).for_each(|table| hasher.write(table.as_bytes()));
    hasher.finish()
}
