//! Claims that give one figure in one place of a text: who knows one of them must know the others.

use rustc_hash::FxHashMap;

use crate::graph::Rows;
use crate::model::{Archive, Claim, ClaimId};

/// Sets of claims that stand in the same bytes of one source, in the order of sources and bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Siblings {
    /// The claims that have siblings, in order.
    pub claims: Vec<u32>,
    /// The set of each.
    pub of: Vec<u32>,
    /// The claims of each set.
    pub sets: Rows,
}

impl Siblings {
    /// Those of an archive.
    pub fn new(archive: &Archive) -> Self {
        if archive.by_bytes.is_empty() {
            return Self::of(Vec::new());
        }
        let number: FxHashMap<&ClaimId, u32> = archive.claims.keys().zip(0..).collect();
        let numbers = |ids: &Vec<ClaimId>| ids.iter().filter_map(|id| number.get(id).copied()).collect();
        Self::of(archive.by_bytes.values().map(numbers).collect())
    }

    /// These sets.
    pub(super) fn of(sets: Vec<Vec<u32>>) -> Self {
        let mut by_claim: Vec<(u32, u32)> =
            (0..).zip(&sets).flat_map(|(set, claims)| claims.iter().map(move |claim| (*claim, set))).collect();
        by_claim.sort_unstable();
        let (claims, of) = by_claim.into_iter().unzip();
        Self { claims, of, sets: Rows::of(sets.into_iter().map(Vec::into_iter)) }
    }

    /// The sets among claims of one source, each with its number.
    pub(super) fn sets_of(claims: &[(Claim, u32)]) -> Vec<Vec<u32>> {
        let bytes = |claim: &Claim| claim.evidence.first().and_then(|evidence| evidence.bytes);
        let mut placed: Vec<_> = claims.iter().filter_map(|(claim, number)| Some((bytes(claim)?, *number))).collect();
        placed.sort_by_key(|(bytes, _)| *bytes);
        let several = placed.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
        several.map(|set| set.iter().map(|(_, number)| *number).collect()).collect()
    }

    /// The set of a claim, if it does not stand alone.
    pub(super) fn set_of(&self, claim: u32) -> Option<u32> {
        self.claims.binary_search(&claim).ok().and_then(|at| self.of.get(at)).copied()
    }

    /// The claims that stand where a claim does, itself included; none if it stands alone.
    pub fn beside(&self, claim: u32) -> &[u32] {
        self.set_of(claim).map_or(&[], |set| self.sets.row(set))
    }
}
