//! What lint says of dates that run backwards, tolls that fall, revisions that nobody marked, and persons who look like one.

use gainsay::lint::Code;
use gainsay::model::Archive;

use crate::trace::made_up::{WEEKS, claim, found, graph, graph_of_actors};

const TWO: &str = r#"[(id: "early", published: "2031-04-02"), (id: "late", published: "2031-04-05")]"#;
const OFFICE: &str = r#"attributed_to: Actor("harbour-office"),"#;

/// The ids and messages of what lint finds.
fn told(archive: &Archive, code: Code) -> Vec<(String, String)> {
    found(archive, code).into_iter().map(|lint| (lint.id, lint.message)).collect()
}

#[test]
fn a_claim_taken_from_a_later_source() {
    let backwards = [
        ("early", claim("first", "Bare(4_200)", WEEKS, r#"via: [Source("late")],"#)),
        ("late", claim("second", "Bare(4_200)", WEEKS, "")),
    ];
    let told = told(&graph(TWO, &backwards), Code::TakenFromLater);
    assert_eq!(told, [("first".to_owned(), "early (2031-04-02) has it from late (2031-04-05)".to_owned())]);
}

#[test]
fn neither_a_later_link_nor_an_earlier_source_is_a_fault() {
    let sources = TWO.replace(r#"id: "early","#, r#"id: "early", links_to: ["late"],"#);
    let forwards = [
        ("early", claim("first", "Bare(4_200)", WEEKS, "")),
        ("late", claim("second", "Bare(4_200)", WEEKS, r#"via: [Claim("first")],"#)),
    ];
    assert!(told(&graph(&sources, &forwards), Code::TakenFromLater).is_empty());
    let one_day = sources.replace("2031-04-05", "2031-04-02");
    let taken = [
        ("early", claim("first", "Bare(4_200)", WEEKS, r#"via: [Source("late")],"#)),
        ("late", claim("second", "Bare(4_200)", WEEKS, "")),
    ];
    assert!(told(&graph(&one_day, &taken), Code::TakenFromLater).is_empty(), "of one day neither is later");
}

/// Two running totals of one office, three days apart.
fn tolls(first: &str, second: &str, rest: &str) -> Archive {
    let toll = |id, value, day, rest: &str| {
        claim(id, value, &format!(r#"Since(event: "storm", as_of: "{day}")"#), &format!("{OFFICE} {rest}"))
    };
    let claims =
        [("early", toll("first", first, "2031-04-01", "")), ("late", toll("second", second, "2031-04-04", rest))];
    graph(TWO, &claims)
}

#[test]
fn a_toll_that_falls() {
    let told = told(&tolls("Bare(4_200)", "Bare(3_100)", ""), Code::FallingToll);
    let message = "a running total that falls: Harbour Office gives 3,100 persons (3,050 to 3,150) in late and before that 4,200 persons \
                   (4,150 to 4,250) in early";
    assert_eq!(told, [("second".to_owned(), message.to_owned())]);
}

#[test]
fn a_toll_that_rises_or_was_corrected_is_none() {
    for archive in
        [tolls("Bare(3_100)", "Bare(4_200)", ""), tolls("Bare(4_200)", "Bare(3_100)", r#"supersedes: ["first"],"#)]
    {
        assert!(told(&archive, Code::FallingToll).is_empty());
        assert!(told(&archive, Code::UnmarkedRevision).is_empty());
    }
}

#[test]
fn a_revision_that_nobody_marked() {
    let revised = |rest: &str| {
        let second = claim("second", "Bare(3_100)", WEEKS, &format!("{OFFICE} {rest}"));
        graph(TWO, &[("early", claim("first", "Bare(4_200)", WEEKS, OFFICE)), ("late", second)])
    };
    let told = told(&revised(""), Code::UnmarkedRevision);
    let message = "a later figure that contradicts its own: Harbour Office gives 3,100 persons (3,050 to 3,150) in late and before that \
                   4,200 persons (4,150 to 4,250) in early";
    assert_eq!(told, [("second".to_owned(), message.to_owned())]);
    assert!(found(&revised(r#"supersedes: ["first"],"#), Code::UnmarkedRevision).is_empty());
}

#[test]
fn persons_who_look_like_one() {
    let actors = |a: &str, b: &str, kind: &str| {
        format!(r#"[(id: "one", name: "{a}", kind: {kind}), (id: "two", name: "{b}", kind: {kind})]"#)
    };
    let alike = |a, b, kind| told(&graph_of_actors(&actors(a, b, kind)), Code::LookAlikes);
    let found = alike("Sergei Zhukov", "Sergey Jukov", "Person");
    let message = "one (“Sergei Zhukov”) and two (“Sergey Jukov”) look like one actor";
    assert_eq!(found, [("one".to_owned(), message.to_owned())]);
    assert!(alike("Anna Petrova", "Anna Pavlova", "Person").is_empty());
    assert!(alike("Port Office", "Fort Office", "Office").is_empty());
}

#[test]
fn three_sources_with_one_origin() {
    let sources = r#"[(id: "one"), (id: "two"), (id: "three")]"#;
    let by = |actor: &str| {
        let said =
            |source, word: &str| (source, claim(source, "Bare(4_200)", WEEKS, &format!("attributed_to: {word},")));
        let office = r#"Actor("harbour-office")"#;
        graph(sources, &[said("one", office), said("two", r#"Actor("harbour-master")"#), said("three", actor)])
    };
    let told = told(&by(r#"Actor("harbour-office")"#), Code::OneOrigin);
    assert_eq!(told.len(), 1);
    assert!(told[0].1.ends_with("4,200 persons: 3 sources, and all have it from Harbour Office"), "{told:?}");
    assert!(found(&by(r#"Unnamed("workers")"#), Code::OneOrigin).is_empty());
}
