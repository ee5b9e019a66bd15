//! Several faults at once: all are told in one run, in order, and none brings others with it.

use std::fs;

use crate::bad_input::support::{POST, REPORT, Sandbox};

#[test]
fn four_faults_of_three_files_come_in_one_run_in_order() {
    let graph = Sandbox::with_value("Bare(\"umpteen\")")
        .swap(REPORT, r#"proposition: "warned""#, r#"proposition: "wraned""#)
        .swap("places.ron", r#"["island"]"#, r#"["iland"]"#)
        .swap(POST, r#"event: "storm""#, r#"event: "strom""#);
    let told: Vec<String> = graph.faults().iter().map(|fault| fault.locus().to_string()).collect();
    let places = [(POST, "9:72"), (REPORT, "10:36"), (REPORT, "17:40"), ("places.ron", "4:46")];
    assert_eq!(told, places.map(|(file, at)| format!("{}:{at}", graph.path(file))));
}

#[test]
fn faults_of_syntax_and_of_meaning_come_in_one_run() {
    let graph =
        Sandbox::with("populations.ron", "name:", "nmae:").swap(REPORT, r#"place: "port","#, r#"place: "prot","#);
    let told: Vec<String> = graph.faults().iter().map(|fault| fault.message.clone()).collect();
    assert_eq!(told, ["no place has the id \"prot\"", "unknown field `nmae`"]);
}

/// A file that cannot be read says nothing about what it would have defined.
#[test]
fn an_unreadable_file_brings_no_cascade() {
    let kinds = ["sources", "actors", "places", "populations", "events", "measures", "propositions"];
    for file in kinds.map(|kind| format!("{kind}.ron")) {
        let faults = Sandbox::new().write(&file, "// what follows is no RON\n}").faults();
        assert_eq!(faults.len(), 1, "{file}: {faults:?}");
        assert!(faults[0].path.ends_with(&file));
    }
}

#[test]
fn an_unreadable_file_of_measures_leaves_claims_known() {
    let old = "evidence: [(fragment: \"no warning had reached it\")]";
    let graph =
        Sandbox::with(REPORT, old, &format!("supersedes: [\"arrivals-4200\"], {old}")).write("measures.ron", "}");
    let faults = graph.faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn an_unreadable_file_of_claims_leaves_judgements_alone() {
    let judgement = r#"[(id: "a", on: [(claim: "arrivals-6000")], verdict: "", by: "desk", date: "2031-05-01")]"#;
    let graph = Sandbox::new().write("judgements/a.ron", judgement).write(POST, "}");
    let faults = graph.faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].path.ends_with(POST));
}

#[test]
fn the_same_graph_tells_the_same_faults() {
    let graph = Sandbox::with_value("Between(5, 2)").swap("places.ron", r#"["island"]"#, r#"["iland"]"#);
    fs::write(graph.dir().join("notes.ron"), "[]").unwrap();
    assert_eq!(graph.faults(), graph.faults());
    assert_eq!(graph.faults().len(), 3);
}

#[test]
fn a_broken_events_file_makes_no_period_go_missing() {
    let graph = Sandbox::with(POST, "evidence:", "inferred: [\"period\"],\n            evidence:");
    std::fs::write(graph.path("events.ron"), [b'[', 0xFF, b']']).unwrap();
    let told: Vec<String> = graph.faults().iter().map(|fault| fault.message.clone()).collect();
    assert_eq!(told, ["the byte 0xFF is not UTF-8"]);
}
