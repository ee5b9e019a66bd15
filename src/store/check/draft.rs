//! From records to an archive, whole or as an addition to one that is there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::checker::Checker;
use super::ground::Ground;
use super::links::Links;
use super::names::Vocabulary;
use super::{actors, claims, judgements, measures, passages, regions, relocations, sources};
use crate::model::{Archive, Claim, ClaimId, Nesting};
use crate::store::fault::Fault;
use crate::store::read::files::Files;
use crate::store::read::sheet::Sheets;

/// An archive whose claims are still in the order of the files.
pub(crate) struct Draft {
    archive: Archive,
    claims: Vec<Vec<Option<Claim>>>,
}

/// What the records make, and all that is wrong with them. It is to be trusted only if nothing is. With a graph that is
/// known to hold, they are what is added to it: they may name its records, and must not have their ids. `done` is told of
/// each source whose claims have been checked.
pub(crate) fn draft(
    files: &Files,
    sheets: &Sheets<'_>,
    known: Option<&Archive>,
    done: &(dyn Fn() + Sync),
) -> (Draft, Vec<Fault>) {
    let mut checker = Checker::default();
    let names = Vocabulary::collect(sheets, known, &mut checker);
    let mut archive = vocabulary(files, sheets, &names, &mut checker);
    let ground = Ground::new(&archive, known);
    let claims = claims::check(&sheets.claims, &ground, &names, done, &mut checker);
    Links { sheets: &sheets.claims, made: &claims, names: &names.claims, known }.check(&mut checker);
    archive.relocations = relocations::check(&files.relocations, &names, &mut checker);
    archive.judgements = judgements::check(&sheets.judgements, &names, &mut checker);
    (Draft { archive, claims }, checker.faults)
}

/// All but the claims and what rests on them.
pub(super) fn vocabulary(files: &Files, sheets: &Sheets<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Archive {
    let language = files.graph.record.as_ref().and_then(|graph| graph.language.clone());
    let places: BTreeMap<_, _> = regions::check(&sheets.places, &names.places, checker);
    let populations: BTreeMap<_, _> = regions::check(&sheets.populations, &names.populations, checker);
    Archive {
        title: files.graph.record.as_ref().map(|graph| graph.title.clone()).unwrap_or_default(),
        sources: sources::check(&sheets.sources, language.as_deref(), &names.sources, checker),
        actors: actors::check(&sheets.actors, names, checker),
        place_nesting: Nesting::new(places.values()),
        population_nesting: Nesting::new(populations.values()),
        places,
        populations,
        events: regions::events(&sheets.events, checker),
        measures: measures::check(&sheets.measures, checker),
        identities: measures::identities(&sheets.identities, names, checker),
        propositions: regions::propositions(&sheets.propositions),
        claims: BTreeMap::new(),
        judgements: Vec::new(),
        passages: passages::check(&files.reuse, names, checker),
        relocations: Vec::new(),
        by_source: BTreeMap::new(),
        by_bytes: BTreeMap::new(),
    }
}

impl Draft {
    /// The archive, its claims by id.
    pub fn finish(self) -> Archive {
        let mut archive = self.archive;
        archive.claims = by_id(self.claims);
        relocations::apply(&mut archive);
        archive.sort_claims();
        archive
    }
}

/// The claims in one map. It is their places that are sorted, not they, and a map is built fastest of what is sorted.
fn by_id(mut sheets: Vec<Vec<Option<Claim>>>) -> BTreeMap<ClaimId, Claim> {
    let places = sheets.iter().enumerate().flat_map(|(number, sheet)| {
        let rows = sheet.iter().enumerate();
        rows.filter_map(move |(row, claim)| claim.as_ref().map(|claim| (claim.id.clone(), number, row)))
    });
    let mut places: Vec<(ClaimId, usize, usize)> = places.collect();
    places.par_sort_unstable();
    places.into_iter().filter_map(|(id, sheet, row)| Some((id, sheets[sheet][row].take()?))).collect()
}
