//! Values that mean nothing: words, units, bounds, ranks, and figures that cannot be conversions.

use crate::bad_input::support::{REPORT, Sandbox};

#[test]
fn bounds_the_wrong_way_round_are_found() {
    for (value, marked) in [("Between(5, 2)", "Between(5, 2)"), ("AboutBetween(5, 2)", "AboutBetween(5, 2)")] {
        let expected = format!(
            "claims/harbour-report.ron:10:36 [{marked}] the low end 5 lies above the high end 2 | \
             write the lower number first; only a Spread may run from high to low"
        );
        Sandbox::with_value(value).has(&[&expected]);
    }
}

#[test]
fn a_spread_may_run_from_high_to_low() {
    Sandbox::with_value("Spread(5, 2)").has(&[]);
}

#[test]
fn an_unknown_word_gets_the_nearest_one() {
    let graph = Sandbox::with_value("Bare(\"thousand\")");
    graph.has(&["claims/harbour-report.ron:10:36 [Bare(\"thousand\")] \
                 \"thousand\" is not a word that stands for a number | did you mean \"thousands\"?"]);
}

#[test]
fn a_word_like_no_other_is_told_what_words_there_are() {
    let graph = Sandbox::with_value("Bare(\"umpteen\")");
    graph.has(&["claims/harbour-report.ron:10:36 [Bare(\"umpteen\")] \
                 \"umpteen\" is not a word that stands for a number | \
                 write the number, or a word that the table of amounts has, such as \"scores\""]);
}

#[test]
fn a_unit_of_another_dimension_is_refused() {
    let graph = Sandbox::with_value("Bare(4_200), unit: \"kilometre\"");
    graph
        .has(&["claims/harbour-report.ron:10:36 [Bare(4_200)] kilometre (length) cannot be given in count (count) | \
                 give a `unit` of the measure's dimension, or another measure"]);
}

#[test]
fn a_word_that_brings_a_unit_of_another_dimension_is_refused() {
    let graph = Sandbox::with_value("Bare(\"half\")");
    graph
        .has(&["claims/harbour-report.ron:10:36 [Bare(\"half\")] percent (share) cannot be given in count (count) | \
                 give a `unit` of the measure's dimension, or another measure"]);
}

#[test]
fn an_unknown_unit_gets_the_nearest_one() {
    let graph = Sandbox::with_value("Bare(4_200), unit: \"kilometer\"");
    graph.has(&["claims/harbour-report.ron:10:55 [\"kilometer\"] no unit is named \"kilometer\" | \
                 did you mean \"kilometre\"? `gainsay list units` lists all units"]);
}

#[test]
fn an_unknown_unit_of_a_measure_is_one_fault() {
    let graph = Sandbox::with("measures.ron", "unit: \"count\"", "unit: \"counts\"");
    graph.has(&["measures.ron:9:19 [\"counts\"] no unit is named \"counts\" | did you mean \"count\"? `gainsay list units` lists all units"]);
}

#[test]
fn a_change_needs_a_ratio() {
    let graph = Sandbox::with_value("Change(from: 150, to: 400)");
    graph.has(&["claims/harbour-report.ron:10:36 [Change(from: 150, to: 400)] \
                 a change of level needs levels above zero and a measure of basis Ratio | \
                 use another value, or a measure of basis Ratio"]);
}

#[test]
fn an_infinite_number_is_refused() {
    let graph = Sandbox::with_value("Bare(inf)");
    graph.has(&["claims/harbour-report.ron:10:36 [Bare(inf)] an end is not a finite number | write a finite number"]);
}

#[test]
fn ranks_begin_with_one() {
    let rank = r#"Rank(measure: "arrivals", subject: Place("port"), rank: 0)"#;
    let old = r#"Stance(proposition: "warned", stance: Denies, place: "port")"#;
    Sandbox::with(REPORT, old, rank)
        .has(&["claims/harbour-report.ron:17:76 [0] the rank is 0, and ranks begin with 1 | \
         write 1 for the first; for the lowest add `from: Bottom`"]);
}

#[test]
fn the_last_rank_lies_after_the_first() {
    let rank = r#"Rank(measure: "arrivals", subject: Place("port"), rank: 4, to: 2)"#;
    let old = r#"Stance(proposition: "warned", stance: Denies, place: "port")"#;
    let graph = Sandbox::with(REPORT, old, rank);
    graph.has(&["claims/harbour-report.ron:17:83 [2] the last rank 2 lies before the first 4 | \
         write the smaller number as `rank`"]);
}

#[test]
fn only_a_figure_of_the_same_measure_can_be_converted() {
    let old = "evidence: [(fragment: \"no warning had reached it\")]";
    let graph = Sandbox::with(REPORT, old, &format!("conversion_of: \"arrivals-4200\", {old}"));
    graph.has(&["claims/harbour-report.ron:19:28 [\"arrivals-4200\"] \
                 \"arrivals-4200\" is no figure that this one could convert | \
                 a conversion has the source and the measure of what it converts"]);
}

#[test]
fn a_figure_converts_a_figure_of_its_own_source_and_not_itself() {
    let old = "attributed_to: Actor(\"harbour-master\")";
    for of in ["arrivals-6000", "arrivals-4200"] {
        let expected = format!(
            "claims/harbour-report.ron:11:28 [\"{of}\"] \"{of}\" is no figure that this one could convert | \
             a conversion has the source and the measure of what it converts"
        );
        Sandbox::with(REPORT, old, &format!("conversion_of: \"{of}\", {old}")).has(&[&expected]);
    }
}

#[test]
fn a_fault_of_a_figure_is_not_a_fault_of_those_that_name_it() {
    let old = "evidence: [(fragment: \"no warning had reached it\")]";
    let graph =
        Sandbox::with_value("Between(5, 2)").swap(REPORT, old, &format!("supersedes: [\"arrivals-4200\"], {old}"));
    graph.has(&["claims/harbour-report.ron:10:36 [Between(5, 2)] the low end 5 lies above the high end 2 | \
                 write the lower number first; only a Spread may run from high to low"]);
}

#[test]
fn what_the_measure_does_not_count_cannot_be_counted_otherwise() {
    let graph = Sandbox::with_value("Bare(4_200), counts: \"crossings\"").swap(
        "measures.ron",
        "unit: \"count\",\n            counts: \"persons\",",
        "unit: \"kilometre\",",
    );
    graph.has(&[
        "claims/harbour-report.ron:10:57 [\"crossings\"] the measure \"arrivals\" is in kilometre and counts nothing | \
         leave `counts` out, or give the measure the unit `count`",
    ]);
}

#[test]
fn a_measure_that_counts_says_what() {
    let graph = Sandbox::with("measures.ron", "counts: \"persons\",", "");
    graph.has(&["measures.ron:5:9 [(] the measure \"arrivals\" counts, but does not say what | \
                 add `counts: \"persons\"`, or whatever is counted"]);
}

#[test]
fn a_tolerance_is_less_than_all_and_not_less_than_nothing() {
    for (tolerance, shown) in [("-1", "-1"), ("100", "100"), ("1e999", "inf"), ("NaN", "NaN")] {
        let field = format!("basis: Flow, tolerance: {tolerance}");
        let faults = Sandbox::with("measures.ron", "basis: Flow", &field).faults();
        let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, [format!("{shown} is no tolerance")]);
    }
}
