//! All that a snapshot holds.

use std::collections::BTreeSet;
use std::path::Path;

use super::columns;
use super::image::{Column, Columns, Image, ImageError};
use super::records::Records;
use super::siblings::{Stretch, stretch};
use crate::graph::Citations;
use crate::model::Archive;
use crate::sweep::{Ledger, Sweep};

/// All that a snapshot holds, the columns by which it is asked, and what is needed to put more beside them.
pub(super) struct Whole {
    pub records: Records,
    pub stretches: Vec<Stretch>,
    pub sweep: Sweep,
    pub ledger: Ledger,
    pub citations: Citations,
    /// The files of `added/` that hold more than claims.
    pub mixed: BTreeSet<String>,
}

impl Whole {
    /// That of an archive; nothing if it is larger than the layout can hold.
    pub fn new(archive: &Archive, mixed: &BTreeSet<String>, dir: &Path) -> Option<Self> {
        let (sweep, ledger) = Sweep::with_ledger(archive);
        Some(Self {
            records: Records::new(archive, dir)?,
            stretches: archive.claims.values().map(stretch).collect(),
            sweep,
            ledger,
            citations: Citations::new(archive),
            mixed: mixed.clone(),
        })
    }

    /// That of a file.
    pub fn read(image: &Image, dir: &Path) -> Result<Self, ImageError> {
        let (ledger, mixed) = columns::read_ledger(image)?;
        Ok(Self {
            records: columns::read_records(image, dir)?,
            stretches: image.column("stretches")?,
            sweep: columns::read_sweep(image)?,
            ledger,
            citations: columns::read_citations(image)?,
            mixed,
        })
    }

    /// Hands its columns on.
    pub fn with_columns<T>(&self, write: impl FnOnce(&Columns<'_>) -> Result<T, ImageError>) -> Result<T, ImageError> {
        let words = postcard::to_stdvec(&(&self.ledger.words, &self.mixed));
        let words = words.map_err(|_| ImageError::Damaged("its words cannot be packed"))?;
        let mut all = columns::records(&self.records);
        all.extend(columns::sweep(&self.sweep));
        all.extend(columns::citations(&self.citations));
        all.extend(columns::ledger(&self.ledger, &words));
        all.push(("stretches", self.stretches.bytes()));
        write(&all)
    }
}
