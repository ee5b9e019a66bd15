//! Files that are no records: fields that are missing or unknown, and text that is no RON.

use crate::bad_input::support::{REPORT, Sandbox};

#[test]
fn a_missing_field_is_named() {
    let graph = Sandbox::with("places.ron", r#", name: "the island""#, "");
    graph.has(&["places.ron:3:5 [(] missing field `name` | add `name: …`"]);
}

#[test]
fn a_missing_field_inside_a_claim_is_placed_at_the_value_that_lacks_it() {
    let graph = Sandbox::with(REPORT, r#"measure: "arrivals", "#, "");
    graph.has(&["claims/harbour-report.ron:9:20 [Quantity] missing field `measure` | add `measure: …`"]);
}

#[test]
fn an_unknown_field_gets_the_nearest_name() {
    let graph = Sandbox::with("places.ron", "part_of: [", "partof: [");
    graph.has(&["places.ron:4:36 [partof] unknown field `partof` | did you mean `part_of`? \
                 expected one of id, name, aliases, part_of, vague, note"]);
}

#[test]
fn an_unknown_kind_of_value_gets_the_nearest_name() {
    let graph = Sandbox::with_value("Abuot(4_200)");
    graph.has(&["claims/harbour-report.ron:10:36 [Abuot] unknown variant `Abuot` | did you mean `About`? \
                 expected one of Bare, Exactly, About, Almost, JustOver, MoreThan, AtLeast, LessThan, AtMost, UpTo, \
                 Between, AboutBetween, Spread, Varying, Rival, Change"]);
}

#[test]
fn a_field_given_twice_is_refused() {
    let graph = Sandbox::with("populations.ron", r#"name: "sailors""#, r#"name: "sailors", name: "crew""#);
    let [fault] = &graph.faults()[..] else { panic!("one fault") };
    assert_eq!(fault.locus().to_string(), format!("{}:3:38", graph.path("populations.ron")));
    assert!(fault.message.contains("the field `name` is given twice"), "{fault}");
}

#[test]
fn a_bracket_that_is_never_closed_is_found() {
    let graph = Sandbox::with("events.ron", "\n]", "\n");
    let [fault] = &graph.faults()[..] else { panic!("one fault") };
    assert!(fault.path.ends_with("events.ron") && fault.locus().line >= 3, "{fault}");
    assert!(fault.message.starts_with("expected"), "{fault}");
}

#[test]
fn text_where_a_number_belongs_is_found() {
    let graph = Sandbox::with("graph.ron", "format: 1", "format: one");
    graph.has(&["graph.ron:5:13 [one] expected a whole number, but found `one` | \
                 texts stand in quotation marks, numbers do not, lists stand in [ ]; docs/graph-format.md lists the fields"]);
}
