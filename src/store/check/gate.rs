//! Claims that are checked one by one, before they stand in a file, against a vocabulary that may grow.

use std::path::Path;

use super::checker::Checker;
use super::claims::Single;
use super::draft::vocabulary;
use super::ground::Ground;
use super::names::Vocabulary;
use crate::model::Archive;
use crate::store::fault::Fault;
use crate::store::read::file::GraphFile;
use crate::store::read::files::Files;
use crate::store::read::sheet::{Sheet, Sheets};
use crate::store::record::{AddedFile, ClaimRecord};

/// What claims may name. Claims that name claims are not for it: those are checked together.
pub struct Gate {
    known: Archive,
    /// Faults of claims that stand in no file have no place in one.
    nowhere: GraphFile,
}

impl Gate {
    /// With the records of a graph.
    pub fn new(known: &Archive) -> Self {
        let known = Archive {
            sources: known.sources.clone(),
            actors: known.actors.clone(),
            places: known.places.clone(),
            populations: known.populations.clone(),
            events: known.events.clone(),
            measures: known.measures.clone(),
            propositions: known.propositions.clone(),
            ..Archive::default()
        };
        Self { known, nowhere: GraphFile::new(Path::new(""), String::new()) }
    }

    /// Adds records. What is wrong with them is told when they are checked themselves.
    pub fn learn(&mut self, added: &AddedFile) {
        let nowhere = &self.nowhere;
        let sheets = Sheets {
            sources: sheet(nowhere, &added.sources),
            actors: sheet(nowhere, &added.actors),
            places: sheet(nowhere, &added.places),
            populations: sheet(nowhere, &added.populations),
            events: sheet(nowhere, &added.events),
            measures: sheet(nowhere, &added.measures),
            propositions: sheet(nowhere, &added.propositions),
            ..Sheets::default()
        };
        let mut checker = Checker::default();
        let names = Vocabulary::collect(&sheets, Some(&self.known), &mut checker);
        let more = vocabulary(&Files::default(), &sheets, &names, &mut checker);
        self.known.sources.extend(more.sources);
        self.known.actors.extend(more.actors);
        self.known.places.extend(more.places);
        self.known.populations.extend(more.populations);
        self.known.events.extend(more.events);
        self.known.measures.extend(more.measures);
        self.known.propositions.extend(more.propositions);
    }

    /// What is wrong with a claim of a source.
    pub fn faults(&self, source: &str, claim: &ClaimRecord) -> Vec<Fault> {
        let mut checker = Checker::default();
        let (none, nothing) = (Archive::default(), Sheets::default());
        let names = Vocabulary::collect(&nothing, Some(&self.known), &mut checker);
        let ground = Ground::new(&none, Some(&self.known));
        let single = Single { ground: &ground, names: &names, source_id: source.into(), source: ground.source(source) };
        single.claim(claim, &self.nowhere.root(), &mut checker);
        checker.faults
    }
}

fn sheet<'a, T>(nowhere: &'a GraphFile, records: &'a [T]) -> Sheet<'a, T> {
    Sheet { rows: records.iter().map(|record| (nowhere.root(), record)).collect(), broken: false }
}
