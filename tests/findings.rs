//! Questions, positions and checks on made-up graphs of an accident.

use std::fs;

use gainsay::compare::{Comparison, Reason, Relation, clauses};
use gainsay::findings::{Desk, Filter, disagreements, questions};
use gainsay::graph::Node;
use gainsay::lint::{Code, lint};
use gainsay::model::Archive;
use gainsay::store;

const MEASURES: &str = r#"(measures: [
    (id: "deaths", name: "deaths", basis: Stock, unit: "count", counts: "deaths"),
    (id: "share", name: "share", basis: Share, unit: "percent"),
    (id: "in", name: "in", basis: Flow, unit: "count", counts: "persons"),
    (id: "out", name: "out", basis: Flow, unit: "count", counts: "persons"),
    (id: "net", name: "net", basis: Net, unit: "count", counts: "persons"),
    (id: "road", name: "road", basis: Length, unit: "kilometre"),
    (id: "paved", name: "paved road", basis: Length, unit: "metre"),
    (id: "dirt", name: "dirt road", basis: Length, unit: "kilometre"),
], identities: [
    Difference(total: "net", of: "in", less: "out"),
    Difference(total: "dirt", of: "road", less: "paved"),
])"#;

const PLACES: &str = r#"[
    (id: "austria", name: "Österreich", aliases: ["Republik Österreich"]),
    (id: "port", name: "Port"), (id: "delta", name: "Delta"), (id: "coast", name: "port"),
]"#;

const EVENTS: &str = r#"[(id: "strike", name: "the strike")]"#;

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
    write("places.ron", PLACES);
    write("events.ron", EVENTS);
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

/// What comes of two claims.
fn compared(archive: &Archive, a: &str, b: &str) -> Comparison {
    Desk::new(archive).compare(&archive.claims[a], &archive.claims[b])
}

#[test]
fn dates_with_an_open_end_contradict_what_lies_beyond_it() {
    let date = |when: &str| format!("Date(event: \"strike\", when: {when})");
    let (early, late) = (date("Until(date: \"2020\")"), date("Until(date: \"2022\")"));
    let (year, since) = (date("In(\"2022\")"), date("Since(date: \"2021-05-04\")"));
    let claims =
        [("early", "post", &early), ("late", "wire", &late), ("year", "echo", &year), ("since", "wire", &since)];
    let archive = graph(&claims.map(|(id, source, about)| (id, source, about.as_str(), "")));
    let relation = |a, b| (compared(&archive, a, b).relation, compared(&archive, b, a).relation);
    for (a, b) in [("early", "year"), ("early", "late"), ("early", "since")] {
        assert_eq!(relation(a, b), (Relation::Contradiction, Relation::Contradiction), "{a} {b}");
    }
    assert_eq!(relation("late", "year"), (Relation::Explained, Relation::Explained));
    assert_eq!(compared(&archive, "early", "year").gap.map(|gap| gap.size), Some(366.0));
    assert_eq!(disagreements(&Desk::new(&archive)).len(), 1);
}

#[test]
fn only_one_and_the_same_place_cannot_be_held_by_two() {
    let rank = |subject: &str, rest: &str| {
        format!("Rank(measure: \"in\", subject: Place(\"{subject}\"), {rest}, period: In(\"2031\"))")
    };
    let abouts = [
        ("span", rank("port", "rank: 1, to: 4")),
        ("like", rank("delta", "rank: 1, to: 4")),
        ("first", rank("port", "rank: 1")),
        ("other", rank("delta", "rank: 1")),
        ("least", rank("port", "rank: 2, from: Bottom")),
    ];
    let sources = ["post", "wire", "echo", "post", "wire"];
    let claims: Vec<_> =
        abouts.iter().zip(sources).map(|((id, about), source)| (*id, source, about.as_str(), "")).collect();
    let archive = graph(&claims);
    for (a, b, relation) in [
        ("span", "like", Relation::NotComparable),
        ("first", "like", Relation::NotComparable),
        ("first", "other", Relation::Contradiction),
        ("first", "span", Relation::Agreement),
        ("first", "least", Relation::NotComparable),
        ("other", "least", Relation::NotComparable),
    ] {
        assert_eq!(compared(&archive, a, b).relation, relation, "{a} {b}");
        assert_eq!(compared(&archive, b, a).relation, relation, "{b} {a}");
    }
}

