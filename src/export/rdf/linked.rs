//! A part of the graph with names for its things, and with what ties its claims together.

use std::collections::BTreeSet;

use super::base::Base;
use super::block::Object;
use super::ties::{Ties, ties};
use crate::compare::Comparison;
use crate::export::view::View;
use crate::graph::Node;
use crate::model::{Archive, ClaimId, PartialDate, SourceId, Via};
use crate::trace::Origin;

/// What is written as linked data.
pub(in crate::export) struct Linked<'a> {
    /// The part of the graph.
    pub view: &'a View<'a>,
    /// What two claims come to, by their ids.
    pub comparisons: Vec<&'a Comparison>,
    base: &'a Base,
    ties: Ties<'a>,
}

impl<'a> Linked<'a> {
    /// Names everything of a part of the graph.
    pub(in crate::export) fn new(view: &'a View<'a>, base: &'a Base) -> Self {
        let comparisons = view.comparisons();
        let ties = ties(view.archive(), &comparisons);
        Self { view, comparisons, base, ties }
    }

    /// The records of the whole graph.
    pub(in crate::export) fn archive(&self) -> &'a Archive {
        self.view.archive()
    }

    /// The IRI of a record.
    pub(in crate::export) fn iri(&self, node: &Node) -> String {
        self.base.name(node.kind(), &[node.id()])
    }

    /// The IRI of something else: its kind, and what tells it apart.
    pub(in crate::export) fn name(&self, kind: &str, parts: &[&str]) -> String {
        self.base.name(kind, parts)
    }

    /// What the IRIs of a kind begin with.
    pub(in crate::export) fn of_kind(&self, kind: &str) -> String {
        self.base.of_kind(kind)
    }

    /// The IRI of the graph.
    pub(in crate::export) fn graph(&self) -> String {
        self.base.graph()
    }

    /// A record, if the part holds it.
    pub(in crate::export) fn link(&self, node: &Node) -> Option<Object> {
        self.view.holds(node).then(|| Object::Iri(self.iri(node)))
    }

    /// Those of the sources that the part holds.
    pub(in crate::export) fn sources(&self, ids: &[SourceId]) -> Vec<Object> {
        ids.iter().filter_map(|id| self.link(&Node::Source(id.clone()))).collect()
    }

    /// An outlet, which has a name and nothing else.
    pub(in crate::export) fn outlet(&self, name: &str) -> Object {
        Object::Iri(self.base.name("outlet", &[name]))
    }

    /// All outlets that records of the part name, by name.
    pub(in crate::export) fn outlets(&self) -> BTreeSet<&str> {
        let published = self.view.sources().filter_map(|source| source.outlet.as_deref());
        let named = self.view.claims().flat_map(|claim| &claim.via).filter_map(|via| match via {
            Via::Named(name) => Some(name.as_str()),
            Via::Source(_) | Via::Claim(_) => None,
        });
        let origins = self.view.claims().flat_map(|claim| self.view.desk.origins(claim));
        let ends = origins.filter_map(|origin| match origin {
            Origin::Outlet(name) => Some(name.as_str()),
            _ => None,
        });
        published.chain(named).chain(ends).collect()
    }

    /// What evidence of a source points into: its text, or itself where we do not have the text.
    pub(in crate::export) fn text(&self, id: &SourceId) -> Object {
        let has_text = self.archive().sources.get(id).is_some_and(|source| source.text.is_some());
        let parts: &[&str] = if has_text { &[id.as_str(), "text"] } else { &[id.as_str()] };
        Object::Iri(self.base.name("source", parts))
    }

    /// The claims that a claim disagrees with, agrees with or qualifies, each with the term for it.
    pub(in crate::export) fn ties(&self, id: &ClaimId) -> impl Iterator<Item = (&'static str, Object)> {
        let own = self.ties.get(id).into_iter().flatten();
        own.map(|(term, other)| (*term, Object::Iri(self.base.name("claim", &[other.as_str()]))))
    }
}

/// A date as precise as it is known.
impl From<PartialDate> for Object {
    fn from(date: PartialDate) -> Self {
        Self::Date(date.to_string())
    }
}
