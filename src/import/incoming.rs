//! What was read of files, before it is held against the graph: records by kind and id, each with its place.

use crate::codes::Code;
use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::csv::Streamed;
use super::error::{Faults, ImportError, Places};
use super::report::Listed;
use crate::model::is_id;
use crate::store::record::{
    ActorRecord, AddedFile, ClaimRecord, EventRecord, IdentityRecord, JudgementRecord, MeasureRecord,
    PropositionRecord, RegionRecord, SourceRecord,
};

/// Records of one kind by id, each with the place where it was read.
pub type Shelf<T> = BTreeMap<String, (T, String)>;

/// A claim with the source that asserts it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Asserted {
    /// Id of the source.
    pub source: String,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimRecord,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Incoming {
    pub sources: Shelf<SourceRecord>,
    pub actors: Shelf<ActorRecord>,
    pub places: Shelf<RegionRecord>,
    pub populations: Shelf<RegionRecord>,
    pub events: Shelf<EventRecord>,
    pub measures: Shelf<MeasureRecord>,
    pub propositions: Shelf<PropositionRecord>,
    pub claims: Shelf<Asserted>,
    pub judgements: Shelf<JudgementRecord>,
    pub identities: Vec<IdentityRecord>,
    /// Claims that were passed on and are not held.
    pub streamed: Streamed,
    /// Records that rows of claims made since they were last asked for.
    pub made: AddedFile,
    /// What has no home.
    pub unmapped: Vec<Listed>,
    /// What the files leave open and was taken to be so.
    pub assumed: Vec<Listed>,
    /// What is wrong.
    pub faults: Faults,
}

impl Incoming {
    /// Where records were read.
    pub fn places(&self) -> Places {
        fn of<T>(list: &'static str, shelf: &Shelf<T>) -> impl Iterator<Item = ((&'static str, String), String)> {
            shelf.iter().map(move |(id, (_, at))| ((list, id.clone()), at.clone()))
        }
        let words = of("events", &self.events).chain(of("measures", &self.measures));
        let words = words.chain(of("propositions", &self.propositions)).chain(of("judgements", &self.judgements));
        let regions = of("places", &self.places).chain(of("populations", &self.populations));
        let own = of("actors", &self.actors).chain(of("sources", &self.sources)).chain(of("claims", &self.claims));
        words.chain(regions).chain(own).collect()
    }

    /// What claims may name.
    pub fn vocabulary(&self) -> AddedFile {
        fn of<T: Clone>(shelf: &Shelf<T>) -> Vec<T> {
            shelf.values().map(|(record, _)| record.clone()).collect()
        }
        AddedFile {
            sources: of(&self.sources),
            actors: of(&self.actors),
            places: of(&self.places),
            populations: of(&self.populations),
            events: of(&self.events),
            measures: of(&self.measures),
            propositions: of(&self.propositions),
            ..AddedFile::default()
        }
    }

    /// Lists something that has no home.
    pub fn unmapped(&mut self, at: impl Into<String>, what: impl Into<String>, why: impl Into<String>) {
        self.unmapped.push(Listed { at: at.into(), what: what.into(), why: why.into() });
    }

    /// Lists something that was taken to be so.
    pub fn assumed(&mut self, at: impl Into<String>, what: impl Into<String>, why: impl Into<String>) {
        self.assumed.push(Listed { at: at.into(), what: what.into(), why: why.into() });
    }
}

/// Puts a record on its shelf. The same record twice is one.
///
/// # Errors
/// If the id is none, or another record has it.
pub fn put<T: PartialEq>(shelf: &mut Shelf<T>, id: &str, record: T, at: &str) -> Result<(), ImportError> {
    check_id(id, &at)?;
    match shelf.get(id) {
        Some((held, _)) if *held == record => Ok(()),
        Some((_, first)) => {
            let message = format!("a second record has the id \"{id}\", and says something else");
            Err(ImportError::at(
                Code::DuplicateId,
                at,
                message,
                format!("the first is at {first}; rename or remove one of them"),
            ))
        }
        None => {
            shelf.insert(id.to_owned(), (record, at.to_owned()));
            Ok(())
        }
    }
}

/// The same for a record that a row of claims makes, which is noted.
///
/// # Errors
/// As [`put`].
pub fn make<T: Clone + PartialEq>(
    shelf: &mut Shelf<T>,
    made: &mut Vec<T>,
    id: &str,
    record: T,
    at: &str,
) -> Result<(), ImportError> {
    made.push(record.clone());
    put(shelf, id, record, at)
}

/// Whether it can be an id.
///
/// # Errors
/// If it cannot.
pub fn check_id(id: &str, at: &dyn fmt::Display) -> Result<(), ImportError> {
    if is_id(id) {
        return Ok(());
    }
    let shown: String = id.chars().take(60).collect();
    let help = "use lower-case letters, digits and hyphens, beginning with a letter or digit; or leave the id out";
    Err(ImportError::at(Code::MalformedId, at.to_string(), format!("\"{shown}\" is not an id"), help))
}
