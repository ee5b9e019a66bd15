//! What falls without a record, against other ways of finding it out.

use std::collections::BTreeSet;

use gainsay::findings::{Desk, Impact, Question, impact, questions, without};
use gainsay::graph::{Edge, Node};
use gainsay::model::{ActorId, Archive, Attribution, Claim, ClaimId, SourceId, Via};
use gainsay::trace::{End, How, Step, What, chain, fall};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::trace::circles::rings;
use crate::trace::laws::records;
use crate::trace::world::world;

type Pairs = BTreeSet<(ClaimId, ClaimId)>;

/// Whether every way up from a claim leads through the record, found by walking each of them.
fn is_cut_off(desk: &Desk<'_>, claim: &ClaimId, record: &Node) -> bool {
    let claim = &desk.archive.claims[claim];
    leads_through(desk, &chain(desk.archive, &desk.ancestry, claim), record)
}

fn leads_through(desk: &Desk<'_>, step: &Step, record: &Node) -> bool {
    // What stands elsewhere in the tree is shown once.
    if let (What::Claim(id), Some(End::ShownBefore)) = (&step.what, &step.end) {
        return is_cut_off(desk, id, record);
    }
    let here = match (&step.what, record) {
        (What::Claim(id), _) => is_own(desk, &desk.archive.claims[id], record),
        (What::Source(id), Node::Source(gone)) => id == gone,
        _ => false,
    };
    let mut ways = step.above.iter().filter(|above| above.how == How::TakenFrom).peekable();
    here || (ways.peek().is_some() && ways.all(|above| leads_through(desk, above, record)))
}

fn is_own(desk: &Desk<'_>, claim: &Claim, record: &Node) -> bool {
    match (record, &claim.attribution) {
        (Node::Claim(id), _) => claim.id == *id,
        (Node::Source(id), _) => claim.source == *id,
        (Node::Actor(id), Attribution::Actors(actors)) => {
            actors.iter().all(|actor| spoken_for(desk, actor).contains(id))
        }
        _ => false,
    }
}

/// An actor and all whom it speaks for.
fn spoken_for(desk: &Desk<'_>, actor: &ActorId) -> BTreeSet<ActorId> {
    let above = desk.graph.successors(&Node::Actor(actor.clone()), Edge::SpeaksFor);
    let ids = above.filter_map(|node| if let Node::Actor(id) = node { Some(id) } else { None });
    ids.flat_map(|id| spoken_for(desk, id)).chain([actor.clone()]).collect()
}

fn disagreeing<'a>(questions: impl IntoIterator<Item = &'a Question>) -> Pairs {
    let comparisons = questions.into_iter().flat_map(|question| &question.comparisons);
    comparisons.filter(|pair| pair.is_disagreement()).map(|pair| (pair.a.clone(), pair.b.clone())).collect()
}

/// What is wrong with an impact, by the questions before and after.
pub fn wrong(archive: &Archive, record: &Node) -> Option<String> {
    let desk = Desk::new(archive);
    let found = impact(&desk, record);
    let left = without(archive, record);
    let gone: BTreeSet<&ClaimId> = archive.claims.keys().filter(|id| !left.claims.contains_key(*id)).collect();
    if gone != found.claims.alone.iter().collect() {
        return Some(format!("{gone:?} go, and {:?} are said to", found.claims.alone));
    }
    if !found.claims.alone.is_disjoint(&found.claims.partly) {
        return Some("a claim falls and stands".to_owned());
    }
    by_questions(&found, &disagreeing(&questions(&desk)), &disagreeing(&questions(&Desk::new(&left))))
}

fn by_questions(found: &Impact, before: &Pairs, after: &Pairs) -> Option<String> {
    let lost: Pairs = before.difference(after).cloned().collect();
    let new: Pairs = after.difference(before).cloned().collect();
    let told = disagreeing(found.vanish.iter().chain(&found.weaken));
    let rules = [
        (disagreeing(&found.vanish).is_disjoint(after), "a disagreement is said to vanish, and stays"),
        (found.weaken.iter().all(|one| !disagreeing([one]).is_disjoint(after)), "one is said to stay, and vanishes"),
        (lost.is_subset(&told), "a disagreement goes in silence"),
        (new.is_subset(&disagreeing(&found.appear)), "a disagreement comes in silence"),
        (found.appear.iter().all(|one| !disagreeing([one]).is_disjoint(&new)), "one is said to come, and was there"),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, text)| format!("{text}: {before:?} {after:?}"))
}

proptest! {
    #[test]
    fn a_claim_falls_if_every_way_leads_through_the_record(world in world()) {
        let archive = world.downhill().archive();
        let desk = Desk::new(&archive);
        for record in records(&desk) {
            let falls = fall(&archive, &record).alone;
            for claim in archive.claims.values() {
                let cut_off = is_cut_off(&desk, &claim.id, &record);
                prop_assert_eq!(falls.contains(&claim.id), cut_off, "{} without {:?}", claim.id, record);
            }
        }
    }
}

/// Whether a claim, or any that it is taken from, is of a source that has it from itself by way of others.
fn hangs_on_a_ring(archive: &Archive, rings: &BTreeSet<BTreeSet<SourceId>>, id: &ClaimId) -> bool {
    let (mut open, mut seen) = (vec![id.clone()], BTreeSet::new());
    while let Some(id) = open.pop() {
        let Some(claim) = archive.claims.get(&id).filter(|claim| seen.insert(claim.id.clone())) else { continue };
        if rings.iter().any(|ring| ring.contains(&claim.source)) {
            return true;
        }
        let original = archive.sources.get(&claim.source).and_then(|source| source.republishes.clone());
        for via in claim.via.iter().cloned().chain(original.map(Via::Source)) {
            match via {
                Via::Claim(above) => open.push(above),
                Via::Source(source) => open.extend(archive.claims_of(&source).map(|claim| claim.id.clone())),
                Via::Named(_) => {}
            }
        }
    }
    false
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn impact_is_what_removing_changes(world in world()) {
        let archive = world.archive();
        for record in records(&Desk::new(&archive)) {
            let wrong = wrong(&archive, &record);
            prop_assert!(wrong.is_none(), "without {record:?}: {}", wrong.unwrap_or_default());
        }
    }

    /// But for circles and what hangs on one: once one of its claims has gone, the others may be a circle whose way out is another.
    #[test]
    fn what_stands_without_two_stands_without_one(world in world()) {
        let archive = world.archive();
        let (desk, rings) = (Desk::new(&archive), rings(&archive));
        let circling = |id: &ClaimId| hangs_on_a_ring(&archive, &rings, id);
        for record in records(&desk) {
            let first = without(&archive, &record);
            for second in records(&Desk::new(&first)) {
                let both = without(&first, &second);
                let alone = without(&archive, &second);
                let more = both.claims.keys().filter(|id| !alone.claims.contains_key(*id) && !circling(id));
                let more: Vec<_> = more.collect();
                prop_assert!(more.is_empty(), "{more:?} stand without {record:?} and {second:?}, not without the latter");
            }
        }
    }
}
