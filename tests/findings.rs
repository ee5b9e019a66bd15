//! Questions, positions and checks on made-up graphs of an accident.

use std::fs;

use gainsay::compare::{Reason, Relation};
use gainsay::findings::{Desk, disagreements, questions};
use gainsay::lint::{Code, lint};
use gainsay::model::Archive;
use gainsay::store;

const MEASURES: &str = r#"(measures: [
    (id: "deaths", name: "deaths", basis: Stock, unit: "count", counts: "deaths"),
    (id: "share", name: "share", basis: Share, unit: "percent"),
    (id: "in", name: "in", basis: Flow, unit: "count", counts: "persons"),
    (id: "out", name: "out", basis: Flow, unit: "count", counts: "persons"),
    (id: "net", name: "net", basis: Net, unit: "count", counts: "persons"),
], identities: [Difference(total: "net", of: "in", less: "out")])"#;

const ACTORS: &str = r#"[
    (id: "owner", name: "owner", kind: Person, languages: ["en"]),
    (id: "ministry", name: "ministry", kind: Organisation),
    (id: "minister", name: "minister", kind: Person, speaks_for: [(actor: "ministry", until: "2031-05-07")]),
]"#;

/// Each claim: id, source, what it is about, and what else it says.
fn graph(claims: &[(&str, &str, &str, &str)]) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    write("graph.ron", "(title: \"t\", format: 1)");
    let source = |id: &str, day: u32| format!("(id: \"{id}\", outlet: \"The {id}\", published: \"2031-05-0{day}\"),");
    write("sources.ron", &format!("[{}{}{}]", source("post", 5), source("wire", 6), source("echo", 9)));
    write("actors.ron", ACTORS);
    write("measures.ron", MEASURES);
    for (id, source, about, rest) in claims {
        let claim =
            format!("(id: \"{id}\", says: \"s\", about: {about}, {rest} evidence: [(fragment: \"{id} words\")])");
        write(&format!("claims/{id}.ron"), &format!("(source: \"{source}\", claims: [{claim}])"));
    }
    store::load(folder.path()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn deaths(value: &str, period: &str) -> String {
    format!("Quantity(measure: \"deaths\", value: {value}, period: {period})")
}

fn codes(archive: &Archive) -> Vec<Code> {
    lint(&Desk::new(archive), None).into_iter().map(|found| found.code).collect()
}

#[test]
fn a_part_that_only_just_exceeds_its_whole_is_a_disagreement() {
    for (part, whole) in [("JustOver(1_000)", "Between(900, 1_000)"), ("Between(1_000, 1_100)", "Almost(1_000)")] {
        let about =
            |value: &str, period: &str| format!("Quantity(measure: \"in\", value: {value}, period: In(\"{period}\"))");
        let (day, month) = (about(part, "2031-05-05"), about(whole, "2031-05"));
        let archive = graph(&[("day", "post", &day, ""), ("month", "wire", &month, "")]);
        let desk = Desk::new(&archive);
        let told: Vec<Relation> = disagreements(&desk).iter().map(|question| question.relation).collect();
        assert_eq!(told, [Relation::Contradiction], "{part} and {whole}");
        assert_eq!(questions(&desk).len(), 1);
    }
}

#[test]
fn a_bound_allows_only_what_it_covers() {
    let day = "In(\"2031-05-05\")";
    let (bound, figure, other) = (deaths("AtLeast(14)", day), deaths("Bare(17)", day), deaths("Bare(11)", day));
    let archive =
        graph(&[("bound", "post", &bound, ""), ("figure", "wire", &figure, ""), ("other", "echo", &other, "")]);
    let all = questions(&Desk::new(&archive));
    let [question] = &all[..] else { panic!("{all:?}") };
    assert_eq!(question.relation, Relation::Contradiction);
    let side =
        |id: &str| question.positions.iter().find(|side| side.claims.iter().any(|own| own.as_str() == id)).unwrap();
    assert_eq!(side("figure").compatible.len(), 1);
    assert!(side("other").compatible.is_empty());
    assert!(side("bound").one_sided);
}

#[test]
fn a_bound_of_another_day_is_not_said_to_allow_a_figure() {
    let (bound, figure) = (deaths("AtLeast(14)", "In(\"2031-05-05\")"), deaths("Bare(11)", "In(\"2031-05-06\")"));
    let archive = graph(&[("bound", "post", &bound, ""), ("figure", "wire", &figure, "")]);
    let all = questions(&Desk::new(&archive));
    let [question] = &all[..] else { panic!("{all:?}") };
    assert_eq!((question.relation, question.positions.len()), (Relation::Explained, 2));
    assert!(question.positions.iter().all(|side| side.compatible.is_empty()));
}

#[test]
fn now_is_the_day_of_each_source() {
    let now = |value: &str| deaths(value, "Now");
    let archive = graph(&[("early", "post", &now("Bare(11)"), ""), ("late", "echo", &now("Bare(23)"), "")]);
    let found = Desk::new(&archive).compare(&archive.claims["early"], &archive.claims["late"]);
    assert_eq!((found.relation, found.reasons), (Relation::Explained, vec![Reason::Period]));
}

#[test]
fn differing_words_of_one_utterance_are_no_revision() {
    let quote = "Quote(speaker: \"owner\", passage: \"the exits\")";
    let said = "attributed_to: Actor(\"owner\"),";
    let archive = graph(&[("open", "post", quote, said), ("shut", "wire", quote, said)]);
    let found = Desk::new(&archive).compare(&archive.claims["open"], &archive.claims["shut"]);
    assert_eq!(found.relation, Relation::Contradiction);
}

#[test]
fn what_is_counted_under_a_condition_is_not_subtracted_from() {
    let flow = |measure: &str, value: &str, rest: &str| {
        format!("Quantity(measure: \"{measure}\", value: {value}, period: In(\"2031\"){rest})")
    };
    let (within, out) = (flow("in", "Bare(40)", ", definition: \"by sea\""), flow("out", "Bare(147)", ""));
    let archive = graph(&[("within", "post", &within, ""), ("out", "post", &out, "")]);
    let found = Desk::new(&archive).compare(&archive.claims["within"], &archive.claims["out"]);
    assert_eq!(found.derived, None);
}

#[test]
fn values_that_cannot_be_are_told() {
    let share = "Quantity(measure: \"share\", value: About(160))";
    let archive = graph(&[("share", "post", share, ""), ("less", "wire", &deaths("Bare(-23)", "Now"), "")]);
    assert_eq!(codes(&archive).iter().filter(|code| **code == Code::ImplausibleValue).count(), 2);
    let sound = graph(&[("share", "post", "Quantity(measure: \"share\", value: About(60))", "")]);
    assert!(!codes(&sound).contains(&Code::ImplausibleValue));
}

#[test]
fn an_outlet_whose_source_is_held_is_told() {
    let claims = |via: &str| {
        let day = "In(\"2031-05-05\")";
        graph(&[("first", "post", &deaths("Bare(11)", day), ""), ("second", "wire", &deaths("Bare(11)", day), via)])
    };
    assert!(codes(&claims("via: [Named(\"the post\")],")).contains(&Code::OutletHeld));
    assert!(!codes(&claims("via: [Named(\"radio\")],")).contains(&Code::OutletHeld));
    assert!(!codes(&claims("via: [Source(\"post\")],")).contains(&Code::OutletHeld));
}

#[test]
fn who_has_left_an_office_speaks_for_it_no_more() {
    let day = "In(\"2031-05-05\")";
    let said = "attributed_to: Actor(\"minister\"),";
    let claims = [("then", "post", deaths("Bare(11)", day)), ("later", "echo", deaths("Bare(11)", day))];
    let claims: Vec<(&str, &str, &str, &str)> =
        claims.iter().map(|(id, source, about)| (*id, *source, about.as_str(), said)).collect();
    let archive = graph(&claims);
    let desk = Desk::new(&archive);
    let origin = |id: &str| desk.origins_text(&archive.claims[id]);
    assert_eq!((origin("then").as_str(), origin("later").as_str()), ("ministry", "minister"));
}
