//! The ids that each kind of record defines: each once, well formed, and the nearest one for an id that is unknown.

use crate::codes::Code;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::checker::Checker;
use crate::model::{Archive, Region, is_id, nearest_of};
use crate::store::fault::Fault;
use crate::store::read::file::At;
use crate::store::read::sheet::{ClaimSheet, Named, Sheet, Sheets};

/// The place of a record among those of its kind: of a claim, its sheet and its row; of others, nought and the row.
pub(crate) type Position = (usize, usize);

/// Several ids are looked up for each claim, and a tree is slow at it.
type Own<'a> = FxHashMap<&'a str, Position>;

/// The ids of one kind of record.
pub(crate) struct Names<'a> {
    kind: &'static str,
    file: &'static str,
    own: Own<'a>,
    known: Option<(&'a Archive, Ids)>,
    /// What a known region is a part of.
    above: Above,
    broken: bool,
    /// All of them in their order, once one is asked for that is unknown.
    sorted: OnceLock<Vec<String>>,
}

/// What a record of an archive is a part of, by ids.
type Above = fn(&Archive, &str) -> Vec<String>;

/// The records of a kind that an archive has, by their ids.
#[derive(Clone, Copy)]
struct Ids {
    has: fn(&Archive, &str) -> bool,
    all: fn(&Archive) -> Vec<&str>,
}

impl<'a> Names<'a> {
    fn new(kind: &'static str, file: &'static str, known: Option<&'a Archive>, ids: Ids) -> Self {
        Self {
            kind,
            file,
            own: Own::default(),
            known: known.map(|known| (known, ids)),
            above: |_, _| Vec::new(),
            broken: false,
            sorted: OnceLock::new(),
        }
    }

    /// The same for regions, of which some are parts of others.
    fn nesting(self, above: Above) -> Self {
        Self { above, ..self }
    }

    /// What a region that was there before is a part of.
    pub fn known_above(&self, id: &str) -> Vec<String> {
        self.known.map_or(Vec::new(), |(archive, _)| (self.above)(archive, id))
    }

    /// Whether a record has the id.
    pub fn has(&self, id: &str) -> bool {
        self.own.contains_key(id) || self.is_known(id)
    }

    /// Whether a record has it that was there before.
    fn is_known(&self, id: &str) -> bool {
        self.known.is_some_and(|(archive, ids)| (ids.has)(archive, id))
    }

    /// The first record that has the id, among those that are checked.
    pub fn first(&self, id: &str) -> Option<Position> {
        self.own.get(id).copied()
    }

    /// Whether a file that defines such records could not be read, so that an unknown id proves nothing.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    fn all(&self) -> Vec<String> {
        let known = self.known.map_or(Vec::new(), |(archive, ids)| (ids.all)(archive));
        let mut all: Vec<String> = self.own.keys().copied().chain(known).map(str::to_owned).collect();
        all.sort_unstable();
        all
    }

    /// The fault of naming an id that no record has.
    pub fn unknown(&self, at: &At<'_>, id: &str) -> Fault {
        let near = nearest_of(id, self.sorted.get_or_init(|| self.all()));
        let hint = near.map_or(String::new(), |near| format!("did you mean \"{near}\"? otherwise "));
        at.fault(Code::UnknownName, format!("no {} has the id \"{id}\"", self.kind))
            .help(format!("{hint}define it in {}", self.file))
    }
}

/// The ids of all kinds.
pub(crate) struct Vocabulary<'a> {
    pub sources: Names<'a>,
    pub actors: Names<'a>,
    pub places: Names<'a>,
    pub populations: Names<'a>,
    pub events: Names<'a>,
    pub measures: Names<'a>,
    pub propositions: Names<'a>,
    pub claims: Names<'a>,
    pub judgements: Names<'a>,
}

