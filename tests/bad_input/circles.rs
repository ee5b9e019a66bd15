//! Relations that run in circles.

use crate::bad_input::support::{POST, REPORT, Sandbox};

#[test]
fn a_circle_of_places_is_named() {
    let graph = Sandbox::with("places.ron", r#"name: "the island""#, r#"name: "the island", part_of: ["port"]"#);
    graph.has(&["places.ron:3:49 [[\"port\"]] part_of runs in a circle: island → port → island | \
                 take one of these out of the circle"]);
}

#[test]
fn a_circle_of_speakers_is_named() {
    let kind = "kind: Organisation,";
    let graph = Sandbox::with("actors.ron", kind, &format!(r#"{kind} speaks_for: [(actor: "harbour-master")],"#));
    graph.has(&["actors.ron:4:82 [[(actor: \"harbour-office\")]] speaks_for runs in a circle: \
                 harbour-master → harbour-office → harbour-master | \
                 the holder speaks for the office, the office for its organisation"]);
}

#[test]
fn an_actor_that_speaks_for_itself_is_a_circle() {
    let graph = Sandbox::with("actors.ron", r#"(actor: "harbour-office")"#, r#"(actor: "harbour-master")"#);
    graph.has(&["actors.ron:4:82 [[(actor: \"harbour-master\")]] speaks_for runs in a circle: \
                 harbour-master → harbour-master | \
                 the holder speaks for the office, the office for its organisation"]);
}

#[test]
fn a_circle_of_revisions_is_named() {
    let graph = Sandbox::with(POST, "evidence", "supersedes: [\"arrivals-4200\"],\n            evidence").swap(
        REPORT,
        "attributed_to: Actor(\"harbour-master\")",
        "attributed_to: Actor(\"harbour-master\"), supersedes: [\"arrivals-6000\"]",
    );
    graph.has(&["claims/harbour-report.ron:11:65 [[\"arrivals-6000\"]] supersedes runs in a circle: \
                 arrivals-4200 → arrivals-6000 → arrivals-4200 | only the later claim supersedes the earlier"]);
}
