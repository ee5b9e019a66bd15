//! Claims that give one figure in one place of a text: who knows one of them must know the others.

use crate::graph::Rows;
use crate::model::Archive;

/// Sets of claims that stand in the same bytes of one source.
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
            return Self { sets: Rows::new(0, std::iter::empty()), ..Self::default() };
        }
        let ids: Vec<&str> = archive.claims.keys().map(|id| id.as_str()).collect();
        let number = |id: &str| ids.binary_search(&id).map_or(u32::MAX, |at| at as u32);
        let sets = (0_u32..).zip(archive.by_bytes.values());
        let pairs: Vec<(u32, u32)> =
            sets.flat_map(|(set, claims)| claims.iter().map(move |id| (set, number(id.as_str())))).collect();
        let mut by_claim: Vec<(u32, u32)> = pairs.iter().map(|(set, claim)| (*claim, *set)).collect();
        by_claim.sort_unstable();
        let (claims, of) = by_claim.into_iter().unzip();
        Self { claims, of, sets: Rows::new(archive.by_bytes.len(), pairs.into_iter()) }
    }

    /// The claims that stand where a claim does, itself included; none if it stands alone.
    pub fn beside(&self, claim: u32) -> &[u32] {
        let set = self.claims.binary_search(&claim).ok().and_then(|at| self.of.get(at));
        set.map_or(&[], |set| self.sets.row(*set))
    }
}
