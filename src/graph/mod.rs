//! The petgraph over the model: typed nodes and edges, read-only once built.

mod build;
mod citations;
mod components;
mod named;
mod node;
mod rows;
mod ties;

use std::collections::{BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::model::Archive;

pub use citations::{Citations, Reach, Walk};
pub(crate) use components::{components, members, ways_round};
pub use node::{Edge, Node};
pub use rows::Rows;

/// The graph of an archive.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Nodes are in order, so that the place of one is found by halving.
    graph: DiGraph<Node, Edge>,
}

impl Graph {
    /// Builds the graph of an archive, in the order of ids.
    pub fn new(archive: &Archive) -> Self {
        Self { graph: build::build(archive) }
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
        self.graph.raw_nodes().binary_search_by(|known| known.weight.cmp(node)).ok()
    }

    /// The edges of [`Graph::edges`], with the places of their ends: quick, where all of a large graph is gone through.
    pub fn edges_by_place(&self) -> impl Iterator<Item = (usize, Edge, usize)> {
        let edges = self.graph.raw_edges().iter();
        edges.map(|edge| (edge.source().index(), edge.weight, edge.target().index()))
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
        let found = self.index(node).map(|at| self.along(at, edge, direction)).unwrap_or_default();
        found.into_iter().map(|at| &self.graph[at])
    }

    /// Places in order are nodes in order.
    fn along(&self, at: NodeIndex, edge: Edge, direction: Direction) -> Vec<NodeIndex> {
        let edges = self.graph.edges_directed(at, direction).filter(|found| *found.weight() == edge);
        let other = |found: petgraph::graph::EdgeReference<'_, Edge>| {
            if direction == Direction::Outgoing { found.target() } else { found.source() }
        };
        let mut found: Vec<NodeIndex> = edges.map(other).collect();
        found.sort_unstable();
        found
    }

    fn index(&self, node: &Node) -> Option<NodeIndex> {
        self.place(node).map(NodeIndex::new)
    }

    /// Whatever a node points to, by any edge.
    pub fn names(&self, node: &Node) -> impl Iterator<Item = &Node> + use<'_> {
        let at = self.index(node);
        at.into_iter().flat_map(|at| self.graph.neighbors(at)).map(|at| &self.graph[at])
    }

    /// All nodes to which edges of one kind lead from a node, however many of them, itself first.
    pub fn all_along<'a>(&'a self, node: &'a Node, edge: Edge) -> Vec<&'a Node> {
        std::iter::once(node).chain(self.all_from([node], edge).into_iter().skip(1)).collect()
    }

    /// The same for several nodes at once, each node once; those that are not in the graph are left out.
    pub fn all_from<'a>(&self, nodes: impl IntoIterator<Item = &'a Node>, edge: Edge) -> Vec<&Node> {
        let mut seen = BTreeSet::new();
        let known = nodes.into_iter().filter_map(|node| self.index(node));
        let mut found: Vec<NodeIndex> = known.filter(|at| seen.insert(*at)).collect();
        let mut at = 0;
        while let Some(open) = found.get(at).copied() {
            let next = self.along(open, edge, Direction::Outgoing);
            found.extend(next.into_iter().filter(|next| seen.insert(*next)));
            at += 1;
        }
        found.into_iter().map(|at| &self.graph[at]).collect()
    }

    /// Whether edges of one kind lead from a node to another, however many of them; a node leads to itself.
    pub fn leads_to(&self, from: &Node, edge: Edge, to: &Node) -> bool {
        from == to || self.all_along(from, edge).contains(&to)
    }

    /// All nodes that are at most `hops` edges away from a node, in either direction, itself included.
    pub fn around(&self, node: &Node, hops: usize) -> BTreeSet<Node> {
        let mut found: BTreeSet<NodeIndex> = self.index(node).into_iter().collect();
        let mut open: VecDeque<(NodeIndex, usize)> = found.iter().map(|at| (*at, 0)).collect();
        while let Some((at, steps)) = open.pop_front().filter(|(_, steps)| *steps < hops) {
            let near = self.graph.neighbors_undirected(at).filter(|next| found.insert(*next));
            open.extend(near.map(|next| (next, steps + 1)));
        }
        found.into_iter().map(|at| self.graph[at].clone()).collect()
    }
}
