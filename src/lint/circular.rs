//! Circular sourcing: sources that have it from each other.

use super::{Code, Lint};
use crate::findings::Desk;
use crate::graph::{Edge, Node};
use crate::store::circles;

/// Circles of citing, taking claims from and republishing. A mere link makes no circle.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let edges: Vec<(&str, &str)> =
        desk.graph.edges().filter_map(|(from, edge, to)| sourcing(desk, from, edge, to)).collect();
    circles(edges)
        .into_iter()
        .map(|circle| Lint {
            code: Code::CircularSourcing,
            id: circle[0].to_owned(),
            locus: None,
            message: format!("sources have it from each other: {}", circle.join(" → ")),
            help: "find out which of them had it first; until then none of them confirms another".to_owned(),
        })
        .collect()
}

/// The source that takes, and the source that it takes from.
fn sourcing<'a>(desk: &'a Desk<'_>, from: &'a Node, edge: Edge, to: &'a Node) -> Option<(&'a str, &'a str)> {
    let source = |node: &'a Node| match node {
        Node::Source(id) => Some(id.as_str()),
        Node::Claim(id) => desk.archive.claims.get(id).map(|claim| claim.source.as_str()),
        _ => None,
    };
    let takes = matches!(edge, Edge::Cites | Edge::Republishes | Edge::TakenFrom);
    if takes { source(from).zip(source(to)) } else { None }
}
