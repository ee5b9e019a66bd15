//! Long chains, and much that hangs on one record: whatever goes over a whole graph takes time in line with it.

mod made;
mod shown;

use std::fs;
use std::time::{Duration, Instant};

use gainsay::findings::{Desk, cited_by, cites};
use gainsay::graph::{Edge, Node};
use gainsay::lint::Code;
use gainsay::model::Archive;
use gainsay::store::load;
use gainsay::trace::{End, Origin, chain, drifts, fall, proposals};
use made::{Shape, actor_id, claim_id, source_id};
use tempfile::TempDir;

const SMALL: usize = 1_000;
const LARGE: usize = 8_000;
/// Eight times as much takes eight times as long where time is linear, and sixty-four times where it is quadratic.
const MOST: u32 = 24;

fn made(shape: Shape, count: usize) -> Archive {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("graph");
    shape.write(count, &dir);
    load(&dir).unwrap_or_else(|error| panic!("{error}"))
}

/// The time that this thread has spent on a processor, where the system tells; else that of the clock.
fn spent(since: Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.as_deref().and_then(|told| told.split(' ').next()?.parse().ok());
    spent.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// How long a run takes, over as many as it takes to tell. What else the machine does meanwhile does not count.
fn time(run: impl Fn()) -> Duration {
    const ENOUGH: Duration = Duration::from_millis(100);
    let since = Instant::now();
    let start = spent(since);
    let mut runs = 0;
    loop {
        run();
        runs += 1;
        let time = spent(since) - start;
        if time > ENOUGH {
            return time / runs;
        }
    }
}

/// What is asked of a graph, each time of a desk on which nothing has been made yet.
fn ask(archive: &Archive) {
    let desk = Desk::new(archive);
    let claim = archive.claims.values().last().unwrap();
    let root = chain(archive, &desk.ancestry, claim);
    assert!(!root.walk().is_empty());
    drifts(archive, &desk.ancestry, claim);
    proposals(archive, &desk.ancestry, claim);
    assert!(
        archive
            .claims
            .values()
            .all(|claim| desk.ancestry.one_named(&claim.id).is_some() || desk.origins(claim).next().is_some())
    );
    assert!(archive.claims.values().all(|claim| archive.siblings(claim).next().is_none()));
    let source = archive.sources.keys().next().unwrap();
    assert!(fall(archive, &Node::Source(source.clone())).alone.len() <= archive.claims.len());
    fall(archive, &Node::Actor(actor_id(0).as_str().into()));
    cites(&desk, source);
    cited_by(&desk, source);
    let actor = Node::Actor(archive.actors.keys().last().unwrap().clone());
    desk.graph.all_along(&actor, Edge::SpeaksFor);
    desk.graph.around(&actor, 1);
}

#[test]
fn eight_times_as_much_does_not_take_much_more_than_eight_times_as_long() {
    for (shape, name) in Shape::ALL.into_iter().filter(|(shape, _)| *shape != Shape::ManyOrigins) {
        let (small, large) = (made(shape, SMALL), made(shape, LARGE));
        let (quick, slow) = (time(|| ask(&small)), time(|| ask(&large)));
        assert!(slow < quick * MOST, "{name}: {quick:?}, and {slow:?} for eight times as much");
    }
}

#[test]
fn lint_looks_at_each_record_a_few_times() {
    for (shape, name) in Shape::ALL.into_iter().filter(|(shape, _)| *shape != Shape::ManyOrigins) {
        let (small, large) = (made(shape, SMALL / 4), made(shape, LARGE / 4));
        let lint = |archive: &Archive| drop(gainsay::lint::lint(&Desk::new(archive), None));
        let (quick, slow) = (time(|| lint(&small)), time(|| lint(&large)));
        assert!(slow < quick * MOST, "{name}: {quick:?}, and {slow:?} for eight times as much");
    }
}

#[test]
fn a_chain_of_citations_is_followed_to_its_end_and_back() {
    let archive = made(Shape::Citing, LARGE);
    let desk = Desk::new(&archive);
    let of = |at: usize| source_id(at).as_str().into();
    assert_eq!((cites(&desk, &of(0)).sources, cites(&desk, &of(0)).origins), (LARGE - 1, 1));
    let behind = cited_by(&desk, &of(LARGE - 1));
    assert_eq!((behind.sources, behind.claims), (LARGE - 1, LARGE / 100));
    assert_eq!(cites(&desk, &of(LARGE - 1)).sources, 0);
}

#[test]
fn a_long_circle_is_one_fault_and_told_in_a_few_words() {
    let archive = made(Shape::CitingRound, LARGE);
    let desk = Desk::new(&archive);
    let lints = gainsay::lint::lint(&desk, None);
    let circles: Vec<_> = lints.iter().filter(|lint| lint.code == Code::CircularSourcing).collect();
    assert_eq!(circles.len(), 1);
    assert!(circles[0].message.ends_with("→ … and 7994 more → s000000"), "{}", circles[0].message);
    assert_eq!(cites(&desk, &source_id(7).as_str().into()).sources, LARGE - 1);
}

#[test]
fn whatever_is_handed_on_has_the_origin_of_the_first() {
    let archive = made(Shape::HandedOn, LARGE);
    let desk = Desk::new(&archive);
    let first = Origin::Unattributed(source_id(0).as_str().into());
    assert!(archive.claims.values().all(|claim| desk.origins(claim).eq([&first])));
    let last = archive.claims.values().last().unwrap();
    let root = chain(&archive, &desk.ancestry, last);
    assert_eq!(root.walk().last().unwrap().end, Some(End::TooLong));
    assert_eq!(fall(&archive, &Node::Claim(claim_id(0).as_str().into())).alone.len(), LARGE);
}

#[test]
fn whatever_goes_round_has_none_and_falls_together() {
    let archive = made(Shape::HandedRound, LARGE);
    let desk = Desk::new(&archive);
    let none = Origin::Circular(source_id(0).as_str().into());
    assert!(archive.claims.values().all(|claim| desk.origins(claim).eq([&none])));
    assert_eq!(fall(&archive, &Node::Claim(claim_id(5).as_str().into())).alone.len(), LARGE);
}

#[test]
fn everybody_who_speaks_for_one_is_he() {
    let archive = made(Shape::OneActor, LARGE);
    let desk = Desk::new(&archive);
    let he = Origin::Actor(actor_id(0).as_str().into());
    assert!(archive.claims.values().all(|claim| desk.ancestry.one_named(&claim.id) == Some(&he)));
    assert_eq!(fall(&archive, &Node::Actor(actor_id(0).as_str().into())).alone.len(), LARGE);
    let last = Node::Actor(archive.actors.keys().last().unwrap().clone());
    assert_eq!(desk.graph.all_along(&last, Edge::SpeaksFor).len(), archive.actors.len());
    assert!(desk.graph.leads_to(&last, Edge::SpeaksFor, &Node::Actor(actor_id(0).as_str().into())));
}

#[test]
fn a_chain_below_many_origins_has_them_all_and_repeats_none() {
    let archive = made(Shape::ManyOrigins, SMALL);
    let desk = Desk::new(&archive);
    for (at, claim) in archive.claims.values().enumerate() {
        assert_eq!(desk.origins(claim).count(), at + 1);
    }
}
