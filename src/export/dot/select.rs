//! Which part of the graph to draw.

use std::collections::BTreeSet;

use crate::findings::{Desk, Question};
use crate::graph::{Edge, Node};
use crate::model::nearest;

/// Which part of the graph to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All sources, claims and actors; what claims measure, where and of whom stands in their labels.
    Everything,
    /// Claims that disagree, with their sources and origins.
    Disagreements,
    /// Whatever is within so many edges of a record.
    Around {
        /// The record's id.
        id: String,
        /// How many edges away.
        hops: usize,
    },
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DotError {
    /// No record has the id.
    #[error("no record has the id \"{id}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// The id.
        id: String,
        /// The nearest known one.
        near: Option<String>,
    },
}

/// The nodes to draw.
///
/// # Errors
/// If the record to draw around does not exist.
pub(super) fn selected(
    desk: &Desk<'_>,
    questions: &[Question],
    selection: &Selection,
) -> Result<BTreeSet<Node>, DotError> {
    match selection {
        Selection::Everything => {
            let drawn = |node: &&Node| matches!(node, Node::Source(_) | Node::Claim(_) | Node::Actor(_));
            Ok(desk.graph.nodes().filter(drawn).cloned().collect())
        }
        Selection::Disagreements => Ok(disagreeing(desk, questions)),
        Selection::Around { id, hops } => {
            let centres: Vec<&Node> = desk.graph.with_id(id).collect();
            if centres.is_empty() {
                let near = nearest(id, desk.graph.nodes().map(Node::id)).map(str::to_owned);
                return Err(DotError::Unknown { id: id.clone(), near });
            }
            Ok(with_sources(desk, around(desk, questions, centres.into_iter().cloned().collect(), *hops)))
        }
    }
}

fn disagreeing(desk: &Desk<'_>, questions: &[Question]) -> BTreeSet<Node> {
    let pairs = questions.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    let claims: BTreeSet<Node> = pairs.flat_map(|pair| [pair.a.clone(), pair.b.clone()]).map(Node::Claim).collect();
    let said_by = claims.iter().flat_map(|claim| desk.graph.successors(claim, Edge::AttributedTo)).cloned();
    let actors: BTreeSet<Node> = said_by.collect();
    let masters: Vec<Node> = actors.iter().flat_map(|actor| desk.graph.around(actor, 2)).filter(is_actor).collect();
    let spoken_for =
        masters.into_iter().filter(|node| actors.iter().any(|actor| desk.graph.leads_to(actor, Edge::SpeaksFor, node)));
    let all = claims.iter().cloned().chain(actors.iter().cloned()).chain(spoken_for).collect();
    with_sources(desk, all)
}

/// Whatever is so many edges away; a disagreement is an edge like any other.
fn around(desk: &Desk<'_>, questions: &[Question], mut nodes: BTreeSet<Node>, hops: usize) -> BTreeSet<Node> {
    let pairs: Vec<(Node, Node)> = questions
        .iter()
        .flat_map(|question| &question.comparisons)
        .filter(|pair| pair.is_disagreement())
        .map(|pair| (Node::Claim(pair.a.clone()), Node::Claim(pair.b.clone())))
        .collect();
    for _ in 0..hops {
        let linked: BTreeSet<Node> = nodes.iter().flat_map(|node| desk.graph.around(node, 1)).collect();
        let opposed = pairs.iter().filter(|(a, b)| nodes.contains(a) || nodes.contains(b));
        let opposed: BTreeSet<Node> = opposed.flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
        nodes.extend(linked.into_iter().chain(opposed));
    }
    nodes
}

fn is_actor(node: &Node) -> bool {
    matches!(node, Node::Actor(_))
}

/// A claim is never drawn without its source.
fn with_sources(desk: &Desk<'_>, mut nodes: BTreeSet<Node>) -> BTreeSet<Node> {
    let sources: Vec<Node> =
        nodes.iter().flat_map(|node| desk.graph.predecessors(node, Edge::Asserts)).cloned().collect();
    nodes.extend(sources);
    nodes
}
