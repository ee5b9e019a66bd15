//! Ids that nothing has, and ids given twice.

use crate::bad_input::support::{POST, REPORT, Sandbox};

#[test]
fn an_unknown_source_gets_the_nearest_id() {
    let graph = Sandbox::with(REPORT, r#"source: "harbour-report""#, r#"source: "harbor-report""#);
    graph.has(&["claims/harbour-report.ron:4:13 [\"harbor-report\"] no source has the id \"harbor-report\" | \
                 did you mean \"harbour-report\"? otherwise define it in sources.ron"]);
}

#[test]
fn an_unknown_actor_gets_the_nearest_id() {
    let graph = Sandbox::with(REPORT, r#"Actor("harbour-master")"#, r#"Actor("harbor-master")"#);
    graph.has(&["claims/harbour-report.ron:11:34 [\"harbor-master\"] no actor has the id \"harbor-master\" | \
                 did you mean \"harbour-master\"? otherwise define it in actors.ron"]);
}

#[test]
fn an_unknown_actor_that_is_spoken_for_is_found() {
    let graph = Sandbox::with("actors.ron", r#"(actor: "harbour-office")"#, r#"(actor: "harbour-ofice")"#);
    graph.has(&["actors.ron:4:91 [\"harbour-ofice\"] no actor has the id \"harbour-ofice\" | \
                 did you mean \"harbour-office\"? otherwise define it in actors.ron"]);
}

#[test]
fn an_unknown_place_gets_the_nearest_id() {
    let graph = Sandbox::with(POST, r#"place: "port""#, r#"place: "prot""#);
    graph.has(&["claims/evening-post.ron:8:72 [\"prot\"] no place has the id \"prot\" | \
                 did you mean \"port\"? otherwise define it in places.ron"]);
}

#[test]
fn an_unknown_whole_gets_the_nearest_id() {
    let graph = Sandbox::with("places.ron", r#"["island"]"#, r#"["iland"]"#);
    graph.has(&["places.ron:4:46 [\"iland\"] no place has the id \"iland\" | \
                 did you mean \"island\"? otherwise define it in places.ron"]);
}

#[test]
fn an_unknown_population_gets_the_nearest_id() {
    let graph = Sandbox::with(POST, r#"of: "sailors""#, r#"of: "sailor""#);
    graph.has(&["claims/evening-post.ron:8:54 [\"sailor\"] no population has the id \"sailor\" | \
                 did you mean \"sailors\"? otherwise define it in populations.ron"]);
}

#[test]
fn an_unknown_event_gets_the_nearest_id() {
    let graph = Sandbox::with(POST, r#"event: "storm""#, r#"event: "strom""#);
    graph.has(&["claims/evening-post.ron:9:72 [\"strom\"] no event has the id \"strom\" | \
                 did you mean \"storm\"? otherwise define it in events.ron"]);
}

#[test]
fn an_unknown_measure_gets_the_nearest_id() {
    let graph = Sandbox::with(POST, r#"measure: "arrivals""#, r#"measure: "arivals""#);
    graph.has(&["claims/evening-post.ron:8:38 [\"arivals\"] no measure has the id \"arivals\" | \
                 did you mean \"arrivals\"? otherwise define it in measures.ron"]);
}

#[test]
fn an_unknown_measure_of_an_identity_is_found() {
    let identity = r#"identities: [RateTotal(rate: "arrivals", total: "departures")]"#;
    let graph = Sandbox::with("measures.ron", "identities: []", identity);
    graph
        .has(&["measures.ron:14:53 [\"departures\"] no measure has the id \"departures\" | define it in measures.ron"]);
}

#[test]
fn an_unknown_proposition_gets_the_nearest_id() {
    let graph = Sandbox::with(REPORT, r#"proposition: "warned""#, r#"proposition: "wraned""#);
    graph.has(&["claims/harbour-report.ron:17:40 [\"wraned\"] no proposition has the id \"wraned\" | \
                 did you mean \"warned\"? otherwise define it in propositions.ron"]);
}

#[test]
fn unknown_ids_of_every_kind_of_claim_are_found() {
    let old = r#"Stance(proposition: "warned", stance: Denies, place: "port")"#;
    for (about, kind, id) in [
        (r#"Quote(speaker: "nobody", passage: "why")"#, "actor", "nobody"),
        (r#"Quote(speaker: "harbour-master", occasion: "tea", passage: "why")"#, "event", "tea"),
        (r#"Date(event: "tea", when: In("2031"))"#, "event", "tea"),
        (r#"Date(event: "storm", when: After(event: "tea", weeks: 1))"#, "event", "tea"),
        (r#"Rank(measure: "depth", subject: Place("port"), rank: 1)"#, "measure", "depth"),
        (r#"Rank(measure: "arrivals", subject: Place("quay"), rank: 1)"#, "place", "quay"),
        (r#"Rank(measure: "arrivals", subject: Population("quay"), rank: 1)"#, "population", "quay"),
        (r#"Rank(measure: "arrivals", subject: Place("port"), rank: 1, class: "quays")"#, "population", "quays"),
        (r#"Stance(proposition: "warned", stance: Denies, period: Lasting(days: 2, after: "tea"))"#, "event", "tea"),
    ] {
        let faults = Sandbox::with(REPORT, old, about).faults();
        let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(told, [format!("no {kind} has the id \"{id}\"")], "{about}");
        assert_eq!(faults[0].text[faults[0].span.clone()], format!("\"{id}\""), "{about}");
    }
}

#[test]
fn unknown_ids_of_what_a_claim_was_taken_from_are_found() {
    let old = r#"attributed_to: Actor("port-workers")"#;
    for (via, kind) in [("Source", "source"), ("Claim", "claim")] {
        let faults = Sandbox::with(POST, old, &format!("{old}, via: [Named(\"x\"), {via}(\"tea\")]")).faults();
        let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(told, [format!("no {kind} has the id \"tea\"")]);
        assert_eq!(&faults[0].text[faults[0].span.clone()], "\"tea\"");
    }
}

#[test]
fn unknown_ids_of_what_a_source_rests_on_are_found() {
    for field in ["cites: [\"tea\"]", "links_to: [\"tea\"]", "republishes: \"tea\""] {
        let graph = Sandbox::with("sources.ron", "id: \"evening-post\",", &format!("id: \"evening-post\", {field},"));
        let told: Vec<String> = graph.faults().iter().map(|fault| fault.message.clone()).collect();
        assert_eq!(told, ["no source has the id \"tea\""], "{field}");
    }
}

#[test]
fn an_unknown_source_of_a_spelling_is_found() {
    let spelling = r#"kind: Office, spellings: [(text: "Master", source: "evening-pots")],"#;
    let graph = Sandbox::with("actors.ron", "kind: Office,", spelling);
    graph.has(&["actors.ron:4:107 [\"evening-pots\"] no source has the id \"evening-pots\" | \
                 did you mean \"evening-post\"? otherwise define it in sources.ron"]);
}

#[test]
fn an_unknown_claim_that_is_superseded_gets_the_nearest_id() {
    let graph = Sandbox::with(POST, r#"attributed_to"#, "supersedes: [\"arrivals-4020\"],\n            attributed_to");
    graph.has(&["claims/evening-post.ron:10:26 [\"arrivals-4020\"] no claim has the id \"arrivals-4020\" | \
                 did you mean \"arrivals-4200\"? otherwise define it in a file of claims/"]);
}

#[test]
fn an_unknown_claim_that_is_judged_gets_the_nearest_id() {
    let judgement = r#"[(id: "a", on: [(claim: "arivals-6000")], verdict: "", by: "desk", date: "2031-05-01")]"#;
    let graph = Sandbox::new().write("judgements/a.ron", judgement);
    graph.has(&["judgements/a.ron:1:25 [\"arivals-6000\"] no claim has the id \"arivals-6000\" | \
                 did you mean \"arrivals-6000\"? otherwise define it in a file of claims/"]);
}

#[test]
fn what_is_no_id_is_refused() {
    let graph = Sandbox::with("populations.ron", r#"id: "sailors""#, r#"id: "Sailors ashore""#);
    let faults = graph.faults();
    let own = faults.iter().find(|fault| fault.path.ends_with("populations.ron")).unwrap();
    assert_eq!(own.message, "\"Sailors ashore\" is not an id");
    assert_eq!((own.locus().line, own.locus().column), (3, 10));
}

#[test]
fn an_id_given_twice_tells_the_place_of_the_first() {
    let graph = Sandbox::with("populations.ron", "\n]", "\n    (id: \"sailors\", name: \"crews\"),\n]");
    graph.has(&["populations.ron:4:10 [\"sailors\"] a second population has the id \"sailors\" | \
                 the first is at populations.ron:3:10; rename one of them"]);
}

#[test]
fn a_claim_id_given_twice_is_found_across_files() {
    let graph = Sandbox::with(REPORT, r#"id: "arrivals-4200""#, r#"id: "arrivals-6000""#);
    graph.has(&["claims/harbour-report.ron:7:17 [\"arrivals-6000\"] a second claim has the id \"arrivals-6000\" | \
                 the first is at claims/evening-post.ron:6:17; rename one of them"]);
}

#[test]
fn a_judgement_id_given_twice_is_found() {
    let one = r#"(id: "a", on: [(claim: "arrivals-6000")], verdict: "", by: "desk", date: "2031-05-01")"#;
    let graph = Sandbox::new().write("judgements/a.ron", format!("[\n{one},\n{one},\n]"));
    graph.has(&["judgements/a.ron:3:6 [\"a\"] a second judgement has the id \"a\" | \
                 the first is at judgements/a.ron:2:6; rename one of them"]);
}
