//! Records that candidates may name: those of the graph, and those that inboxes propose.

use std::collections::{BTreeMap, BTreeSet};

use super::words::WORDS;
use crate::model::{Archive, Region, nearest};
use crate::store::Held;
use crate::store::record::{
    ActorRecord, AddedFile, ClaimRecord, MeasureRecord, NearRecord, ProposedKind, RegionRecord,
};
use crate::store::{free, slug};

/// What the graph has, and what is proposed beside it.
pub struct Pool<'a> {
    graph: &'a Archive,
    actors: BTreeMap<String, ActorRecord>,
    places: BTreeMap<String, RegionRecord>,
    populations: BTreeMap<String, RegionRecord>,
    measures: BTreeMap<String, MeasureRecord>,
    near: BTreeMap<(ProposedKind, String), String>,
}

impl<'a> Pool<'a> {
    /// The graph with all that its inbox proposes.
    pub fn new(held: &'a Held) -> Self {
        let mut pool = Self {
            graph: &held.archive,
            actors: BTreeMap::new(),
            places: BTreeMap::new(),
            populations: BTreeMap::new(),
            measures: BTreeMap::new(),
            near: BTreeMap::new(),
        };
        for file in &held.inbox {
            let own = file.proposed.clone();
            pool.actors.extend(own.actors.into_iter().map(|one| (one.id.clone(), one)));
            pool.places.extend(own.places.into_iter().map(|one| (one.id.clone(), one)));
            pool.populations.extend(own.populations.into_iter().map(|one| (one.id.clone(), one)));
            pool.measures.extend(own.measures.into_iter().map(|one| (one.id.clone(), one)));
            pool.near.extend(file.near.iter().map(|near| ((near.kind, near.id.clone()), near.like.clone())));
        }
        pool
    }

    /// The id of the place of that name, known or proposed.
    pub fn place(&mut self, name: &str) -> String {
        let known = self.graph.places.values().map(known_region);
        let (id, near) = look_up(name, known, self.places.values().map(region));
        self.note(ProposedKind::Place, &id, near);
        if !self.graph.places.contains_key(id.as_str()) {
            self.places.entry(id.clone()).or_insert_with(|| RegionRecord::new(&id, name));
        }
        id
    }

    /// The id of the population of that name, known or proposed.
    pub fn population(&mut self, name: &str) -> String {
        let known = self.graph.populations.values().map(known_region);
        let (id, near) = look_up(name, known, self.populations.values().map(region));
        self.note(ProposedKind::Population, &id, near);
        if !self.graph.populations.contains_key(id.as_str()) {
            self.populations.entry(id.clone()).or_insert_with(|| RegionRecord::new(&id, name));
        }
        id
    }

    /// The id of the actor of that name, known or proposed.
    pub fn actor(&mut self, name: &str) -> String {
        let name = WORDS.bare(name);
        let proposed = self.actors.values().map(|one| (one.id.as_str(), vec![one.name.as_str()]));
        let (id, near) = look_up(name, self.known_actors(), proposed);
        self.note(ProposedKind::Actor, &id, near);
        if !self.graph.actors.contains_key(id.as_str()) {
            self.actors.entry(id.clone()).or_insert_with(|| ActorRecord::new(&id, name, WORDS.kind(name)));
        }
        id
    }

    /// The id of the actor that the graph has under that name.
    pub fn known_actor(&self, name: &str) -> Option<String> {
        let (id, _) = look_up(WORDS.bare(name), self.known_actors(), std::iter::empty());
        self.graph.actors.contains_key(id.as_str()).then_some(id)
    }

