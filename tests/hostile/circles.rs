//! Relations that run in circles, or through a hundred thousand hands: refused with the circle named, or followed to their end.

use crate::support::{Graph, is_long, is_near_linear};

/// How long chains are.
fn many() -> usize {
    if is_long() { 100_000 } else { 2_000 }
}

const PROPOSITIONS: &str = "[(id: \"p\", text: \"It is so.\")]";

/// So many records in a list, each made of its number and that of the next; the last is followed by none, or by the first.
fn list(circle: bool, record: impl Fn(usize, Option<usize>) -> String) -> String {
    let many = many();
    let next = |at: usize| if at + 1 < many { Some(at + 1) } else { circle.then_some(0) };
    format!("[{}]", (0..many).map(|at| record(at, next(at))).collect::<Vec<_>>().join(",\n"))
}

fn claim(at: usize, more: &str) -> String {
    let stance = ["Affirms", "Denies"][at % 2];
    format!(
        "(id: \"c{at}\", says: \"So.\", about: Stance(proposition: \"p\", stance: {stance}), {more} evidence: [(fragment: \"so\")])"
    )
}

fn named(field: &str, prefix: &str, next: Option<usize>) -> String {
    next.map_or(String::new(), |next| format!("{field}: [\"{prefix}{next}\"],"))
}

/// A graph of one claim by each source, each with something that leads to the next.
fn sources(own: impl Fn(Option<usize>) -> String, via: bool, circle: bool) -> Graph {
    let sources = list(circle, |at, next| format!("(id: \"s{at}\", {})", own(next)));
    let claims = list(circle, |at, next| {
        let via = next.filter(|_| via).map_or(String::new(), |next| format!("via: [Claim(\"c{next}\")],"));
        format!("(source: \"s{at}\", claims: [{}])", claim(at, &via))
    });
    let graph = Graph::empty().with("sources.ron", sources).with("propositions.ron", PROPOSITIONS);
    graph.with("added/all.ron", format!("(claims: {claims})"))
}

/// Every command that follows chains comes to an end.
fn holds(graph: &Graph) {
    let commands: [&[&str]; 7] = [
        &["contradictions"],
        &["trace", "c0"],
        &["trace", "c0", "--all", "--format", "json"],
        &["impact", "s0"],
        &["show", "c0"],
        &["lint"],
        &["export", "--to", "mermaid", "--trace", "c0"],
    ];
    for command in commands {
        graph.run(command).done();
    }
}

#[test]
fn regions_in_regions_are_refused_beyond_a_hundred_and_in_circles() {
    for (file, circle, told) in [
        ("places.ron", false, "it is part of more than 100 others"),
        ("populations.ron", false, "it is part of more than 100 others"),
        ("places.ron", true, "part_of runs in a circle: r0 → r1 → "),
    ] {
        let regions = list(circle, |at, next| format!("(id: \"r{at}\", name: \"R\", {})", named("part_of", "r", next)));
        let error = Graph::empty().with(file, regions).run(&["contradictions"]).refused(&[told, file, "help: "]);
        assert!(error.len() < 5_000, "{error}");
    }
    let nested = |many: usize| {
        let whole = |at: usize| named("part_of", "r", Some(at + 1).filter(|next| *next < many));
        let all = (0..many).map(|at| format!("(id: \"r{at}\", name: \"R\", {})", whole(at))).collect::<Vec<_>>();
        Graph::empty().with("places.ron", format!("[{}]", all.join(","))).run(&["contradictions"])
    };
    nested(101).done();
    nested(102).refused(&["places.ron:1:", "1 fault"]);
}

