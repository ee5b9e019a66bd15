//! What falls without a record. A claim falls if it is the record's own, or if every way by which it came leads through
//! the record: then the record dominates it in the flow from origins to claims.

use std::collections::BTreeSet;

use super::ancestry::{Carrier, carriers, speaking};
use crate::graph::{Graph, Node};
use crate::model::{Archive, Attribution, Claim, ClaimId};

/// The claims that rest on a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fall {
    /// They rest on it alone, and fall with it.
    pub alone: BTreeSet<ClaimId>,
    /// They rest on it among others, and stand without it.
    pub partly: BTreeSet<ClaimId>,
}

/// The claims that rest on a source, an actor or a claim; on other records nothing rests.
pub fn fall(archive: &Archive, graph: &Graph, without: &Node) -> Fall {
    let flow = Flow { archive, graph };
    let carried = flow.carried(None);
    let still = flow.carried(Some(without));
    let mut alone: BTreeSet<ClaimId> = carried.difference(&still).map(|id| (*id).clone()).collect();
    flow.cascade(without, &carried, &mut alone);
    let touched = |claim: &&Claim| !alone.contains(&claim.id) && flow.is_touched(claim, without, &alone);
    let partly = archive.claims.values().filter(touched).map(|claim| claim.id.clone()).collect();
    Fall { alone, partly }
}

struct Flow<'a> {
    archive: &'a Archive,
    graph: &'a Graph,
}

impl<'a> Flow<'a> {
    /// The claims that a chain from an end reaches, with a record taken out.
    fn carried(&self, without: Option<&Node>) -> BTreeSet<&'a ClaimId> {
        let mut reached: BTreeSet<&ClaimId> = BTreeSet::new();
        let stays = |claim: &Claim| !without.is_some_and(|record| self.is_own(claim, record));
        loop {
            let before = reached.len();
            for claim in self.archive.claims.values().filter(|claim| stays(claim)) {
                if self.is_open(claim, without, &reached) {
                    reached.insert(&claim.id);
                }
            }
            if reached.len() == before {
                return reached;
            }
        }
    }

    /// Whether a claim is taken from nobody, or from somebody whom a chain reaches.
    fn is_open(&self, claim: &Claim, without: Option<&Node>, reached: &BTreeSet<&ClaimId>) -> bool {
        let carriers = carriers(self.archive, claim);
        carriers.is_empty()
            || carriers.iter().any(|carrier| match carrier {
                Carrier::Claim(above) => reached.contains(&above.id),
                Carrier::Source(source) => !matches!(without, Some(Node::Source(id)) if *id == source.id),
                Carrier::Named(_) => true,
            })
    }

    /// Claims in circles are reached by no chain even while all records stand. Of them fall the record's own, and whatever
    /// is taken only from claims that fell.
    fn cascade(&self, without: &Node, carried: &BTreeSet<&ClaimId>, fallen: &mut BTreeSet<ClaimId>) {
        let circling: Vec<&Claim> = self.archive.claims.values().filter(|claim| !carried.contains(&claim.id)).collect();
        loop {
            let before = fallen.len();
            for claim in &circling {
                let closed = carriers(self.archive, claim).iter().all(|carrier| is_closed(carrier, without, fallen));
                if self.is_own(claim, without) || closed {
                    fallen.insert(claim.id.clone());
                }
            }
            if fallen.len() == before {
                return;
            }
        }
    }

    /// Whether a claim is the record, is asserted by it, or was said by it or by whoever speaks for it.
    fn is_own(&self, claim: &Claim, record: &Node) -> bool {
        match record {
            Node::Claim(id) => claim.id == *id,
            Node::Source(id) => claim.source == *id,
            Node::Actor(id) => {
                matches!(&claim.attribution, Attribution::Actor(actor) if speaking(self.graph, actor).contains(id))
            }
            _ => false,
        }
    }

    fn is_touched(&self, claim: &Claim, without: &Node, fallen: &BTreeSet<ClaimId>) -> bool {
        carriers(self.archive, claim).iter().any(|carrier| is_closed(carrier, without, fallen))
    }
}

fn is_closed(carrier: &Carrier<'_>, without: &Node, fallen: &BTreeSet<ClaimId>) -> bool {
    match carrier {
        Carrier::Claim(above) => fallen.contains(&above.id),
        Carrier::Source(source) => *without == Node::Source(source.id.clone()),
        Carrier::Named(_) => false,
    }
}
