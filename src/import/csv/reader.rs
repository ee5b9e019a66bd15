//! What tables are read into; a name that nobody knows makes a record.

use super::date::date;
use super::row::{Row, Sheet};
use crate::import::error::ImportError;
use crate::import::incoming::{Incoming, put};
use crate::import::json::short;
use crate::import::names::{Kind, Names};
use crate::import::source::shelve;
use crate::inbox::{WORDS, free, slug};
use crate::model::{Archive, Basis};
use crate::quantity::unit;
use crate::store::record::{ActorRecord, EventRecord, MeasureRecord, PropositionRecord, RegionRecord, SourceRecord};

/// The graph, the names in it and in the tables, and what was read.
pub struct Reader<'a> {
    pub archive: &'a Archive,
    pub names: Names,
    pub incoming: &'a mut Incoming,
}

impl Reader<'_> {
    /// Reads every row of a table, also after one that is not as it must be.
    ///
    /// # Errors
    /// If it was not the table that was wrong.
    pub fn each(
        &mut self,
        sheet: &Sheet,
        read: impl Fn(&Row<'_>, &mut Self) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        for row in sheet.rows() {
            let read = read(&row, self);
            self.incoming.faults.kept(read)?;
        }
        Ok(())
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
            put(&mut self.incoming.places, &id, RegionRecord::new(&id, name), at)?;
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
            put(&mut self.incoming.populations, &id, RegionRecord::new(&id, name), at)?;
        }
        Ok(id)
    }

    /// The actor of that name.
    pub fn actor(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Actor, name);
        if new {
            let kind = WORDS.kind(name);
            self.incoming.assumed(at, format!("the actor {name}"), format!("a new one, taken for {kind:?}"));
            put(&mut self.incoming.actors, &id, ActorRecord::new(&id, name, kind), at)?;
        }
        Ok(id)
    }

    /// The event of that name.
    pub fn event(&mut self, name: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Event, name);
        if new {
            let record = EventRecord { id: id.clone(), name: name.to_owned(), date: None, until: None, note: None };
            put(&mut self.incoming.events, &id, record, at)?;
        }
        Ok(id)
    }

    /// The proposition of that text.
    pub fn proposition(&mut self, text: &str, at: &str) -> Result<String, ImportError> {
        let (id, new) = self.id(Kind::Proposition, text);
        if new {
            let record = PropositionRecord { id: id.clone(), text: text.to_owned() };
            put(&mut self.incoming.propositions, &id, record, at)?;
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
                tolerance: None,
                note: None,
            };
            put(&mut self.incoming.measures, &id, record, &row.at())?;
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
            kind: row.word("source_kind")?.unwrap_or_default(),
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
