//! Questions of many claims, whose days and bounds tell the positions, say what holding any two side by side says.

use std::collections::BTreeSet;

use gainsay::compare::Comparison;
use gainsay::findings::{Desk, Position, Question, questions};
use gainsay::model::{Archive, Claim, ClaimId};
use gainsay::quantity::Interval;
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::fixture::archive;
use crate::support::strategies::lane;

fn compared(archive: &Archive, desk: &Desk<'_>, a: &ClaimId, b: &ClaimId) -> Comparison {
    let claim = |id: &ClaimId| archive.claims.get(id).expect("it is there");
    desk.compare(claim(a.min(b)), claim(a.max(b)))
}

/// Every two of some ids.
fn pairs<'a>(ids: &[&'a ClaimId]) -> Vec<(&'a ClaimId, &'a ClaimId)> {
    let all = ids.iter().enumerate();
    all.flat_map(|(at, a)| ids[at + 1..].iter().map(|b| (*a, *b))).collect()
}

/// Whether a claim meets the ends of its position, if both have ends.
fn meets(claim: &Claim, position: &Position) -> bool {
    let own = claim.about.as_quantity().map(|quantity| quantity.bounds.logical);
    let ends = |interval: Interval| interval.low().value().zip(interval.high().value());
    let both = own.and_then(ends).zip(position.low.zip(position.high));
    both.is_none_or(|((low, high), (least, most))| low <= most && high >= least)
}

fn is_told_right(archive: &Archive, desk: &Desk<'_>, crowd: &Question) -> Result<(), TestCaseError> {
    for position in &crowd.positions {
        prop_assert!(position.low.zip(position.high).is_none_or(|(low, high)| low <= high), "{}", position.text);
        let apart = position.claims.iter().find(|id| !meets(&archive.claims[*id], position));
        prop_assert_eq!(apart, None, "{}", &position.text);
        for (a, b) in pairs(&position.claims.iter().collect::<Vec<_>>()) {
            let pair = compared(archive, desk, a, b);
            prop_assert!(pair.is_of_values() && !pair.is_disagreement(), "{a} {b}: {}", pair.why);
        }
    }
    let claims: Vec<&ClaimId> = crowd.claims().into_iter().collect();
    let listed: usize = crowd.positions.iter().map(|position| position.claims.len()).sum();
    prop_assert_eq!(listed, claims.len(), "each claim takes one position");
    let all: Vec<Comparison> = pairs(&claims).into_iter().map(|(a, b)| compared(archive, desk, a, b)).collect();
    let widest = all.iter().filter(|pair| pair.is_disagreement()).filter_map(|pair| pair.gap);
    let widest =
        widest.map(|gap| gap.size).fold(None, |most: Option<f64>, size| Some(most.map_or(size, |most| most.max(size))));
    prop_assert_eq!(crowd.is_disagreement(), all.iter().any(Comparison::is_disagreement));
    if let Some(gap) = crowd.gap.filter(|_| crowd.is_disagreement()) {
        prop_assert_eq!(Some(gap.size), widest);
    }
    for pair in &crowd.comparisons {
        prop_assert_eq!(pair, &compared(archive, desk, &pair.a, &pair.b));
    }
    Ok(())
}

/// No disagreement is between claims of two questions, nor of none.
fn nothing_is_missed(archive: &Archive, desk: &Desk<'_>, found: &[Question]) -> Result<(), TestCaseError> {
    let of: Vec<BTreeSet<&ClaimId>> = found.iter().map(Question::claims).collect();
    let claims: Vec<&Claim> = archive.claims.values().collect();
    for (a, b) in pairs(&claims.iter().map(|claim| &claim.id).collect::<Vec<_>>()) {
        if compared(archive, desk, a, b).is_disagreement() {
            prop_assert!(of.iter().any(|own| own.contains(a) && own.contains(b)), "{a} {b}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn crowds_say_what_their_pairs_say(sketches in lane(110..140)) {
        let archive = archive(&sketches);
        let desk = Desk::new(&archive);
        let found = questions(&desk);
        prop_assert!(found.iter().any(|question| question.is_crowd), "the law speaks of crowds");
        for crowd in found.iter().filter(|question| question.is_crowd) {
            is_told_right(&archive, &desk, crowd)?;
        }
        nothing_is_missed(&archive, &desk, &found)?;
    }
}