impl<'a> Vocabulary<'a> {
    /// The ids of a graph, if there is one.
    pub fn of(known: Option<&'a Archive>) -> Self {
        macro_rules! of {
            ($kind:literal, $file:literal, $field:ident) => {{
                let ids = Ids {
                    has: |archive, id| archive.$field.contains_key(id),
                    all: |archive| archive.$field.keys().map(AsRef::as_ref).collect(),
                };
                Names::new($kind, $file, known, ids)
            }};
        }
        Self {
            sources: of!("source", "sources.ron", sources),
            actors: of!("actor", "actors.ron", actors),
            places: of!("place", "places.ron", places).nesting(|archive, id| wholes(archive.places.get(id))),
            populations: of!("population", "populations.ron", populations)
                .nesting(|archive, id| wholes(archive.populations.get(id))),
            events: of!("event", "events.ron", events),
            measures: of!("measure", "measures.ron", measures),
            propositions: of!("proposition", "propositions.ron", propositions),
            claims: of!("claim", "a file of claims/", claims),
            judgements: Names::new("judgement", "a file of judgements/", known, JUDGEMENTS),
        }
    }

    /// Collects the ids, beside those that are known already; those that are badly formed or taken twice are faults.
    pub fn collect(sheets: &'a Sheets<'a>, known: Option<&'a Archive>, checker: &mut Checker) -> Self {
        let mut names = Self::of(known);
        names.sources.take_in(&sheets.sources, checker);
        names.actors.take_in(&sheets.actors, checker);
        names.places.take_in(&sheets.places, checker);
        names.populations.take_in(&sheets.populations, checker);
        names.events.take_in(&sheets.events, checker);
        names.measures.take_in(&sheets.measures, checker);
        names.propositions.take_in(&sheets.propositions, checker);
        names.judgements.take_in(&sheets.judgements, checker);
        names.claims.take_in_claims(&sheets.claims, checker);
        names.claims.broken = sheets.claims_broken;
        names
    }
}

fn wholes<Id: AsRef<str>>(region: Option<&Region<Id>>) -> Vec<String> {
    region.into_iter().flat_map(|region| &region.part_of).map(|id| id.as_ref().to_owned()).collect()
}

const JUDGEMENTS: Ids = Ids {
    has: |archive, id| archive.judgements.iter().any(|judgement| judgement.id.as_str() == id),
    all: |archive| archive.judgements.iter().map(|judgement| judgement.id.as_str()).collect(),
};

impl<'a> Names<'a> {
    fn take_in<T: Named>(&mut self, sheet: &'a Sheet<'a, T>, checker: &mut Checker) {
        self.broken = sheet.broken;
        for (row, (at, record)) in sheet.rows.iter().enumerate() {
            if let Some((_, first)) = self.take((0, row), at, record.id(), checker) {
                self.second(at, record.id(), &sheet.rows[first].0, checker);
            }
        }
    }

    fn take_in_claims(&mut self, sheets: &'a [ClaimSheet<'a>], checker: &mut Checker) {
        self.own.reserve(sheets.iter().map(ClaimSheet::len).sum());
        for (number, sheet) in sheets.iter().enumerate() {
            for (row, (at, record)) in sheet.rows().enumerate() {
                if let Some((other, first)) = self.take((number, row), &at, &record.id, checker)
                    && let Some((first, _)) = sheets[other].row(first)
                {
                    self.second(&at, &record.id, &first, checker);
                }
            }
        }
    }

    /// Takes an id in; the first that has it, if it is not the first itself.
    fn take(&mut self, position: Position, at: &At<'_>, id: &'a str, checker: &mut Checker) -> Option<Position> {
        if !is_id(id) {
            let fault = at.field("id").fault(Code::MalformedId, format!("\"{id}\" is not an id"));
            checker.push(fault.help("use lower-case letters, digits and hyphens, beginning with a letter or digit"));
        }
        if self.is_known(id) {
            let fault = at.field("id").fault(Code::DuplicateId, format!("a {} has the id \"{id}\" already", self.kind));
            checker.push(fault.help("give this one another id"));
        }
        match self.own.entry(id) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(position);
                None
            }
        }
    }

    fn second(&self, at: &At<'_>, id: &str, first: &At<'_>, checker: &mut Checker) {
        let fault = at.field("id").fault(Code::DuplicateId, format!("a second {} has the id \"{id}\"", self.kind));
        checker.push(fault.help(format!("the first is at {}; rename one of them", first.field("id").locus())));
    }
}
