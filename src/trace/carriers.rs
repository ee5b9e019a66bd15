//! From whom each claim is taken, as far as sources say.

use std::collections::BTreeMap;

use super::family::{is_one_figure, is_one_subject};
use crate::model::{ActorId, Archive, Claim, ClaimId, PartialDate, Representation, Source, SourceId, Via};

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

/// The carriers of all claims. What a source republishes counts for every claim in it that names no other carrier.
#[derive(Clone, Debug)]
pub(super) struct Carriers<'a> {
    of: BTreeMap<&'a ClaimId, Vec<Carrier<'a>>>,
}

impl<'a> Carriers<'a> {
    /// Looks up every `via` of the archive.
    pub fn new(archive: &'a Archive) -> Self {
        let mut by_source: BTreeMap<&SourceId, Vec<&Claim>> = BTreeMap::new();
        for claim in archive.claims.values() {
            by_source.entry(&claim.source).or_default().push(claim);
        }
        let of = archive.claims.values().map(|claim| (&claim.id, carriers(archive, &by_source, claim)));
        Self { of: of.collect() }
    }

    /// The carriers of a claim.
    pub fn of(&self, claim: &ClaimId) -> &[Carrier<'a>] {
        self.of.get(claim).map_or(&[], Vec::as_slice)
    }
}

type BySource<'a> = BTreeMap<&'a SourceId, Vec<&'a Claim>>;

fn carriers<'a>(archive: &'a Archive, by_source: &BySource<'a>, claim: &'a Claim) -> Vec<Carrier<'a>> {
    let carrier = |via: &'a Via| match via {
        Via::Claim(id) => archive.claims.get(id).map(Carrier::Claim),
        Via::Named(outlet) => Some(Carrier::Named(outlet)),
        Via::Source(id) => from_source(archive, by_source, claim, id),
    };
    let named: Vec<Carrier<'a>> = claim.via.iter().filter_map(carrier).collect();
    if !named.is_empty() {
        return named;
    }
    let original = archive.sources.get(&claim.source).and_then(|source| source.republishes.as_ref());
    original.and_then(|id| from_source(archive, by_source, claim, id)).into_iter().collect()
}

/// The claim of a source on the same subject that is most like this one, by its figure, then by what narrows it; the source
/// itself if it holds none.
fn from_source<'a>(
    archive: &'a Archive,
    by_source: &BySource<'a>,
    claim: &Claim,
    id: &SourceId,
) -> Option<Carrier<'a>> {
    let held = by_source.get(id).map_or(&[][..], Vec::as_slice).iter();
    let like = |other: &&Claim| (!is_one_figure(claim, other), other.scope != claim.scope, other.about != claim.about);
    let same = held.copied().filter(|other| is_one_subject(claim, other)).min_by_key(like);
    same.map(Carrier::Claim).or_else(|| archive.sources.get(id).map(Carrier::Source))
}

/// Each actor who is named as having said a claim and whomever it spoke for then. Nobody, if the claim names no actor.
pub(super) fn speaking(archive: &Archive, claim: &Claim) -> Vec<Vec<ActorId>> {
    let day = archive.sources.get(&claim.source).and_then(|source| source.published);
    claim.attribution.actors().iter().map(|actor| chain_of(archive, actor, day)).collect()
}

/// An actor and whomever it spoke for, step by step; where it spoke for several, the first by id.
fn chain_of(archive: &Archive, actor: &ActorId, day: Option<PartialDate>) -> Vec<ActorId> {
    let mut chain = vec![actor.clone()];
    while let Some(next) = chain.last().and_then(|last| spoken_for(archive, last, day)) {
        if chain.contains(&next) {
            break;
        }
        chain.push(next);
    }
    chain
}

/// Whom an actor spoke for on a day; of what has no dates, or if the day is not known, it is taken to have held.
fn spoken_for(archive: &Archive, actor: &ActorId, day: Option<PartialDate>) -> Option<ActorId> {
    let held = |other: &&Representation| day.is_none_or(|day| other.held_on(day));
    let links = archive.actors.get(actor)?.speaks_for.iter();
    links.filter(held).map(|other| &other.actor).min().cloned()
}
