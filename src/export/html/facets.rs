//! What a claim is found by: places with all that they are part of, the measure, actors with those they speak for, days.

use std::collections::BTreeSet;

use super::known::Known;
use crate::graph::{Edge, Node};
use crate::model::{About, ActorId, Claim, MeasureId, PlaceId, Subject};

/// The facets of a claim, as the filters of the command line see them.
pub(super) struct Facets<'a> {
    /// What is measured.
    pub measure: Option<&'a MeasureId>,
    /// The first day, if known.
    pub from: Option<String>,
    /// The last day, if known.
    pub to: Option<String>,
    places: BTreeSet<&'a PlaceId>,
    actors: BTreeSet<ActorId>,
}

impl<'a> Facets<'a> {
    /// Those of a claim.
    pub fn of(known: &Known<'a>, claim: &'a Claim) -> Self {
        let (from, to) = days(claim);
        let (places, actors) = (places(known, claim), actors(known, claim));
        Self { measure: claim.about.measure(), from, to, places, actors }
    }

    /// The ids of the places, between spaces.
    pub fn places(&self) -> Option<String> {
        ids(self.places.iter().map(|id| id.as_str()))
    }

    /// The ids of the actors, between spaces.
    pub fn actors(&self) -> Option<String> {
        ids(self.actors.iter().map(ActorId::as_str))
    }

    /// The places.
    pub fn each_place(&self) -> impl Iterator<Item = &'a PlaceId> {
        self.places.iter().copied()
    }

    /// The actors.
    pub fn each_actor(&self) -> impl Iterator<Item = &ActorId> {
        self.actors.iter()
    }
}

fn ids<'b>(ids: impl Iterator<Item = &'b str>) -> Option<String> {
    let joined = ids.collect::<Vec<_>>().join(" ");
    (!joined.is_empty()).then_some(joined)
}

fn places<'a>(known: &Known<'a>, claim: &'a Claim) -> BTreeSet<&'a PlaceId> {
    let ranked = match &claim.about {
        About::Rank(rank) => match &rank.subject {
            Subject::Place(id) => Some(id),
            Subject::Population(_) => None,
        },
        _ => None,
    };
    let own = claim.scope.place.iter().chain(ranked);
    own.flat_map(|id| std::iter::once(id).chain(known.archive().place_nesting.wholes(id))).collect()
}

fn actors(known: &Known<'_>, claim: &Claim) -> BTreeSet<ActorId> {
    let quoted = match &claim.about {
        About::Quote(quote) => Some(&quote.speaker),
        _ => None,
    };
    let own = claim.attribution.actors().iter().chain(quoted).map(|id| Node::Actor(id.clone()));
    let graph = &known.view.desk.graph;
    let all = |node: Node| -> Vec<Node> { graph.all_along(&node, Edge::SpeaksFor).into_iter().cloned().collect() };
    let id = |node| if let Node::Actor(id) = node { Some(id) } else { None };
    own.flat_map(all).filter_map(id).collect()
}

fn days(claim: &Claim) -> (Option<String>, Option<String>) {
    let (first, last) = claim.when().map_or((None, None), |period| period.window.reach());
    (first.map(|day| day.to_string()), last.map(|day| day.to_string()))
}
