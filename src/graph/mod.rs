//! The petgraph over the model: typed nodes and edges, read-only once built.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::model::{
    About, ActorId, Archive, Claim, ClaimId, EventId, MeasureId, PeriodForm, PlaceId, PopulationId, PropositionId,
    Source, SourceId, Stance, Subject, Via,
};

/// A record of the archive as a node.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// A publication.
    Source(SourceId),
    /// One thing that a source asserts.
    Claim(ClaimId),
    /// Somebody who says things.
    Actor(ActorId),
    /// What is measured.
    Measure(MeasureId),
    /// Where.
    Place(PlaceId),
    /// Who or what is counted.
    Population(PopulationId),
    /// A named event.
    Event(EventId),
    /// What is affirmed or denied.
    Proposition(PropositionId),
}

impl Node {
    /// The id of the record.
    pub fn id(&self) -> &str {
        match self {
            Node::Source(id) => id.as_str(),
            Node::Claim(id) => id.as_str(),
            Node::Actor(id) => id.as_str(),
            Node::Measure(id) => id.as_str(),
            Node::Place(id) => id.as_str(),
            Node::Population(id) => id.as_str(),
            Node::Event(id) => id.as_str(),
            Node::Proposition(id) => id.as_str(),
        }
    }

    /// The kind of record, as commands name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Source(_) => "source",
            Node::Claim(_) => "claim",
            Node::Actor(_) => "actor",
            Node::Measure(_) => "measure",
            Node::Place(_) => "place",
            Node::Population(_) => "population",
            Node::Event(_) => "event",
            Node::Proposition(_) => "proposition",
        }
    }
}

/// What ties two records together, from the first to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edge {
    /// A source asserts a claim.
    Asserts,
    /// A claim is attributed to an actor.
    AttributedTo,
    /// An actor speaks for another.
    SpeaksFor,
    /// A place or population is part of another.
    PartOf,
    /// A claim measures, or ranks by, a measure.
    Measures,
    /// A claim holds of a place.
    In,
    /// A claim counts a population, or ranges over it.
    Of,
    /// A claim ranks a place or population.
    Ranks,
    /// A claim dates an event.
    Dates,
    /// A claim's period hangs on an event, or its words were said there.
    HangsOn,
    /// A claim affirms a proposition.
    Affirms,
    /// A claim denies a proposition.
    Denies,
    /// A claim quotes an actor.
    Quotes,
    /// A claim is taken from another source or from a claim of one.
    TakenFrom,
    /// A source cites another.
    Cites,
    /// A source links to another.
    LinksTo,
    /// A source republishes another.
    Republishes,
    /// A claim revises another.
    Supersedes,
    /// A figure converts another.
    Converts,
}

/// The graph of an archive.
#[derive(Clone, Debug)]
pub struct Graph {
    graph: DiGraph<Node, Edge>,
    index: BTreeMap<Node, NodeIndex>,
}

impl Graph {
    /// Builds the graph of an archive, in the order of ids.
    pub fn new(archive: &Archive) -> Self {
        let mut graph = Self { graph: DiGraph::new(), index: BTreeMap::new() };
        graph.add_nodes(archive);
        for actor in archive.actors.values() {
            let from = Node::Actor(actor.id.clone());
            for other in &actor.speaks_for {
                graph.link(&from, Edge::SpeaksFor, &Node::Actor(other.actor.clone()));
            }
        }
        for place in archive.places.values() {
            for whole in &place.part_of {
                graph.link(&Node::Place(place.id.clone()), Edge::PartOf, &Node::Place(whole.clone()));
            }
        }
        for population in archive.populations.values() {
            for whole in &population.part_of {
                graph.link(&Node::Population(population.id.clone()), Edge::PartOf, &Node::Population(whole.clone()));
            }
        }
        for source in archive.sources.values() {
            graph.add_source(source);
        }
        for claim in archive.claims.values() {
            graph.add_claim(claim);
        }
        graph
    }

