//! Random graphs with hostile texts.

use gainsay::model::{ActorKind, Basis, From, Method, PeriodForm, SourceKind, Stance, Standing};
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::{
    AboutRecord, ActorRecord, AddedFile, AttributionRecord, ClaimFile, ClaimRecord, EventRecord, EvidenceRecord,
    IdentityRecord, JudgedRecord, JudgementRecord, MeasureRecord, PropositionRecord, RegionRecord,
    RepresentationRecord, SourceRecord, SpellingRecord, SubjectRecord, TextRecord, ViaRecord,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A text that is not empty, of whatever gives trouble somewhere.
pub fn text() -> BoxedStrategy<String> {
    let piece = select(vec![
        "a",
        "b c",
        " ",
        "=1+1",
        "+",
        "-",
        "@x",
        "'",
        "''",
        "\"",
        ",",
        ";",
        "[",
        "]",
        "{",
        "}",
        "\\",
        "%",
        "$",
        "#",
        "&",
        "_",
        "~",
        "^",
        "--",
        "``",
        "\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{202e}",
        "\u{2066}",
        "שלום",
        "日本",
        "é",
        "</script><img onerror=x>",
        "<!--",
        "]]>",
        "|",
        "`",
        "*",
        "and",
        " and ",
        "1.",
        ":",
        "?",
        "/",
        "..",
        "(",
        ")",
        "＝",
    ]);
    vec(piece, 1..6).prop_map(|pieces| pieces.concat()).boxed()
}

/// A fragment: at least one word, at most eight.
fn fragment() -> BoxedStrategy<String> {
    text()
        .prop_map(|text| {
            let words: Vec<&str> = text.split_whitespace().take(8).collect();
            if words.is_empty() { "x".to_owned() } else { words.join(" ") }
        })
        .boxed()
}

fn date() -> BoxedStrategy<String> {
    prop_oneof![
        (1900..2100).prop_map(|year| format!("{year}")),
        (1900..2100, 1..13).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (1900..2100, 1..13, 1..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
    .boxed()
}

const SOURCES: [&str; 3] = ["s0", "s1", "s2"];

fn source(id: &'static str) -> BoxedStrategy<SourceRecord> {
    let others: Vec<&'static str> = SOURCES.into_iter().filter(|other| *other != id).collect();
    let kinds = [SourceKind::Article, SourceKind::Report, SourceKind::Dataset, SourceKind::Statement, SourceKind::Post];
    let words = (of(text()), of(text()), vec(text(), 0..3), of(text()), of(text()));
    let dates = (of(date()), of(date()), select(vec!["en", "de", "zh-Hans"]));
    let links = (subsequence(others.clone(), 0..=2), subsequence(others.clone(), 0..=2), of(select(others)));
    (select(kinds.to_vec()), words, dates, links)
        .prop_map(move |(kind, words, dates, links)| SourceRecord {
            id: id.to_owned(),
            kind,
            title: words.0,
            outlet: words.1,
            authors: words.2,
            url: words.3,
            published: dates.0,
            retrieved: dates.1,
            language: Some(dates.2.to_owned()),
            text: (id == "s2").then(|| TextRecord { file: "t=.txt".to_owned(), sha256: "0".repeat(64), bytes: None }),
            cites: links.0.into_iter().map(str::to_owned).collect(),
            links_to: links.1.into_iter().map(str::to_owned).collect(),
            republishes: links.2.map(str::to_owned),
            note: words.4,
        })
        .boxed()
}

fn actor(id: &'static str, speaks_for: Option<&'static str>) -> BoxedStrategy<ActorRecord> {
    let kinds =
        vec![ActorKind::Person, ActorKind::Office, ActorKind::Organisation, ActorKind::Government, ActorKind::Group];
    let standings = vec![Standing::Official, Standing::Party, Standing::Independent];
    let spelling = (text(), select(SOURCES.to_vec()));
    (text(), select(kinds), vec(text(), 0..3), vec(spelling, 0..2), of(date()), of(select(standings)), of(text()))
        .prop_map(move |(name, kind, aliases, spellings, since, standing, note)| ActorRecord {
            id: id.to_owned(),
            name,
            kind,
            aliases,
            spellings: spellings
                .into_iter()
                .map(|(text, source)| SpellingRecord { text, source: source.to_owned() })
                .collect(),
            speaks_for: speaks_for
                .map(|actor| RepresentationRecord { actor: actor.to_owned(), since, until: None })
                .into_iter()
                .collect(),
            languages: vec!["ru".to_owned()],
            standing,
            note,
        })
        .boxed()
}

fn region(id: &'static str, whole: Option<&'static str>) -> BoxedStrategy<RegionRecord> {
    (text(), vec(text(), 0..3), any::<bool>(), of(text()))
        .prop_map(move |(name, aliases, vague, note)| RegionRecord {
            id: id.to_owned(),
            name,
            aliases,
            part_of: whole.map(str::to_owned).into_iter().collect(),
            vague,
            note,
        })
        .boxed()
}

fn stated() -> BoxedStrategy<Stated> {
    let number = prop_oneof![(1_u32..5_000_000).prop_map(f64::from), (1_u32..9_999).prop_map(|n| f64::from(n) / 100.0)];
    let amount = number.prop_map(Amount::Number);
    let range = (1_u32..1_000, 1_u32..1_000).prop_map(|(low, more)| (f64::from(low), f64::from(low + more)));
    prop_oneof![
        amount.clone().prop_map(Stated::Bare),
        amount.clone().prop_map(Stated::Almost),
        amount.clone().prop_map(Stated::MoreThan),
        amount.prop_map(Stated::UpTo),
        Just(Stated::Bare(Amount::Word("scores".to_owned()))),
        range.clone().prop_map(|(a, b)| Stated::Between(a, b)),
        range.clone().prop_map(|(a, b)| Stated::Spread(b, a)),
        range.prop_map(|(a, b)| Stated::AboutBetween(a, b)),
    ]
    .boxed()
}

fn period() -> BoxedStrategy<PeriodForm> {
    let event = || "e0".to_owned();
    prop_oneof![
        date().prop_map(PeriodForm::In),
        (1_u16..9).prop_map(move |weeks| PeriodForm::After { event: event(), days: 0, weeks, months: 0, years: 0 }),
        date().prop_map(|date| PeriodForm::Since { event: None, date: Some(date), as_of: None }),
        Just(PeriodForm::Until { event: Some("e0".to_owned()), date: None }),
        Just(PeriodForm::Now),
    ]
    .boxed()
}

/// Who, where, when, and under which condition.
type Scope = (Option<String>, Option<String>, Option<PeriodForm>, Option<String>);

fn scope() -> BoxedStrategy<Scope> {
    let word = |id: &'static str| of(Just(id.to_owned()));
    (word("q0"), word("p0"), of(period()), of(text())).boxed()
}

fn about() -> BoxedStrategy<AboutRecord> {
    let unit = of(Just("count".to_owned()));
    let quantity =
        (stated(), unit, of(text()), scope()).prop_map(|(value, unit, counts, (of, place, period, definition))| {
            AboutRecord::Quantity { measure: "m0".to_owned(), of, place, value, unit, counts, period, definition }
        });
    let date = period().prop_map(|when| AboutRecord::Date { event: "e1".to_owned(), when });
    let rank = (1_u32..9, of(9_u32..12), any::<bool>(), scope()).prop_map(
        |(rank, to, top, (class, place, period, definition))| AboutRecord::Rank {
            measure: "m0".to_owned(),
            subject: SubjectRecord::Population("q1".to_owned()),
            rank,
            to,
            from: if top { From::Top } else { From::Bottom },
            class,
            place,
            period,
            definition,
        },
    );
    let stance = (any::<bool>(), scope()).prop_map(|(is_so, (of, place, period, definition))| AboutRecord::Stance {
        proposition: "r0".to_owned(),
        stance: if is_so { Stance::Affirms } else { Stance::Denies },
        of,
        place,
        period,
        definition,
    });
    let quote = (of(Just("e0".to_owned())), text()).prop_map(|(occasion, passage)| AboutRecord::Quote {
        speaker: "a0".to_owned(),
        occasion,
        passage,
    });
    prop_oneof![quantity, date, rank, stance, quote].boxed()
}

fn claim(id: String) -> BoxedStrategy<ClaimRecord> {
    let attribution = prop_oneof![
        Just(None),
        Just(Some(AttributionRecord::Actor("a1".to_owned()))),
        Just(Some(AttributionRecord::Actors(vec!["a1".to_owned(), "a0".to_owned()]))),
        text().prop_map(|words| Some(AttributionRecord::Unnamed(words))),
    ];
    let via = prop_oneof![
        Just(ViaRecord::Source("s1".to_owned())),
        text().prop_map(ViaRecord::Named),
        Just(ViaRecord::Claim("c-s1-0".to_owned())),
    ];
    let methods = vec![Method::Counted, Method::Registered, Method::Estimated, Method::Modelled];
    let of_text = (text(), vec(fragment(), 1..3), of(select(methods)), of(text()));
    (about(), attribution, vec(via, 0..3), of_text)
        .prop_map(move |(about, attributed_to, via, of_text)| {
            let is_second = id.starts_with("c-s1");
            let elsewhere = |via: &ViaRecord| !is_second || matches!(via, ViaRecord::Named(_));
            let has_text = id.starts_with("c-s2");
            let evidence = of_text
                .1
                .into_iter()
                .map(|fragment| EvidenceRecord { bytes: has_text.then_some((7, 7 + fragment.len())), fragment });
            // Of a text that is not here, only the bytes may be known.
            let is_only_bytes = !has_text && of_text.3.is_none();
            let evidence = evidence.map(|own| match own {
                own if is_only_bytes => {
                    EvidenceRecord { bytes: Some((3, 3 + own.fragment.len())), fragment: String::new() }
                }
                own => own,
            });
            ClaimRecord {
                id: id.clone(),
                says: of_text.0,
                inferred: inferred(&about),
                about,
                attributed_to,
                via: via.into_iter().filter(elsewhere).collect(),
                evidence: evidence.collect(),
                conversion_of: None,
                supersedes: if id == "c-s0-0" { vec!["c-s1-0".to_owned()] } else { Vec::new() },
                method: of_text.2,
                note: of_text.3,
            }
        })
        .boxed()
}

/// What may be said to be inferred, in an order that is not that of the alphabet.
fn inferred(about: &AboutRecord) -> Vec<String> {
    let given = match about {
        AboutRecord::Quantity { place, period, .. } | AboutRecord::Stance { place, period, .. } => {
            [period.as_ref().map(|_| "period"), place.as_ref().map(|_| "place")]
        }
        _ => [None, None],
    };
    given.into_iter().flatten().map(str::to_owned).collect()
}

/// A graph of every kind of record.
pub fn world() -> BoxedStrategy<AddedFile> {
    let claims = |source: &'static str| {
        let of = move |number: usize| claim(format!("c-{source}-{number}"));
        (of(0), of(1)).prop_map(move |(a, b)| ClaimFile { source: source.to_owned(), claims: vec![a, b] })
    };
    let words = (
        (source("s0"), source("s1"), source("s2")),
        (actor("a0", Some("a1")), actor("a1", None)),
        (region("p0", Some("p1")), region("p1", None), region("q0", None), region("q1", Some("q0"))),
    );
    let rest = (text(), text(), text(), of(date()), any::<i8>());
    (words, (claims("s0"), claims("s1"), claims("s2")), rest)
        .prop_map(|(words, claims, rest)| {
            let ((s0, s1, s2), (a0, a1), (p0, p1, q0, q1)) = words;
            let event = |id: &str, date| EventRecord {
                id: id.to_owned(),
                name: rest.0.clone(),
                date,
                until: None,
                note: Some(rest.1.clone()),
            };
            AddedFile {
                sources: vec![s0, s1, s2],
                actors: vec![a0, a1],
                places: vec![p0, p1],
                populations: vec![q0, q1],
                measures: vec![measure("m0", &rest.2, rest.4), measure("m1", &rest.1, 0)],
                identities: vec![IdentityRecord::Share { share: "m1".into(), part: "m0".into(), whole: "m0".into() }],
                events: vec![event("e0", rest.3.clone()), event("e1", None)],
                propositions: vec![PropositionRecord { id: "r0".to_owned(), text: rest.2.clone() }],
                claims: vec![claims.0, claims.1, claims.2],
                judgements: vec![JudgementRecord {
                    id: "j0".to_owned(),
                    on: vec![
                        JudgedRecord { claim: "c-s0-0".to_owned(), fingerprint: None },
                        JudgedRecord { claim: "c-s1-0".to_owned(), fingerprint: Some("0123456789ab".to_owned()) },
                    ],
                    verdict: rest.0.clone(),
                    by: rest.1.clone(),
                    date: "2031-01-02".to_owned(),
                }],
            }
        })
        .boxed()
}

fn measure(id: &str, name: &str, stakes: i8) -> MeasureRecord {
    MeasureRecord {
        id: id.to_owned(),
        name: name.to_owned(),
        basis: if id == "m1" { Basis::Share } else { Basis::Stock },
        unit: if id == "m1" { "percent" } else { "count" }.to_owned(),
        counts: (id == "m0").then(|| name.to_owned()),
        question: Some(format!("{name}? {{of}}")),
        stakes: i32::from(stakes),
        tolerance: (stakes % 3 == 0).then_some(2.5),
        note: None,
    }
}
