//! The table of ties between records.

use std::io;

use super::Rows;
use super::cell::text;
use crate::export::view::View;
use crate::graph::{Edge, Node};
use crate::model::Representation;

pub(super) const COLUMNS: [&str; 7] = ["from", "from_kind", "edge", "to", "to_kind", "since", "until"];

pub(super) const DERIVED: [&str; 2] = ["from_name", "to_name"];

pub(super) fn write(view: &View<'_>, rows: &mut Rows<'_>) -> io::Result<()> {
    let mut all: Vec<(&Node, Edge, &Node)> = view.edges().collect();
    all.sort();
    for (from, edge, to) in all {
        let times = times(view, from, edge, to);
        rows.add([
            from.id().to_owned(),
            from.kind().to_owned(),
            edge.word().to_owned(),
            to.id().to_owned(),
            to.kind().to_owned(),
            text(times.and_then(|own| own.since.as_ref())),
            text(times.and_then(|own| own.until.as_ref())),
            name(view, from),
            name(view, to),
        ])?;
    }
    Ok(())
}

/// From when to when an actor speaks for another.
fn times<'a>(view: &View<'a>, from: &Node, edge: Edge, to: &Node) -> Option<&'a Representation> {
    let (Node::Actor(from), Edge::SpeaksFor, Node::Actor(to)) = (from, edge, to) else { return None };
    view.archive().actors.get(from)?.speaks_for.iter().find(|own| own.actor == *to)
}

/// What a reader knows the record by.
fn name(view: &View<'_>, node: &Node) -> String {
    let archive = view.archive();
    let name = match node {
        Node::Source(id) => archive.sources.get(id).map(|source| source.label()),
        Node::Claim(id) => archive.claims.get(id).map(|claim| claim.says.as_str()),
        Node::Actor(id) => Some(archive.actor_name(id)),
        Node::Measure(id) => archive.measures.get(id).map(|measure| measure.name.as_str()),
        Node::Place(id) => Some(archive.place_name(id)),
        Node::Population(id) => Some(archive.population_name(id)),
        Node::Event(id) => Some(archive.event_name(id)),
        Node::Proposition(id) => archive.propositions.get(id).map(|own| own.text.as_str()),
    };
    name.unwrap_or_default().to_owned()
}
