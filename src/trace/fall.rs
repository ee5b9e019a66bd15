//! What falls without a record. A claim falls if it is the record's own, or if every way by which it came leads through
//! the record: then the record dominates it in the flow from origins to claims.

use std::collections::{BTreeMap, BTreeSet};

use super::carriers::{Carrier, Carriers};
use super::speaking::{Said, Speakers, speaking};
use crate::graph::{Node, Rows};
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
    let mut flow = Flow::new(archive, &carriers, without);
    let circling = flow.reached(None).into_iter().map(|reached| !reached);
    flow.ways_out = circling.zip(carriers.claims()).map(|(circles, claim)| circles && is_said(claim)).collect();
    let own: Vec<bool> = carriers.claims().iter().map(|claim| flow.is_own(claim)).collect();
    let before = flow.reached(None);
    let after = flow.reached(Some(&own));
    let mut alone: Vec<bool> = (0..own.len()).map(|at| own[at] || (before[at] && !after[at])).collect();
    flow.cascade(&before, &mut alone);
    let partly = flow.numbers().filter(|number| !alone[*number as usize] && flow.is_touched(*number, &alone));
    let id = |number: u32| carriers.claim(number).id.clone();
    Fall { partly: partly.map(id).collect(), alone: flow.numbers().filter(|at| alone[*at as usize]).map(id).collect() }
}

/// The claims that stay without a record, each with what is left of what it is taken from.
pub fn left(archive: &Archive, falls: &Fall, without: &Node) -> BTreeMap<ClaimId, Vec<Via>> {
    let carriers = Carriers::new(archive);
    let stands = |carrier: &Carrier<'_>| match carrier {
        Carrier::Claim(above) => !falls.alone.contains(&carriers.claim(*above).id),
        Carrier::Source(source) => !is_source(without, &source.id),
        Carrier::Named(_) => true,
    };
    let staying = carriers.claims().iter().zip(0..).filter(|(claim, _)| !falls.alone.contains(&claim.id));
    let via = |claim: &Claim, number| {
        // Where a claim names what it is taken from, its carriers are those, in their order.
        let both = claim.via.iter().zip(carriers.of(number));
        both.filter(|(_, carrier)| stands(carrier)).map(|(via, _)| via.clone()).collect()
    };
    staying.map(|(claim, number)| (claim.id.clone(), via(claim, number))).collect()
}

/// Takes an actor, and whoever speaks for it, from those who said a claim.
pub fn unsaid(archive: &Archive, claim: &Claim, without: &ActorId) -> Vec<ActorId> {
    let said = claim.attribution.actors().iter().zip(speaking(archive, claim));
    said.filter(|(_, chain)| !chain.contains(without)).map(|(actor, _)| actor.clone()).collect()
}

fn is_said(claim: &Claim) -> bool {
    !claim.attribution.actors().is_empty()
}

fn is_source(node: &Node, id: &crate::model::SourceId) -> bool {
    matches!(node, Node::Source(own) if own == id)
}

/// The claims by number, and what is taken from each.
struct Flow<'a> {
    carriers: &'a Carriers<'a>,
    below: Rows,
    without: &'a Node,
    speakers: Speakers<'a>,
    /// The actor who is taken out, if it is one.
    actor: Option<Said<'a>>,
    /// Claims in circles that name an actor: there the circle's chains end.
    ways_out: Vec<bool>,
}

impl<'a> Flow<'a> {
    fn new(archive: &'a Archive, carriers: &'a Carriers<'a>, without: &'a Node) -> Self {
        let count = carriers.claims().len();
        let above = Rows::of((0..count as u32).map(|number| carriers.claims_above(number)));
        let actor = if let Node::Actor(id) = without { Some(Said::by(id)) } else { None };
        let ways_out = vec![false; count];
        Self { carriers, below: above.reversed(), without, speakers: Speakers::new(archive), actor, ways_out }
    }

    fn numbers(&self) -> std::ops::Range<u32> {
        0..self.below.len() as u32
    }

    /// Whether a claim is the record, is asserted by it, or was said by nobody but it or those who speak for it.
    fn is_own(&self, claim: &'a Claim) -> bool {
        match self.without {
            Node::Claim(id) => claim.id == *id,
            Node::Source(id) => claim.source == *id,
            _ => self.actor.as_ref().is_some_and(|actor| self.speakers.is_said_by(actor, claim, true)),
        }
    }

    /// The claims that a chain from an end reaches; if some are taken out, but for those and what is reached only through
    /// them.
    fn reached(&self, out: Option<&[bool]>) -> Vec<bool> {
        let is_out = |number: u32| out.is_some_and(|out| out[number as usize]);
        let mut open: Vec<u32> = self.numbers().filter(|number| self.starts(*number, out.is_some())).collect();
        let mut reached = vec![false; self.below.len()];
        while let Some(number) = open.pop() {
            if !is_out(number) && !reached[number as usize] {
                reached[number as usize] = true;
                open.extend(self.below.row(number));
            }
        }
        reached
    }

    /// Whether a chain ends right above the claim.
    fn starts(&self, number: u32, removed: bool) -> bool {
        let carriers = self.carriers.of(number);
        carriers.is_empty()
            || self.ways_out[number as usize]
            || carriers.iter().any(|carrier| self.is_end(carrier, removed))
    }

    fn is_end(&self, carrier: &Carrier<'_>, removed: bool) -> bool {
        match carrier {
            Carrier::Claim(_) => false,
            Carrier::Source(source) => !removed || !is_source(self.without, &source.id),
            Carrier::Named(_) => true,
        }
    }

    /// Claims in circles are reached by no chain even while all records stand. Of them falls whatever is taken only from
    /// claims that fell: each counts what still holds it, and whatever falls is taken from the counts below it.
    fn cascade(&self, reached: &[bool], fallen: &mut [bool]) {
        // Other carriers than claims would have been the end of a chain.
        let standing = |above: &u32| !fallen[*above as usize];
        let holds = |number: u32| self.carriers.claims_above(number).filter(standing).count();
        let mut held: Vec<usize> = self.numbers().map(holds).collect();
        let is_free = |number: &u32, held: &[usize]| !reached[*number as usize] && held[*number as usize] == 0;
        let mut open: Vec<u32> = self.numbers().filter(|number| is_free(number, &held)).collect();
        while let Some(number) = open.pop() {
            if std::mem::replace(&mut fallen[number as usize], true) {
                continue;
            }
            for below in self.below.row(number) {
                held[*below as usize] -= 1;
                open.extend(Some(*below).filter(|below| is_free(below, &held)));
            }
        }
    }

    fn is_touched(&self, number: u32, fallen: &[bool]) -> bool {
        let is_closed = |carrier: &Carrier<'_>| match carrier {
            Carrier::Claim(above) => fallen[*above as usize],
            _ => !self.is_end(carrier, true),
        };
        self.carriers.of(number).iter().any(is_closed) || self.is_said_with(number)
    }

    /// Whether the record is an actor who said the claim with others.
    fn is_said_with(&self, number: u32) -> bool {
        let said = |actor| self.speakers.is_said_by(actor, self.carriers.claim(number), false);
        self.actor.as_ref().is_some_and(said)
    }
}
