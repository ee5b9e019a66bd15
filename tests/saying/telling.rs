//! What a comparison says in words: the outcome in a sentence, what it hangs on, what would decide it, and hints.

use std::collections::BTreeSet;

use gainsay::compare::{Change, Comparison, Reason, Relation, value_text};

use crate::saying::{compared, graph};

/// Two quantities by the fields beside their measure.
fn quantities(measure: &str, a: &str, b: &str) -> Comparison {
    let about = |fields: &str| format!("Quantity(measure: \"{measure}\", {fields})");
    compared(&[("post", &about(a), ""), ("wire", &about(b), "")])
}

fn hints(comparison: &Comparison) -> Vec<&str> {
    comparison.hints.iter().map(|hint| hint.text.as_str()).collect()
}

fn decides(comparison: &Comparison) -> Vec<&str> {
    comparison.would_decide.iter().map(String::as_str).collect()
}

fn conditions(comparison: &Comparison) -> Vec<&str> {
    comparison.conditional_on.iter().map(|condition| condition.text.as_str()).collect()
}

/// Rows of a measure, two values of 2031, and the outcome in a sentence.
#[test]
fn values_are_told_in_a_sentence() {
    let rows = [
        (
            "stock",
            "Bare(100)",
            "Bare(200)",
            "cannot both hold: 100 sacks (95 to 105) against 200 sacks (190 to 210); gap 1.81×",
        ),
        ("stock", "Bare(14)", "Bare(14)", "both say the same"),
        ("stock", "Exactly(0)", "Exactly(-5)", "cannot both hold: exactly 0 sacks against exactly −5 sacks"),
        (
            "length",
            "About(1_000)",
            "Bare(580), unit: \"mile\"",
            "the difference is accounted for by: unit conversion (km against mi)",
        ),
        ("stock", "Bare(14.8)", "Bare(15)", "the difference is accounted for by: rounding"),
        ("stock", "MoreThan(10)", "Bare(15)", "the difference is accounted for by: hedge covers"),
        (
            "stock",
            "About(1_000)",
            "About(1_120)",
            "both can hold, but only at the edge of what the words allow; gap 1.05×",
        ),
        (
            "length",
            "Bare(1_000)",
            "Bare(1_000), unit: \"mile\"",
            "cannot both hold: 1,000 km (950 to 1,050) against 1,000 mi (1,528.877 to 1,689.811 km); gap 1.46×",
        ),
        ("share", "Bare(50.5)", "Bare(54.4)", "cannot both hold: 50.5 % against 54.4 %; gap 3.9 points"),
        ("share", "Exactly(50)", "Exactly(51)", "cannot both hold: exactly 50 % against exactly 51 %; gap 1 point"),
        ("daily", "Bare(1)", "Bare(3)", "cannot both hold: 1 persons per day against 3 persons per day; gap 3×"),
        (
            "weekly",
            "UpTo(4)",
            "Bare(90), unit: \"day\"",
            "cannot both hold: up to 4 weeks against 90 days (12.857 weeks); gap 3.21×",
        ),
    ];
    for (measure, a, b, why) in rows {
        let fields = |value: &str| format!("value: {value}, period: In(\"2031\")");
        assert_eq!(quantities(measure, &fields(a), &fields(b)).why, why);
    }
}

