//! The records of a graph by kind, wherever they are written: in the files of people, in what the program has added beside
//! them, and, if asked for, in the inbox.

use std::collections::BTreeSet;

use super::file::At;
use super::files::{Files, Loaded};
use super::record::{
    ActorRecord, AddedFile, ClaimRecord, EventRecord, IdentityRecord, JudgementRecord, MeasureRecord,
    PropositionRecord, RegionRecord, SourceRecord,
};

/// Records of one kind, each with its place.
pub(crate) struct Sheet<'a, T> {
    /// The records, in the order of files and places.
    pub rows: Vec<(At<'a>, &'a T)>,
    /// Whether a file that may hold more could not be read, so that an unknown id proves nothing.
    pub broken: bool,
}

/// The claims of one file, with the source that it names.
pub(crate) struct ClaimSheet<'a> {
    /// Where the source is named.
    pub at: At<'a>,
    /// Id of the source.
    pub source: &'a str,
    /// The claims.
    pub rows: Vec<(At<'a>, &'a ClaimRecord)>,
}

/// The records of a graph.
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
named!(SourceRecord, ActorRecord, RegionRecord, MeasureRecord);

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

    /// The same, as if every open candidate had been accepted. What the graph has already under an id is not taken twice.
    pub fn with_inbox(files: &'a Files) -> Self {
        let mut sheets = Self::new(files);
        for loaded in &files.inbox {
            let (Some(file), Some(record)) = (&loaded.file, &loaded.record) else { continue };
            sheets.sources.propose([(file.root().field("source"), &record.source)]);
            sheets.propose(&file.root().field("proposed"), &record.proposed);
            let held: BTreeSet<&str> =
                sheets.claims.iter().flat_map(|sheet| &sheet.rows).map(|(_, claim)| claim.id.as_str()).collect();
            let at = |index| file.root().field("candidates").index(index).field("claim");
            let open = record.candidates.iter().enumerate().filter(|(_, one)| one.state.is_open());
            let left = open.filter(|(_, one)| !held.contains(one.claim.id.as_str()));
            let rows = left.map(|(index, one)| (at(index), &one.claim)).collect();
            let source = file.root().field("source").field("id");
            sheets.claims.push(ClaimSheet { at: source, source: &record.source.id, rows });
        }
        sheets
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

    fn propose(&mut self, at: &At<'a>, record: &'a AddedFile) {
        self.actors.propose(rows(&at.field("actors"), &record.actors));
        self.places.propose(rows(&at.field("places"), &record.places));
        self.populations.propose(rows(&at.field("populations"), &record.populations));
        self.measures.propose(rows(&at.field("measures"), &record.measures));
    }
}

impl<'a, T> Sheet<'a, T> {
    fn extend(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.broken |= other.broken;
    }
}

impl<'a, T: Named> Sheet<'a, T> {
    /// Where the first record of that id stands.
    pub fn place_of(&self, id: &str) -> Option<&At<'a>> {
        self.rows.iter().find(|(_, record)| record.id() == id).map(|(at, _)| at)
    }

    fn propose(&mut self, rows: impl IntoIterator<Item = (At<'a>, &'a T)>) {
        let held: BTreeSet<&str> = self.rows.iter().map(|(_, record)| record.id()).collect();
        let new: Vec<_> = rows.into_iter().filter(|(_, record)| !held.contains(record.id())).collect();
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
    let mut sheet = Sheet { rows: Vec::new(), broken: false };
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

fn claims(loaded: &Loaded<super::record::ClaimFile>) -> Option<ClaimSheet<'_>> {
    let (file, record) = (loaded.file.as_ref()?, loaded.record.as_ref()?);
    let rows = rows(&file.root().field("claims"), &record.claims);
    Some(ClaimSheet { at: file.root().field("source"), source: &record.source, rows })
}

/// The claims of a file of `added/`, a sheet for each of its sources.
fn imported<'a>(loaded: &'a Loaded<AddedFile>) -> Vec<ClaimSheet<'a>> {
    let (Some(file), Some(record)) = (&loaded.file, &loaded.record) else { return Vec::new() };
    let at = |index| file.root().field("claims").index(index);
    let sheets = record.claims.iter().enumerate();
    let sheet = |(index, own): (usize, &'a super::record::ClaimFile)| {
        let rows = rows(&at(index).field("claims"), &own.claims);
        ClaimSheet { at: at(index).field("source"), source: &own.source, rows }
    };
    sheets.map(sheet).collect()
}
