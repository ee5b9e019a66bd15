//! Records by what people call them.

use super::Node;
use crate::model::{Archive, nearest};

impl Node {
    /// The records of an id, or, if it is none, those of that name, alias or title, whatever its case, or else the claim whose id ends
    /// so: of those that are meant.
    pub fn named(archive: &Archive, text: &str, is_meant: impl Fn(&Self) -> bool) -> Vec<Self> {
        let of_id: Vec<Self> = Self::known(archive, text).filter(&is_meant).collect();
        if !of_id.is_empty() {
            return of_id;
        }
        let lower = text.to_lowercase();
        let called = names(archive).filter(|(_, name)| name.to_lowercase() == lower);
        let mut found: Vec<Self> = called.map(|(node, _)| node).filter(&is_meant).collect();
        found.dedup();
        if found.is_empty() {
            found.extend(archive.claim_named(text).map(|claim| Self::Claim(claim.id.clone())).filter(is_meant));
        }
        found
    }

    /// The name, alias, title or id that is nearest to a text, of records that are meant.
    pub fn nearest_name(archive: &Archive, text: &str, is_meant: impl Fn(&Self) -> bool) -> Option<String> {
        let meant: Vec<(Self, &str)> = names(archive).filter(|(node, _)| is_meant(node)).collect();
        let all = meant.iter().flat_map(|(node, name)| [*name, node.id()]);
        nearest(text, all).map(str::to_owned)
    }
}

/// What each record is called, records of several names several times; a source without a title goes by its id.
fn names(archive: &Archive) -> impl Iterator<Item = (Node, &str)> {
    let sources = archive.sources.values().map(|own| {
        let title = own.title.as_deref().unwrap_or(own.id.as_str());
        (Node::Source(own.id.clone()), title)
    });
    let actors = archive
        .actors
        .values()
        .flat_map(|own| all(&own.name, &own.aliases).map(|name| (Node::Actor(own.id.clone()), name)));
    let measures = archive.measures.values().map(|own| (Node::Measure(own.id.clone()), own.name.as_str()));
    let places = archive
        .places
        .values()
        .flat_map(|own| all(&own.name, &own.aliases).map(|name| (Node::Place(own.id.clone()), name)));
    let populations = archive
        .populations
        .values()
        .flat_map(|own| all(&own.name, &own.aliases).map(|name| (Node::Population(own.id.clone()), name)));
    let events = archive.events.values().map(|own| (Node::Event(own.id.clone()), own.name.as_str()));
    sources.chain(actors).chain(measures).chain(places).chain(populations).chain(events)
}

fn all<'a>(name: &'a str, aliases: &'a [String]) -> impl Iterator<Item = &'a str> {
    std::iter::once(name).chain(aliases.iter().map(String::as_str))
}
