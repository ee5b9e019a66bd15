//! What tables are read into.

use std::collections::BTreeSet;

use super::date::date;
use super::numbering::Numbering;
use super::row::{Row, Sheet};
use super::stream::Stream;
use crate::import::error::ImportError;
use crate::import::incoming::Incoming;
use crate::import::json::short;
use crate::import::names::Kind;
use crate::import::naming::Naming;
use crate::import::source::shelve;
use crate::import::{Settings, Told};
use crate::inbox::WORDS;
use crate::model::{Archive, Basis};
use crate::quantity::unit;
use crate::store::record::{MeasureRecord, SourceRecord};

/// After how many rows it is told that they were read.
const ROWS: usize = 1_000;

/// What was read, and what is kept in mind from row to row.
pub struct Reader<'a> {
    pub naming: Naming<'a>,
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
            naming: Naming::new(archive, incoming),
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
        if !is_number || row.sheet().exported || self.naming.names.has(kind, id) {
            return id.to_owned();
        }
        let own = format!("{}-{id}", kind.word());
        if self.numbered.insert(kind) {
            let what = format!("ids of {}s that are only numbers", kind.word());
            self.naming.incoming.assumed(row.at(), what, format!("their kind stands before them, as in {own}"));
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
            self.naming.incoming.faults.kept(read).map(|_| ())
        })
    }

    /// The place that a column names.
    pub fn place(&mut self, row: &Row<'_>, column: &str) -> Result<Option<String>, ImportError> {
        row.get(column).map(|name| self.naming.place(name, row)).transpose()
    }

    /// The population that a column names.
    pub fn population(&mut self, row: &Row<'_>, column: &str) -> Result<Option<String>, ImportError> {
        row.get(column).map(|name| self.naming.population(name, row)).transpose()
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
        let tolerance = self.tolerance;
        let record = |id: &str, incoming: &mut Incoming| {
            let basis = match row.word("basis")? {
                Some(basis) => basis,
                None => usual_basis(name, unit_name, row, incoming),
            };
            Ok(MeasureRecord {
                id: id.to_owned(),
                name: row.get("measure_name").unwrap_or(name).to_owned(),
                basis,
                unit: unit_name.to_owned(),
                counts,
                question: None,
                stakes: 0,
                tolerance,
                note: None,
            })
        };
        self.naming.named(Kind::Measure, name, row, record, |own| (&mut own.measures, &mut own.made.measures))
    }

    /// The unit of a measure.
    pub fn unit_of(&self, measure: &str) -> Option<String> {
        let held = self.naming.archive.measures.get(measure).map(|own| own.unit.clone());
        held.or_else(|| self.naming.incoming.measures.get(measure).map(|(own, _)| own.unit.clone()))
    }

    /// What a measure counts.
    pub fn counts_of(&self, measure: &str) -> Option<&String> {
        let held = self.naming.archive.measures.get(measure).and_then(|own| own.counts.as_ref());
        held.or_else(|| self.naming.incoming.measures.get(measure).and_then(|(own, _)| own.counts.as_ref()))
    }

    /// Says, once for each measure, that a word in the column of units is no unit.
    pub fn list_counted(&mut self, measure: &str, word: &str, row: &Row<'_>) {
        if self.counted.insert((measure.to_owned(), word.to_owned())) {
            let why =
                "the table of units has no such unit, so that it is taken for what is counted, and never converted";
            self.naming.incoming.assumed(row.at(), format!("{word}, of the measure {measure}"), why);
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
        if let Some(id) = self.naming.names.find(Kind::Source, name) {
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
        let id = shelve(None, source, &row.at(), self.naming.incoming)?;
        self.naming.incoming.made.sources.extend(self.naming.incoming.sources.get(&id).map(|(own, _)| own.clone()));
        self.naming.names.add(Kind::Source, &id, title.iter().chain(&url).chain([&name.to_owned()]));
        Ok(id)
    }

    /// Says that a source is new, as it would count as one more that is independent of the others.
    fn list_new_source(&mut self, name: &str, row: &Row<'_>) {
        // Addresses are all alike.
        let near = if is_address(&name) { None } else { self.naming.names.nearest(Kind::Source, name) };
        let near = near.map_or(String::new(), |(near, id)| format!("; did you mean {id} (\"{}\")?", short(near)));
        let what = format!("the source {}{near}", short(name));
        self.naming.incoming.assumed(row.at(), what, "a new one, since none that is known is called so");
    }
}

fn usual_basis(name: &str, unit_name: &str, row: &Row<'_>, incoming: &mut Incoming) -> Basis {
    let dimension = unit(unit_name).map(|unit| unit.dimension.clone()).unwrap_or_default();
    let usual = WORDS.basis(&dimension).map_or(Basis::Amount, |row| row.basis);
    let basis = if dimension == "count" { Basis::Stock } else { usual };
    let why = format!("a new one, taken for basis {} in {unit_name}; a column basis says otherwise", basis.word());
    incoming.assumed(row.at(), format!("the measure {name}"), why);
    basis
}

fn is_address(text: &&str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}
