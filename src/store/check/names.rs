//! The ids that each kind of record defines: each once, well formed, and the nearest one for an id that is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::model::nearest;
use crate::store::fault::Fault;
use crate::store::file::At;
use crate::store::load::{Files, Loaded};

/// The ids of one kind of record.
pub(crate) struct Names {
    kind: &'static str,
    file: &'static str,
    known: BTreeSet<String>,
    broken: bool,
}

impl Names {
    /// Whether a record has the id.
    pub fn has(&self, id: &str) -> bool {
        self.known.contains(id)
    }

    /// Whether a file that defines such records could not be read, so that an unknown id proves nothing.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// The fault of naming an id that no record has.
    pub fn unknown(&self, at: &At<'_>, id: &str) -> Fault {
        let near = nearest(id, self.known.iter().map(String::as_str));
        let hint = near.map_or(String::new(), |near| format!("did you mean \"{near}\"? otherwise "));
        at.fault(format!("no {} has the id \"{id}\"", self.kind)).help(format!("{hint}define it in {}", self.file))
    }
}

/// The ids of all kinds.
pub(crate) struct Vocabulary {
    pub sources: Names,
    pub actors: Names,
    pub places: Names,
    pub populations: Names,
    pub events: Names,
    pub measures: Names,
    pub propositions: Names,
    pub claims: Names,
}

/// An id and where it is written.
type Written<'a> = (At<'a>, &'a str);

impl Vocabulary {
    /// Collects the ids; those that are badly formed or taken twice are faults.
    pub fn collect(files: &Files, checker: &mut Checker) -> Self {
        let mut names = |kind, file, broken, ids: Vec<Written<'_>>| collect(kind, file, broken, ids, checker);
        let sources = names("source", "sources.ron", files.sources.is_broken(), listed(&files.sources, |r| &r.id));
        let actors = names("actor", "actors.ron", files.actors.is_broken(), listed(&files.actors, |r| &r.id));
        let places = names("place", "places.ron", files.places.is_broken(), listed(&files.places, |r| &r.id));
        let of = &files.populations;
        let populations = names("population", "populations.ron", of.is_broken(), listed(of, |r| &r.id));
        let events = names("event", "events.ron", files.events.is_broken(), listed(&files.events, |r| &r.id));
        let measures = names("measure", "measures.ron", files.measures.is_broken(), measure_ids(files));
        let of = &files.propositions;
        let propositions = names("proposition", "propositions.ron", of.is_broken(), listed(of, |r| &r.id));
        let broken = files.claims.iter().any(Loaded::is_broken);
        let claims = names("claim", "a file of claims/", broken, claim_ids(files));
        names("judgement", "a file of judgements/", false, judgement_ids(files));
        Self { sources, actors, places, populations, events, measures, propositions, claims }
    }
}

fn listed<'a, T>(loaded: &'a Loaded<Vec<T>>, id: impl Fn(&'a T) -> &'a String) -> Vec<Written<'a>> {
    let Loaded { file: Some(file), record: Some(records) } = loaded else { return Vec::new() };
    let at = |index| file.root().index(index).field("id");
    records.iter().enumerate().map(|(index, record)| (at(index), id(record).as_str())).collect()
}

fn measure_ids(files: &Files) -> Vec<Written<'_>> {
    let Loaded { file: Some(file), record: Some(record) } = &files.measures else { return Vec::new() };
    let at = |index| file.root().field("measures").index(index).field("id");
    record.measures.iter().enumerate().map(|(index, measure)| (at(index), measure.id.as_str())).collect()
}

fn judgement_ids(files: &Files) -> Vec<Written<'_>> {
    files.judgements.iter().flat_map(|loaded| listed(loaded, |record| &record.id)).collect()
}

fn claim_ids(files: &Files) -> Vec<Written<'_>> {
    let whole = files.claims.iter().filter_map(|loaded| Some((loaded.file.as_ref()?, loaded.record.as_ref()?)));
    whole
        .flat_map(|(file, record)| {
            let at = move |index| file.root().field("claims").index(index).field("id");
            record.claims.iter().enumerate().map(move |(index, claim)| (at(index), claim.id.as_str()))
        })
        .collect()
}

fn collect(
    kind: &'static str,
    file: &'static str,
    broken: bool,
    ids: Vec<Written<'_>>,
    checker: &mut Checker,
) -> Names {
    let mut first: BTreeMap<&str, At<'_>> = BTreeMap::new();
    for (at, id) in ids {
        if !is_well_formed(id) {
            let fault = at.fault(format!("\"{id}\" is not an id"));
            checker.push(fault.help("use lower-case letters, digits and hyphens, beginning with a letter or digit"));
        }
        if let Some(before) = first.get(id) {
            let fault = at.fault(format!("a second {kind} has the id \"{id}\""));
            checker.push(fault.help(format!("the first is at {}; rename one of them", before.locus())));
        } else {
            first.insert(id, at);
        }
    }
    Names { kind, file, known: first.into_keys().map(str::to_owned).collect(), broken }
}

fn is_well_formed(id: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.bytes().next().is_some_and(letter) && id.bytes().all(|byte| letter(byte) || byte == b'-')
}
