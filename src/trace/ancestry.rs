//! The origins that the chains of claims come to.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::carriers::{Carrier, Carriers, speaking};
use super::origin::Origin;
use crate::model::{Archive, Attribution, Claim, ClaimId, Source, SourceKind};

/// The origins of every claim of an archive, worked out once.
#[derive(Clone, Debug)]
pub struct Ancestry {
    origins: BTreeMap<ClaimId, BTreeSet<Origin>>,
}

impl Ancestry {
    /// Follows every chain of the archive, in time linear in its claims and what they are taken from.
    pub fn new(archive: &Archive) -> Self {
        let carriers = Carriers::new(archive);
        let (flow, index) = flow(archive, &carriers);
        let mut origins: BTreeMap<ClaimId, BTreeSet<Origin>> = BTreeMap::new();
        // Strongly connected components come with those first from which the others are taken.
        for component in kosaraju_scc(&flow) {
            let claims: Vec<&Claim> = component.iter().map(|at| flow[*at]).collect();
            let mut found: BTreeSet<Origin> = BTreeSet::new();
            for claim in &claims {
                found.extend(ends(archive, &carriers, claim));
                let above = flow.neighbors(index[&claim.id]).filter_map(|at| origins.get(&flow[at].id));
                found.extend(above.flatten().cloned());
            }
            if found.is_empty() {
                found.extend(claims.iter().map(|claim| &claim.source).min().map(|id| Origin::Circular(id.clone())));
            }
            origins.extend(claims.iter().map(|claim| (claim.id.clone(), found.clone())));
        }
        Self { origins }
    }

    /// The origins of a claim. It has several if it is taken from several others.
    pub fn origins(&self, claim: &ClaimId) -> impl Iterator<Item = &Origin> {
        self.origins.get(claim).into_iter().flatten()
    }

    /// The named origin that a claim rests on, if it rests on nothing else.
    pub fn one_named(&self, claim: &ClaimId) -> Option<&Origin> {
        let single = self.origins.get(claim).filter(|origins| origins.len() == 1);
        single.and_then(|origins| origins.first()).filter(|origin| origin.is_named())
    }

    /// Whether two claims rest on one and the same named origin, and on nothing else.
    pub fn is_one_named(&self, a: &ClaimId, b: &ClaimId) -> bool {
        self.one_named(a).is_some() && self.one_named(a) == self.one_named(b)
    }
}

/// Claims, and from each the claims that it is taken from. Whoever is named as having said a claim is its origin, through
/// however many hands it went, so that its chain goes no further.
fn flow<'a>(
    archive: &'a Archive,
    carriers: &Carriers<'a>,
) -> (DiGraph<&'a Claim, ()>, BTreeMap<&'a ClaimId, NodeIndex>) {
    let mut flow = DiGraph::new();
    let index: BTreeMap<&ClaimId, NodeIndex> =
        archive.claims.values().map(|claim| (&claim.id, flow.add_node(claim))).collect();
    for claim in archive.claims.values().filter(|claim| claim.attribution.actors().is_empty()) {
        for carrier in carriers.of(&claim.id) {
            if let Carrier::Claim(above) = carrier {
                flow.add_edge(index[&claim.id], index[&above.id], ());
            }
        }
    }
    (flow, index)
}

/// The ends that a claim reaches by itself: the actors whom it names, outlets and sources of which no claim is held, or
/// itself, if it is taken from nobody.
fn ends(archive: &Archive, carriers: &Carriers<'_>, claim: &Claim) -> Vec<Origin> {
    let speakers = speaking(archive, claim);
    if !speakers.is_empty() {
        return speakers.into_iter().filter_map(|mut chain| chain.pop()).map(Origin::Actor).collect();
    }
    let carriers = carriers.of(&claim.id);
    if carriers.is_empty() {
        return vec![own(archive, claim)];
    }
    let end = |carrier: &Carrier<'_>| match carrier {
        Carrier::Claim(_) => None,
        Carrier::Source(source) => Some(own_voice(source)),
        Carrier::Named(outlet) => Some(Origin::Outlet((*outlet).to_owned())),
    };
    carriers.iter().filter_map(end).collect()
}

/// A copied passage is nobody's own: it counts for the source that has it first.
fn own(archive: &Archive, claim: &Claim) -> Origin {
    let first = archive.first_with_passage(claim);
    match &claim.attribution {
        Attribution::Unnamed(words) => Origin::Unnamed(first.clone(), words.clone()),
        Attribution::OwnVoice | Attribution::Actors(_) => {
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
