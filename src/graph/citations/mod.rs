//! Which sources cite which, as compressed rows of numbers.
//!
//! Questions of reach and circles go over much of these edges and of no others. In the adjacency lists of petgraph's graph
//! each step chases a link through edges of every kind; in rows it reads the next number. petgraph's own `Csr` is laid out
//! like this, but its rows can neither be taken from a file nor given to one without adding edge by edge.

mod circles;
mod reach;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::rows::Rows;
use crate::model::{Archive, SourceId};

pub use reach::Walk;

/// Sources by number, in the order of their ids, and which cites which.
#[derive(Clone, Debug)]
pub struct Citations {
    cites: Rows,
    /// Made when first needed: much is asked that only looks one way.
    cited_by: OnceLock<Rows>,
}

impl Citations {
    /// The citations of an archive.
    pub fn new(archive: &Archive) -> Self {
        let numbers: BTreeMap<&SourceId, u32> = archive.sources.keys().zip(0..).collect();
        let lists =
            archive.sources.values().map(|source| source.cites.iter().filter_map(|id| numbers.get(id).copied()));
        Self { cites: Rows::of(lists), cited_by: OnceLock::new() }
    }

    /// Citations that were kept as rows: source `n` cites `cited[offsets[n]..offsets[n + 1]]`. `None` if the lists do not
    /// fit together.
    pub fn from_rows(offsets: Vec<u32>, cited: Vec<u32>) -> Option<Self> {
        Some(Self { cites: Rows::checked(offsets, cited)?, cited_by: OnceLock::new() })
    }

    /// Where the row of each source begins, and after the last where it ends.
    pub fn offsets(&self) -> &[u32] {
        &self.cites.first
    }

    /// What is cited, row after row.
    pub fn cited(&self) -> &[u32] {
        &self.cites.items
    }

    /// How many sources there are.
    pub fn len(&self) -> usize {
        self.cites.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a source cites, in the order in which it does.
    pub fn of(&self, source: u32) -> &[u32] {
        self.cites.row(source)
    }

    /// Who cites a source, by number.
    pub fn to(&self, source: u32) -> &[u32] {
        self.backward().row(source)
    }

    fn backward(&self) -> &Rows {
        self.cited_by.get_or_init(|| self.cites.reversed())
    }

    /// Searches for what sources cite, directly or through others. One walk serves any number of searches.
    pub fn walk(&self) -> Walk<'_> {
        Walk::new(&self.cites)
    }

    /// Searches for who cites sources, directly or through others.
    pub fn walk_back(&self) -> Walk<'_> {
        Walk::new(self.backward())
    }

    /// The sources that a source cites, directly or through others, itself included, and those of them that cite nothing.
    pub fn reach(&self, source: u32) -> Reach {
        let reached = self.walk().from(source).to_vec();
        let origins = reached.iter().copied().filter(|one| self.of(*one).is_empty()).collect();
        Reach { reached, origins }
    }

    /// The sources that cite a source, directly or through others, itself included.
    pub fn reached_by(&self, source: u32) -> Vec<u32> {
        self.walk_back().from(source).to_vec()
    }

    /// The sources that cite each other in circles: of each circle all of them, in order. A source that cites itself is one.
    pub fn circles(&self) -> Vec<Vec<u32>> {
        circles::circles(&self.cites)
    }
}

/// Where the citations of a source lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The sources that are reached, itself first, then the nearest.
    pub reached: Vec<u32>,
    /// Those of them that cite nothing.
    pub origins: Vec<u32>,
}
