//! What tables are read into; a name that nobody knows makes a record.

use std::collections::BTreeSet;

use super::date::date;
use super::numbering::Numbering;
use super::row::{Row, Sheet};
use super::stream::Stream;
use crate::import::error::ImportError;
use crate::import::incoming::{Incoming, make};
use crate::import::json::short;
use crate::import::names::{Kind, Names};
use crate::import::source::shelve;
use crate::import::{Settings, Told};
use crate::inbox::{WORDS, free, slug};
use crate::model::{Archive, Basis};
use crate::quantity::unit;
use crate::store::record::{ActorRecord, EventRecord, MeasureRecord, PropositionRecord, RegionRecord, SourceRecord};

/// After how many rows it is told that they were read.
const ROWS: usize = 1_000;

/// The graph, the names in it and in the tables, and what was read.
pub struct Reader<'a> {
    pub archive: &'a Archive,
    pub names: Names,
    pub incoming: &'a mut Incoming,
    /// The tolerance of measures that are made.
    pub tolerance: Option<f64>,
    /// Told of rows that were read.
    pub told: &'a dyn Fn(Told),
    /// Where claims go, if they are too many to be held.
    pub stream: Option<Stream<'a>>,
    /// Which ids claims have got that have none of their own.
    pub numbering: Numbering,
    /// Kinds of records whose ids are only numbers, which was told.
    pub numbered: BTreeSet<Kind>,
    /// Words that are no units, by measure, which was told.
    pub counted: BTreeSet<(String, String)>,
}

impl<'a> Reader<'a> {
    /// Nothing is read yet.
    pub fn new(
        archive: &'a Archive,
        incoming: &'a mut Incoming,
        settings: &'a Settings<'a>,
        stream: Option<Stream<'a>>,
    ) -> Self {
        Self {
            archive,
            names: Names::new(archive, incoming),
            incoming,
            tolerance: settings.tolerance,
            told: settings.told,
            stream,
            numbering: Numbering::default(),
            numbered: BTreeSet::new(),
            counted: BTreeSet::new(),
        }
    }
}

