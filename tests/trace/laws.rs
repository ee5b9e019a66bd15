//! Laws of origins: how many a claim may have, and that none is won by taking something away.

use std::collections::BTreeSet;

use gainsay::findings::{Desk, questions, without};
use gainsay::graph::Node;
use gainsay::model::{Archive, ClaimId};
use gainsay::trace::{Origin, Step, chain, count};
use proptest::prelude::*;

use crate::trace::world::world;

fn origins(desk: &Desk<'_>, claim: &ClaimId) -> BTreeSet<Origin> {
    desk.ancestry.origins(claim).cloned().collect()
}

/// Every source, actor and claim of an archive.
pub fn records(desk: &Desk<'_>) -> Vec<Node> {
    let bears = |node: &&Node| matches!(node, Node::Source(_) | Node::Actor(_) | Node::Claim(_));
    desk.graph.nodes().filter(bears).cloned().collect()
}

/// Without circles: one whose way out was taken away is left as one, and is called after another source if its first has gone.
fn outside(origins: BTreeSet<Origin>) -> BTreeSet<Origin> {
    origins.into_iter().filter(|origin| !matches!(origin, Origin::Circular(_))).collect()
}

/// The claims that stay without a record, and have an origin then that they did not have before.
pub fn won(archive: &Archive, record: &Node) -> Vec<(ClaimId, BTreeSet<Origin>, BTreeSet<Origin>)> {
    let desk = Desk::new(archive);
    let left = without(archive, record);
    let after = Desk::new(&left);
    let pairs = left.claims.keys().map(|id| (id.clone(), origins(&desk, id), outside(origins(&after, id))));
    pairs.filter(|(_, had, has)| !has.is_subset(had)).collect()
}

proptest! {
    #[test]
    fn every_claim_has_an_origin_and_no_more_than_it_has_ways_up(world in world()) {
        let archive = world.downhill().archive();
        let desk = Desk::new(&archive);
        for claim in archive.claims.values() {
            let root = chain(&archive, &desk.ancestry, claim);
            let ends = root.walk().into_iter().filter(|step: &&Step| step.end.is_some()).count();
            let origins = origins(&desk, &claim.id).len();
            prop_assert!((1..=ends).contains(&origins), "{}: {origins} origins of {ends} ends", claim.id);
        }
    }

    #[test]
    fn one_way_up_leads_to_one_origin(world in world()) {
        let archive = world.narrow().archive();
        let desk = Desk::new(&archive);
        for id in archive.claims.keys() {
            prop_assert_eq!(origins(&desk, id).len(), 1, "{}", id);
        }
    }

    #[test]
    fn claims_with_one_way_up_have_no_more_origins_than_there_are_claims(world in world()) {
        let archive = world.narrow().archive();
        let desk = Desk::new(&archive);
        for question in questions(&desk) {
            for side in question.positions {
                prop_assert!(count(&side.origins).most() <= side.claims.len());
            }
        }
    }

    #[test]
    fn of_sources_that_say_one_thing_each_there_are_no_more_origins_than_sources(world in world()) {
        let archive = world.narrow().sparse().archive();
        let desk = Desk::new(&archive);
        for side in questions(&desk).into_iter().flat_map(|question| question.positions) {
            prop_assert!(count(&side.origins).most() <= side.sources.len());
        }
        let all = archive.claims.keys().flat_map(|id| desk.ancestry.origins(id));
        prop_assert!(count(all).most() <= archive.sources.len());
    }

    #[test]
    fn what_is_taken_away_adds_no_origin(world in world()) {
        let archive = world.archive();
        for record in records(&Desk::new(&archive)) {
            let won = won(&archive, &record);
            prop_assert!(won.is_empty(), "without {record:?}: {won:?}");
        }
    }
}