/// Rows of two claims of one kind, and the outcome in a sentence.
#[test]
fn claims_of_every_kind_are_told_in_a_sentence() {
    let rank = |fields: &str| format!("Rank(measure: \"length\", {fields})");
    let (port, sailors) = ("subject: Place(\"port\")", "subject: Population(\"sailors\")");
    let fire = |when: &str| format!("Date(event: \"fire\", when: {when})");
    let covers = "the difference is accounted for by: hedge covers";
    let warned = |fields: &str| format!("Stance(proposition: \"warned\", {fields})");
    let rows = [
        (
            fire("In(\"2031-04\")"),
            fire("In(\"2031-05-02\")"),
            "cannot both hold: 2031-04 (2031-04-01 to 2031-04-30) against 2031-05-02; gap 2 days",
        ),
        (
            fire("In(\"2031-05-01\")"),
            fire("In(\"2031-05-02\")"),
            "cannot both hold: 2031-05-01 against 2031-05-02; gap 1 day",
        ),
        (
            fire("In(\"2031-04-29\")"),
            fire("After(event: \"storm\", weeks: 7)"),
            "cannot both hold: 2031-04-29 against 7 weeks after the storm (2031-05-05 to 2031-05-11); gap 6 days",
        ),
        (
            fire("In(\"2031-04-29\")"),
            fire("After(event: \"storm\", days: 3)"),
            "cannot both hold: 2031-04-29 against 3 days after the storm (2031-03-23); gap 37 days",
        ),
        (fire("After(event: \"flood\", weeks: 1)"), fire("After(event: \"flood\", weeks: 1)"), "both say the same"),
        (fire("After(event: \"storm\", weeks: 2)"), fire("Between(\"2031-04-05\", \"2031-04-30\")"), covers),
        (fire("After(event: \"flood\", weeks: 1)"), fire("After(event: \"flood\", weeks: 2)"), covers),
        (
            rank(&format!("{port}, rank: 2")),
            rank(&format!("{port}, rank: 5, to: 7")),
            "cannot both hold: 2nd against 5th to 7th; gap 3 places",
        ),
        (
            rank(&format!("{port}, rank: 2")),
            rank(&format!("{sailors}, rank: 2")),
            "cannot both hold: the port: 2nd against sailors: 2nd",
        ),
        (
            rank(&format!("{port}, rank: 1")),
            rank(&format!("{port}, rank: 2, from: Bottom")),
            "they do not speak of the same thing: measure (rank of the port by length against rank of the port by length, from below)",
        ),
        (warned("stance: Affirms"), warned("stance: Denies"), "cannot both hold: affirmed against denied"),
        (
            warned("stance: Affirms"),
            fire("In(\"2031\")"),
            "they do not speak of the same thing: measure (It was warned against date of the fire)",
        ),
    ];
    for (a, b, why) in rows {
        assert_eq!(compared(&[("post", &a, ""), ("wire", &b, "")]).why, why);
    }
}

const STANCE: &str = "Stance(proposition: \"warned\", stance: Affirms)";

#[test]
fn relations_rungs_and_outcomes_have_words_of_their_own() {
    fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> BTreeSet<&'static str> {
        all.iter().map(|one| word(*one)).filter(|word| word.len() > 2).collect()
    }
    let relations = Relation::OF_QUESTIONS.iter().chain([&Relation::NotComparable]).copied().collect::<Vec<_>>();
    assert_eq!(words(&relations, Relation::word).len(), relations.len());
    assert_eq!(words(&relations, Relation::help).len(), relations.len());
    for word in [Reason::word, Reason::name, Reason::help] {
        assert_eq!(words(&Reason::ALL, word).len(), Reason::ALL.len());
    }
    let found = compared(&[("post", STANCE, ""), ("wire", STANCE, "")]);
    let rungs: Vec<&str> = found.rungs.iter().map(|result| result.rung.word()).collect();
    assert_eq!(rungs, ["measure", "definition", "place", "population", "period", "values", "revision"]);
    let outcomes: Vec<&str> = found.rungs.iter().map(|result| result.outcome.word()).collect();
    assert_eq!(outcomes, ["same", "unstated", "unstated", "unstated", "unstated", "same", "same"]);
}

#[test]
fn subjects_are_told_by_their_names() {
    let rows = [
        ("Date(event: \"fire\", when: In(\"2031\"))", "date of the fire"),
        ("Rank(measure: \"length\", subject: Place(\"port\"), rank: 2)", "rank of the port by length"),
        ("Stance(proposition: \"warned\", stance: Denies)", "It was warned"),
        ("Quote(speaker: \"owner\", occasion: \"storm\", passage: \"why\")", "the owner on why, the storm"),
        ("Quote(speaker: \"owner\", passage: \"why\")", "the owner on why"),
        ("Quantity(measure: \"daily\", value: Bare(7))", "arrivals a day"),
    ];
    for (about, subject) in rows {
        let found = compared(&[("post", about, ""), ("wire", about, "")]);
        assert_eq!(found.rungs[0].a.as_deref(), Some(subject));
    }
}

