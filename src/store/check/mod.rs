//! Checks records and makes trusted values of them. Every fault is collected; none stops the others from being found.

mod about;
mod actors;
mod circles;
mod claims;
mod evidence;
mod gate;
mod judgements;
mod measures;
mod names;
mod passages;
mod regions;
mod relocations;
mod sources;

use std::collections::BTreeMap;

pub(crate) use self::circles::circles;
pub(crate) use self::claims::fingerprint;
pub use self::gate::Gate;
use self::names::{Names, Vocabulary};
use super::fault::Fault;
use super::file::At;
use super::load::Files;
use super::sheet::Sheets;
use crate::model::{Archive, Nesting, PartialDate};

/// Faults as they are found.
#[derive(Default)]
pub(crate) struct Checker {
    faults: Vec<Fault>,
}

impl Checker {
    fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// How many faults there are so far.
    fn count(&self) -> usize {
        self.faults.len()
    }

    /// The date, or a fault at its place.
    fn date(&mut self, at: &At<'_>, text: Option<&String>) -> Option<PartialDate> {
        let parsed = text?.parse::<PartialDate>();
        parsed
            .map_err(|error| {
                self.push(
                    at.fault(error.to_string()).help("write a year, a month or a day: 2022, 2022-10, 2022-10-04"),
                );
            })
            .ok()
    }

    /// Whether the name is one that the vocabulary has; a fault if not.
    fn known(&mut self, at: &At<'_>, names: &Names, id: &str) -> bool {
        let known = names.has(id);
        if !known && !names.is_broken() {
            self.push(names.unknown(at, id));
        }
        known
    }
}

/// The archive that the records make, and all that is wrong with them. It is to be trusted only if nothing is.
pub(crate) fn archive(files: &Files, sheets: &Sheets<'_>) -> (Archive, Vec<Fault>) {
    let mut checker = Checker::default();
    let vocabulary = Vocabulary::collect(sheets, &mut checker);
    let language = files.graph.record.as_ref().and_then(|graph| graph.language.clone());
    let places: BTreeMap<_, _> = regions::check(&sheets.places, &vocabulary.places, &mut checker);
    let populations: BTreeMap<_, _> = regions::check(&sheets.populations, &vocabulary.populations, &mut checker);
    let mut archive = Archive {
        title: files.graph.record.as_ref().map(|graph| graph.title.clone()).unwrap_or_default(),
        sources: sources::check(&sheets.sources, language.as_deref(), &vocabulary.sources, &mut checker),
        actors: actors::check(&sheets.actors, &vocabulary, &mut checker),
        place_nesting: Nesting::new(places.values()),
        population_nesting: Nesting::new(populations.values()),
        places,
        populations,
        events: regions::events(&sheets.events, &mut checker),
        measures: measures::check(&sheets.measures, &mut checker),
        identities: measures::identities(&sheets.identities, &vocabulary, &mut checker),
        propositions: regions::propositions(&sheets.propositions),
        claims: BTreeMap::new(),
        judgements: Vec::new(),
        passages: passages::check(&files.reuse, &vocabulary, &mut checker),
        relocations: Vec::new(),
        by_source: BTreeMap::new(),
    };
    archive.claims = claims::check(&sheets.claims, &archive, &vocabulary, &mut checker);
    for claim in archive.claims.values() {
        archive.by_source.entry(claim.source.clone()).or_default().push(claim.id.clone());
    }
    relocations::apply(&files.relocations, &vocabulary, &mut archive, &mut checker);
    archive.judgements = judgements::check(&sheets.judgements, &vocabulary, &mut checker);
    (archive, checker.faults)
}
