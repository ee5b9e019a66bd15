//! Long chains and wide ones: trace comes to an end, soon, without running out of stack.

use gainsay::findings::{Desk, impact};
use gainsay::graph::Node;
use gainsay::model::{Archive, Claim, Source, Via};
use gainsay::trace::{End, Step, chain, fall};

use crate::trace::made_up::{WEEKS, claim, graph};

const DEEP: usize = 2_000;
const WIDE: usize = 40;

/// Claims `c0`, `c1` and so on, each of a source of its own; `from` says which the claim is taken from.
fn chained(length: usize, from: impl Fn(usize) -> Vec<usize>) -> Archive {
    let mut archive = graph(r#"[(id: "one")]"#, &[("one", claim("c", "Bare(4_200)", WEEKS, ""))]);
    let (_, source) = archive.sources.pop_first().unwrap();
    let (_, claim) = archive.claims.pop_first().unwrap();
    for at in 0..length {
        let id = |at: usize| format!("{at:05}");
        let own = Source { id: id(at).as_str().into(), ..source.clone() };
        let via = from(at).into_iter().map(|other| Via::Claim(id(other).as_str().into())).collect();
        let claim = Claim { id: id(at).as_str().into(), source: own.id.clone(), via, ..claim.clone() };
        archive.sources.insert(own.id.clone(), own);
        archive.claims.insert(claim.id.clone(), claim);
    }
    archive.sort_claims();
    archive
}

#[track_caller]
fn ends(archive: &Archive, first: usize, origin: &str) {
    let desk = Desk::new(archive);
    let claim = archive.claims.values().nth(first).unwrap();
    let found: Vec<_> = desk.origins(claim).map(|origin| origin.id().to_owned()).collect();
    assert_eq!(found, [origin]);
}

#[test]
fn a_chain_of_two_thousand_claims_ends() {
    ends(&chained(DEEP, |at| at.checked_sub(1).into_iter().collect()), DEEP - 1, "00000");
}

#[test]
fn so_does_one_in_the_other_order_of_ids() {
    ends(&chained(DEEP, |at| Some(at + 1).filter(|next| *next < DEEP).into_iter().collect()), 0, "01999");
}

#[test]
fn the_tree_of_a_deep_chain_is_cut_and_says_so() {
    let archive = chained(DEEP, |at| at.checked_sub(1).into_iter().collect());
    let steps = steps(&archive);
    let last = steps.last().unwrap();
    assert!(steps.len() < DEEP && last.end == Some(End::TooLong), "{} steps, {last:?}", steps.len());
}

/// The steps of the last claim's tree.
fn steps(archive: &Archive) -> Vec<Step> {
    let desk = Desk::new(archive);
    let root = chain(archive, &desk.ancestry, archive.claims.values().last().unwrap());
    root.walk().into_iter().map(|step| Step { above: Vec::new(), ..step.clone() }).collect()
}

#[test]
fn what_falls_is_found_in_a_deep_chain() {
    let archive = chained(DEEP, |at| Some(at + 1).filter(|next| *next < DEEP).into_iter().collect());
    assert_eq!(fall(&archive, &Node::Source("01999".into())).alone.len(), DEEP);
}

/// Each claim is taken from both of the row above: two ways at each step, 2⁴⁰ in all.
#[test]
fn many_ways_to_one_origin_do_not_take_for_ever() {
    let rows = |at: usize| if at < 2 { Vec::new() } else { vec![at - at % 2 - 2, at - at % 2 - 1] };
    let archive = chained(2 * WIDE, rows);
    let desk = Desk::new(&archive);
    let last = archive.claims.values().last().unwrap();
    assert_eq!(desk.origins(last).count(), 2);
    assert_eq!(impact(&desk, &Node::Source("00000".into())).claims.alone.len(), 1);
    let steps = steps(&archive);
    assert!(steps.len() < 4 * WIDE && steps.iter().any(|step| step.end == Some(End::ShownBefore)), "{}", steps.len());
}
