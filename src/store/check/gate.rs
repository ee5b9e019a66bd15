//! Claims that are checked one by one, before they stand in a file, against a vocabulary that may grow.

use std::collections::BTreeMap;

use super::claims::Single;
use super::names::Vocabulary;
use super::{Checker, measures, regions, sources};
use crate::model::{Archive, Nesting};
use crate::store::fault::Fault;
use crate::store::file::GraphFile;
use crate::store::record::{AddedFile, ClaimRecord};
use crate::store::sheet::Sheet;

/// What claims may name: whole records where more than their ids counts. Claims that name claims are not for it: those are checked together.
pub struct Gate {
    archive: Archive,
    names: Vocabulary,
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
            actors: BTreeMap::new(),
            places: BTreeMap::new(),
            populations: BTreeMap::new(),
            place_nesting: Nesting::new([]),
            population_nesting: Nesting::new([]),
            events: known.events.clone(),
            measures: known.measures.clone(),
            identities: Vec::new(),
            propositions: BTreeMap::new(),
            claims: BTreeMap::new(),
            judgements: Vec::new(),
            passages: Vec::new(),
            relocations: Vec::new(),
            by_source: BTreeMap::new(),
        };
        Self { archive, names: Vocabulary::of(known), nowhere }
    }

    /// Adds records. What is wrong with them is told when they are checked themselves.
    pub fn learn(&mut self, added: &AddedFile) {
        let Self { archive, names, nowhere } = self;
        names.learn(added);
        let checker = &mut Checker::default();
        archive.measures.extend(measures::check(&sheet(nowhere, &added.measures), checker));
        archive.events.extend(regions::events(&sheet(nowhere, &added.events), checker));
        archive.sources.extend(sources::check(&sheet(nowhere, &added.sources), None, &names.sources, checker));
    }

    /// What is wrong with a claim of a source.
    pub fn faults(&self, source: &str, claim: &ClaimRecord) -> Vec<Fault> {
        let mut checker = Checker::default();
        let known = self.archive.sources.get(source);
        let single = Single { archive: &self.archive, names: &self.names, source_id: source, source: known };
        single.claim(claim, &self.nowhere.root(), &mut checker);
        checker.faults
    }
}

fn sheet<'a, T>(nowhere: &'a GraphFile, records: &'a [T]) -> Sheet<'a, T> {
    Sheet { rows: records.iter().map(|record| (nowhere.root(), record)).collect(), broken: false }
}
