//! Claims that are checked one by one, before they stand in a file, against a vocabulary that may grow.

use std::collections::BTreeMap;

use super::checker::Checker;
use super::claims::Single;
use super::ground::Ground;
use super::names::Vocabulary;
use super::{actors, measures, regions, sources};
use crate::model::{Archive, Nesting, Place, PlaceId, Population, PopulationId};
use crate::store::fault::Fault;
use crate::store::file::GraphFile;
use crate::store::record::{AddedFile, ClaimRecord};
use crate::store::sheet::Sheet;

/// What claims may name. Claims that name claims are not for it: those are checked together.
pub struct Gate {
    archive: Archive,
    /// Faults of claims that stand in no file have no place in one.
    nowhere: GraphFile,
}

impl Gate {
    /// With the records of a graph.
    pub fn new(known: &Archive) -> Self {
        let nowhere = GraphFile::new(std::path::Path::new(""), String::new());
        let archive = Archive {
            title: String::new(),
            sources: known.sources.clone(),
            actors: known.actors.clone(),
            places: known.places.clone(),
            populations: known.populations.clone(),
            place_nesting: Nesting::new([]),
            population_nesting: Nesting::new([]),
            events: known.events.clone(),
            measures: known.measures.clone(),
            identities: Vec::new(),
            propositions: known.propositions.clone(),
            claims: BTreeMap::new(),
            judgements: Vec::new(),
            passages: Vec::new(),
            relocations: Vec::new(),
            by_source: BTreeMap::new(),
            by_bytes: BTreeMap::new(),
        };
        Self { archive, nowhere }
    }

    /// Adds records. What is wrong with them is told when they are checked themselves.
    pub fn learn(&mut self, added: &AddedFile) {
        let Self { archive, nowhere } = self;
        let (names, checker) = (Vocabulary::of(Some(archive)), &mut Checker::default());
        let new_sources = sources::check(&sheet(nowhere, &added.sources), None, &names.sources, checker);
        let new_actors = actors::check(&sheet(nowhere, &added.actors), &names, checker);
        let new_places: BTreeMap<PlaceId, Place> =
            regions::check(&sheet(nowhere, &added.places), &names.places, checker);
        let new_populations: BTreeMap<PopulationId, Population> =
            regions::check(&sheet(nowhere, &added.populations), &names.populations, checker);
        archive.sources.extend(new_sources);
        archive.actors.extend(new_actors);
        archive.places.extend(new_places);
        archive.populations.extend(new_populations);
        archive.events.extend(regions::events(&sheet(nowhere, &added.events), checker));
        archive.measures.extend(measures::check(&sheet(nowhere, &added.measures), checker));
        archive.propositions.extend(regions::propositions(&sheet(nowhere, &added.propositions)));
    }

    /// What is wrong with a claim of a source.
    pub fn faults(&self, source: &str, claim: &ClaimRecord) -> Vec<Fault> {
        let mut checker = Checker::default();
        let (names, ground) = (Vocabulary::of(Some(&self.archive)), Ground::new(&self.archive, None));
        let known = self.archive.sources.get(source);
        let single = Single { ground: &ground, names: &names, source_id: source.into(), source: known };
        single.claim(claim, &self.nowhere.root(), &mut checker);
        checker.faults
    }
}

fn sheet<'a, T>(nowhere: &'a GraphFile, records: &'a [T]) -> Sheet<'a, T> {
    Sheet { rows: records.iter().map(|record| (nowhere.root(), record)).collect(), broken: false }
}
