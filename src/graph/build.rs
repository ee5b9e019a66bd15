//! Builds the graph of an archive, in time linear in its records and their ties.

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use super::node::{Edge, Node};
use super::ties::{Name, Tie, of_actor, of_claim, of_region, of_source};
use crate::model::Archive;

/// All nodes in their order, then all ties in the order in which records name them.
pub(super) fn build(archive: &Archive) -> DiGraph<Node, Edge> {
    let nodes = nodes(archive);
    let edges = edges(archive, &nodes);
    let mut graph = DiGraph::with_capacity(nodes.len(), edges.len());
    for node in nodes {
        graph.add_node(node);
    }
    for (from, edge, to) in edges {
        graph.add_edge(from, to, edge);
    }
    graph
}

/// The order is that of [`Node`]s, so that the place of one can be found by halving.
fn nodes(archive: &Archive) -> Vec<Node> {
    (archive.sources.keys().cloned().map(Node::Source))
        .chain(archive.claims.keys().cloned().map(Node::Claim))
        .chain(archive.actors.keys().cloned().map(Node::Actor))
        .chain(archive.measures.keys().cloned().map(Node::Measure))
        .chain(archive.places.keys().cloned().map(Node::Place))
        .chain(archive.populations.keys().cloned().map(Node::Population))
        .chain(archive.events.keys().cloned().map(Node::Event))
        .chain(archive.propositions.keys().cloned().map(Node::Proposition))
        .collect()
}

type Edges = Vec<(NodeIndex, Edge, NodeIndex)>;

fn edges(archive: &Archive, nodes: &[Node]) -> Edges {
    let places = nodes.iter().enumerate().map(|(at, node)| (Name::from(node), NodeIndex::new(at))).collect();
    let mut links = Links { places, edges: Vec::with_capacity(4 * nodes.len()) };
    for actor in archive.actors.values() {
        links.add(Name::Actor(actor.id.as_str()), of_actor(actor));
    }
    for place in archive.places.values() {
        links.add(Name::Place(place.id.as_str()), of_region(place, Name::Place));
    }
    for population in archive.populations.values() {
        links.add(Name::Population(population.id.as_str()), of_region(population, Name::Population));
    }
    for source in archive.sources.values() {
        links.add(Name::Source(source.id.as_str()), of_source(source));
    }
    for claim in archive.claims.values() {
        let own = Name::Claim(claim.id.as_str());
        links.add(Name::Source(claim.source.as_str()), [(Edge::Asserts, own)]);
        links.add(own, of_claim(claim));
    }
    links.edges
}

struct Links<'a> {
    /// Never gone through, so that the order of its entries shows nowhere.
    places: FxHashMap<Name<'a>, NodeIndex>,
    edges: Edges,
}

impl<'a> Links<'a> {
    /// Adds what a record names, as far as it is there.
    fn add(&mut self, from: Name<'a>, ties: impl IntoIterator<Item = Tie<'a>>) {
        let Some(from) = self.places.get(&from).copied() else { return };
        let known = ties.into_iter().filter_map(|(edge, to)| Some((from, edge, *self.places.get(&to)?)));
        self.edges.extend(known);
    }
}
