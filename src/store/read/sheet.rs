//! The records of a graph by kind, wherever they are written: in the files of people, in what the program has added beside
//! them, and, if asked for, in the inbox.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use super::file::At;
use super::files::{Files, Loaded};
use crate::model::Archive;
use crate::store::record::{
    ActorRecord, AddedFile, ClaimFile, ClaimRecord, EventRecord, IdentityRecord, InboxFile, JudgementRecord,
    MeasureRecord, PropositionRecord, RegionRecord, SourceRecord,
};

/// Records of one kind, each with its place.
pub(crate) struct Sheet<'a, T> {
    /// The records, in the order of files and places.
    pub rows: Vec<(At<'a>, &'a T)>,
    /// Whether a file that may hold more could not be read, so that an unknown id proves nothing.
    pub broken: bool,
}

impl<T> Default for Sheet<'_, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), broken: false }
    }
}

/// The claims of a source in one file.
pub(crate) struct ClaimSheet<'a> {
    /// Where the source is named.
    pub at: At<'a>,
    /// Id of the source.
    pub source: &'a str,
    /// The list that they stand in.
    list: At<'a>,
    rows: Vec<&'a ClaimRecord>,
    /// The candidates among which they stand, if they are some of those.
    candidates: Option<Vec<usize>>,
}

impl<'a> ClaimSheet<'a> {
    /// How many claims it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The claims.
    pub fn records(&self) -> impl Iterator<Item = &'a ClaimRecord> {
        self.rows.iter().copied()
    }

    /// The claims and where they stand.
    pub fn rows(&self) -> impl Iterator<Item = (At<'a>, &'a ClaimRecord)> {
        self.records().enumerate().map(|(row, record)| (self.at_row(row), record))
    }

    /// One of them.
    pub fn row(&self, row: usize) -> Option<(At<'a>, &'a ClaimRecord)> {
        self.rows.get(row).map(|record| (self.at_row(row), *record))
    }

    fn at_row(&self, row: usize) -> At<'a> {
        match &self.candidates {
            Some(numbers) => self.list.index(numbers.get(row).copied().unwrap_or_default()).field("claim"),
            None => self.list.index(row),
        }
    }
}

/// The records of a graph.
#[derive(Default)]
pub(crate) struct Sheets<'a> {
    pub sources: Sheet<'a, SourceRecord>,
    pub actors: Sheet<'a, ActorRecord>,
    pub places: Sheet<'a, RegionRecord>,
    pub populations: Sheet<'a, RegionRecord>,
    pub events: Sheet<'a, EventRecord>,
    pub measures: Sheet<'a, MeasureRecord>,
    pub identities: Sheet<'a, IdentityRecord>,
    pub propositions: Sheet<'a, PropositionRecord>,
    pub claims: Vec<ClaimSheet<'a>>,
    pub claims_broken: bool,
    pub judgements: Sheet<'a, JudgementRecord>,
}

/// A record that has an id.
pub(crate) trait Named {
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($record:ty),*) => { $(impl Named for $record { fn id(&self) -> &str { &self.id } })* };
}
named!(SourceRecord, ActorRecord, RegionRecord, MeasureRecord, EventRecord, PropositionRecord, JudgementRecord);

impl<'a> Sheets<'a> {
    /// What the files hold, without the inbox.
    pub fn new(files: &'a Files) -> Self {
        let mut sheets = Self {
            sources: listed(&files.sources),
            actors: listed(&files.actors),
            places: listed(&files.places),
            populations: listed(&files.populations),
            events: listed(&files.events),
            measures: inside(&files.measures, "measures", |record| &record.measures),
            identities: inside(&files.measures, "identities", |record| &record.identities),
            propositions: listed(&files.propositions),
            claims: files.claims.iter().filter_map(claims).collect(),
            claims_broken: files.claims.iter().any(Loaded::is_broken),
            judgements: joined(&files.judgements),
        };
        files.added.iter().for_each(|loaded| sheets.add(loaded));
        sheets
    }

    /// The same, as if every open candidate had been accepted: in these files, or in a graph to which they are added.
    pub fn with_inbox(files: &'a Files, known: Option<&Archive>) -> Self {
        let mut sheets = Self::new(files);
        files.inbox.iter().for_each(|loaded| sheets.wait(loaded, known));
        sheets
    }