#[test]
fn what_a_relation_hangs_on_is_told_as_a_clause() {
    let stock = |fields: &str| format!("Quantity(measure: \"stock\", {fields})");
    let (full, bare) = (stock("value: Bare(200), period: In(\"2031\"), place: \"port\""), stock("value: Bare(1_000)"));
    let found = compared(&[("post", &full, "inferred: [\"place\"],"), ("wire", &bare, "")]);
    assert_eq!(
        conditions(&found),
        [
            "if post means the port (the place is inferred)",
            "if wire, which names no place, means the port",
            "if wire, which names no period, means 2031",
        ]
    );
    assert_eq!(
        decides(&found),
        [
            "whether the place inferred for post is right",
            "the place that wire leaves open",
            "the period that wire leaves open",
            "where post has it from",
            "where wire has it from",
        ]
    );
    let open = stock("value: Bare(200), period: Since(event: \"storm\"), place: \"land\"");
    let known = stock("value: Bare(1_000), period: In(\"2031-03\"), place: \"land\"");
    let found = compared(&[("post", &open, ""), ("wire", &known, "")]);
    assert_eq!(conditions(&found), ["if post, which says “since the storm”, means 2031-03"]);
    let found = compared(&[("post", &bare, ""), ("wire", &stock("value: Bare(200)"), "")]);
    assert_eq!(
        conditions(&found),
        ["if the period that post leaves open is the same", "if the period that wire leaves open is the same"]
    );
    let vague = stock("value: Bare(1_000), period: In(\"2031\"), place: \"some-port\"");
    let found = compared(&[("post", &full, ""), ("wire", &vague, "")]);
    assert_eq!(conditions(&found), ["if wire, which says “some port”, means the port"]);
    assert_eq!(decides(&found), ["the place that wire leaves open"]);
    let sailors = |fields: &str| stock(&format!("period: In(\"2031\"), of: {fields}"));
    let all = sailors("\"sailors\", value: Bare(200)");
    let vague = sailors("\"some-sailors\", value: Bare(1_000)");
    let found = compared(&[("post", &all, ""), ("wire", &vague, "")]);
    assert_eq!(conditions(&found), ["if wire, which says “some sailors”, means sailors"]);
    let share = |value: &str| format!("Quantity(measure: \"share\", value: {value}, period: In(\"2031\"))");
    let found = compared(&[("post", &share("Bare(20)"), "inferred: [\"counts\"],"), ("wire", &share("Bare(40)"), "")]);
    assert_eq!(conditions(&found), ["if the thing counted inferred for post is right"]);
}

#[test]
fn whoever_stands_behind_a_figure_would_decide() {
    let about = |value: &str| format!("Quantity(measure: \"stock\", value: {value}, period: In(\"2031\"))");
    let found = compared(&[
        ("post", &about("Bare(200)"), "attributed_to: Unnamed(\"some figures\"),"),
        ("wire", &about("Bare(1_000)"), "attributed_to: Actors([\"owner\", \"crew\"]),"),
    ]);
    assert_eq!(
        decides(&found),
        ["who stands behind “some figures” in post", "the record of the owner and the crew, whom wire names"]
    );
    let one_source = compared(&[("post", &about("Bare(200)"), ""), ("post", &about("Bare(1_000)"), "")]);
    assert_eq!(decides(&one_source), ["where post has it from"]);
    let agreed = compared(&[("post", &about("Bare(200)"), ""), ("wire", &about("Bare(200)"), "")]);
    assert!(decides(&agreed).is_empty());
}

