//! The numbers that records have in columns.

use rustc_hash::{FxHashMap, FxHashSet};

use super::block::Block;
use super::lane::{Lane, NONE};
use super::rule::Rule;
use crate::model::{About, ActorId, Archive, Claim, ClaimId, Identity, MeasureId, PlaceId, PopulationId, SourceId};

/// The numbers of records in the order of their ids, and those of blocks and things counted as they come.
pub(super) struct Names<'a> {
    archive: &'a Archive,
    places: FxHashMap<&'a PlaceId, u32>,
    populations: FxHashMap<&'a PopulationId, u32>,
    measures: FxHashMap<&'a MeasureId, u32>,
    sources: FxHashMap<&'a SourceId, u32>,
    actors: FxHashMap<&'a ActorId, u32>,
    revised: FxHashSet<&'a ClaimId>,
    block_of: FxHashMap<(&'static str, &'a str), u32>,
    counts: FxHashMap<&'a str, u32>,
    /// What holds of each block.
    pub blocks: Vec<Block>,
}

impl<'a> Names<'a> {
    pub fn new(archive: &'a Archive) -> Self {
        Self {
            archive,
            places: archive.places.keys().zip(0..).collect(),
            populations: archive.populations.keys().zip(0..).collect(),
            measures: archive.measures.keys().zip(0..).collect(),
            sources: archive.sources.keys().zip(0..).collect(),
            actors: archive.actors.keys().zip(0..).collect(),
            revised: archive.claims.values().flat_map(|claim| &claim.supersedes).collect(),
            block_of: FxHashMap::default(),
            counts: FxHashMap::default(),
            blocks: Vec::new(),
        }
    }

    /// The lane of a claim.
    pub fn lane(&mut self, claim: &'a Claim) -> Lane {
        let counts = claim.about.as_quantity().and_then(|quantity| quantity.counts.as_deref());
        let next = self.counts.len() as u32;
        Lane {
            place: claim.scope.place.as_ref().and_then(|id| self.places.get(id).copied()).unwrap_or(NONE),
            block: self.block(claim),
            counts: counts.map_or(NONE, |counts| *self.counts.entry(counts).or_insert(next)),
            population: claim
                .scope
                .population
                .as_ref()
                .and_then(|id| self.populations.get(id).copied())
                .unwrap_or(NONE),
        }
    }

    /// The number of a claim's source.
    pub fn source(&self, claim: &Claim) -> u32 {
        self.sources.get(&claim.source).copied().unwrap_or(NONE)
    }

    /// The numbers of the actors to whom a claim is attributed.
    pub fn actors(&self, claim: &Claim) -> Vec<u32> {
        claim.attribution.actors().iter().filter_map(|id| self.actors.get(id).copied()).collect()
    }

    /// Whether a claim revises another, or is revised.
    pub fn is_revised(&self, claim: &Claim) -> bool {
        !claim.supersedes.is_empty() || self.revised.contains(&claim.id)
    }

    fn block(&mut self, claim: &'a Claim) -> u32 {
        let key = (claim.about.kind(), subject(claim));
        if let Some(known) = self.block_of.get(&key) {
            return *known;
        }
        let next = self.blocks.len() as u32;
        let linked =
            claim.about.as_quantity().map(|quantity| linked(self.archive, &quantity.measure)).unwrap_or_default();
        self.blocks.push(self.described(claim, &linked));
        self.block_of.insert(key, next);
        self.block_of.extend(linked.into_iter().map(|id| (("quantity", id.as_str()), next)));
        next
    }

    fn described(&self, claim: &Claim, linked: &[&MeasureId]) -> Block {
        let own = claim.about.measure();
        let measures = own.into_iter().chain(linked.iter().copied()).filter_map(|id| self.measures.get(id).copied());
        let is_whole = claim.about.as_quantity().is_none() || !linked.is_empty();
        let rule = self.archive.measure_of(claim).filter(|_| !is_whole).and_then(Rule::of);
        let mut measures: Vec<u32> = measures.collect();
        measures.sort_unstable();
        measures.dedup();
        Block { measures, rule, is_whole }
    }
}

/// What a claim speaks of.
fn subject(claim: &Claim) -> &str {
    match &claim.about {
        About::Quantity(quantity) => quantity.measure.as_str(),
        About::Date(date) => date.event.as_str(),
        About::Rank(rank) => rank.measure.as_str(),
        About::Stance(stance) => stance.proposition.as_str(),
        About::Quote(quote) => quote.speaker.as_str(),
    }
}

/// The measures whose claims are held against those of a measure by rate and total, step by step; none if there are no such.
fn linked<'a>(archive: &'a Archive, measure: &'a MeasureId) -> Vec<&'a MeasureId> {
    let mut found = vec![measure];
    let mut at = 0;
    while let Some(one) = found.get(at).copied() {
        for identity in &archive.identities {
            let Identity::RateTotal { rate, total } = identity else { continue };
            let other = if rate == one { total } else { rate };
            if (rate == one || total == one) && !found.contains(&other) {
                found.push(other);
            }
        }
        at += 1;
    }
    if found.len() > 1 { found } else { Vec::new() }
}