impl Reader<'_> {
    /// The id of a record that a table gives. One that is only a number says its kind first, but for those of exports and
    /// those that are known.
    pub fn own_id(&mut self, kind: Kind, id: &str, row: &Row<'_>) -> String {
        let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || row.sheet().exported || self.names.has(kind, id) {
            return id.to_owned();
        }
        let own = format!("{}-{id}", kind.word());
        if self.numbered.insert(kind) {
            let what = format!("ids of {}s that are only numbers", kind.word());
            self.incoming.assumed(row.at(), what, format!("their kind stands before them, as in {own}"));
        }
        own
    }

    /// Reads every row of a table, also after one that is not as it must be.
    ///
    /// # Errors
    /// If it was not the table that was wrong.
    pub fn each(
        &mut self,
        sheet: &Sheet<'_>,
        read: impl Fn(&Row<'_>, &mut Self) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let mut rows = 0;
        sheet.each(|row| {
            rows += 1;
            if rows % ROWS == 0 {
                (self.told)(Told::Read(ROWS));
            }
            let read = read(row, self);
            self.incoming.faults.kept(read).map(|_| ())
        })
    }

    /// The id of the record that a cell names, or one for a new record of that name.
    fn id(&mut self, kind: Kind, name: &str) -> (String, bool) {
        if let Some(id) = self.names.find(kind, name) {
            return (id, false);
        }
        let id = free(&slug(name), |id| self.names.has(kind, id));
        self.names.add(kind, &id, [&name.to_owned()]);
        (id, true)
    }

    /// The place that a column names.
    pub fn place(&mut self, row: &Row<'_>, column: &str) -> Result<Option<String>, ImportError> {
        let Some(name) = row.get(column) else { return Ok(None) };
        self.place_named(name, &row.at()).map(Some)
    }

    /// The place of that name.
    pub fn place_named(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Place, name);
        if new {
            make(&mut self.incoming.places, &mut self.incoming.made.places, &id, RegionRecord::new(&id, name), at)?;
        }
        Ok(id)
    }

    /// The population that a column names.
    pub fn population(&mut self, row: &Row<'_>, column: &str) -> Result<Option<String>, ImportError> {
        let Some(name) = row.get(column) else { return Ok(None) };
        self.population_named(name, &row.at()).map(Some)
    }

    /// The population of that name.
    pub fn population_named(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Population, name);
        if new {
            make(
                &mut self.incoming.populations,
                &mut self.incoming.made.populations,
                &id,
                RegionRecord::new(&id, name),
                at,
            )?;
        }
        Ok(id)
    }

    /// The actor of that name.
    pub fn actor(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Actor, name);
        if new {
            let kind = WORDS.kind(name);
            self.incoming.assumed(at, format!("the actor {name}"), format!("a new one, taken for {kind:?}"));
            make(
                &mut self.incoming.actors,
                &mut self.incoming.made.actors,
                &id,
                ActorRecord::new(&id, name, kind),
                at,
            )?;
        }
        Ok(id)
    }

    /// The event of that name.
    pub fn event(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Event, name);
        if new {
            let record = EventRecord { id: id.clone(), name: name.to_owned(), date: None, until: None, note: None };
            make(&mut self.incoming.events, &mut self.incoming.made.events, &id, record, at)?;
        }
        Ok(id)
    }

    /// The proposition of that text.
    pub fn proposition(&mut self, text: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Proposition, text);
        if new {
            let record = PropositionRecord { id: id.clone(), text: text.to_owned() };
            make(&mut self.incoming.propositions, &mut self.incoming.made.propositions, &id, record, at)?;
        }
        Ok(id)
    }

    /// The measure of that name; a new one has the unit, counts the things, and has the basis that the row gives or that is
    /// usual for the unit.
    pub fn measure(
        &mut self,
        name: &str,
        unit_name: &str,
        counts: Option<String>,
        row: &Row<'_>,
    ) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Measure, name);
        if new {
            let basis = match row.word("basis")? {
                Some(basis) => basis,
                None => self.usual_basis(name, unit_name, row),
            };
            let name = row.get("measure_name").unwrap_or(name).to_owned();
            let record = MeasureRecord {
                id: id.clone(),
                name,
                basis,
                unit: unit_name.to_owned(),
                counts,
                question: None,
                stakes: 0,
                tolerance: self.tolerance,
                note: None,
            };
            make(&mut self.incoming.measures, &mut self.incoming.made.measures, &id, record, &row.at())?;
        }
        Ok(id)
    }

    fn usual_basis(&mut self, name: &str, unit_name: &str, row: &Row<'_>) -> Basis {
        let dimension = unit(unit_name).map(|unit| unit.dimension.clone()).unwrap_or_default();
        let usual = WORDS.basis(&dimension).map_or(Basis::Amount, |row| row.basis);
        let basis = if dimension == "count" { Basis::Stock } else { usual };
        let why = format!("a new one, taken for basis {} in {unit_name}; a column basis says otherwise", basis.word());
        self.incoming.assumed(row.at(), format!("the measure {name}"), why);
        basis
    }

    /// The unit of a measure.
    pub fn unit_of(&self, measure: &str) -> Option<String> {
        let held = self.archive.measures.get(measure).map(|own| own.unit.clone());
        held.or_else(|| self.incoming.measures.get(measure).map(|(own, _)| own.unit.clone()))
    }

    /// What a measure counts.
    pub fn counts_of(&self, measure: &str) -> Option<&String> {
        let held = self.archive.measures.get(measure).and_then(|own| own.counts.as_ref());
        held.or_else(|| self.incoming.measures.get(measure).and_then(|(own, _)| own.counts.as_ref()))
    }

    /// Says, once for each measure, that a word in the column of units is no unit.
    pub fn list_counted(&mut self, measure: &str, word: &str, row: &Row<'_>) {
        if self.counted.insert((measure.to_owned(), word.to_owned())) {
            let why =
                "the table of units has no such unit, so that it is taken for what is counted, and never converted";
            self.incoming.assumed(row.at(), format!("{word}, of the measure {measure}"), why);
        }
    }

    /// The source of a row of claims: the one that is named, or a new one with what the row says of it.
    pub fn source(&mut self, row: &Row<'_>) -> Result<String, ImportError> {
        let named = row.get("source").or(row.get("url")).or(row.get("title")).or(row.get("outlet"));
        let Some(name) = named else {
            return row
                .need("source", "the title, address or id of the source that asserts the claim")
                .map(str::to_owned);
        };
        if let Some(id) = self.names.find(Kind::Source, name) {
            return Ok(id);
        }
        let own = row.get("source");
        let source = SourceRecord {
            kind: super::sources::kind(row, "source_kind")?,
            title: row.text("title").or_else(|| own.filter(|own| !is_address(own)).map(str::to_owned)),
            url: row.text("url").or_else(|| own.filter(is_address).map(str::to_owned)),
            outlet: row.text("outlet"),
            authors: row.list("authors"),
            published: date(row, "published", self)?,
            ..SourceRecord::new("")
        };
        self.list_new_source(name, row);
        let (title, url) = (source.title.clone(), source.url.clone());
        let id = shelve(None, source, &row.at(), self.incoming)?;
        self.incoming.made.sources.extend(self.incoming.sources.get(&id).map(|(own, _)| own.clone()));
        self.names.add(Kind::Source, &id, title.iter().chain(&url).chain([&name.to_owned()]));
        Ok(id)
    }

    /// Says that a source is new, as it would count as one more that is independent of the others.
    fn list_new_source(&mut self, name: &str, row: &Row<'_>) {
        // Addresses are all alike.
        let near = if is_address(&name) { None } else { self.names.nearest(Kind::Source, name) };
        let near = near.map_or(String::new(), |(near, id)| format!("; did you mean {id} (\"{}\")?", short(near)));
        let what = format!("the source {}{near}", short(name));
        self.incoming.assumed(row.at(), what, "a new one, since none that is known is called so");
    }
}

fn is_address(text: &&str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}
