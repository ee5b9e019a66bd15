//! Evidence that cannot be right, and fields that are said to be inferred.

use crate::bad_input::support::{REPORT, Sandbox, sha256};

const TEXT: &str = "4,200 sailors came; no warning had reached it.";

fn with_range(range: &str) -> Sandbox {
    Sandbox::with_text(TEXT).swap(REPORT, "(0, 13)", range)
}

fn at_range(marked: &str, rest: &str) -> String {
    format!("claims/harbour-report.ron:12:32 [{marked}] {rest}")
}

#[test]
fn evidence_that_fits_its_text_loads() {
    Sandbox::with_text(TEXT).has(&[]);
}

#[test]
fn a_range_outside_the_text_is_found() {
    let rest = "the range ends at byte 53, but the text report.txt has only 46 | find the fragment in the text again";
    with_range("(40, 53)").has(&[&at_range("(40, 53)", rest)]);
}

#[test]
fn a_range_that_is_empty_or_reversed_is_found() {
    for (start, end) in [(5, 5), (13, 0)] {
        let rest =
            format!("the range {start} to {end} holds nothing | the end is the first byte that no longer belongs");
        let range = format!("({start}, {end})");
        with_range(&range).has(&[&at_range(&range, &rest)]);
    }
}

#[test]
fn a_range_of_another_length_than_its_fragment_is_found() {
    let rest =
        "the range has 12 bytes, but its fragment has 13 | count bytes of UTF-8, not characters, and cut no character";
    with_range("(0, 12)").has(&[&at_range("(0, 12)", rest)]);
}

#[test]
fn a_text_that_is_known_asks_for_ranges() {
    let graph = Sandbox::with_text(TEXT).swap(REPORT, "bytes: (0, 13), ", "");
    graph.has(&["claims/harbour-report.ron:12:24 [(fragment: \"4,200 sailors\")] \
                 the evidence has no bytes, but the text report.txt is known | add `bytes: (start, end)`"]);
}

#[test]
fn a_range_in_a_text_that_is_not_known_is_refused() {
    let graph = Sandbox::with(REPORT, "(fragment: \"4,200", "(bytes: (0, 13), fragment: \"4,200");
    let rest = "the evidence has bytes, but its source has no text | add `text` to the source, or remove `bytes`";
    graph.has(&[&at_range("(0, 13)", rest)]);
}

#[test]
fn of_a_text_that_is_not_known_the_bytes_alone_will_do() {
    let only = |evidence: &str| Sandbox::with(REPORT, "(fragment: \"4,200 sailors\")", evidence);
    only("(bytes: (0, 13))").has(&[]);
    only("(bytes: (13, 13))").has(&["claims/harbour-report.ron:12:32 [(13, 13)] the range 13 to 13 holds nothing | \
         the end is the first byte that no longer belongs"]);
    only("()").has(&["claims/harbour-report.ron:12:24 [()] \
         the fragment is empty | write the words that carry the figure"]);
}

#[test]
fn of_a_text_that_is_known_the_words_are_asked_for() {
    Sandbox::with_text(TEXT).swap(REPORT, ", fragment: \"4,200 sailors\"", "").has(&[
        "claims/harbour-report.ron:12:24 [(bytes: (0, 13))] the fragment is empty | write the words that carry the figure",
    ]);
}

#[test]
fn a_fragment_keeps_eight_words_and_no_more() {
    Sandbox::with(REPORT, "4,200 sailors\"", "a b c d e f g h\"").has(&[]);
    Sandbox::with(REPORT, "4,200 sailors\"", "a b c d e f g h i\"").has(&[
        "claims/harbour-report.ron:12:35 [\"a b c d e f g h i\"] the fragment has 9 words; at most 8 are kept | \
         keep only the words that carry the figure",
    ]);
}

#[test]
fn a_fragment_without_words_is_refused() {
    Sandbox::with(REPORT, "4,200 sailors\"", " \"").has(&["claims/harbour-report.ron:12:35 [\" \"] \
         the fragment is empty | write the words that carry the figure"]);
}

#[test]
fn a_claim_without_evidence_is_refused() {
    let help = "add `evidence: [(bytes: (start, end), fragment: \"…\")]`";
    let expected = format!(
        "claims/harbour-report.ron:7:17 [\"arrivals-4200\"] the claim \"arrivals-4200\" has no evidence | {help}"
    );
    Sandbox::with(REPORT, "evidence: [(fragment: \"4,200 sailors\")],", "").has(&[&expected]);
}

#[test]
fn a_digest_of_another_form_is_refused() {
    let right = sha256(TEXT.as_bytes());
    let (short, upper) = (right[..63].to_owned(), right.to_uppercase());
    for digest in [short, upper] {
        let graph = Sandbox::with_text(TEXT).swap("sources.ron", &right, &digest);
        let expected = format!(
            "sources.ron:4:63 [\"{digest}\"] this is not a SHA-256 | \
             write its 64 lower-case hexadecimal digits, as sha256sum prints them"
        );
        graph.has(&[&expected]);
    }
}

#[test]
fn a_text_is_named_without_its_folder() {
    let (old, digest) = ("\"report.txt\", sha256: ", sha256(TEXT.as_bytes()));
    let (old, new) = (format!("{old}\"{digest}"), format!("\"../report.txt\", sha256: \"{digest}"));
    Sandbox::with_text(TEXT)
        .swap("sources.ron", &old, &new)
        .has(&["sources.ron:4:41 [\"../report.txt\"] \"../report.txt\" is not a file name | \
         write the name alone; `verify --texts DIR` says where the texts are"]);
}

#[test]
fn an_inferred_field_is_one_that_can_be() {
    let graph =
        Sandbox::with(REPORT, "Actor(\"harbour-master\"),", "Actor(\"harbour-master\"), inferred: [\"plcae\"],");
    graph.has(&["claims/harbour-report.ron:11:64 [\"plcae\"] \"plcae\" is no field that can be inferred | \
                 did you mean \"place\"? expected one of measure, proposition, event, subject, counts, definition, \
                 place, of, class, period, unit, when, occasion"]);
}

#[test]
fn an_inferred_field_is_given() {
    let old = "Actor(\"harbour-master\"),";
    let graph = Sandbox::with(REPORT, old, &format!("{old} inferred: [\"definition\"],"));
    graph.has(&[
        "claims/harbour-report.ron:11:63 [[\"definition\"]] the definition is said to be inferred, but is not given | \
                 give the definition, or take it out of `inferred`",
    ]);
}