    fn known_actors(&self) -> impl Iterator<Item = Names<'_>> {
        self.graph.actors.values().map(|actor| {
            let spellings = actor.spellings.iter().map(|spelling| spelling.text.as_str());
            let names = std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str));
            (actor.id.as_str(), names.chain(spellings).collect())
        })
    }

    /// Proposes a measure of its own, and gives it an id that no other has.
    pub fn measure(&mut self, record: MeasureRecord) -> String {
        let wanted = record.id.clone();
        let taken = |id: &str| self.graph.measures.contains_key(id) || self.measures.contains_key(id);
        let id = free(&wanted, taken);
        let known: Vec<&str> = self.graph.measures.keys().map(|id| id.as_str()).collect();
        let near = if known.contains(&wanted.as_str()) {
            Some(wanted.clone())
        } else {
            nearest(&wanted, known).map(str::to_owned)
        };
        let near = near.or_else(|| (id != wanted).then_some(wanted));
        self.note(ProposedKind::Measure, &id, near);
        self.measures.insert(id.clone(), MeasureRecord { id: id.clone(), ..record });
        id
    }

    /// The unit of a measure.
    pub fn unit(&self, measure: &str) -> Option<&str> {
        let known = self.graph.measures.get(measure).map(|measure| measure.unit.as_str());
        known.or_else(|| self.measures.get(measure).map(|measure| measure.unit.as_str()))
    }

    /// The name of a measure.
    pub fn measure_name<'b>(&'b self, id: &'b str) -> &'b str {
        let known = self.graph.measures.get(id).map(|measure| measure.name.as_str());
        known.or_else(|| self.measures.get(id).map(|measure| measure.name.as_str())).unwrap_or(id)
    }

    /// The name of a place.
    pub fn place_name<'b>(&'b self, id: &'b str) -> &'b str {
        let known = self.graph.places.get(id).map(|place| place.name.as_str());
        known.or_else(|| self.places.get(id).map(|place| place.name.as_str())).unwrap_or(id)
    }

    fn note(&mut self, kind: ProposedKind, id: &str, near: Option<String>) {
        if let Some(near) = near.filter(|near| near != id) {
            self.near.insert((kind, id.to_owned()), near);
        }
    }

    /// What claims name of the proposed records, and which known ones these may be.
    pub fn named_by<'c>(&self, claims: impl Iterator<Item = &'c ClaimRecord>) -> (AddedFile, Vec<NearRecord>) {
        let named: BTreeSet<(ProposedKind, String)> = claims.flat_map(super::names::names).collect();
        let mut file = AddedFile::default();
        for (kind, id) in &named {
            match kind {
                ProposedKind::Measure => file.measures.extend(self.measures.get(id).cloned()),
                ProposedKind::Actor => file.actors.extend(self.actors.get(id).cloned()),
                ProposedKind::Place => file.places.extend(self.places.get(id).cloned()),
                ProposedKind::Population => file.populations.extend(self.populations.get(id).cloned()),
            }
        }
        let near = self.near.iter().filter(|(key, _)| named.contains(key));
        let near = near.map(|((kind, id), like)| NearRecord { kind: *kind, id: id.clone(), like: like.clone() });
        (file, near.collect())
    }
}

type Names<'a> = (&'a str, Vec<&'a str>);

/// The id of a record that has the name, or else one made of it; and the known record whose name is most like it.
fn look_up<'a>(
    name: &str,
    known: impl Iterator<Item = Names<'a>>,
    proposed: impl Iterator<Item = Names<'a>>,
) -> (String, Option<String>) {
    let wanted = slug(name);
    let lower = name.to_lowercase();
    let is_it = |(id, names): &Names<'_>| *id == wanted || names.iter().any(|own| own.to_lowercase() == lower);
    let known: Vec<Names<'a>> = known.collect();
    let mut all = known.iter().cloned().chain(proposed);
    if let Some((id, _)) = all.find(is_it) {
        return (id.to_owned(), None);
    }
    let all = known.iter().flat_map(|(id, names)| names.iter().map(move |own| (own.to_lowercase(), *id)));
    let all: BTreeMap<String, &str> = all.collect();
    let near = nearest(&lower, all.keys().map(String::as_str)).and_then(|name| all.get(name));
    (wanted, near.map(|id| (*id).to_owned()))
}

fn known_region<Id: AsRef<str>>(region: &Region<Id>) -> Names<'_> {
    let names = std::iter::once(region.name.as_str()).chain(region.aliases.iter().map(String::as_str));
    (region.id.as_ref(), names.collect())
}

fn region(record: &RegionRecord) -> Names<'_> {
    (record.id.as_str(), vec![record.name.as_str()])
}
