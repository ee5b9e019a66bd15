//! What lint finds: for each check a graph that has it.

use gainsay::codes::Code;
use gainsay::store::sha256;

use crate::messages::scene::{Case, Scene};

/// The measures of the examples.
const MEASURES: &str = r#"(
    measures: [
        (id: "arrivals", name: "arrivals", basis: Flow, unit: "count", counts: "persons"),
        (id: "departures", name: "departures", basis: Flow, unit: "count", counts: "persons"),
        (id: "net", name: "net arrivals", basis: Net, unit: "count", counts: "persons"),
        (id: "share", name: "share of arrivals", basis: Share, unit: "percent"),
        (id: "distance", name: "distance", basis: Length, unit: "kilometre"),
    ],
    identities: [Difference(total: "net", of: "arrivals", less: "departures")],
)
"#;

const SOURCES: &str = r#"(id: "early", title: "Early", published: "2031-04-02"),
    (id: "late", title: "Late", outlet: "Late Post", published: "2031-04-05"),
    (id: "third", title: "Third", published: "2031-04-06"),"#;

/// A claim on a measure: its id, the measure, the value, and whatever else it has.
fn claim(id: &str, measure: &str, value: &str, rest: &str) -> String {
    let period = if rest.contains("as_of") { "" } else { ", period: In(\"2031\")" };
    let (more, rest) = rest.split_once('|').unwrap_or(("", rest));
    format!(
        "(id: \"{id}\", says: \"made up\", evidence: [(fragment: \"made up\")], {rest} \
         about: Quantity(measure: \"{measure}\", value: {value}{more}{period})),\n"
    )
}

/// A claim that nothing is the matter with.
fn one() -> String {
    claim("first", "arrivals", "Bare(4_200)", "")
}

/// A graph with sources and claims of theirs; its vocabulary is what the examples need.
fn graph(sources: &str, claims: &[(&str, String)]) -> Scene {
    let scene = Scene::with_graph()
        .after(&["rm -r graph/claims graph/propositions.ron graph/populations.ron graph/places.ron"]);
    let mut scene =
        scene.with("graph/sources.ron", format!("[\n    {sources}\n]\n")).with("graph/measures.ron", MEASURES);
    for (number, (source, claims)) in claims.iter().enumerate() {
        scene = scene
            .with(&format!("graph/claims/{number}.ron"), format!("(source: \"{source}\", claims: [\n{claims}])\n"));
    }
    scene
}

/// What is told of one code, with the commands for the rest left out.
fn told(scene: &Scene, code: Code, command: &str) -> String {
    let all = scene.run(command);
    let mut kept = vec![format!("$ {command}")];
    let mut is_kept = false;
    for line in all.lines().skip(1) {
        is_kept = if line.starts_with("  ") { is_kept } else { line.contains(&format!("{code}: ")) };
        kept.extend(is_kept.then(|| line.to_owned()));
    }
    kept.join("\n") + "\n"
}

fn case(code: Code, what: &str, make: impl Fn() -> Scene + 'static) -> Case {
    Case::new(code, what, move || told(&make(), code, "gainsay lint"))
}

const OFFICE: &str = r#"attributed_to: Actor("harbour-office"),"#;

fn sum(in_: &str, out: &str, net: &str) -> Scene {
    let of = |id: &str, value: &str| claim(id, id, value, "");
    graph(SOURCES, &[("early", of("arrivals", in_) + &of("departures", out) + &of("net", net))])
}

/// Two figures of one office, three days apart.
fn twice(rest: &str, first: &str, second: &str) -> Scene {
    let toll = |id: &str, value: &str, day: &str| claim(id, "arrivals", value, &rest.replace("DAY", day));
    graph(SOURCES, &[("early", toll("first", first, "2031-04-01")), ("late", toll("second", second, "2031-04-04"))])
}

