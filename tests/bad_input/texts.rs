//! Evidence against texts on disk: texts that are missing, changed, or not what the graph says.

use gainsay::store::{TextFinding, TextProblem, TextReport, load, verify};

use crate::bad_input::support::{REPORT, Sandbox, sha256};

const TEXT: &str = "Of them 4,200 sailors came ashore – no warning had reached it.";

fn report(graph: &Sandbox) -> TextReport {
    verify(&load(&graph.dir()).unwrap(), &graph.texts())
}

/// The claim, or none, and the problem in words.
fn told(report: &TextReport) -> Vec<(Option<String>, String)> {
    let claim = |finding: &TextFinding| finding.evidence.as_ref().map(|(id, _)| id.to_string());
    report.findings.iter().map(|finding| (claim(finding), finding.problem.to_string())).collect()
}

/// The graph without the length of its text, so that ranges are held against the text on disk only.
fn of_unknown_length(text: &str) -> Sandbox {
    Sandbox::with_text(text).swap("sources.ron", &format!(", bytes: {}", text.len()), "")
}

#[test]
fn evidence_stands_in_the_text_that_it_was_taken_from() {
    let report = report(&Sandbox::with_text(TEXT));
    assert_eq!((report.texts, report.stands, report.without_text), (1, 2, 1));
    assert!(report.findings.is_empty(), "{report:?}");
}

#[test]
fn a_text_that_is_missing_is_named() {
    let graph = Sandbox::with_text(TEXT);
    std::fs::remove_file(graph.texts().join("report.txt")).unwrap();
    let report = report(&graph);
    assert_eq!(told(&report), [(None, "the text report.txt is not in the folder".to_owned())]);
    assert_eq!(report.stands, 0);
    assert!(report.findings[0].problem.is_fault());
}

#[test]
fn one_changed_character_names_the_claim_that_it_touches() {
    let graph = Sandbox::with_text(TEXT);
    let changed = TEXT.replace("4,200", "4,300");
    graph.write_text(&changed);
    let report = report(&graph);
    let digests = format!("its SHA-256 is {}, not {}", sha256(changed.as_bytes()), sha256(TEXT.as_bytes()));
    let expected = [
        (None, format!("the text report.txt has changed: {digests}")),
        (
            Some("arrivals-4200".to_owned()),
            "expected \"4,200 sailors\" at bytes 8 to 21, found \"4,300 sailors\"".to_owned(),
        ),
    ];
    assert_eq!(told(&report), expected);
    assert_eq!(report.stands, 1);
    assert!(report.findings.iter().all(|finding| !finding.problem.is_fault()));
}

#[test]
fn a_change_beside_the_evidence_is_told_and_the_evidence_stands() {
    let graph = Sandbox::with_text(TEXT);
    graph.write_text(TEXT.replace("it.", "it!"));
    let report = report(&graph);
    assert_eq!((report.findings.len(), report.stands), (1, 2));
    assert!(matches!(report.findings[0].problem, TextProblem::Changed { .. }));
}

#[test]
fn a_range_that_cuts_a_character_in_two_is_named() {
    let dash = TEXT.find('–').unwrap();
    let graph = of_unknown_length(TEXT).swap(REPORT, "(8, 21)", &format!("({}, {})", dash + 1, dash + 14));
    let expected = format!("bytes {} to {} cut a character in two", dash + 1, dash + 14);
    assert_eq!(told(&report(&graph)), [(Some("arrivals-4200".to_owned()), expected)]);
}

#[test]
fn a_range_outside_the_text_is_named() {
    let graph = of_unknown_length(TEXT).swap(REPORT, "(8, 21)", "(80, 93)");
    let expected = format!("bytes 80 to 93 lie outside the text, which has {}", TEXT.len());
    let report = report(&graph);
    assert_eq!(told(&report), [(Some("arrivals-4200".to_owned()), expected)]);
    assert!(report.findings[0].problem.is_fault());
}

#[test]
fn a_text_that_is_not_utf_8_is_named_with_its_first_bad_byte() {
    let graph = Sandbox::with_text(TEXT);
    graph.write_text(b"4,200 sailors\xFF");
    let report = report(&graph);
    assert_eq!(told(&report), [(None, "the text report.txt is not UTF-8 (byte 13)".to_owned())]);
    assert_eq!((report.texts, report.stands), (0, 0));
}