#[test]
fn a_part_that_exceeds_its_whole_is_told_as_one() {
    let about = |value: &str, period: &str| {
        format!("Quantity(measure: \"arrivals\", value: {value}, period: In(\"{period}\"))")
    };
    let found =
        compared(&[("post", &about("Bare(2_000)", "2031-03"), ""), ("wire", &about("Bare(1_000)", "2031"), "")]);
    let why =
        "the part exceeds the whole: 2,000 persons (1,900 to 2,100) against 1,000 persons (950 to 1,050); gap 1.81×";
    assert_eq!(found.why, why);
}

#[test]
fn measures_that_an_identity_links_give_a_figure() {
    let about =
        |measure: &str, value: &str| format!("Quantity(measure: \"{measure}\", value: {value}, period: In(\"2031\"))");
    let rows = [
        (
            "daily",
            "Bare(100)",
            "arrivals",
            "the rate, reckoned up, does not come to the total; gap 33.02×",
            "arrivals: 34,675 to 38,325 persons (a over the time of b)",
        ),
        (
            "daily",
            "AtLeast(2)",
            "arrivals",
            "the difference is accounted for by: rate against total",
            "arrivals: at least 730 persons (a over the time of b)",
        ),
        (
            "arrivals",
            "Bare(200)",
            "departures",
            "they do not speak of the same thing: measure (arrivals against departures)",
            "net arrivals: −860 to −740 persons (a less b)",
        ),
        (
            "departures",
            "Bare(200)",
            "arrivals",
            "they do not speak of the same thing: measure (departures against arrivals)",
            "net arrivals: 740 to 860 persons (b less a)",
        ),
        (
            "arrivals",
            "Bare(200)",
            "stock",
            "they do not speak of the same thing: measure (arrivals against stock), basis (flow against stock), counted (persons against sacks)",
            "share: 18.095 to 22.105 % (a of b)",
        ),
    ];
    for (measure, value, other, why, text) in rows {
        let found = compared(&[("post", &about(measure, value), ""), ("wire", &about(other, "Bare(1_000)"), "")]);
        assert_eq!(found.why, why);
        let derived = found.derived.expect("a figure");
        assert_eq!(derived.text, text);
        assert_eq!(derived.unit, if measure == "arrivals" && other == "stock" { "%" } else { "persons" });
        assert!(derived.low.is_some() && (derived.high.is_none() == value.starts_with("AtLeast")));
    }
}

#[test]
fn what_may_be_a_slip_is_hinted_at() {
    let rows: [(&str, &str, &str, &[&str]); 10] = [
        ("stock", "Bare(1_300)", "Bare(13_000)", &["one figure is 10 times the other: a slip of scale?"]),
        ("stock", "Bare(13_100)", "Bare(1_300)", &["one figure is 10 times the other: a slip of scale?"]),
        ("stock", "Bare(13_900)", "Bare(1_300)", &[]),
        ("stock", "Bare(-1_300)", "Bare(13_000)", &[]),
        ("stock", "Bare(1_324)", "Bare(1_342)", &["1,324 and 1,342 have two neighbouring digits swapped"]),
        ("stock", "Bare(1_342)", "Bare(1_324)", &["1,324 and 1,342 have two neighbouring digits swapped"]),
        ("stock", "Bare(1_324)", "Bare(1_423)", &[]),
        ("length", "Bare(1_000)", "Bare(1_609)", &["the figures differ as kilometre and mile do: a slip of unit?"]),
        ("stock", "UpTo(40)", "Bare(70)", &["post: “up to 40” implies its limit and does not assert it"]),
        ("weekly", "UpTo(4)", "Bare(9)", &[]),
    ];
    for (measure, a, b, expected) in rows {
        let fields = |value: &str| format!("value: {value}, period: In(\"2031\")");
        assert_eq!(hints(&quantities(measure, &fields(a), &fields(b))), expected, "{a} and {b}");
    }
}