    /// Adds what waits in a file of the inbox. What the graph has already under an id is not taken twice.
    fn wait(&mut self, loaded: &'a Loaded<InboxFile>, known: Option<&Archive>) {
        let (Some(file), Some(record)) = (&loaded.file, &loaded.record) else { return };
        self.sources.propose([(file.root().field("source"), &record.source)], known.map(|known| &known.sources));
        self.propose(&file.root().field("proposed"), &record.proposed, known);
        let held: BTreeSet<&str> =
            self.claims.iter().flat_map(ClaimSheet::records).map(|claim| claim.id.as_str()).collect();
        let is_held = |id: &str| held.contains(id) || known.is_some_and(|known| known.claims.contains_key(id));
        let open = record.candidates.iter().enumerate().filter(|(_, one)| one.state.is_open());
        let left = open.filter(|(_, one)| !is_held(&one.claim.id));
        let (numbers, rows) = left.map(|(index, one)| (index, &one.claim)).unzip();
        self.claims.push(ClaimSheet {
            at: file.root().field("source").field("id"),
            source: &record.source.id,
            list: file.root().field("candidates"),
            rows,
            candidates: Some(numbers),
        });
    }

    fn add(&mut self, loaded: &'a Loaded<AddedFile>) {
        self.sources.extend(inside(loaded, "sources", |record| &record.sources));
        self.actors.extend(inside(loaded, "actors", |record| &record.actors));
        self.places.extend(inside(loaded, "places", |record| &record.places));
        self.populations.extend(inside(loaded, "populations", |record| &record.populations));
        self.measures.extend(inside(loaded, "measures", |record| &record.measures));
        self.identities.extend(inside(loaded, "identities", |record| &record.identities));
        self.events.extend(inside(loaded, "events", |record| &record.events));
        self.propositions.extend(inside(loaded, "propositions", |record| &record.propositions));
        self.judgements.extend(inside(loaded, "judgements", |record| &record.judgements));
        self.claims.extend(imported(loaded));
        self.claims_broken |= loaded.is_broken();
    }

    fn propose(&mut self, at: &At<'a>, record: &'a AddedFile, known: Option<&Archive>) {
        self.actors.propose(rows(&at.field("actors"), &record.actors), known.map(|known| &known.actors));
        self.places.propose(rows(&at.field("places"), &record.places), known.map(|known| &known.places));
        let populations = rows(&at.field("populations"), &record.populations);
        self.populations.propose(populations, known.map(|known| &known.populations));
        self.measures.propose(rows(&at.field("measures"), &record.measures), known.map(|known| &known.measures));
    }
}

impl<'a, T> Sheet<'a, T> {
    fn extend(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.broken |= other.broken;
    }
}

impl<'a, T: Named> Sheet<'a, T> {
    fn propose<Id: Borrow<str> + Ord, R>(
        &mut self,
        rows: impl IntoIterator<Item = (At<'a>, &'a T)>,
        known: Option<&BTreeMap<Id, R>>,
    ) {
        let held: BTreeSet<&str> = self.rows.iter().map(|(_, record)| record.id()).collect();
        let is_held = |id: &str| held.contains(id) || known.is_some_and(|known| known.contains_key(id));
        let new: Vec<_> = rows.into_iter().filter(|(_, record)| !is_held(record.id())).collect();
        self.rows.extend(new);
    }
}

fn rows<'a, T>(at: &At<'a>, records: &'a [T]) -> Vec<(At<'a>, &'a T)> {
    records.iter().enumerate().map(|(index, record)| (at.index(index), record)).collect()
}

fn listed<T>(loaded: &Loaded<Vec<T>>) -> Sheet<'_, T> {
    let rows = match (&loaded.file, &loaded.record) {
        (Some(file), Some(records)) => rows(&file.root(), records),
        _ => Vec::new(),
    };
    Sheet { rows, broken: loaded.is_broken() }
}

fn joined<T>(all: &[Loaded<Vec<T>>]) -> Sheet<'_, T> {
    let mut sheet = Sheet::default();
    all.iter().for_each(|loaded| sheet.extend(listed(loaded)));
    sheet
}

fn inside<'a, R, T>(loaded: &'a Loaded<R>, field: &'static str, records: impl Fn(&'a R) -> &'a Vec<T>) -> Sheet<'a, T> {
    let rows = match (&loaded.file, &loaded.record) {
        (Some(file), Some(record)) => rows(&file.root().field(field), records(record)),
        _ => Vec::new(),
    };
    Sheet { rows, broken: loaded.is_broken() }
}

fn claims(loaded: &Loaded<ClaimFile>) -> Option<ClaimSheet<'_>> {
    let (file, record) = (loaded.file.as_ref()?, loaded.record.as_ref()?);
    Some(sheet(file.root(), record))
}

/// The claims of a file of `added/`, a sheet for each of its sources.
fn imported<'a>(loaded: &'a Loaded<AddedFile>) -> Vec<ClaimSheet<'a>> {
    let (Some(file), Some(record)) = (&loaded.file, &loaded.record) else { return Vec::new() };
    let list = file.root().field("claims");
    record.claims.iter().enumerate().map(|(index, own)| sheet(list.index(index), own)).collect()
}

fn sheet<'a>(at: At<'a>, own: &'a ClaimFile) -> ClaimSheet<'a> {
    let rows = own.claims.iter().collect();
    ClaimSheet { at: at.field("source"), source: &own.source, list: at.field("claims"), rows, candidates: None }
}