#[test]
fn offices_that_speak_for_offices_are_followed_and_circles_refused() {
    let actors = |circle| {
        list(circle, |at, next| {
            let whom = next.map_or(String::new(), |next| format!("speaks_for: [(actor: \"a{next}\")],"));
            format!("(id: \"a{at}\", name: \"Office {at}\", kind: Office, {whom})")
        })
    };
    let with = |circle| {
        let claims = format!("(source: \"s0\", claims: [{}])", claim(0, "attributed_to: Actor(\"a0\"),"));
        let graph = Graph::empty().with("sources.ron", "[(id: \"s0\")]").with("propositions.ron", PROPOSITIONS);
        graph.with("claims/s.ron", claims).with("actors.ron", actors(circle))
    };
    holds(&with(false));
    with(true).run(&["lint"]).refused(&["speaks_for runs in a circle: a0 → a1 → ", " more … → ", "actors.ron:"]);
}

#[test]
fn revisions_of_revisions_are_followed_and_circles_refused() {
    let with = |circle| {
        let claims = list(circle, |at, next| claim(at, &named("supersedes", "c", next)));
        let graph = Graph::empty().with("sources.ron", "[(id: \"s0\")]").with("propositions.ron", PROPOSITIONS);
        graph.with("claims/s.ron", format!("(source: \"s0\", claims: {claims})"))
    };
    holds(&with(false));
    with(true).run(&["lint"]).refused(&["supersedes runs in a circle: c0 → c1 → ", " more … → ", "s.ron:"]);
}

#[test]
fn whoever_has_it_from_whom_is_followed_in_chains_and_circles() {
    for circle in [false, true] {
        holds(&sources(|_| String::new(), true, circle));
    }
}

#[test]
fn whoever_cites_or_republishes_whom_is_followed_in_chains_and_circles() {
    for circle in [false, true] {
        let republishes = |next: Option<usize>| next.map_or(String::new(), |next| format!("republishes: \"s{next}\""));
        holds(&sources(republishes, false, circle));
        holds(&sources(|next| named("cites", "s", next), false, circle));
    }
}

#[test]
fn one_claim_may_be_judged_very_often_and_measures_identified_in_a_circle() {
    let judged = list(false, |at, _| {
        format!(
            "(id: \"j{at}\", on: [(claim: \"c0\"), (claim: \"c1\")], verdict: \"so\", by: \"desk\", date: \"2031\")"
        )
    });
    let measures = list(true, |at, _| format!("(id: \"m{at}\", name: \"M\", basis: Stock, unit: \"USD\")"));
    let identities =
        list(true, |at, next| format!("Difference(total: \"m{at}\", of: \"m{}\", less: \"m0\")", next.unwrap_or(0)));
    let graph = sources(|_| String::new(), false, false).with("judgements/j.ron", judged);
    holds(&graph.with("measures.ron", format!("(measures: {measures}, identities: {identities})")));
}

/// A graph of so many claims of figures, in one line and each of a source of its own, with as many measures, of which identities link each to the next.
fn linked_measures(many: usize) -> Graph {
    let all = |record: &dyn Fn(usize) -> String| (0..many).map(record).collect::<Vec<_>>().join(",");
    let measures = all(&|at| format!("(id: \"m{at}\", name: \"M\", basis: Stock, unit: \"USD\")"));
    let identities = all(&|at| {
        let (of, less) = ((at + 1) % many, (at + 2) % many);
        format!("Difference(total: \"m{at}\", of: \"m{of}\", less: \"m{less}\")")
    });
    let claims = all(&|at| {
        let about = format!("Quantity(measure: \"m{at}\", value: Bare({at}))");
        let claim = format!("(id: \"c{at}\", says: \"So.\", about: {about}, evidence: [(fragment: \"so\")])");
        format!("(source: \"s{at}\", claims: [{claim}])")
    });
    let graph = Graph::empty().with("sources.ron", format!("[{}]", all(&|at| format!("(id: \"s{at}\")"))));
    let graph = graph.with("measures.ron", format!("(measures: [{measures}], identities: [{identities}])"));
    graph.with("added/all.ron", format!("(claims: [{claims}])"))
}

#[test]
fn as_many_identities_as_claims_are_held_against_each_other_in_time() {
    is_near_linear("identities", many().min(10_000), |size| drop(linked_measures(size).run(&["lint"]).done()));
}