#[test]
fn a_conversion_that_does_not_fit_is_hinted_at() {
    let (original, copy) = (
        "Quantity(measure: \"length\", value: Bare(100))",
        "Quantity(measure: \"length\", value: Bare(80), unit: \"mile\")",
    );
    let hint = "the two figures of the conversion do not fit: 100 km are 62 mi; one of the two is wrong, and nothing says which";
    let there = compared(&[("post", original, ""), ("post", copy, "conversion_of: \"a\",")]);
    let back = compared(&[("post", copy, "conversion_of: \"b\","), ("post", original, "")]);
    assert_eq!((hints(&there), hints(&back)), (vec![hint], vec![hint]));
}

#[test]
fn a_figure_that_is_given_for_several_places_is_hinted_at() {
    let about = |place: &str| {
        format!("Quantity(measure: \"stock\", value: Bare(100), place: \"{place}\", period: In(\"2031\"))")
    };
    let bytes = "evidence: [(bytes: (1, 4))],";
    let found = compared(&[("echo", &about("land"), bytes), ("echo", &about("sea"), bytes)]);
    assert_eq!(
        hints(&found),
        ["echo gives one figure for the land and the sea", "echo gives one figure for the sea and the land"]
    );
}

#[test]
fn opposite_stances_that_one_rung_keeps_apart_are_worth_a_look() {
    let about = |stance: &str, fields: &str| format!("Stance(proposition: \"warned\", stance: {stance}, {fields})");
    let hint = "what one affirms the other denies; only the place keeps them apart";
    let (port, sea) = ("place: \"port\"", "place: \"sea\"");
    let rows: [(&str, &str, &str, &[&str]); 3] = [
        ("Denies", port, sea, &[hint]),
        ("Affirms", port, sea, &[]),
        ("Denies", "place: \"port\", period: In(\"2030\")", "place: \"sea\", period: In(\"2031\")", &[]),
    ];
    for (stance, a, b, expected) in rows {
        let found = compared(&[("post", &about("Affirms", a), ""), ("wire", &about(stance, b), "")]);
        assert_eq!((found.relation, hints(&found)), (Relation::Explained, expected.to_vec()));
    }
}

#[test]
fn an_editors_note_is_told_with_the_comparison() {
    let about = |value: &str| format!("Quantity(measure: \"stock\", value: {value}, period: In(\"2031\"))");
    let found = compared(&[("post", &about("Bare(1)"), ""), ("wire", &about("Bare(1)"), "note: \"of a Monday\",")]);
    assert_eq!(hints(&found), ["b: of a Monday"]);
}

#[test]
fn the_words_of_two_quotations_are_told_one_by_one() {
    let about = "Quote(speaker: \"owner\", occasion: \"storm\", passage: \"why\")";
    let said = |words: &str| format!("evidence: [{words}],");
    let (one, other) = (
        said("(fragment: \"We will come back, they said.\")"),
        said("(fragment: \"We will not come\"), (fragment: \"ever\")"),
    );
    let found = compared(&[("post", about, &one), ("echo", about, &other)]);
    let words: Vec<(Change, &str)> = found.wording.iter().map(|run| (run.change, run.words.as_str())).collect();
    use Change::{Both, OnlyA, OnlyB};
    assert_eq!(words, [(Both, "we will"), (OnlyB, "not"), (Both, "come"), (OnlyA, "back they said"), (OnlyB, "ever")]);
    assert_eq!(found.why, "cannot both hold: “We will come back, they said.” against “We will not come … ever”");
    let elsewhere = about.replace("why", "where");
    assert!(compared(&[("post", about, &one), ("echo", &elsewhere, &other)]).wording.is_empty());
}

#[test]
fn values_are_told_with_what_they_allow() {
    let archive = graph(&[
        ("post", "Quantity(measure: \"price\", value: Almost(70))", ""),
        ("post", "Quote(speaker: \"crew\", passage: \"why\")", ""),
        ("post", "Quantity(measure: \"share\", value: Bare(\"half\"))", ""),
    ]);
    let texts: Vec<String> = archive.claims.values().map(|claim| value_text(&archive, claim)).collect();
    assert_eq!(texts, ["almost 70 UZS (63 up to, not including, 70)", "“f”", "half (47.5 to 52.5)"]);
}
