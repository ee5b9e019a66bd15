//! Comparisons by their two claims, whichever comes first.

use std::collections::BTreeMap;

use crate::compare::{Comparison, Relation};
use crate::model::ClaimId;

/// Comparisons that can be looked up either way round.
pub(in crate::findings) struct Table<'a> {
    cells: BTreeMap<&'a ClaimId, BTreeMap<&'a ClaimId, &'a Comparison>>,
}

impl<'a> Table<'a> {
    pub fn new(comparisons: impl IntoIterator<Item = &'a Comparison>) -> Self {
        let mut cells: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for cell in comparisons {
            cells.entry(&cell.a).or_default().insert(&cell.b, cell);
            cells.entry(&cell.b).or_default().insert(&cell.a, cell);
        }
        Self { cells }
    }

    /// What two claims come to, if they come to anything.
    pub fn get(&self, a: &ClaimId, b: &ClaimId) -> Option<&'a Comparison> {
        self.cells.get(a)?.get(b).copied()
    }

    /// The claims that say the same as a claim.
    pub fn agreeing_with(&self, id: &ClaimId) -> impl Iterator<Item = &'a ClaimId> {
        let row = self.cells.get(id).into_iter().flatten();
        row.filter(|(_, cell)| cell.relation == Relation::Agreement).map(|(other, _)| *other)
    }

    /// Whether the values of two claims were held against each other and go together.
    pub fn agree(&self, a: &ClaimId, b: &ClaimId) -> bool {
        self.get(a, b).is_some_and(|cell| !cell.is_disagreement() && cell.is_of_values())
    }

    /// Whether two claims disagree.
    pub fn disagree(&self, a: &ClaimId, b: &ClaimId) -> bool {
        self.get(a, b).is_some_and(Comparison::is_disagreement)
    }
}
