//! All that a graph directory holds, checked.

use std::collections::{BTreeMap, BTreeSet};

use super::actor::Actor;
use super::claim::{Claim, Via};
use super::date::PartialDate;
use super::event::Event;
use super::id::{ActorId, ClaimId, EventId, MeasureId, PlaceId, PopulationId, PropositionId, SourceId};
use super::judgement::Judgement;
use super::measure::{Identity, Measure};
use super::nesting::Nesting;
use super::passage::SharedPassage;
use super::place::{Place, Population, Proposition};
use super::relocation::Relocation;
use super::source::Source;
use super::suggest::only_ending;

/// The records of a graph. Every id that a record names is the id of a record here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Archive {
    /// What the graph is about.
    pub title: String,
    /// Publications.
    pub sources: BTreeMap<SourceId, Source>,
    /// Who says things.
    pub actors: BTreeMap<ActorId, Actor>,
    /// Where.
    pub places: BTreeMap<PlaceId, Place>,
    /// Who or what is counted.
    pub populations: BTreeMap<PopulationId, Population>,
    /// Named events.
    pub events: BTreeMap<EventId, Event>,
    /// What is measured.
    pub measures: BTreeMap<MeasureId, Measure>,
    /// Relations between measures.
    pub identities: Vec<Identity>,
    /// What can be affirmed or denied.
    pub propositions: BTreeMap<PropositionId, Proposition>,
    /// What sources assert. Whoever adds some calls [`Archive::sort_claims`], by which those of a source are found.
    pub claims: BTreeMap<ClaimId, Claim>,
    /// What editors decided.
    pub judgements: Vec<Judgement>,
    /// Passages that sources share.
    pub passages: Vec<SharedPassage>,
    /// Texts that have changed, the oldest change first; sources and evidence have been moved along.
    pub relocations: Vec<Relocation>,
    /// How places nest.
    pub place_nesting: Nesting<PlaceId>,
    /// How populations nest.
    pub population_nesting: Nesting<PopulationId>,
    /// The claims that each source had when they were sorted, by id. Some may have been left out since.
    pub(crate) by_source: BTreeMap<SourceId, Vec<ClaimId>>,
    /// Those of one source whose first evidence is in the same bytes, where they are several, by id.
    pub(crate) by_bytes: BTreeMap<(SourceId, (usize, usize)), Vec<ClaimId>>,
}

impl Archive {
    /// Sorts the claims by their sources and by the bytes that they stand in. To be called whenever claims have come to the
    /// archive.
    pub fn sort_claims(&mut self) {
        let mut by_source: BTreeMap<&SourceId, Vec<&Claim>> = BTreeMap::new();
        for claim in self.claims.values() {
            by_source.entry(&claim.source).or_default().push(claim);
        }
        let ids = |claims: &[&Claim]| claims.iter().map(|claim| claim.id.clone()).collect::<Vec<_>>();
        let mut by_bytes = BTreeMap::new();
        for (source, claims) in &mut by_source {
            let bytes = |claim: &&Claim| claim.first_bytes();
            let mut placed: Vec<&Claim> = claims.iter().copied().filter(|claim| bytes(claim).is_some()).collect();
            placed.sort_by_key(bytes);
            let several = placed.chunk_by(|a, b| bytes(a) == bytes(b)).filter(|claims| claims.len() > 1);
            let keyed = several.filter_map(|claims| Some((((*source).clone(), bytes(claims.first()?)?), ids(claims))));
            by_bytes.extend(keyed);
        }
        self.by_source = by_source.iter().map(|(source, claims)| ((*source).clone(), ids(claims))).collect();
        self.by_bytes = by_bytes;
    }

    /// The claims of a source, by id.
    pub fn claims_of<'a>(&'a self, source: &'a SourceId) -> impl Iterator<Item = &'a Claim> {
        self.by_source.get(source).into_iter().flatten().filter_map(|id| self.claims.get(id))
    }

    /// When a source was published, if that is known.
    pub fn published(&self, source: &SourceId) -> Option<PartialDate> {
        self.sources.get(source)?.published
    }

    /// The source that has the passage first in which a claim stands, of all that share it: by date, or where dates do
    /// not tell, by id. The claim's own source, if it stands in no shared passage.
    pub fn first_with_passage<'a>(&'a self, claim: &'a Claim) -> &'a SourceId {
        self.first_of(claim, &self.passages)
    }

