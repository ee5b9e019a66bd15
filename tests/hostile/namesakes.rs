//! Very many records that are called the same, or that nothing defines: every command takes time in line with their number.

use std::fmt::Write;

use crate::support::{Graph, is_long, is_near_linear};

/// So many persons of one name, each with a claim on one matter.
fn graph(many: usize, defined: bool) -> Graph {
    let (mut actors, mut claims) = ("[".to_owned(), "(source: \"s\", claims: [".to_owned());
    for at in 0..many {
        writeln!(actors, "(id: \"a{at}\", name: \"Ivan Petrov\", kind: Person),").unwrap();
        let stance = ["Affirms", "Denies"][at % 2];
        let (prefix, about) =
            (if defined { "a" } else { "b" }, format!("Stance(proposition: \"p\", stance: {stance})"));
        let rest = format!("attributed_to: Actor(\"{prefix}{at}\"), evidence: [(fragment: \"so\")]");
        writeln!(claims, "(id: \"c{at}\", says: \"So.\", about: {about}, {rest}),").unwrap();
    }
    Graph::empty()
        .with("actors.ron", actors + "]")
        .with("sources.ron", "[(id: \"s\")]")
        .with("propositions.ron", "[(id: \"p\", text: \"It is so.\")]")
        .with("claims/s.ron", claims + "])")
}

fn size() -> usize {
    if is_long() { 125_000 } else { 400 }
}

#[test]
fn persons_of_one_name_are_listed_searched_and_found_alike_in_time() {
    for command in [
        &["lint"][..],
        &["search", "petrov"],
        &["contradictions", "--actor", "Ivan Petrov"],
        &["export", "--to", "json"],
        &["export", "--to", "csv"],
    ] {
        is_near_linear(command[0], size(), |many| drop(graph(many, true).run(command).done()));
    }
    let told = graph(3_000, true).run(&["lint", "--format", "json"]).done();
    let found = told.matches("\"look-alikes\"").count();
    assert!((2_999..4_000).contains(&found), "{found} of 3,000");
}

#[test]
fn names_that_are_unknown_are_answered_in_time() {
    for command in [&["show", "a1x"][..], &["contradictions", "--actor", "Ivan Petrof"]] {
        is_near_linear(command[1], size(), |many| drop(graph(many, true).run(command).refused(&["did you mean"])));
    }
    is_near_linear("unknown ids", size(), |many| {
        let told = graph(many, false).run(&["contradictions"]);
        assert_eq!(told.code, Some(2));
        assert!(told.err.contains("no actor has the id \"b0\"") && told.err.len() < 200_000, "{}", told.err.len());
        assert!(told.err.contains("more of other kinds"), "{}", crate::support::short(&told.err));
    });
}
