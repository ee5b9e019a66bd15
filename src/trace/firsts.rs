//! Which source has the passage first in which a claim stands.

use std::collections::BTreeMap;

use crate::model::{Archive, Claim, SharedPassage, SourceId};

/// The shared passages of each source, for looking up many claims.
#[derive(Clone, Debug)]
pub(super) struct Firsts<'a> {
    archive: &'a Archive,
    of: BTreeMap<&'a SourceId, Vec<&'a SharedPassage>>,
}

impl<'a> Firsts<'a> {
    /// Sorts the passages by their sources.
    pub fn new(archive: &'a Archive) -> Self {
        let mut of: BTreeMap<&SourceId, Vec<&SharedPassage>> = BTreeMap::new();
        for passage in &archive.passages {
            of.entry(&passage.a.source).or_default().push(passage);
            of.entry(&passage.b.source).or_default().push(passage);
        }
        Self { archive, of }
    }

    /// As [`Archive::first_with_passage`].
    pub fn of(&self, claim: &'a Claim) -> &'a SourceId {
        match self.of.get(&claim.source) {
            Some(passages) => self.archive.first_of(claim, passages.iter().copied()),
            None => &claim.source,
        }
    }
}
