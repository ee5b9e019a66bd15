//! Which claims name which: whoever changes one must know who rests on it.

use bytemuck::{Pod, Zeroable};
use rustc_hash::FxHashMap;

use crate::model::{Archive, Claim, ClaimId, Via};

/// One claim that names another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Pod, Zeroable)]
#[repr(C)]
pub struct Link {
    /// The claim that is named.
    pub named: u32,
    /// The claim that names it.
    pub by: u32,
    /// As what: one of the numbers below.
    pub how: u32,
}

impl Link {
    /// It is taken from it.
    const VIA: u32 = 0;
    /// It converts its figure.
    const CONVERSION: u32 = 1;
    /// It revises it.
    pub const SUPERSEDES: u32 = 2;
}

/// Those of an archive, by the claims that are named.
pub(super) fn links(archive: &Archive) -> Vec<Link> {
    let number: FxHashMap<&ClaimId, u32> = archive.claims.keys().zip(0..).collect();
    let claims = (0..).zip(archive.claims.values());
    sorted(claims.flat_map(|(by, claim)| of(claim, by, |id| number.get(id).copied())).collect())
}

/// Those of a claim whose number is `by`.
pub(super) fn of(claim: &Claim, by: u32, number: impl Fn(&ClaimId) -> Option<u32>) -> Vec<Link> {
    let via = claim.via.iter().filter_map(|via| if let Via::Claim(id) = via { Some((id, Link::VIA)) } else { None });
    let converted = claim.conversion_of.iter().map(|id| (id, Link::CONVERSION));
    let revised = claim.supersedes.iter().map(|id| (id, Link::SUPERSEDES));
    let all = via.chain(converted).chain(revised);
    all.filter_map(|(id, how)| Some(Link { named: number(id)?, by, how })).collect()
}

pub(super) fn sorted(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_unstable();
    links
}
