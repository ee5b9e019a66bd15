//! Dates and periods that no calendar has, that run backwards, or that are empty.

use crate::bad_input::support::{REPORT, Sandbox};

const HELP: &str = "write a year, a month or a day: 2022, 2022-10, 2022-10-04";

fn with_period(period: &str) -> Sandbox {
    Sandbox::with(REPORT, r#"After(event: "storm", weeks: 2)"#, period)
}

fn at_period(marked: &str, rest: &str) -> String {
    format!("claims/harbour-report.ron:10:57 [{marked}] {rest}")
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    let expected = format!("events.ron:3:44 [\"2031-02-30\"] there is no 2031-02-30 in the calendar | {HELP}");
    Sandbox::with("events.ron", "2031-03-20", "2031-02-30").has(&[&expected]);
}

#[test]
fn a_date_of_a_source_that_is_none_is_refused() {
    let expected = format!("sources.ron:4:89 [\"2 April 2031\"] \"2 April 2031\" is not a date | {HELP}");
    Sandbox::with("sources.ron", "2031-04-02", "2 April 2031").has(&[&expected]);
}

#[test]
fn a_day_of_a_period_that_no_calendar_has_is_refused() {
    let help = "write a year, a month or a day: \"2022\", \"2022-10\", \"2022-10-04\"";
    let expected = at_period("In(\"2031-02-30\")", &format!("there is no 2031-02-30 in the calendar | {help}"));
    with_period("In(\"2031-02-30\")").has(&[&expected]);
}

#[test]
fn a_period_that_runs_backwards_is_refused() {
    let period = r#"Between("2031-04-02", "2031-03-20")"#;
    with_period(period).has(&[&at_period(period, "the period ends before it begins | write the earlier date first")]);
}

#[test]
fn an_empty_period_is_refused() {
    for period in [r#"After(event: "storm")"#, "Lasting()", "Since()", "Until()"] {
        let rest = "the period has neither a length nor an end | \
                    give it days, weeks, months or years, or an event or date to hang on";
        with_period(period).has(&[&at_period(period, rest)]);
    }
}

#[test]
fn an_event_that_ends_before_it_begins_is_refused() {
    let graph = Sandbox::with("events.ron", r#"date: "2031-03-20""#, r#"date: "2031-03-20", until: "2031-03-19""#);
    graph.has(&["events.ron:3:65 [\"2031-03-19\"] the event ends (2031-03-19) before it begins (2031-03-20) | \
         correct one of the two dates"]);
}

#[test]
fn an_office_held_backwards_is_refused() {
    let held = r#"(actor: "harbour-office", since: "2031", until: "2029-05")"#;
    let graph = Sandbox::with("actors.ron", r#"(actor: "harbour-office")"#, held);
    graph.has(&[
        "actors.ron:4:131 [\"2029-05\"] speaking for \"harbour-office\" ends (2029-05) before it begins (2031) | \
         correct one of the two dates",
    ]);
}
