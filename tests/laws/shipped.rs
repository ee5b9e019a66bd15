//! Laws of comparing, on the graph that comes with the program.

use std::path::Path;

use gainsay::compare::Relation;
use gainsay::findings::{Desk, questions};
use gainsay::model::Archive;
use gainsay::store::load;

use crate::symmetry::asymmetry;

fn shipped() -> Archive {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    load(&dir).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn the_order_of_any_two_claims_changes_nothing() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let claims: Vec<_> = archive.claims.values().collect();
    let pairs = claims.iter().enumerate().flat_map(|(at, a)| claims[..at].iter().map(move |b| (a, b)));
    let found: Vec<String> = pairs.filter_map(|(a, b)| asymmetry(&desk, a, b)).collect();
    assert!(found.is_empty(), "{} pairs, first:\n{}", found.len(), found[0]);
}

#[test]
fn every_claim_agrees_with_itself() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    for claim in archive.claims.values() {
        assert_eq!(desk.compare(claim, claim).relation, Relation::Agreement, "{}", claim.id);
    }
}

#[test]
fn no_question_has_more_origins_than_claims() {
    let archive = shipped();
    for question in questions(&Desk::new(&archive)) {
        assert!(question.origins.least() <= question.origins.most(), "{}", question.title);
        assert!(question.origins.most() <= question.claims().len(), "{}", question.title);
    }
}
