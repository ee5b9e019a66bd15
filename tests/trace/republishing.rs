//! A republication is no second witness.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gainsay::compare::Relation;
use gainsay::findings::{Desk, questions};
use gainsay::model::{Archive, Claim, ClaimId, Source, SourceId};
use gainsay::store::load;
use gainsay::trace::{Origin, OriginCount, count};
use proptest::prelude::*;

use crate::trace::world::world;

/// The archive with a republication of a source and of all its claims.
fn republished(archive: &Archive, id: &SourceId) -> Archive {
    let mut more = archive.clone();
    let copy = Source { id: "copy".into(), republishes: Some(id.clone()), text: None, ..archive.sources[id].clone() };
    more.sources.insert(copy.id.clone(), copy);
    for claim in archive.claims_of(id) {
        let own = Claim { id: copied(&claim.id), source: "copy".into(), ..claim.clone() };
        more.claims.insert(own.id.clone(), own);
    }
    more.sort_claims();
    more
}

fn copied(id: &ClaimId) -> ClaimId {
    format!("copy-{id}").as_str().into()
}

/// The number of origins behind the side of each claim, on questions where claims agree or disagree. Where only something
/// explains a difference, a copy that agrees may leave its original's neighbour out.
fn sides(archive: &Archive) -> BTreeMap<ClaimId, OriginCount> {
    let all = questions(&Desk::new(archive));
    let held = all.iter().filter(|question| question.relation != Relation::Explained);
    let sides = held.flat_map(|question| &question.positions);
    sides.flat_map(|side| side.claims.iter().map(|id| (id.clone(), count(&side.origins)))).collect()
}

fn origins(archive: &Archive) -> BTreeSet<Origin> {
    let desk = Desk::new(archive);
    archive.claims.values().flat_map(|claim| desk.origins(claim)).cloned().collect()
}

proptest! {
    #[test]
    fn a_republication_brings_no_origin(world in world()) {
        let archive = world.archive();
        let before = origins(&archive);
        for id in archive.sources.keys() {
            let more: Vec<_> = origins(&republished(&archive, id)).difference(&before).cloned().collect();
            prop_assert!(more.is_empty(), "a copy of {id} brings {more:?}");
        }
    }

    #[test]
    fn a_republication_raises_no_count(world in world()) {
        let archive = world.archive();
        let before = sides(&archive);
        for id in archive.sources.keys() {
            let after = sides(&republished(&archive, id));
            for (claim, had) in &before {
                let has = after.get(claim).map(|has| has.most());
                prop_assert!(has.is_some_and(|has| has <= had.most()), "a copy of {id} makes {has:?} of {had} for {claim}");
            }
        }
    }
}

#[test]
fn a_republication_of_any_shipped_source_leaves_every_count() {
    let archive = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap();
    let before = sides(&archive);
    for id in archive.sources.keys().filter(|id| archive.claims_of(id).next().is_some()) {
        let after = sides(&republished(&archive, id));
        for (claim, had) in &before {
            assert_eq!(after.get(claim), Some(had), "{claim}, after a copy of {id}");
        }
    }
}
