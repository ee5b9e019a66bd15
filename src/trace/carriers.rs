//! From whom each claim is taken, as far as sources say.

use std::collections::{BTreeMap, BTreeSet};

use super::family::is_one_figure;
use super::subjects::Subjects;
use crate::model::{Archive, Claim, ClaimId, Source, SourceId, Via};

/// A step towards the origin of a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Carrier<'a> {
    /// A claim of another source, by its number.
    Claim(u32),
    /// Another source, in which no such claim is held.
    Source(&'a Source),
    /// An outlet that is only named.
    Named(&'a str),
}

/// The carriers of all claims, which are numbered in the order of their ids. What a source republishes counts for every
/// claim in it that names no other carrier.
#[derive(Clone, Debug)]
pub(super) struct Carriers<'a> {
    claims: Vec<&'a Claim>,
    /// Where the carriers of each claim begin, and after the last where they end.
    offsets: Vec<usize>,
    carriers: Vec<Carrier<'a>>,
}

impl<'a> Carriers<'a> {
    /// Looks up every `via` of the archive.
    pub fn new(archive: &'a Archive) -> Self {
        let claims: Vec<&Claim> = archive.claims.values().collect();
        let republishing = archive.sources.values().filter(|source| source.republishes.is_some());
        let republishing: BTreeSet<&SourceId> = republishing.map(|source| &source.id).collect();
        let mut offsets = Vec::with_capacity(claims.len() + 1);
        let mut carriers = Vec::new();
        let mut held = Held { archive, claims: &claims, by_source: None, subjects: BTreeMap::new() };
        offsets.push(0);
        for claim in &claims {
            if !claim.via.is_empty() || republishing.contains(&claim.source) {
                carriers.extend(held.carriers(claim));
            }
            offsets.push(carriers.len());
        }
        Self { claims, offsets, carriers }
    }

    /// All claims, in the order of their numbers.
    pub fn claims(&self) -> &[&'a Claim] {
        &self.claims
    }

    /// The claim of a number.
    pub fn claim(&self, number: u32) -> &'a Claim {
        self.claims[number as usize]
    }

    /// The number of a claim.
    pub fn number(&self, id: &ClaimId) -> Option<u32> {
        number(&self.claims, id)
    }

    /// The carriers of the claim of a number.
    pub fn of(&self, number: u32) -> &[Carrier<'a>] {
        let at = number as usize;
        &self.carriers[self.offsets[at]..self.offsets[at + 1]]
    }

    /// Those of its carriers that are claims.
    pub fn claims_above(&self, number: u32) -> impl Iterator<Item = u32> {
        let claim = |carrier: &Carrier<'_>| if let Carrier::Claim(above) = carrier { Some(*above) } else { None };
        self.of(number).iter().filter_map(claim)
    }
}

fn number(claims: &[&Claim], id: &ClaimId) -> Option<u32> {
    claims.binary_search_by(|claim| claim.id.cmp(id)).ok().map(|at| at as u32)
}

/// What sources hold, looked up where a claim is taken from one.
struct Held<'a, 'b> {
    archive: &'a Archive,
    claims: &'b [&'a Claim],
    by_source: Option<BTreeMap<&'a SourceId, Vec<&'a Claim>>>,
    subjects: BTreeMap<&'a SourceId, Subjects<'a>>,
}

impl<'a> Held<'a, '_> {
    fn carriers(&mut self, claim: &'a Claim) -> Vec<Carrier<'a>> {
        let named: Vec<Carrier<'a>> = claim.via.iter().filter_map(|via| self.carrier(claim, via)).collect();
        if !named.is_empty() {
            return named;
        }
        let original = self.archive.sources.get(&claim.source).and_then(|source| source.republishes.as_ref());
        original.and_then(|id| self.held_by(claim, id)).into_iter().collect()
    }

    fn carrier(&mut self, claim: &'a Claim, via: &'a Via) -> Option<Carrier<'a>> {
        match via {
            Via::Claim(id) => number(self.claims, id).map(Carrier::Claim),
            Via::Named(outlet) => Some(Carrier::Named(outlet)),
            Via::Source(id) => self.held_by(claim, id),
        }
    }

    /// The claim of a source on the same subject that is most like this one, by its figure, then by what narrows it; the
    /// source itself if it holds none.
    fn held_by(&mut self, claim: &'a Claim, id: &'a SourceId) -> Option<Carrier<'a>> {
        let like = |other: &&Claim| {
            let unlike = (!is_one_figure(claim, other), other.scope != claim.scope, other.about != claim.about);
            (unlike, other.id.clone())
        };
        let same = self.subjects(id).like(claim).min_by_key(like);
        let same = same.and_then(|other| number(self.claims, &other.id)).map(Carrier::Claim);
        same.or_else(|| self.archive.sources.get(id).map(Carrier::Source))
    }

    fn subjects(&mut self, id: &'a SourceId) -> &Subjects<'a> {
        let claims = self.claims;
        let by_source = self.by_source.get_or_insert_with(|| by_source(claims));
        let own = by_source.get(id).map_or(&[][..], Vec::as_slice);
        self.subjects.entry(id).or_insert_with(|| Subjects::new(own.iter().copied()))
    }
}

fn by_source<'a>(claims: &[&'a Claim]) -> BTreeMap<&'a SourceId, Vec<&'a Claim>> {
    let mut by_source: BTreeMap<&SourceId, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        by_source.entry(&claim.source).or_default().push(claim);
    }
    by_source
}