    fn add_nodes(&mut self, archive: &Archive) {
        let nodes = (archive.sources.keys().cloned().map(Node::Source))
            .chain(archive.claims.keys().cloned().map(Node::Claim))
            .chain(archive.actors.keys().cloned().map(Node::Actor))
            .chain(archive.measures.keys().cloned().map(Node::Measure))
            .chain(archive.places.keys().cloned().map(Node::Place))
            .chain(archive.populations.keys().cloned().map(Node::Population))
            .chain(archive.events.keys().cloned().map(Node::Event))
            .chain(archive.propositions.keys().cloned().map(Node::Proposition));
        for node in nodes {
            let at = self.graph.add_node(node.clone());
            self.index.insert(node, at);
        }
    }

    fn add_source(&mut self, source: &Source) {
        let own = Node::Source(source.id.clone());
        let cited = source.cites.iter().map(|id| (Edge::Cites, id));
        let linked = source.links_to.iter().map(|id| (Edge::LinksTo, id));
        let original = source.republishes.iter().map(|id| (Edge::Republishes, id));
        for (edge, id) in cited.chain(linked).chain(original) {
            self.link(&own, edge, &Node::Source(id.clone()));
        }
    }

    fn add_claim(&mut self, claim: &Claim) {
        let own = Node::Claim(claim.id.clone());
        self.link(&Node::Source(claim.source.clone()), Edge::Asserts, &own);
        for actor in claim.attribution.actors() {
            self.link(&own, Edge::AttributedTo, &Node::Actor(actor.clone()));
        }
        for (edge, node) in about(&claim.about) {
            self.link(&own, edge, &node);
        }
        let scope = &claim.scope;
        let place = scope.place.clone().map(|id| (Edge::In, Node::Place(id)));
        let population = scope.population.clone().map(|id| (Edge::Of, Node::Population(id)));
        let event = scope.period.as_ref().and_then(|period| anchor(&period.form)).map(|id| (Edge::HangsOn, id));
        for (edge, node) in [place, population, event].into_iter().flatten() {
            self.link(&own, edge, &node);
        }
        for via in &claim.via {
            match via {
                Via::Source(id) => self.link(&own, Edge::TakenFrom, &Node::Source(id.clone())),
                Via::Claim(id) => self.link(&own, Edge::TakenFrom, &Node::Claim(id.clone())),
                Via::Named(_) => {}
            }
        }
        for old in &claim.supersedes {
            self.link(&own, Edge::Supersedes, &Node::Claim(old.clone()));
        }
        if let Some(original) = &claim.conversion_of {
            self.link(&own, Edge::Converts, &Node::Claim(original.clone()));
        }
    }

    fn link(&mut self, from: &Node, edge: Edge, to: &Node) {
        if let (Some(from), Some(to)) = (self.index.get(from), self.index.get(to)) {
            self.graph.add_edge(*from, *to, edge);
        }
    }

    /// All nodes, sources first, each kind by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// All edges with their ends, in the order in which records name them.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, Edge, &Node)> {
        self.graph
            .edge_references()
            .map(|edge| (&self.graph[edge.source()], *edge.weight(), &self.graph[edge.target()]))
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.graph.node_count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The node at a place in the order of [`Graph::nodes`].
    pub fn at(&self, place: usize) -> Option<&Node> {
        self.graph.node_weight(NodeIndex::new(place))
    }

    /// The place of a node in the order of [`Graph::nodes`].
    pub fn place(&self, node: &Node) -> Option<usize> {
        self.index.get(node).map(|at| at.index())
    }

    /// The edges of [`Graph::edges`], with the places of their ends: quick, where all of a large graph is gone through.
    pub fn edges_by_place(&self) -> impl Iterator<Item = (usize, Edge, usize)> {
        let edges = self.graph.raw_edges().iter();
        edges.map(|edge| (edge.source().index(), edge.weight, edge.target().index()))
    }

    /// The records of any kind that have the id.
    pub fn with_id<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Node> {
        self.nodes().filter(move |node| node.id() == id)
    }

