//! Circular sourcing: what lint names, what trace says, and a search of another kind.

use std::collections::BTreeSet;

use gainsay::findings::{Desk, questions};
use gainsay::graph::{Edge, Node};
use gainsay::lint::Code;
use gainsay::model::{Archive, SourceId, Via};
use gainsay::store::LoadError;
use gainsay::trace::{End, Origin, chain, count, fall};
use proptest::prelude::*;

use crate::trace::made_up::{WEEKS, claim, found, graph, load};
use crate::trace::world::world;

/// Three sources that have one figure from each other, and a fourth that has it from the first.
fn circle() -> Archive {
    let taken = |id: &str, from: &str| claim(id, "Bare(4_200)", WEEKS, &format!("via: [Source({from:?})],"));
    let claims = [
        ("one", taken("first", "two")),
        ("two", taken("second", "three")),
        ("three", taken("third", "one")),
        ("four", taken("fourth", "one")),
    ];
    graph(r#"[(id: "one"), (id: "two"), (id: "three"), (id: "four")]"#, &claims)
}

#[test]
fn lint_names_the_circle() {
    let lints = found(&circle(), Code::CircularSourcing);
    assert_eq!(lints.len(), 1);
    assert_eq!(lints[0].message, "sources have it from each other: one → two → three → one");
}

#[test]
fn trace_says_that_the_chain_returns() {
    let archive = circle();
    let desk = Desk::new(&archive);
    for claim in archive.claims.values() {
        let root = chain(&archive, &desk.ancestry, claim);
        let ends: Vec<_> = root.walk().into_iter().filter_map(|step| step.end.as_ref()).collect();
        assert_eq!(ends, [&End::Circular], "{}", claim.id);
        assert!(desk.origins(claim).all(|origin| matches!(origin, Origin::Circular(_))), "{}", claim.id);
    }
}

#[test]
fn a_circle_is_one_origin_at_most() {
    let archive = circle();
    let desk = Desk::new(&archive);
    let all = archive.claims.values().flat_map(|claim| desk.origins(claim));
    assert_eq!(count(all).most(), 1);
    assert_eq!(questions(&desk)[0].positions[0].sources.len(), 4);
}

#[test]
fn sources_that_only_link_to_each_other_make_none() {
    let sources = r#"[(id: "one", links_to: ["two"]), (id: "two", links_to: ["one"])]"#;
    assert!(found(&graph(sources, &[]), Code::CircularSourcing).is_empty());
    let sources = sources.replace("links_to", "cites");
    assert_eq!(found(&graph(&sources, &[]), Code::CircularSourcing).len(), 1);
}

#[test]
fn nobody_has_it_from_himself() {
    let taken = |via: &str| claim("first", "Bare(4_200)", WEEKS, &format!("via: [{via}],"));
    let refused = |sources: &str, claims: &[(&str, String)]| matches!(load(sources, claims), Err(LoadError::Faulty(_)));
    for via in [r#"Source("one")"#, r#"Claim("first")"#, r#"Claim("second")"#] {
        let second = claim("second", "Bare(4_200)", r#"In("2031")"#, "");
        assert!(refused(r#"[(id: "one")]"#, &[("one", taken(via)), ("one", second)]), "{via}");
    }
    assert!(refused(r#"[(id: "one", republishes: "one")]"#, &[]));
    // One may cite oneself, as an article does that links to its own earlier state; that is a circle of one.
    assert_eq!(found(&graph(r#"[(id: "one", cites: ["one"])]"#, &[]), Code::CircularSourcing).len(), 1);
}

/// Who takes from whom, read from the records.
fn takes(archive: &Archive) -> BTreeSet<(SourceId, SourceId)> {
    let named = archive.sources.values().flat_map(|source| {
        source.cites.iter().chain(&source.republishes).map(|other| (source.id.clone(), other.clone()))
    });
    let taken = archive.claims.values().flat_map(|claim| {
        let others = claim.via.iter().filter_map(|via| match via {
            Via::Source(id) => Some(id.clone()),
            Via::Claim(id) => Some(archive.claims[id].source.clone()),
            Via::Named(_) => None,
        });
        others.map(|other| (claim.source.clone(), other))
    });
    named.chain(taken).collect()
}

/// The sources that can be reached from each other, by following every step until nothing is new.
pub fn rings(archive: &Archive) -> BTreeSet<BTreeSet<SourceId>> {
    let mut reach = takes(archive);
    loop {
        let through = |a: &SourceId, b: &SourceId| {
            let next = reach.iter().filter(|(from, _)| from == b);
            next.map(|(_, to)| (a.clone(), to.clone())).collect::<Vec<_>>()
        };
        let more: BTreeSet<_> = reach.iter().flat_map(|(a, b)| through(a, b)).collect();
        if more.is_subset(&reach) {
            break;
        }
        reach.extend(more);
    }
    let back = |a: &SourceId, b: &SourceId| reach.contains(&(b.clone(), a.clone()));
    let ring =
        |a: &SourceId| reach.iter().filter(|(from, to)| from == a && back(a, to)).map(|(_, to)| to.clone()).collect();
    let all = archive.sources.keys().map(ring);
    all.filter(|ring: &BTreeSet<_>| !ring.is_empty()).collect()
}

proptest! {
    #[test]
    fn lint_finds_the_circles_that_a_search_finds(world in world()) {
        let archive = world.archive();
        let (rings, steps) = (rings(&archive), takes(&archive));
        let lints = found(&archive, Code::CircularSourcing);
        prop_assert_eq!(lints.len(), rings.len());
        for lint in lints {
            let path: Vec<SourceId> = lint.message.rsplit(": ").next().unwrap().split(" → ").map(Into::into).collect();
            let real = path.windows(2).all(|step| steps.contains(&(step[0].clone(), step[1].clone())));
            prop_assert!(real && path.first() == path.last(), "{}", lint.message);
            prop_assert!(rings.iter().any(|ring| path.iter().all(|id| ring.contains(id))), "{}", lint.message);
        }
    }

    #[test]
    fn a_chain_returns_only_where_sources_do(world in world()) {
        let archive = world.archive();
        let desk = Desk::new(&archive);
        let rings = rings(&archive);
        for origin in archive.claims.values().flat_map(|claim| desk.origins(claim)) {
            if let Origin::Circular(id) = origin {
                prop_assert!(rings.iter().any(|ring| ring.contains(id)), "{id}");
            }
        }
    }
}

#[test]
fn no_link_is_a_step_of_sourcing() {
    let archive = graph(r#"[(id: "one", links_to: ["two"]), (id: "two")]"#, &[]);
    let desk = Desk::new(&archive);
    let linked: Vec<_> = desk.graph.successors(&Node::Source("one".into()), Edge::LinksTo).collect();
    assert_eq!((linked.len(), takes(&archive).len()), (1, 0));
}

#[test]
fn what_hangs_on_a_circle_falls_with_it() {
    let sources = r#"[(id: "sa"), (id: "sb"), (id: "sc"), (id: "sd")]"#;
    let via = |id: &str| format!("via: [Claim(\"{id}\")],");
    let claims = [
        ("sa", claim("a", "Bare(4_200)", WEEKS, &via("b"))),
        ("sb", claim("b", "Bare(4_200)", WEEKS, &via("a"))),
        ("sc", claim("c", "Bare(4_200)", WEEKS, &via("a"))),
        ("sd", claim("d", "Bare(4_200)", WEEKS, &via("c"))),
    ];
    let archive = graph(sources, &claims);
    let falls = |source: &str| -> Vec<String> {
        let found = fall(&archive, &Node::Source(source.into()));
        found.alone.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        (falls("sb"), falls("sc")),
        (vec!["a".to_owned(), "b".into(), "c".into(), "d".into()], vec!["c".to_owned(), "d".into()])
    );
}

#[test]
fn a_circle_falls_with_its_only_way_out() {
    let said = |id: &str, rest: &str| claim(id, "Bare(4_200)", WEEKS, rest);
    let claims = [
        ("one", said("a", "attributed_to: Actor(\"harbour-office\"), via: [Claim(\"b\")],")),
        ("two", said("b", "via: [Claim(\"a\"), Claim(\"c\")],")),
        ("three", said("c", "via: [Claim(\"b\")],")),
    ];
    let archive = graph(r#"[(id: "one"), (id: "two"), (id: "three")]"#, &claims);
    let office = Node::Actor("harbour-office".into());
    let fall = gainsay::trace::fall(&archive, &office);
    let fallen: Vec<&str> = fall.alone.iter().map(gainsay::model::ClaimId::as_str).collect();
    assert_eq!(fallen, ["a", "b", "c"]);
}
