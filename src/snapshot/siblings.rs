//! Claims that give one figure in one place of a text: who knows one of them must know the others.

use rustc_hash::FxHashMap;

use crate::graph::Rows;
use crate::model::{Archive, Claim, SourceId};

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

/// Where the first evidence of a claim begins and ends; [`NOWHERE`] if its bytes are not known.
pub(super) type Stretch = [u32; 2];

/// No bytes.
pub(super) const NOWHERE: Stretch = [u32::MAX; 2];

/// The bytes of a claim's first evidence.
pub(super) fn stretch(claim: &Claim) -> Stretch {
    let number = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX - 1);
    let bytes = claim.first_bytes();
    bytes.map_or(NOWHERE, |(start, end)| [number(start), number(end)])
}

impl Siblings {
    /// Those of an archive.
    pub fn new(archive: &Archive) -> Self {
        let stretches: Vec<Stretch> = archive.claims.values().map(stretch).collect();
        let number: FxHashMap<&SourceId, u32> = archive.sources.keys().zip(0..).collect();
        let pairs = archive.claims.values().zip(0..).filter_map(|(claim, at)| Some((*number.get(&claim.source)?, at)));
        Self::of(&Rows::new(archive.sources.len(), pairs), &stretches)
    }

    /// Those among the claims of each source, by the bytes of each claim.
    pub(super) fn of(of_source: &Rows, stretches: &[Stretch]) -> Self {
        let mut sets = Vec::new();
        for source in 0..of_source.len() as u32 {
            let bytes = |claim: &u32| stretches[*claim as usize];
            let mut placed: Vec<u32> =
                of_source.row(source).iter().copied().filter(|claim| bytes(claim) != NOWHERE).collect();
            placed.sort_unstable_by_key(|claim| (bytes(claim), *claim));
            let several = placed.chunk_by(|a, b| bytes(a) == bytes(b)).filter(|set| set.len() > 1);
            sets.extend(several.map(<[u32]>::to_vec));
        }
        let mut by_claim: Vec<(u32, u32)> =
            (0..).zip(&sets).flat_map(|(set, claims)| claims.iter().map(move |claim| (*claim, set))).collect();
        by_claim.sort_unstable();
        let (claims, of) = by_claim.into_iter().unzip();
        Self { claims, of, sets: Rows::of(sets.into_iter().map(Vec::into_iter)) }
    }

    /// The set of a claim, if it does not stand alone.
    fn set_of(&self, claim: u32) -> Option<u32> {
        self.claims.binary_search(&claim).ok().and_then(|at| self.of.get(at)).copied()
    }

    /// The claims that stand where a claim does, itself included; none if it stands alone.
    pub fn beside(&self, claim: u32) -> &[u32] {
        self.set_of(claim).map_or(&[], |set| self.sets.row(set))
    }
}
