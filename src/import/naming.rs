//! Records by what files call them; a name that nobody knows makes a record.

use std::fmt;

use super::error::ImportError;
use super::incoming::{Incoming, Shelf, make};
use super::names::{Kind, Names};
use crate::inbox::WORDS;
use crate::model::Archive;
use crate::store::record::{ActorRecord, EventRecord, PropositionRecord, RegionRecord};
use crate::store::{free, slug};

/// The graph, the names in it and in the files, and what was read of them.
pub struct Naming<'a> {
    pub archive: &'a Archive,
    pub names: Names,
    pub incoming: &'a mut Incoming,
}

/// The shelf of the records of a kind, and the list of those that rows of claims made.
pub type Shelves<'a, T> = (&'a mut Shelf<T>, &'a mut Vec<T>);

impl<'a> Naming<'a> {
    /// With the names that are known so far.
    pub fn new(archive: &'a Archive, incoming: &'a mut Incoming) -> Self {
        Self { archive, names: Names::new(archive, incoming), incoming }
    }

    /// The id of the record of that name; a new one is put on its shelf.
    ///
    /// # Errors
    /// Those of making it.
    pub fn named<T: Clone + PartialEq>(
        &mut self,
        kind: Kind,
        name: &str,
        at: &dyn fmt::Display,
        record: impl FnOnce(&str, &mut Incoming) -> Result<T, ImportError>,
        shelves: fn(&mut Incoming) -> Shelves<'_, T>,
    ) -> Result<String, ImportError> {
        if let Some(id) = self.names.find(kind, name) {
            return Ok(id);
        }
        let id = free(&slug(name), |id| self.names.has(kind, id));
        self.names.add(kind, &id, [&name.to_owned()]);
        let record = record(&id, self.incoming)?;
        let (shelf, made) = shelves(self.incoming);
        make(shelf, made, &id, record, &at.to_string())?;
        Ok(id)
    }

    /// The place of that name.
    pub fn place(&mut self, name: &str, at: &dyn fmt::Display) -> Result<String, ImportError> {
        let record = |id: &str, _: &mut Incoming| Ok(RegionRecord::new(id, name));
        self.named(Kind::Place, name, at, record, |own| (&mut own.places, &mut own.made.places))
    }

    /// The population of that name.
    pub fn population(&mut self, name: &str, at: &dyn fmt::Display) -> Result<String, ImportError> {
        let record = |id: &str, _: &mut Incoming| Ok(RegionRecord::new(id, name));
        self.named(Kind::Population, name, at, record, |own| (&mut own.populations, &mut own.made.populations))
    }

    /// The actor of that name.
    pub fn actor(&mut self, name: &str, at: &dyn fmt::Display) -> Result<String, ImportError> {
        let record = |id: &str, incoming: &mut Incoming| {
            let kind = WORDS.kind(name);
            let why = format!("a new one, taken for {kind:?}");
            incoming.assumed(at.to_string(), format!("the actor {name}"), why);
            Ok(ActorRecord::new(id, name, kind))
        };
        self.named(Kind::Actor, name, at, record, |own| (&mut own.actors, &mut own.made.actors))
    }

    /// The event of that name.
    pub fn event(&mut self, name: &str, at: &dyn fmt::Display) -> Result<String, ImportError> {
        let record = |id: &str, _: &mut Incoming| {
            Ok(EventRecord { id: id.to_owned(), name: name.to_owned(), date: None, until: None, note: None })
        };
        self.named(Kind::Event, name, at, record, |own| (&mut own.events, &mut own.made.events))
    }

    /// The proposition of that text.
    pub fn proposition(&mut self, text: &str, at: &dyn fmt::Display) -> Result<String, ImportError> {
        let record = |id: &str, _: &mut Incoming| Ok(PropositionRecord { id: id.to_owned(), text: text.to_owned() });
        self.named(Kind::Proposition, text, at, record, |own| (&mut own.propositions, &mut own.made.propositions))
    }
}
