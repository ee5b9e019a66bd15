//! Records by what people call them: an id, a name, an alias, a title, an address.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::incoming::Incoming;
use crate::model::{Archive, nearest};

/// The kinds of records that files name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Kind {
    Source,
    Actor,
    Place,
    Population,
    Event,
    Measure,
    Proposition,
    Claim,
}

impl Kind {
    /// The kind of that word.
    pub fn named(word: &str) -> Option<Self> {
        use Kind::{Actor, Claim, Event, Measure, Place, Population, Proposition, Source};
        let all = [Source, Actor, Place, Population, Event, Measure, Proposition, Claim];
        all.into_iter().find(|kind| kind.word() == word)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Source => "source",
            Kind::Actor => "actor",
            Kind::Place => "place",
            Kind::Population => "population",
            Kind::Event => "event",
            Kind::Measure => "measure",
            Kind::Proposition => "proposition",
            Kind::Claim => "claim",
        }
    }
}

/// Names of the records of the graph and of those that were read.
#[derive(Debug, Default)]
pub struct Names {
    of: BTreeMap<Kind, OfKind>,
}

#[derive(Debug, Default)]
struct OfKind {
    ids: HashSet<String>,
    names: BTreeMap<String, String>,
}

impl Names {
    /// All names. Of two records with one name the first id counts, and the graph's before the files'.
    pub fn new(archive: &Archive, incoming: &Incoming) -> Self {
        let mut names = Self::default();
        names.known(archive);
        names.read(incoming);
        names
    }

    fn known(&mut self, archive: &Archive) {
        for own in archive.sources.values() {
            self.add(Kind::Source, own.id.as_str(), own.title.iter().chain(&own.url));
        }
        for own in archive.actors.values() {
            let spellings = own.spellings.iter().map(|spelling| &spelling.text);
            self.add(Kind::Actor, own.id.as_str(), [&own.name].into_iter().chain(&own.aliases).chain(spellings));
        }
        for own in archive.places.values() {
            self.add(Kind::Place, own.id.as_str(), [&own.name].into_iter().chain(&own.aliases));
        }
        for own in archive.populations.values() {
            self.add(Kind::Population, own.id.as_str(), [&own.name].into_iter().chain(&own.aliases));
        }
        archive.events.values().for_each(|own| self.add(Kind::Event, own.id.as_str(), [&own.name]));
        archive.measures.values().for_each(|own| self.add(Kind::Measure, own.id.as_str(), [&own.name]));
        archive.propositions.values().for_each(|own| self.add(Kind::Proposition, own.id.as_str(), [&own.text]));
        archive.claims.keys().for_each(|id| self.add(Kind::Claim, id.as_str(), []));
    }

    fn read(&mut self, incoming: &Incoming) {
        for (own, _) in incoming.sources.values() {
            self.add(Kind::Source, &own.id, own.title.iter().chain(&own.url));
        }
        for (own, _) in incoming.actors.values() {
            self.add(Kind::Actor, &own.id, [&own.name].into_iter().chain(&own.aliases));
        }
        for (own, _) in incoming.places.values() {
            self.add(Kind::Place, &own.id, [&own.name].into_iter().chain(&own.aliases));
        }
        for (own, _) in incoming.populations.values() {
            self.add(Kind::Population, &own.id, [&own.name].into_iter().chain(&own.aliases));
        }
        incoming.events.values().for_each(|(own, _)| self.add(Kind::Event, &own.id, [&own.name]));
        incoming.measures.values().for_each(|(own, _)| self.add(Kind::Measure, &own.id, [&own.name]));
        incoming.propositions.values().for_each(|(own, _)| self.add(Kind::Proposition, &own.id, [&own.text]));
        incoming.claims.keys().for_each(|id| self.add(Kind::Claim, id, []));
    }

    /// Adds a record with its names.
    pub fn add<'a>(&mut self, kind: Kind, id: &str, names: impl IntoIterator<Item = &'a String>) {
        let own = self.of.entry(kind).or_default();
        own.ids.insert(id.to_owned());
        for name in names {
            own.names.entry(name.trim().to_lowercase()).or_insert_with(|| id.to_owned());
        }
    }

    /// The id of the record that is called so.
    pub fn find(&self, kind: Kind, name: &str) -> Option<String> {
        let own = self.of.get(&kind)?;
        if own.ids.contains(name) {
            return Some(name.to_owned());
        }
        own.names.get(&name.trim().to_lowercase()).cloned()
    }

    /// The known name that is nearest to one, with the id of its record. Of many, only those that begin alike are looked at.
    pub fn nearest(&self, kind: Kind, name: &str) -> Option<(&str, &str)> {
        const MANY: usize = 2_000;
        let name = name.trim().to_lowercase();
        let own = &self.of.get(&kind)?.names;
        let begins = |known: &str| known.chars().next() == name.chars().next();
        let known = own.keys().map(String::as_str).filter(|known| own.len() <= MANY || begins(known));
        let near = nearest(&name, known)?;
        own.get(near).map(|id| (near, id.as_str()))
    }

    /// Whether a record has the id.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.of.get(&kind).is_some_and(|own| own.ids.contains(id))
    }
}