#[test]
fn sums_are_reckoned_in_one_unit() {
    let length = |measure: &str, value: &str| {
        format!("Quantity(measure: \"{measure}\", value: Exactly({value}), period: In(\"2031\"))")
    };
    let (road, paved) = (length("road", "5"), length("paved", "3_000"));
    let of = |dirt: &str| {
        let dirt = length("dirt", dirt);
        graph(&[("road", "post", &road, ""), ("paved", "post", &paved, ""), ("dirt", "post", &dirt, "")])
    };
    assert!(!codes(&of("2")).contains(&Code::BrokenSum));
    let archive = of("1");
    assert!(codes(&archive).contains(&Code::BrokenSum));
    let told = lint(&Desk::new(&archive), None).into_iter().find(|found| found.code == Code::BrokenSum).unwrap();
    assert!(told.message.starts_with("exactly 5 km − exactly 3,000 m is 2, not exactly 1 km: "), "{}", told.message);
    let derived = compared(&archive, "road", "paved").derived.unwrap();
    assert_eq!((derived.low, derived.high), (Some(2.0), Some(2.0)));
}

#[test]
fn records_are_found_by_their_names_whatever_the_case() {
    let about = "Quantity(measure: \"in\", place: \"austria\", value: Exactly(5), period: In(\"2031\"))";
    let archive = graph(&[("here", "post", about, "")]);
    for name in ["austria", "österreich", "ÖSTERREICH", "republik österreich"] {
        let filter = Filter { place: Some(name.to_owned()), ..Filter::default() };
        assert!(filter.apply(&archive, Vec::new()).is_ok(), "{name}");
        assert_eq!(Node::named(&archive, name, |_| true), [Node::Place("austria".into())], "{name}");
    }
    // An id goes before a name.
    assert_eq!(Node::named(&archive, "port", |_| true), [Node::Place("port".into())]);
    let told = Filter { place: Some("Östereich".to_owned()), ..Filter::default() }.apply(&archive, Vec::new());
    assert_eq!(
        told.unwrap_err().to_string(),
        "no place has the id or name \"Östereich\"; did you mean \"Österreich\"?"
    );
}

#[test]
fn what_would_decide_is_told_once_where_both_claims_are_of_one_source() {
    let toll = |value: &str| format!("Quantity(measure: \"deaths\", value: Exactly({value}))");
    let (one, other) = (toll("5"), toll("9"));
    let rest = "attributed_to: Unnamed(\"locals\"),";
    let archive = graph(&[("one", "post", &one, rest), ("other", "post", &other, rest)]);
    let found = compared(&archive, "one", "other");
    assert_eq!(found.relation, Relation::Contradiction);
    assert_eq!(found.would_decide, ["the period that post leaves open", "who stands behind “locals” in post"]);
    assert_eq!(found.conditional_on.len(), 2);
    let clauses: Vec<&str> = clauses(&found.conditional_on).map(|condition| condition.text.as_str()).collect();
    assert_eq!(clauses, ["if the period that post leaves open is the same"]);
}

#[test]
fn among_very_many_dates_one_that_ends_before_the_others_is_told() {
    let days = (0..210).map(|at| format!("2022-{:02}-{:02}", at / 28 + 1, at % 28 + 1));
    let date = |when: String| format!("Date(event: \"strike\", when: {when})");
    let mut abouts: Vec<(String, String)> =
        days.map(|day| (format!("on-{day}"), date(format!("In(\"{day}\")")))).collect();
    abouts.push(("early".into(), date("Until(date: \"2020\")".into())));
    let claims: Vec<_> = abouts.iter().map(|(id, about)| (id.as_str(), "post", about.as_str(), "")).collect();
    let archive = graph(&claims);
    let found = disagreements(&Desk::new(&archive));
    let widest = found.iter().flat_map(|question| &question.comparisons).find(|pair| pair.a.as_str() == "early");
    assert_eq!(widest.map(|pair| pair.b.as_str()), Some("on-2022-08-14"));
    let side = found[0].positions.iter().find(|side| side.claims.iter().any(|id| id.as_str() == "early")).unwrap();
    assert_eq!(side.claims.len(), 1);
}
