//! From whom each claim is taken, and the origins that its chains come to.

use std::collections::{BTreeMap, BTreeSet};

use super::family::{is_one_figure, is_one_subject};
use super::origin::Origin;
use crate::graph::{Edge, Graph, Node};
use crate::model::{ActorId, Archive, Attribution, Claim, ClaimId, Source, SourceId, SourceKind, Via};

/// A step towards the origin of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Carrier<'a> {
    /// A claim of another source.
    Claim(&'a Claim),
    /// Another source, in which no such claim is held.
    Source(&'a Source),
    /// An outlet that is only named.
    Named(&'a str),
}

/// The origins of every claim of an archive, worked out once.
#[derive(Clone, Debug)]
pub struct Ancestry {
    origins: BTreeMap<ClaimId, BTreeSet<Origin>>,
}

impl Ancestry {
    /// Follows every chain of the archive.
    pub fn new(archive: &Archive, graph: &Graph) -> Self {
        let mut origins = BTreeMap::new();
        for claim in archive.claims.values() {
            let found = follow(archive, graph, claim, &mut Vec::new());
            origins.insert(claim.id.clone(), found);
        }
        Self { origins }
    }

    /// The origins of a claim. It has several if it is taken from several others.
    pub fn origins(&self, claim: &ClaimId) -> impl Iterator<Item = &Origin> {
        self.origins.get(claim).into_iter().flatten()
    }

    /// Whether two claims rest on one and the same named origin, and on nothing else.
    pub fn is_one_named(&self, a: &ClaimId, b: &ClaimId) -> bool {
        let single = |id| self.origins.get(id).filter(|origins| origins.len() == 1).and_then(|origins| origins.first());
        single(a).is_some_and(Origin::is_named) && single(a) == single(b)
    }
}

/// Whoever is named as having said it is the origin, through however many hands it went; otherwise the chain goes on.
fn follow(archive: &Archive, graph: &Graph, claim: &Claim, path: &mut Vec<ClaimId>) -> BTreeSet<Origin> {
    if let Attribution::Actor(actor) = &claim.attribution {
        return BTreeSet::from([Origin::Actor(spoken_for(graph, actor))]);
    }
    if path.contains(&claim.id) {
        return BTreeSet::from([Origin::Circular(claim.source.clone())]);
    }
    path.push(claim.id.clone());
    let mut found = BTreeSet::new();
    for carrier in carriers(archive, claim) {
        match carrier {
            Carrier::Claim(above) => found.extend(follow(archive, graph, above, path)),
            Carrier::Source(source) => {
                found.insert(own_voice(source));
            }
            Carrier::Named(outlet) => {
                found.insert(Origin::Outlet(outlet.to_owned()));
            }
        }
    }
    path.pop();
    if found.is_empty() {
        found.insert(end(archive, claim));
    }
    found
}

/// Where a claim that is taken from nobody ends. A copied passage is nobody's own: it counts for the source that has it first.
fn end(archive: &Archive, claim: &Claim) -> Origin {
    let first = archive.first_with_passage(claim);
    match &claim.attribution {
        Attribution::Unnamed(words) => Origin::Unnamed(first.clone(), words.clone()),
        Attribution::OwnVoice | Attribution::Actor(_) => {
            archive.sources.get(first).map_or_else(|| Origin::Unattributed(first.clone()), own_voice)
        }
    }
}

fn own_voice(source: &Source) -> Origin {
    if source.kind == SourceKind::Article {
        Origin::Unattributed(source.id.clone())
    } else {
        Origin::Primary(source.id.clone())
    }
}

/// From whom a claim is taken, as far as its source says; what it republishes counts for every claim in it.
pub(super) fn carriers<'a>(archive: &'a Archive, claim: &'a Claim) -> Vec<Carrier<'a>> {
    let named: Vec<Carrier<'a>> = claim.via.iter().filter_map(|via| carrier(archive, claim, via)).collect();
    if !named.is_empty() {
        return named;
    }
    let original = archive.sources.get(&claim.source).and_then(|source| source.republishes.as_ref());
    original.and_then(|id| from_source(archive, claim, id)).into_iter().collect()
}

fn carrier<'a>(archive: &'a Archive, claim: &Claim, via: &'a Via) -> Option<Carrier<'a>> {
    match via {
        Via::Claim(id) => archive.claims.get(id).map(Carrier::Claim),
        Via::Named(outlet) => Some(Carrier::Named(outlet)),
        Via::Source(id) => from_source(archive, claim, id),
    }
}

fn from_source<'a>(archive: &'a Archive, claim: &Claim, id: &'a SourceId) -> Option<Carrier<'a>> {
    let on_it: Vec<&Claim> = archive.claims_of(id).filter(|other| is_one_subject(claim, other)).collect();
    let same = on_it.iter().find(|other| is_one_figure(claim, other)).or(on_it.first());
    same.map(|found| Carrier::Claim(found)).or_else(|| archive.sources.get(id).map(Carrier::Source))
}

/// The last actor in the chain of "speaks for"; where an actor speaks for several, the first by id.
fn spoken_for(graph: &Graph, actor: &ActorId) -> ActorId {
    speaking(graph, actor).pop().unwrap_or_else(|| actor.clone())
}

/// An actor and whomever it speaks for, step by step.
pub(super) fn speaking(graph: &Graph, actor: &ActorId) -> Vec<ActorId> {
    let mut chain = vec![actor.clone()];
    while let Some(Node::Actor(next)) = chain.last().and_then(|last| {
        let node = Node::Actor(last.clone());
        graph.successors(&node, Edge::SpeaksFor).next()
    }) {
        if chain.contains(next) {
            break;
        }
        chain.push(next.clone());
    }
    chain
}
