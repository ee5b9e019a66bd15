//! The numbers that records have in columns.

use rustc_hash::FxHashMap;

use super::block::Block;
use super::lane::{Lane, NONE};
use super::ledger::Words;
use super::rule::Rule;
use crate::model::{ActorId, Archive, Claim, Identity, MeasureId, PlaceId, PopulationId, SourceId, Topic};

/// The numbers of records in the order of their ids, and those of blocks and things counted as they come.
pub(super) struct Names<'a> {
    archive: &'a Archive,
    places: FxHashMap<&'a PlaceId, u32>,
    populations: FxHashMap<&'a PopulationId, u32>,
    measures: FxHashMap<&'a MeasureId, u32>,
    sources: FxHashMap<&'a SourceId, u32>,
    actors: FxHashMap<&'a ActorId, u32>,
    block_of: FxHashMap<Topic<&'a str>, u32>,
    topics: Vec<Topic<&'a str>>,
    counted: FxHashMap<&'a str, u32>,
    counts: Vec<&'a str>,
    /// What holds of each block.
    pub blocks: Vec<Block>,
}

impl<'a> Names<'a> {
    /// The records of an archive, of which no claims are looked at.
    pub fn new(archive: &'a Archive) -> Self {
        Self {
            archive,
            places: archive.places.keys().zip(0..).collect(),
            populations: archive.populations.keys().zip(0..).collect(),
            measures: archive.measures.keys().zip(0..).collect(),
            sources: archive.sources.keys().zip(0..).collect(),
            actors: archive.actors.keys().zip(0..).collect(),
            block_of: FxHashMap::default(),
            topics: Vec::new(),
            counted: FxHashMap::default(),
            counts: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// The lane of a claim.
    pub fn lane(&mut self, claim: &'a Claim) -> Lane {
        let counts = claim.about.as_quantity().and_then(|quantity| quantity.counts.as_deref());
        Lane {
            place: claim.scope.place.as_ref().map_or(NONE, |id| self.place(id)),
            block: self.block(Topic::of(claim)),
            counts: counts.map_or(NONE, |counts| self.counts(counts)),
            population: claim.scope.population.as_ref().map_or(NONE, |id| self.population(id)),
        }
    }

    /// The number of a place.
    pub fn place(&self, id: &PlaceId) -> u32 {
        self.places.get(id).copied().unwrap_or(NONE)
    }

    /// The number of a population.
    pub fn population(&self, id: &PopulationId) -> u32 {
        self.populations.get(id).copied().unwrap_or(NONE)
    }

    /// The number of a source.
    pub fn source(&self, id: &SourceId) -> u32 {
        self.sources.get(id).copied().unwrap_or(NONE)
    }

    /// The number of an actor.
    pub fn actor(&self, id: &ActorId) -> u32 {
        self.actors.get(id).copied().unwrap_or(NONE)
    }

    /// The number of a thing counted.
    pub fn counts(&mut self, counts: &'a str) -> u32 {
        let next = self.counts.len() as u32;
        *self.counted.entry(counts).or_insert_with(|| {
            self.counts.push(counts);
            next
        })
    }

    /// The block of a topic.
    pub fn block(&mut self, topic: Topic<&'a str>) -> u32 {
        if let Some(known) = self.block_of.get(&topic) {
            return *known;
        }
        let next = self.blocks.len() as u32;
        let linked = topic.quantity().map(|measure| linked(self.archive, measure)).unwrap_or_default();
        self.blocks.push(self.described(topic, &linked));
        self.topics.push(topic);
        self.block_of.insert(topic, next);
        self.block_of.extend(linked.into_iter().map(|id| (Topic::Quantity(id), next)));
        next
    }

    /// What the numbers stand for that were given as claims came.
    pub fn words(&self) -> Words {
        Words {
            topics: self.topics.iter().map(|topic| topic.map(|id| (*id).to_owned())).collect(),
            counts: self.counts.iter().map(|counts| (*counts).to_owned()).collect(),
        }
    }

    fn described(&self, topic: Topic<&str>, linked: &[&str]) -> Block {
        let measures = topic.measure().into_iter().chain(linked.iter().copied());
        let mut measures: Vec<u32> =
            measures.filter_map(|id| self.measures.get(&MeasureId::from(id)).copied()).collect();
        let is_whole = topic.quantity().is_none() || !linked.is_empty();
        let measure = topic.measure().filter(|_| !is_whole).and_then(|id| self.archive.measures.get(id));
        measures.sort_unstable();
        measures.dedup();
        Block { measures, rule: measure.and_then(Rule::of), is_whole }
    }
}

/// The measures whose claims are held against those of a measure by rate and total, step by step; none if there are no such.
fn linked<'a>(archive: &'a Archive, measure: &'a str) -> Vec<&'a str> {
    let mut found = vec![measure];
    let mut at = 0;
    while let Some(one) = found.get(at).copied() {
        for identity in &archive.identities {
            let Identity::RateTotal { rate, total } = identity else { continue };
            let (rate, total) = (rate.as_str(), total.as_str());
            let other = if rate == one { total } else { rate };
            if (rate == one || total == one) && !found.contains(&other) {
                found.push(other);
            }
        }
        at += 1;
    }
    if found.len() > 1 { found } else { Vec::new() }
}
