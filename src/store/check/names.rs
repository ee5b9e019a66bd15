//! The ids that each kind of record defines: each once, well formed, and the nearest one for an id that is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::model::{Archive, nearest};
use crate::store::fault::Fault;
use crate::store::file::At;
use crate::store::record::AddedFile;
use crate::store::sheet::Sheets;

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

    /// Adds ids that are known otherwise.
    fn learn<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        self.known.extend(ids.into_iter().map(str::to_owned));
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
    pub fn collect(sheets: &Sheets<'_>, checker: &mut Checker) -> Self {
        let mut names = |kind, file, broken, ids: Vec<Written<'_>>| collect(kind, file, broken, ids, checker);
        macro_rules! of {
            ($kind:literal, $file:literal, $sheet:ident) => {
                names($kind, $file, sheets.$sheet.broken, written(&sheets.$sheet.rows, |record| &record.id))
            };
        }
        let claims = sheets.claims.iter().flat_map(|sheet| written(&sheet.rows, |record| &record.id)).collect();
        let vocabulary = Self {
            sources: of!("source", "sources.ron", sources),
            actors: of!("actor", "actors.ron", actors),
            places: of!("place", "places.ron", places),
            populations: of!("population", "populations.ron", populations),
            events: of!("event", "events.ron", events),
            measures: of!("measure", "measures.ron", measures),
            propositions: of!("proposition", "propositions.ron", propositions),
            claims: names("claim", "a file of claims/", sheets.claims_broken, claims),
        };
        of!("judgement", "a file of judgements/", judgements);
        vocabulary
    }
}

impl Vocabulary {
    /// The ids of a graph, but for those of claims.
    pub fn of(archive: &Archive) -> Self {
        let none = |kind, file| Names { kind, file, known: BTreeSet::new(), broken: false };
        let mut vocabulary = Self {
            sources: none("source", "sources.ron"),
            actors: none("actor", "actors.ron"),
            places: none("place", "places.ron"),
            populations: none("population", "populations.ron"),
            events: none("event", "events.ron"),
            measures: none("measure", "measures.ron"),
            propositions: none("proposition", "propositions.ron"),
            claims: none("claim", "a file of claims/"),
        };
        vocabulary.sources.learn(archive.sources.keys().map(AsRef::as_ref));
        vocabulary.actors.learn(archive.actors.keys().map(AsRef::as_ref));
        vocabulary.places.learn(archive.places.keys().map(AsRef::as_ref));
        vocabulary.populations.learn(archive.populations.keys().map(AsRef::as_ref));
        vocabulary.events.learn(archive.events.keys().map(AsRef::as_ref));
        vocabulary.measures.learn(archive.measures.keys().map(AsRef::as_ref));
        vocabulary.propositions.learn(archive.propositions.keys().map(AsRef::as_ref));
        vocabulary
    }

    /// Adds the ids of records.
    pub fn learn(&mut self, added: &AddedFile) {
        self.sources.learn(added.sources.iter().map(|own| own.id.as_str()));
        self.actors.learn(added.actors.iter().map(|own| own.id.as_str()));
        self.places.learn(added.places.iter().map(|own| own.id.as_str()));
        self.populations.learn(added.populations.iter().map(|own| own.id.as_str()));
        self.events.learn(added.events.iter().map(|own| own.id.as_str()));
        self.measures.learn(added.measures.iter().map(|own| own.id.as_str()));
        self.propositions.learn(added.propositions.iter().map(|own| own.id.as_str()));
    }
}

fn written<'a, T>(rows: &[(At<'a>, &'a T)], id: impl Fn(&'a T) -> &'a String) -> Vec<Written<'a>> {
    rows.iter().map(|(at, record)| (at.field("id"), id(record).as_str())).collect()
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
