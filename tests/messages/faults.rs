//! Faults of the files of a graph: the built-in example after one thing in it was put wrong.

use gainsay::codes::Code;

use crate::bad_input::support::{POST, REPORT, Sandbox, sha256};
use crate::messages::scene::{Case, run_in};

/// What is put wrong: the file, and one text in place of another.
type Slip = (Code, &'static str, &'static str, &'static str, &'static str);

const VALUE: &str = "Bare(4_200)";
const PERIOD: &str = r#"After(event: "storm", weeks: 2)"#;
const BY_MASTER: &str = r#"attributed_to: Actor("harbour-master")"#;
const STANCE: &str = r#"Stance(proposition: "warned", stance: Denies, place: "port")"#;
const WORDS: &str = r#"(fragment: "4,200 sailors")"#;
const IN_TEXT: &str = r#"(bytes: (8, 21), fragment: "4,200 sailors")"#;
const TEXT: &str = "Of them 4,200 sailors came ashore; no warning had reached it.";

const SLIPS: [Slip; 53] = [
    (Code::BadTolerance, "a tolerance of 250 percent", "measures.ron", "basis: Flow,", "basis: Flow, tolerance: 250,"),
    (
        Code::BeyondCalendar,
        "a period of twenty thousand years",
        REPORT,
        PERIOD,
        r#"After(event: "storm", years: 20_000)"#,
    ),
    (Code::BytesWithoutText, "bytes in a text that is not known", REPORT, WORDS, IN_TEXT),
    (Code::ChangeNeedsRatio, "a change of a count", REPORT, VALUE, "Change(from: 150, to: 400)"),
    (
        Code::Circle,
        "a part of its own part",
        "places.ron",
        r#"name: "the island""#,
        r#"name: "the island", part_of: ["port"]"#,
    ),
    (
        Code::Circle,
        "nobody speaks for whoever speaks for him",
        "actors.ron",
        "standing: Official",
        r#"speaks_for: [(actor: "harbour-master")]"#,
    ),
    (Code::Circle, "a claim that revises itself", REPORT, BY_MASTER, r#"supersedes: ["arrivals-4200"]"#),
    (Code::CountsNothing, "a length that counts", "measures.ron", r#"unit: "count""#, r#"unit: "kilometre""#),
    (Code::CountsUnsaid, "a count of nothing in particular", "measures.ron", r#"counts: "persons","#, ""),
    (
        Code::CutOff,
        "a file that ends within a name",
        "places.ron",
        "[\"island\"]),
]",
        "[\"isl",
    ),
    (
        Code::DuplicateId,
        "two places of one id",
        "places.ron",
        r#"(id: "port""#,
        r#"(id: "island", name: "another"), (id: "port""#,
    ),
    (Code::DuplicateId, "two claims of one id in two files", POST, r#"id: "arrivals-6000""#, r#"id: "arrivals-4200""#),
    (Code::EmptyFragment, "a fragment without words", REPORT, WORDS, r#"(fragment: " ")"#),
    (Code::EmptyPeriod, "a period without a length", REPORT, PERIOD, r#"After(event: "storm")"#),
    (Code::EmptyRange, "a range that ends where it begins", REPORT, WORDS, "(bytes: (13, 13))"),
    (
        Code::FieldTwice,
        "two names of a place",
        "places.ron",
        r#"name: "the port""#,
        r#"name: "the port", name: "the quay""#,
    ),
    (
        Code::FragmentTooLong,
        "a fragment of nine words",
        REPORT,
        r#""4,200 sailors""#,
        r#""as many as 4,200 sailors came ashore there then""#,
    ),
    (
        Code::FromItself,
        "a source that republishes itself",
        "sources.ron",
        r#"id: "evening-post","#,
        r#"id: "evening-post", republishes: "evening-post","#,
    ),
    (Code::FromItself, "a claim by way of its own source", REPORT, BY_MASTER, r#"via: [Source("harbour-report")]"#),
    (
        Code::ImpossibleRank,
        "a rank of nought",
        REPORT,
        STANCE,
        r#"Rank(measure: "arrivals", subject: Place("port"), rank: 0)"#,
    ),
    (
        Code::ImpossibleRank,
        "fourth or second",
        REPORT,
        STANCE,
        r#"Rank(measure: "arrivals", subject: Place("port"), rank: 4, to: 2)"#,
    ),
    (Code::InferredButAbsent, "inferred, but not given", REPORT, BY_MASTER, r#"inferred: ["definition"]"#),
    (Code::MalformedId, "an id with a blank", "propositions.ron", r#"id: "warned""#, r#"id: "Warned of it""#),
    (Code::MissingField, "a place without a name", "places.ron", r#", name: "the island""#, ""),
    (
        Code::NamedTwice,
        "one actor, twice",
        REPORT,
        BY_MASTER,
        r#"attributed_to: Actors(["harbour-master", "harbour-master"])"#,
    ),
    (Code::NamesNobody, "said by a list of nobody", REPORT, BY_MASTER, "attributed_to: Actors([])"),
    (Code::NewerFormat, "a graph of a later program", "graph.ron", "format: 1", "format: 2"),
    (Code::NoEvidence, "a claim without evidence", REPORT, r#"evidence: [(fragment: "4,200 sailors")],"#, ""),
    (Code::NoSuchDay, "30 February", "events.ron", "2031-03-20", "2031-02-30"),
    (
        Code::NotAConversion,
        "a stance that converts a figure",
        REPORT,
        r#"attributed_to: Actor("harbour-office")"#,
        r#"conversion_of: "arrivals-4200""#,
    ),
    (Code::NotADate, "a date in words", "sources.ron", "2031-04-02", "2 April 2031"),
    (
        Code::NotADigest,
        "half a digest",
        "sources.ron",
        r#"id: "evening-post","#,
        r#"id: "evening-post", text: (file: "post.txt", sha256: "2cf24dba"),"#,
    ),
    (Code::BeyondFigures, "a figure beyond all bounds", REPORT, VALUE, "Bare(1e200)"),
    (Code::NotFinite, "a figure without end", REPORT, VALUE, "Bare(inf)"),
    (Code::NotInferable, "a misspelt field", REPORT, BY_MASTER, r#"inferred: ["plcae"]"#),
    (Code::NotRon, "a comma that is missing", "places.ron", r#"name: "the island"),"#, r#"name: "the island")"#),
    (Code::RatioUnit, "a ratio of persons", "measures.ron", "basis: Flow", "basis: Ratio"),
    (Code::ReversedRange, "from 5 to 2", REPORT, VALUE, "Between(5, 2)"),
    (Code::ReversedTime, "a period that runs backwards", REPORT, PERIOD, r#"Between("2031-04-02", "2031-03-20")"#),
    (
        Code::ReversedTime,
        "an event that runs backwards",
        "events.ron",
        r#"date: "2031-03-20""#,
        r#"date: "2031-03-20", until: "2031-03-19""#,
    ),
    (
        Code::ReversedTime,
        "an office that is held backwards",
        "actors.ron",
        r#"(actor: "harbour-office")"#,
        r#"(actor: "harbour-office", since: "2031", until: "2029")"#,
    ),
    (
        Code::TwoAnchors,
        "since an event and since a day",
        REPORT,
        PERIOD,
        r#"Since(event: "storm", date: "2031-03-20")"#,
    ),
    (Code::UnknownField, "a misspelt field", "places.ron", "part_of: [", "partof: ["),
    (Code::UnknownName, "a misspelt actor", REPORT, r#""harbour-master""#, r#""harbor-master""#),
    (
        Code::UnknownName,
        "a measure like no other",
        "measures.ron",
        "identities: []",
        r#"identities: [RateTotal(rate: "arrivals", total: "depth")]"#,
    ),
    (Code::UnknownUnit, "the symbol of a unit", REPORT, VALUE, r#"Bare(4_200), unit: "km""#),
    (Code::UnknownUnit, "what is counted for a unit", "measures.ron", r#"unit: "count""#, r#"unit: "persons""#),
    (Code::UnknownUnit, "a misspelt unit", REPORT, VALUE, r#"Bare(4_200), unit: "kilometer""#),
    (Code::UnknownUnit, "a unit like no other", REPORT, VALUE, r#"Bare(4_200), unit: "zzz""#),
    (Code::UnknownVariant, "a misspelt kind of value", REPORT, VALUE, "Abuot(4_200)"),
    (Code::UnknownWord, "a word that is no figure", REPORT, VALUE, r#"Bare("umpteen")"#),
    (Code::WrongType, "a word where a number belongs", "graph.ron", "format: 1", "format: one"),
    (Code::WrongUnit, "kilometres of sailors", REPORT, VALUE, r#"Bare(4_200), unit: "kilometre""#),
];

/// What takes more than one slip.
fn others() -> Vec<Case> {
    vec![
        Case::new(Code::BytesMissing, "a fragment without its place in a text that is known", || {
            list(&Sandbox::with_text(TEXT).swap(REPORT, IN_TEXT, WORDS))
        }),
        Case::new(Code::CountsNothing, "crossings of a length", || {
            let graph = Sandbox::with_value(r#"Bare(4_200), counts: "crossings""#);
            list(&graph.swap(
                "measures.ron",
                "unit: \"count\",\n            counts: \"persons\",",
                r#"unit: "kilometre","#,
            ))
        }),
        Case::new(Code::CurrenciesDiffer, "euros of a measure in dollars", || {
            let graph = Sandbox::with_value(r#"Bare(4_200), unit: "EUR""#);
            list(&graph.swap("measures.ron", "unit: \"count\",\n            counts: \"persons\",", r#"unit: "USD","#))
        }),
        Case::new(Code::EmptyRange, "a shared passage of nothing", || {
            let passage = r#"[(a: (source: "harbour-report", bytes: (5, 5)), b: (source: "evening-post", bytes: (5, 9)), words: 1)]"#;
            list(&Sandbox::new().write("reuse.ron", passage))
        }),
        Case::new(Code::FragmentLength, "a range that is shorter than its fragment", || {
            list(&Sandbox::with_text(TEXT).swap(REPORT, "(8, 21)", "(8, 20)"))
        }),
        Case::new(Code::NotAFileName, "a text in a folder", || {
            let of = |name: &str| format!("\"{name}\", sha256: \"{}", sha256(TEXT.as_bytes()));
            list(&Sandbox::with_text(TEXT).swap("sources.ron", &of("report.txt"), &of("texts/report.txt")))
        }),
        Case::new(Code::IrregularFile, "a link to notes", || {
            let graph = Sandbox::new().write("../notes.txt", "later");
            std::fs::remove_file(graph.dir().join("events.ron")).unwrap();
            std::os::unix::fs::symlink("../notes.txt", graph.dir().join("events.ron")).unwrap();
            list(&graph)
        }),
        Case::new(Code::TooManyWholes, "a place in a hundred others and one more", || {
            let place =
                |number: usize| format!("(id: \"p{number}\", name: \"p{number}\", part_of: [\"p{}\"]), ", number + 1);
            let places: String = (0..101).map(place).collect();
            let last = r#"(id: "p101", name: "p101")"#;
            list(&Sandbox::new().write("added/places.ron", format!("(places: [{places}{last}])")))
        }),
        Case::new(Code::OutsideText, "a range beyond the end", || {
            list(&Sandbox::with_text(TEXT).swap(REPORT, "(8, 21)", "(80, 93)"))
        }),
        Case::new(Code::StrayFile, "a misspelt file", || list(&Sandbox::new().write("place.ron", "[]"))),
        Case::new(Code::StrayFile, "notes among the files of the graph", || {
            list(&Sandbox::new().write("notes.ron", "[]"))
        }),
        Case::new(Code::StrayFile, "a file of claims that stands outside", || {
            list(&Sandbox::new().write("claim.ron", "[]"))
        }),
        Case::new(Code::StrayFile, "a note among the claims", || {
            list(&Sandbox::new().write("claims/note.txt", "later"))
        }),
        Case::new(Code::TooFewClaims, "a judgement on nothing", || {
            let judgement = r#"[(id: "a", on: [], verdict: "settled", by: "desk", date: "2031-05-01")]"#;
            list(&Sandbox::new().write("judgements/a.ron", judgement))
        }),
        Case::new(Code::TooFewClaims, "a claim against itself", || {
            run_in(&Sandbox::new(), "gainsay judge arrivals-4200 arrivals-4200 --confirm")
        }),
        judged("a misspelt dismissal", "dismised (definition): crossings, not persons"),
        judged("a reason that there is not", "dismissed (definitoin): crossings, not persons"),
        judged("a dismissal without a reason", "dismissed: crossings, not persons"),
        judged("a misspelt confirmation", "comfirmed"),
        Case::new(Code::MalformedId, "an id that a command is given", || {
            let graph = Sandbox::new();
            std::fs::write(graph.dir().join("../article.txt"), "About 900 boats were lost in the storm.").unwrap();
            run_in(&graph, "gainsay add article.txt --id 'Evening Post'")
        }),
        Case::new(Code::DuplicateId, "an id that another source has", || {
            let graph = Sandbox::new();
            std::fs::write(graph.dir().join("../article.txt"), "About 900 boats were lost in the storm.").unwrap();
            run_in(&graph, "gainsay add article.txt --id evening-post")
        }),
        Case::new(Code::ReversedTime, "a time that a command is given", || {
            run_in(&Sandbox::new(), "gainsay contradictions --since 2031-05 --until 2031-04")
        }),
    ]
}

/// A judgement with a verdict.
fn judged(what: &'static str, verdict: &'static str) -> Case {
    Case::new(Code::UnknownVerdict, what, move || {
        let judgement = format!(
            r#"[(id: "a", on: [(claim: "arrivals-4200"), (claim: "arrivals-6000")], verdict: "{verdict}", by: "desk", date: "2031-05-01")]"#
        );
        list(&Sandbox::new().write("judgements/a.ron", judgement))
    })
}

/// The examples, in the order of codes.
pub fn cases() -> Vec<Case> {
    let slip = |(code, what, file, old, new): Slip| Case::new(code, what, move || list(&Sandbox::with(file, old, new)));
    let mut cases: Vec<Case> =
        SLIPS.into_iter().map(slip).chain(others()).chain(crate::messages::notation::cases()).collect();
    cases.sort_by_key(|case| case.code);
    cases
}

fn list(graph: &Sandbox) -> String {
    run_in(graph, "gainsay list claims")
}
