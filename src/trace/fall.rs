//! What falls without a record. A claim falls if it is the record's own, or if every way by which it came leads through
//! the record: then the record dominates it in the flow from origins to claims.

use std::collections::{BTreeMap, BTreeSet};

use super::carriers::{Carrier, Carriers, speaking};
use crate::graph::Node;
use crate::model::{ActorId, Archive, Claim, ClaimId, Via};

/// The claims that rest on a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fall {
    /// They rest on it alone, and fall with it.
    pub alone: BTreeSet<ClaimId>,
    /// They rest on it among others, and stand without it.
    pub partly: BTreeSet<ClaimId>,
}

/// The claims that rest on a source, an actor or a claim; on other records nothing rests. The time is linear in the claims
/// and what they are taken from.
pub fn fall(archive: &Archive, without: &Node) -> Fall {
    let carriers = Carriers::new(archive);
    let mut flow = Flow { archive, carriers: &carriers, without, ways_out: BTreeSet::new() };
    flow.ways_out = flow.ways_out_of_circles();
    let own: BTreeSet<&ClaimId> =
        archive.claims.values().filter(|claim| flow.is_own(claim)).map(|claim| &claim.id).collect();
    let before = flow.reached(&BTreeSet::new(), false);
    let after = flow.reached(&own, true);
    let mut alone: BTreeSet<&ClaimId> = before.difference(&after).copied().chain(own).collect();
    flow.cascade(&before, &mut alone);
    let partly = archive.claims.values().filter(|claim| !alone.contains(&claim.id) && flow.is_touched(claim, &alone));
    Fall { partly: partly.map(|claim| claim.id.clone()).collect(), alone: alone.into_iter().cloned().collect() }
}

/// The claims that stay without a record, each with what is left of what it is taken from.
pub fn left(archive: &Archive, falls: &Fall, without: &Node) -> BTreeMap<ClaimId, Vec<Via>> {
    let carriers = Carriers::new(archive);
    let stands = |carrier: &Carrier<'_>| match carrier {
        Carrier::Claim(above) => !falls.alone.contains(&above.id),
        Carrier::Source(source) => *without != Node::Source(source.id.clone()),
        Carrier::Named(_) => true,
    };
    let staying = archive.claims.values().filter(|claim| !falls.alone.contains(&claim.id));
    let via = |claim: &Claim| {
        // Where a claim names what it is taken from, its carriers are those, in their order.
        let both = claim.via.iter().zip(carriers.of(&claim.id));
        both.filter(|(_, carrier)| stands(carrier)).map(|(via, _)| via.clone()).collect()
    };
    staying.map(|claim| (claim.id.clone(), via(claim))).collect()
}

/// Takes an actor, and whoever speaks for it, from those who said a claim.
pub fn unsaid(archive: &Archive, claim: &Claim, without: &ActorId) -> Vec<ActorId> {
    let said = claim.attribution.actors().iter().zip(speaking(archive, claim));
    said.filter(|(_, chain)| !chain.contains(without)).map(|(actor, _)| actor.clone()).collect()
}

struct Flow<'a> {
    archive: &'a Archive,
    carriers: &'a Carriers<'a>,
    without: &'a Node,
    /// Claims in circles that name an actor: there the circle's chains end.
    ways_out: BTreeSet<&'a ClaimId>,
}

impl<'a> Flow<'a> {
    fn ways_out_of_circles(&self) -> BTreeSet<&'a ClaimId> {
        let reached = self.reached(&BTreeSet::new(), false);
        let circling = self.archive.claims.values().filter(|claim| !reached.contains(&claim.id));
        circling.filter(|claim| !claim.attribution.actors().is_empty()).map(|claim| &claim.id).collect()
    }

    /// Whether a claim is the record, is asserted by it, or was said by nobody but it or those who speak for it.
    fn is_own(&self, claim: &Claim) -> bool {
        match self.without {
            Node::Claim(id) => claim.id == *id,
            Node::Source(id) => claim.source == *id,
            Node::Actor(id) => {
                let speakers = speaking(self.archive, claim);
                !speakers.is_empty() && speakers.iter().all(|chain| chain.contains(id))
            }
            _ => false,
        }
    }

    /// The claims that a chain from an end reaches, but for those taken out and those reached only through them.
    fn reached(&self, out: &BTreeSet<&ClaimId>, removed: bool) -> BTreeSet<&'a ClaimId> {
        let below = self.below();
        let starts = |claim: &&'a Claim| self.starts(claim, removed);
        let mut open: Vec<&ClaimId> = self.archive.claims.values().filter(starts).map(|claim| &claim.id).collect();
        let mut reached = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !out.contains(id) && reached.insert(id) {
                open.extend(below.get(id).into_iter().flatten().copied());
            }
        }
        reached
    }

    /// For each claim, those that are taken from it.
    fn below(&self) -> BTreeMap<&'a ClaimId, Vec<&'a ClaimId>> {
        let mut below: BTreeMap<&ClaimId, Vec<&ClaimId>> = BTreeMap::new();
        for claim in self.archive.claims.values() {
            for carrier in self.carriers.of(&claim.id) {
                if let Carrier::Claim(above) = carrier {
                    below.entry(&above.id).or_default().push(&claim.id);
                }
            }
        }
        below
    }

    /// Whether a chain ends right above the claim.
    fn starts(&self, claim: &Claim, removed: bool) -> bool {
        let carriers = self.carriers.of(&claim.id);
        let is_end = |carrier| self.is_end(carrier, removed);
        carriers.is_empty() || self.ways_out.contains(&claim.id) || carriers.iter().any(is_end)
    }

    fn is_end(&self, carrier: &Carrier<'_>, removed: bool) -> bool {
        match carrier {
            Carrier::Claim(_) => false,
            Carrier::Source(source) => !removed || *self.without != Node::Source(source.id.clone()),
            Carrier::Named(_) => true,
        }
    }

    /// Claims in circles are reached by no chain even while all records stand. Of them falls whatever is taken only from
    /// claims that fell.
    fn cascade(&self, reached: &BTreeSet<&ClaimId>, fallen: &mut BTreeSet<&'a ClaimId>) {
        let circling: Vec<&Claim> = self.archive.claims.values().filter(|claim| !reached.contains(&claim.id)).collect();
        loop {
            let before = fallen.len();
            for claim in &circling {
                if self.carriers.of(&claim.id).iter().all(|carrier| self.is_closed(carrier, fallen)) {
                    fallen.insert(&claim.id);
                }
            }
            if fallen.len() == before {
                return;
            }
        }
    }

    fn is_touched(&self, claim: &Claim, fallen: &BTreeSet<&ClaimId>) -> bool {
        self.carriers.of(&claim.id).iter().any(|carrier| self.is_closed(carrier, fallen)) || self.is_said_with(claim)
    }

    /// Whether the record is an actor who said the claim with others.
    fn is_said_with(&self, claim: &Claim) -> bool {
        let Node::Actor(id) = self.without else { return false };
        speaking(self.archive, claim).iter().any(|chain| chain.contains(id))
    }

    fn is_closed(&self, carrier: &Carrier<'_>, fallen: &BTreeSet<&ClaimId>) -> bool {
        match carrier {
            Carrier::Claim(above) => fallen.contains(&above.id),
            _ => !self.is_end(carrier, true),
        }
    }
}