    /// The same, where the passages are at hand that the claim's source shares.
    pub(crate) fn first_of<'a>(
        &'a self,
        claim: &'a Claim,
        passages: impl IntoIterator<Item = &'a SharedPassage>,
    ) -> &'a SourceId {
        let Some(bytes) = claim.first_bytes() else { return &claim.source };
        let other = |passage: &'a SharedPassage| {
            let (a, b) = (&passage.a, &passage.b);
            let copy =
                if a.holds(&claim.source, bytes) { Some(b) } else { Some(a).filter(|_| b.holds(&claim.source, bytes)) };
            copy.map(|stretch| &stretch.source)
        };
        let sharing: Vec<&SourceId> = passages.into_iter().filter_map(other).chain([&claim.source]).collect();
        let dated = || sharing.iter().filter_map(|id| Some((self.published(id)?, *id)));
        // A month begins no later than a day in it: of dates that overlap, neither is known to be the earlier.
        let earliest = dated().map(|(date, _)| date.last_day()).min();
        let first = dated().filter(|(date, _)| Some(date.first_day()) <= earliest).map(|(_, id)| id).min();
        first.or_else(|| sharing.iter().copied().min()).unwrap_or(&claim.source)
    }

    /// The archive with only the claims that are kept; what other claims and judgements say of those that go, goes too.
    #[must_use]
    pub fn keep(&self, keep: impl Fn(&Claim) -> bool) -> Self {
        let mut kept = self.clone();
        kept.claims.retain(|_, claim| keep(claim));
        let ids: BTreeSet<ClaimId> = kept.claims.keys().cloned().collect();
        for claim in kept.claims.values_mut() {
            claim.supersedes.retain(|id| ids.contains(id));
            claim.conversion_of = claim.conversion_of.take().filter(|id| ids.contains(id));
            claim.via.retain(|via| !matches!(via, Via::Claim(id) if !ids.contains(id)));
        }
        kept.judgements.retain(|judgement| judgement.on.iter().all(|on| ids.contains(&on.claim)));
        kept
    }

    /// The measure that a claim names.
    pub fn measure_of(&self, claim: &Claim) -> Option<&Measure> {
        self.measures.get(claim.about.measure()?)
    }

    /// The name of a place; the id where the archive has none.
    pub fn place_name<'a>(&'a self, id: &'a PlaceId) -> &'a str {
        self.places.get(id).map_or(id.as_str(), |place| &place.name)
    }

    /// The name of a population; the id where the archive has none.
    pub fn population_name<'a>(&'a self, id: &'a PopulationId) -> &'a str {
        self.populations.get(id).map_or(id.as_str(), |population| &population.name)
    }

    /// The name of an actor; the id where the archive has none.
    pub fn actor_name<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actors.get(id).map_or(id.as_str(), |actor| &actor.name)
    }

    /// The names of actors as a list in words: “A, B and C”.
    pub fn actor_names(&self, ids: &[ActorId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.actor_name(id)).collect();
        match names.split_last() {
            Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            Some((last, _)) => (*last).to_owned(),
            None => String::new(),
        }
    }

    /// The judgements on two claims, the last one last.
    pub fn judgements_on(&self, a: &ClaimId, b: &ClaimId) -> Vec<&Judgement> {
        let is_on = |judgement: &&Judgement| {
            [a, b].iter().all(|claim| judgement.on.iter().any(|judged| judged.claim == **claim))
        };
        let mut found: Vec<&Judgement> = self.judgements.iter().filter(is_on).collect();
        found.sort_by_key(|judgement| judgement.order());
        found
    }

    /// The claim of that id, or the only one whose id ends with it.
    pub fn claim_named(&self, id: &str) -> Option<&Claim> {
        let only = || only_ending(id, self.claims.values(), |claim| claim.id.as_str());
        self.claims.get(id).or_else(only)
    }

    /// The name of an event; the id where the archive has none.
    pub fn event_name<'a>(&'a self, id: &'a EventId) -> &'a str {
        self.events.get(id).map_or(id.as_str(), |event| &event.name)
    }

    /// The other quantities of a source that stand in the same bytes and have the same value: one figure given for
    /// several places.
    pub fn siblings<'a>(&'a self, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        let bytes = claim.first_bytes();
        let beside = bytes.and_then(|bytes| self.by_bytes.get(&(claim.source.clone(), bytes)));
        let others = beside.into_iter().flatten().filter_map(|id| self.claims.get(id));
        others.filter(move |other| other.id != claim.id && is_one_figure(claim, other))
    }
}

fn is_one_figure(a: &Claim, b: &Claim) -> bool {
    let place = |claim: &Claim| claim.first_bytes();
    let same_value = a
        .about
        .as_quantity()
        .zip(b.about.as_quantity())
        .is_some_and(|(a, b)| a.measure == b.measure && a.stated == b.stated);
    same_value && place(a).is_some() && place(a) == place(b)
}
