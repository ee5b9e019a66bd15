//! The ids that each kind of record defines: each once, well formed, and the nearest one for an id that is unknown.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::checker::Checker;
use crate::model::{Archive, nearest};
use crate::store::fault::Fault;
use crate::store::file::At;
use crate::store::sheet::{ClaimSheet, Sheet, Sheets};

/// The place of a record among those of its kind: of a claim, its sheet and its row; of others, nought and the row.
pub(crate) type Position = (usize, usize);

/// The ids of one kind of record.
pub(crate) struct Names<'a> {
    kind: &'static str,
    file: &'static str,
    own: HashMap<&'a str, Position>,
    known: Option<(&'a Archive, Has)>,
    broken: bool,
}

/// Whether an archive has a record of a kind by that id.
type Has = fn(&Archive, &str) -> bool;

impl Names<'_> {
    /// Whether a record has the id.
    pub fn has(&self, id: &str) -> bool {
        self.own.contains_key(id) || self.is_known(id)
    }

    /// Whether a record has it that was there before.
    fn is_known(&self, id: &str) -> bool {
        self.known.is_some_and(|(archive, has)| has(archive, id))
    }

    /// The first record that has the id, among those that are checked.
    pub fn first(&self, id: &str) -> Option<Position> {
        self.own.get(id).copied()
    }

    /// Whether a file that defines such records could not be read, so that an unknown id proves nothing.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// The fault of naming an id that no record has.
    pub fn unknown(&self, at: &At<'_>, id: &str) -> Fault {
        let near = nearest(id, self.own.keys().copied());
        let hint = near.map_or(String::new(), |near| format!("did you mean \"{near}\"? otherwise "));
        at.fault(format!("no {} has the id \"{id}\"", self.kind)).help(format!("{hint}define it in {}", self.file))
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
}

impl<'a> Vocabulary<'a> {
    /// Collects the ids, beside those that are known already; those that are badly formed or taken twice are faults.
    pub fn collect(sheets: &'a Sheets<'a>, known: Option<&'a Archive>, checker: &mut Checker) -> Self {
        macro_rules! of {
            ($kind:literal, $file:literal, $sheet:ident, $has:expr) => {{
                let has: Has = $has;
                let names = Names {
                    kind: $kind,
                    file: $file,
                    own: HashMap::new(),
                    known: known.map(|known| (known, has)),
                    broken: sheets.$sheet.broken,
                };
                names.of_sheet(&sheets.$sheet, |record| &record.id, checker)
            }};
            ($kind:literal, $file:literal, $sheet:ident) => {
                of!($kind, $file, $sheet, |archive, id| archive.$sheet.contains_key(id))
            };
        }
        of!("judgement", "a file of judgements/", judgements, |archive, id| {
            archive.judgements.iter().any(|judgement| judgement.id.as_str() == id)
        });
        Self {
            sources: of!("source", "sources.ron", sources),
            actors: of!("actor", "actors.ron", actors),
            places: of!("place", "places.ron", places),
            populations: of!("population", "populations.ron", populations),
            events: of!("event", "events.ron", events),
            measures: of!("measure", "measures.ron", measures),
            propositions: of!("proposition", "propositions.ron", propositions),
            claims: claims(sheets, known).of_claims(&sheets.claims, checker),
        }
    }
}

fn claims<'a>(sheets: &Sheets<'a>, known: Option<&'a Archive>) -> Names<'a> {
    let has: Has = |archive, id| archive.claims.contains_key(id);
    let number = sheets.claims.iter().map(|sheet| sheet.len()).sum();
    Names {
        kind: "claim",
        file: "a file of claims/",
        own: HashMap::with_capacity(number),
        known: known.map(|known| (known, has)),
        broken: sheets.claims_broken,
    }
}

impl<'a> Names<'a> {
    fn of_sheet<T>(mut self, sheet: &'a Sheet<'a, T>, id: impl Fn(&'a T) -> &'a String, checker: &mut Checker) -> Self {
        for (row, (at, record)) in sheet.rows.iter().enumerate() {
            let first = self.take((0, row), at, id(record), checker);
            if let Some((_, first)) = first {
                self.second(at, id(record), &sheet.rows[first].0, checker);
            }
        }
        self
    }

    fn of_claims(mut self, sheets: &'a [ClaimSheet<'a>], checker: &mut Checker) -> Self {
        for (number, sheet) in sheets.iter().enumerate() {
            for (row, (at, record)) in sheet.rows().enumerate() {
                if let Some((other, first)) = self.take((number, row), &at, &record.id, checker)
                    && let Some((first, _)) = sheets[other].row(first)
                {
                    self.second(&at, &record.id, &first, checker);
                }
            }
        }
        self
    }

    /// Takes an id in; the first that has it, if it is not the first itself.
    fn take(&mut self, position: Position, at: &At<'_>, id: &'a str, checker: &mut Checker) -> Option<Position> {
        if !is_well_formed(id) {
            let fault = at.field("id").fault(format!("\"{id}\" is not an id"));
            checker.push(fault.help("use lower-case letters, digits and hyphens, beginning with a letter or digit"));
        }
        if self.is_known(id) {
            checker.push(at.field("id").fault(format!("a {} has the id \"{id}\" already", self.kind)));
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
        let fault = at.field("id").fault(format!("a second {} has the id \"{id}\"", self.kind));
        checker.push(fault.help(format!("the first is at {}; rename one of them", first.field("id").locus())));
    }
}

fn is_well_formed(id: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.bytes().next().is_some_and(letter) && id.bytes().all(|byte| letter(byte) || byte == b'-')
}