    /// What a node points to by edges of one kind.
    pub fn successors(&self, node: &Node, edge: Edge) -> impl Iterator<Item = &Node> + use<'_> {
        self.linked(node, edge, Direction::Outgoing)
    }

    /// What points to a node by edges of one kind.
    pub fn predecessors(&self, node: &Node, edge: Edge) -> impl Iterator<Item = &Node> + use<'_> {
        self.linked(node, edge, Direction::Incoming)
    }

    fn linked(&self, node: &Node, edge: Edge, direction: Direction) -> impl Iterator<Item = &Node> + use<'_> {
        let at = self.index.get(node).copied();
        let edges = at.into_iter().flat_map(move |at| self.graph.edges_directed(at, direction));
        let mut nodes: Vec<&Node> = edges
            .filter(|found| *found.weight() == edge)
            .map(|found| if direction == Direction::Outgoing { found.target() } else { found.source() })
            .map(|at| &self.graph[at])
            .collect();
        nodes.sort();
        nodes.into_iter()
    }

    /// Whatever a node points to, by any edge.
    pub fn names(&self, node: &Node) -> impl Iterator<Item = &Node> + use<'_> {
        let at = self.index.get(node).copied();
        at.into_iter().flat_map(|at| self.graph.neighbors(at)).map(|at| &self.graph[at])
    }

    /// All nodes to which edges of one kind lead from a node, however many of them, itself first.
    pub fn all_along<'a>(&'a self, node: &'a Node, edge: Edge) -> Vec<&'a Node> {
        let mut found = vec![node];
        let mut at = 0;
        while let Some(node) = found.get(at).copied() {
            let next: Vec<&Node> = self.successors(node, edge).filter(|next| !found.contains(next)).collect();
            found.extend(next);
            at += 1;
        }
        found
    }

    /// Whether edges of one kind lead from a node to another, however many of them; a node leads to itself.
    pub fn leads_to(&self, from: &Node, edge: Edge, to: &Node) -> bool {
        let mut open = vec![from];
        let mut seen = BTreeSet::new();
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if seen.insert(node) {
                open.extend(self.successors(node, edge));
            }
        }
        false
    }

    /// All nodes that are at most `hops` edges away from a node, in either direction, itself included.
    pub fn around(&self, node: &Node, hops: usize) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        let mut open: VecDeque<(NodeIndex, usize)> = self.index.get(node).map(|at| (*at, 0)).into_iter().collect();
        while let Some((at, steps)) = open.pop_front() {
            if found.insert(self.graph[at].clone()) && steps < hops {
                open.extend(self.graph.neighbors_undirected(at).map(|next| (next, steps + 1)));
            }
        }
        found
    }
}

fn about(about: &About) -> Vec<(Edge, Node)> {
    match about {
        About::Quantity(quantity) => vec![(Edge::Measures, Node::Measure(quantity.measure.clone()))],
        About::Date(date) => {
            let event = (Edge::Dates, Node::Event(date.event.clone()));
            std::iter::once(event).chain(anchor(&date.when.form).map(|other| (Edge::HangsOn, other))).collect()
        }
        About::Rank(rank) => {
            let subject = match &rank.subject {
                Subject::Place(id) => Node::Place(id.clone()),
                Subject::Population(id) => Node::Population(id.clone()),
            };
            vec![(Edge::Measures, Node::Measure(rank.measure.clone())), (Edge::Ranks, subject)]
        }
        About::Stance(stance) => {
            let edge = if stance.stance == Stance::Affirms { Edge::Affirms } else { Edge::Denies };
            vec![(edge, Node::Proposition(stance.proposition.clone()))]
        }
        About::Quote(quote) => {
            let occasion = quote.occasion.clone().map(|event| (Edge::HangsOn, Node::Event(event)));
            std::iter::once((Edge::Quotes, Node::Actor(quote.speaker.clone()))).chain(occasion).collect()
        }
    }
}

fn anchor(form: &PeriodForm) -> Option<Node> {
    form.event().map(|id| Node::Event(id.into()))
}
