//! Which part of the graph is exported.

use std::collections::{BTreeMap, BTreeSet};

use super::selection::{PartError, Selection};
use crate::findings::{Desk, Question};
use crate::graph::{Edge, Node};
use crate::model::{ClaimId, nearest};
use crate::trace::{Step, What, chain};

/// A part of the graph. Claims never come without their sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What pictures show; `None` is all sources, claims and actors.
    drawn: Option<BTreeSet<Node>>,
    /// What data hold: also whatever the drawn claims name. `None` is everything.
    held: Option<BTreeSet<Node>>,
}

impl Part {
    /// All of it.
    pub fn whole() -> Self {
        Self { drawn: None, held: None }
    }

    /// The part that a selection names; of its claims those in `only`, where that is given.
    ///
    /// # Errors
    /// If the record to draw around, or the claim to trace, does not exist.
    pub fn new(
        desk: &Desk<'_>,
        questions: &[Question],
        selection: &Selection,
        only: Option<&BTreeSet<ClaimId>>,
    ) -> Result<Self, PartError> {
        let chosen = match selection {
            Selection::Everything if only.is_none() => return Ok(Self::whole()),
            Selection::Everything | Selection::Claims => {
                desk.graph.nodes().filter(|node| matches!(node, Node::Claim(_))).cloned().collect()
            }
            Selection::Disagreements => disagreeing(questions),
            Selection::Around { id, hops } => around(desk, questions, centres(desk, id)?, *hops),
            Selection::Trace { claim } => steps(desk, claim)?,
        };
        Ok(Self::of(desk, chosen, only, matches!(selection, Selection::Around { .. } | Selection::Trace { .. })))
    }

    /// `as_named`: records that are no claims stay although no claim leads to them.
    fn of(desk: &Desk<'_>, chosen: BTreeSet<Node>, only: Option<&BTreeSet<ClaimId>>, as_named: bool) -> Self {
        let passes = |node: &Node| match node {
            Node::Claim(id) => only.is_none_or(|only| only.contains(id)),
            _ => as_named && only.is_none(),
        };
        let mut drawn: BTreeSet<Node> = chosen.into_iter().filter(passes).collect();
        let claims: Vec<Node> = drawn.iter().filter(|node| matches!(node, Node::Claim(_))).cloned().collect();
        drawn.extend(claims.iter().flat_map(|claim| desk.graph.predecessors(claim, Edge::Asserts)).cloned());
        // Whoever said a claim, and for whom they speak.
        let said_by = claims.iter().flat_map(|claim| desk.graph.successors(claim, Edge::AttributedTo));
        drawn.extend(desk.graph.all_from(said_by, Edge::SpeaksFor).into_iter().cloned());
        let mut held = drawn.clone();
        for claim in &claims {
            let named = desk.graph.names(claim).filter(|node| !matches!(node, Node::Claim(_) | Node::Source(_)));
            held.extend(named.cloned());
        }
        let wholes = desk.graph.all_from(&held, Edge::PartOf).into_iter().cloned().collect::<Vec<_>>();
        held.extend(wholes);
        Self { drawn: Some(drawn), held: Some(held) }
    }

    /// Whether pictures show a record.
    pub fn draws(&self, node: &Node) -> bool {
        match &self.drawn {
            Some(drawn) => drawn.contains(node),
            None => matches!(node, Node::Source(_) | Node::Claim(_) | Node::Actor(_)),
        }
    }

    /// Whether data hold a record.
    pub fn holds(&self, node: &Node) -> bool {
        self.held.as_ref().is_none_or(|held| held.contains(node))
    }
}

fn pairs(questions: &[Question]) -> impl Iterator<Item = (Node, Node)> {
    let all = questions.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    all.map(|pair| (Node::Claim(pair.a.clone()), Node::Claim(pair.b.clone())))
}

fn disagreeing(questions: &[Question]) -> BTreeSet<Node> {
    pairs(questions).flat_map(|(a, b)| [a, b]).collect()
}

fn unknown(desk: &Desk<'_>, what: &'static str, id: &str) -> PartError {
    if let Some(other) = Node::known(desk.archive, id).next() {
        let article = if other.kind().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        return PartError::NoClaim { id: id.to_owned(), what: format!("{article} {}", other.kind()) };
    }
    let near = nearest(id, desk.graph.nodes().map(Node::id)).map(str::to_owned);
    PartError::Unknown { what, id: id.to_owned(), near }
}

fn centres(desk: &Desk<'_>, id: &str) -> Result<BTreeSet<Node>, PartError> {
    let centres: BTreeSet<Node> = Node::known(desk.archive, id).collect();
    if centres.is_empty() { Err(unknown(desk, "record", id)) } else { Ok(centres) }
}

/// Whatever is so many edges away; a disagreement is an edge like any other.
fn around(desk: &Desk<'_>, questions: &[Question], mut nodes: BTreeSet<Node>, hops: usize) -> BTreeSet<Node> {
    let mut opposed: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for (a, b) in pairs(questions) {
        opposed.entry(a.clone()).or_default().push(b.clone());
        opposed.entry(b).or_default().push(a);
    }
    let mut edge: Vec<Node> = nodes.iter().cloned().collect();
    for _ in 0..hops {
        let linked = edge.iter().flat_map(|node| desk.graph.around(node, 1));
        let against = edge.iter().filter_map(|node| opposed.get(node)).flatten().cloned();
        let found: BTreeSet<Node> = linked.chain(against).collect();
        edge = found.into_iter().filter(|node| nodes.insert(node.clone())).collect();
        if edge.is_empty() {
            break;
        }
    }
    nodes
}

/// What stands on the chain of a claim.
fn steps(desk: &Desk<'_>, id: &str) -> Result<BTreeSet<Node>, PartError> {
    let root = trace(desk, id)?;
    let node = |step: &&Step| match &step.what {
        What::Claim(id) => Some(Node::Claim(id.clone())),
        What::Source(id) => Some(Node::Source(id.clone())),
        What::Actor(id) => Some(Node::Actor(id.clone())),
        What::Outlet(_) => None,
    };
    Ok(root.walk().iter().filter_map(node).collect())
}

/// The chain of the claim with that id.
pub(super) fn trace(desk: &Desk<'_>, id: &str) -> Result<Step, PartError> {
    let claim = desk.archive.claims.get(id).ok_or_else(|| unknown(desk, "claim", id))?;
    Ok(chain(desk.archive, &desk.ancestry, claim))
}