/// Two actors, one of whom says something.
fn actors(list: &str) -> Scene {
    graph(SOURCES, &[("early", claim("first", "arrivals", "Bare(4_200)", r#"attributed_to: Actor("one"),"#))])
        .with("graph/actors.ron", format!("[{list}]"))
}

/// Two sources with texts, as they are read; `now` is the first text as it has become.
fn texts(texts: [&str; 2], now: &str) -> Scene {
    let source = |id: &str, text: &str| {
        format!(
            "(id: \"{id}\", text: (file: \"{id}.txt\", sha256: \"{}\", bytes: {})),\n    ",
            sha256(text.as_bytes()),
            text.len()
        )
    };
    let sources = source("early", texts[0]) + &source("late", texts[1]);
    let start = texts[0].find("4,200").unwrap();
    let evidence = format!("evidence: [(bytes: ({start}, {}), fragment: \"4,200 sailors\")],", start + 13);
    let claim =
        claim("first", "arrivals", "Bare(4_200)", "").replace("evidence: [(fragment: \"made up\")],", &evidence);
    graph(&sources, &[("early", claim)]).with("texts/early.txt", now).with("texts/late.txt", texts[1])
}

const PASSAGE: &str = "In the two weeks after the storm 4,200 sailors came ashore in the old port, and the harbour office \
                       counted each of them by name before they were given a bed for the night.";

/// The examples, in the order of codes.
pub fn cases() -> Vec<Case> {
    vec![
        case(Code::BrokenSum, "900 less 500 is not 300", || sum("Bare(900)", "Bare(500)", "Bare(300)")),
        case(Code::ChainEndsUnnamed, "some figures", || {
            graph(
                SOURCES,
                &[("early", claim("first", "arrivals", "Bare(4_200)", r#"attributed_to: Unnamed("some figures"),"#))],
            )
        }),
        case(Code::CircularSourcing, "each cites the other", || {
            let sources = r#"(id: "early", cites: ["late"]), (id: "late", cites: ["early"]),"#;
            graph(sources, &[("early", claim("first", "arrivals", "Bare(4_200)", ""))])
        }),
        case(Code::ConversionSlip, "1,400 km are no 250 miles", || {
            let miles = claim("miles", "distance", "Bare(250)", ", unit: \"mile\"|conversion_of: \"kilometres\",");
            graph(SOURCES, &[("early", claim("kilometres", "distance", "Bare(1_400)", "") + &miles)])
        }),
        Case::new(Code::EvidenceMoved, "a word more before the fragment", || {
            let scene = texts([PASSAGE, "Nothing of the kind."], &format!("Corrected. {PASSAGE}"));
            told(&scene, Code::EvidenceMoved, "gainsay lint --texts texts")
        }),
        case(Code::FallingToll, "fewer than three days before", || {
            let since = r#", period: Since(event: "storm", as_of: "DAY")|attributed_to: Actor("harbour-office"),"#;
            twice(since, "Bare(4_200)", "Bare(3_100)")
        }),
        case(Code::ImplausibleValue, "160 percent of the whole", || {
            graph(SOURCES, &[("early", claim("first", "share", "Bare(160)", ""))])
        }),
        case(Code::JudgementReopened, "a claim that was changed after it was judged", || {
            let judgement = r#"[(id: "settled", on: [(claim: "first", fingerprint: "0123456789abcdef")], verdict: "confirmed", by: "desk", date: "2031-05-01")]"#;
            graph(SOURCES, &[("early", claim("first", "arrivals", "Bare(4_200)", ""))])
                .with("graph/judgements/settled.ron", judgement)
        }),
        case(Code::LookAlikes, "two spellings of one name", || {
            actors(
                r#"(id: "one", name: "Sergei Zhukov", kind: Person), (id: "two", name: "Sergey Jukov", kind: Person)"#,
            )
        }),
        case(Code::OddAddress, "an address without its beginning", || {
            graph(r#"(id: "early", title: "Early", url: "www.early.example/1")"#, &[("early", one())])
        }),
        case(Code::OddAddress, "an address that would be run", || {
            graph(r#"(id: "early", title: "Early", url: "javascript:alert(1)")"#, &[("early", one())])
        }),
        case(Code::OddLanguage, "the name of a language for its code", || {
            let source = |id: &str| format!(r#"(id: "{id}", title: "A paper", language: "klingonish"),"#);
            graph(&(source("early") + &source("late")), &[("early", one())])
        }),
        case(Code::OneOrigin, "three sources and one office", || {
            let said = |id: &str| claim(id, "arrivals", "Bare(4_200)", OFFICE);
            graph(SOURCES, &[("early", said("first")), ("late", said("second")), ("third", said("last"))])
        }),
        case(Code::OutletHeld, "an outlet that is a source of the graph", || {
            let late = claim("second", "arrivals", "Bare(4_200)", "");
            let third = claim("last", "arrivals", "Bare(4_200)", r#"via: [Named("Late Post")],"#);
            graph(SOURCES, &[("late", late), ("third", third)])
        }),
        case(Code::RepeatedClaim, "one figure, twice", || {
            let one = claim("first", "arrivals", "Bare(4_200)", "");
            graph(SOURCES, &[("early", one.clone() + &one.replace("first", "again"))])
        }),
        Case::new(Code::SharedPassage, "one passage in two texts", || {
            let other = format!("The paper has this. {PASSAGE}");
            told(&texts([PASSAGE, &other], PASSAGE), Code::SharedPassage, "gainsay lint --texts texts")
        }),
        case(Code::SpellingVariant, "a name as a source spells it", || {
            actors(
                r#"(id: "one", name: "Sergei Zhukov", kind: Person, spellings: [(text: "Sergey Jukov", source: "early")])"#,
            )
        }),
        case(Code::StrainedSum, "only the hedges save it", || sum("About(900)", "About(500)", "About(450)")),
        case(Code::TakenFromLater, "from a paper of three days later", || {
            graph(SOURCES, &[("early", claim("first", "arrivals", "Bare(4_200)", r#"via: [Source("late")],"#))])
        }),
        case(
            Code::UnknownPlaceholder,
            "placeholders that are misspelt, that there are not, and that are not closed",
            || {
                let asked = |id: &str, question: &str| {
                    format!(
                        "(id: \"{id}\", name: \"n\", basis: Flow, unit: \"count\", counts: \"persons\", question: \"{question}\"),"
                    )
                };
                let measures = asked("one", "How many {of} in {plaec}?")
                    + &asked("two", "How many in {year}?")
                    + &asked("three", "How many in {place?");
                graph(SOURCES, &[]).with("graph/measures.ron", format!("(measures: [{measures}])"))
            },
        ),
        case(Code::UnmarkedRevision, "another figure for the same year", || {
            twice(OFFICE, "Bare(4_200)", "Bare(3_100)")
        }),
        case(Code::UnusedRecord, "a measure without a claim", || {
            graph(SOURCES, &[("early", claim("first", "arrivals", "Bare(4_200)", ""))])
        }),
    ]
}
