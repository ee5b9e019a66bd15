//! Values side by side on made-up claims: what the table of hedges and the ladder come to.

use std::fs;

use gainsay::compare::{Comparison, HintKind, Reason, Relation};
use gainsay::findings::Desk;
use gainsay::store;

const MEASURES: &str = r#"(measures: [
    (id: "flow", name: "flow", basis: Flow, unit: "count", counts: "persons"),
    (id: "stock", name: "stock", basis: Stock, unit: "count", counts: "persons"),
    (id: "share", name: "share", basis: Share, unit: "percent"),
    (id: "ratio", name: "ratio", basis: Ratio, unit: "times"),
    (id: "limit", name: "limit", basis: Limit, unit: "day"),
    (id: "length", name: "length", basis: Length, unit: "kilometre"),
    (id: "near", name: "near", basis: Stock, unit: "count", counts: "persons", tolerance: 5),
    (id: "heat", name: "heat", basis: Amount, unit: "degree Celsius"),
])"#;

const PLACES: &str =
    r#"[(id: "town", name: "town", part_of: ["land"]), (id: "land", name: "land"), (id: "sea", name: "sea")]"#;

/// Compares two quantities, each given as the fields of its `Quantity`.
fn compare(a: &str, b: &str) -> Comparison {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    write("graph.ron", "(title: \"t\", format: 1)");
    write("sources.ron", "[(id: \"a\"), (id: \"b\")]");
    write("measures.ron", MEASURES);
    write("places.ron", PLACES);
    for (id, fields) in [("a", a), ("b", b)] {
        let claim = format!("(id: \"{id}\", says: \"s\", about: Quantity({fields}), evidence: [(fragment: \"f\")])");
        write(&format!("claims/{id}.ron"), &format!("(source: \"{id}\", claims: [{claim}])"));
    }
    let archive = store::load(folder.path()).unwrap_or_else(|error| panic!("{a} | {b}: {error:?}"));
    let desk = Desk::new(&archive);
    let forth = desk.compare(&archive.claims["a"], &archive.claims["b"]);
    let back = desk.compare(&archive.claims["b"], &archive.claims["a"]);
    assert_eq!((forth.relation, &forth.reasons, forth.gap), (back.relation, &back.reasons, back.gap), "{a} | {b}");
    forth
}

/// Two values of one measure in 2024.
fn values(measure: &str, a: &str, b: &str) -> Comparison {
    let fields = |value: &str| format!("measure: \"{measure}\", period: In(\"2024\"), value: {value}");
    compare(&fields(a), &fields(b))
}

use Relation::{Agreement, Contradiction, Explained, Tension};

fn hold(measure: &str, rows: &[(&str, &str, Relation, Option<Reason>)]) {
    for (a, b, relation, reason) in rows {
        let found = values(measure, a, b);
        let told = (found.relation, found.reasons.first().copied());
        assert_eq!(told, (*relation, *reason), "{a} against {b}: {}", found.why);
    }
}

#[test]
fn the_same_figure_is_agreement_in_any_notation() {
    hold(
        "flow",
        &[
            ("Bare(200_000)", "Bare(2e5)", Agreement, None),
            ("Bare(200_000)", "About(200_000)", Agreement, None),
            ("MoreThan(200_000)", "MoreThan(200_000)", Agreement, None),
            ("Between(2, 5)", "Rival(2, 5)", Agreement, None),
        ],
    );
    hold("limit", &[("Bare(90)", "UpTo(90)", Agreement, None), ("AtMost(90)", "Bare(30)", Contradiction, None)]);
    hold("share", &[("Bare(\"half\")", "Bare(50)", Agreement, None)]);
}

#[test]
fn rounding_and_conversion_are_explained() {
    let rounding = Some(Reason::Rounding);
    hold(
        "flow",
        &[
            ("Bare(14_800)", "Bare(15_000)", Explained, rounding),
            ("Bare(98_000)", "Bare(100_000)", Explained, rounding),
        ],
    );
    hold("share", &[("Bare(48.2)", "Bare(48)", Explained, rounding), ("Bare(14)", "Bare(15)", Contradiction, None)]);
    let conversion = Some(Reason::UnitConversion);
    let found =
        compare("measure: \"length\", value: Bare(400)", "measure: \"length\", value: Bare(250), unit: \"mile\"");
    assert_eq!((found.relation, found.reasons.first().copied()), (Explained, conversion));
    let found = compare(
        "measure: \"heat\", period: In(\"2024\"), value: Bare(21)",
        "measure: \"heat\", period: In(\"2024\"), value: Bare(70), unit: \"degree Fahrenheit\"",
    );
    assert_eq!((found.relation, found.reasons.first().copied()), (Explained, conversion));
}

#[test]
fn hedges_cover_what_they_allow() {
    let covers = Some(Reason::HedgeCovers);
    hold(
        "flow",
        &[
            ("About(200_000)", "Bare(215_500)", Explained, covers),
            ("UpTo(400)", "Bare(250)", Explained, covers),
            ("Bare(\"scores\")", "Bare(1_999)", Explained, covers),
            ("Bare(\"tens of thousands\")", "Bare(300_000)", Explained, covers),
            ("AtLeast(100)", "AtMost(200)", Explained, covers),
            ("MoreThan(100)", "About(100)", Explained, covers),
        ],
    );
}

#[test]
fn a_strict_bound_is_held_against_the_figure_and_not_its_halo() {
    hold(
        "flow",
        &[
            ("MoreThan(100)", "Bare(100)", Contradiction, None),
            ("LessThan(200_000)", "Bare(200_000)", Contradiction, None),
            ("MoreThan(100)", "Bare(101)", Explained, Some(Reason::HedgeCovers)),
            ("MoreThan(100)", "LessThan(100)", Contradiction, None),
            ("Bare(\"dozens\")", "Bare(7)", Contradiction, None),
        ],
    );
}

#[test]
fn what_only_the_edges_allow_is_tension() {
    hold(
        "flow",
        &[
            ("About(200_000)", "About(230_000)", Tension, None),
            ("Bare(12_000)", "MoreThan(12_300)", Contradiction, None),
            ("Bare(12_000)", "AtLeast(12_300)", Tension, None),
            ("About(200_000)", "Almost(300_000)", Contradiction, None),
            ("Between(2, 5)", "Between(4, 6)", Explained, Some(Reason::HedgeCovers)),
        ],
    );
}

#[test]
fn a_tolerance_lets_figures_agree_that_are_nearly_the_same() {
    let tolerance = Some(Reason::Tolerance);
    hold(
        "near",
        &[
            ("Between(900, 950)", "Between(1_000, 1_100)", Explained, tolerance),
            ("Between(900_000, 949_999)", "Exactly(1_000_000)", Contradiction, None),
            ("Exactly(0)", "Exactly(1)", Contradiction, None),
            ("Exactly(-1_000)", "Exactly(-950)", Explained, tolerance),
            ("MoreThan(100)", "Bare(100)", Contradiction, None),
            ("Between(100, 120)", "Between(100, 120)", Agreement, None),
            ("About(200_000)", "About(230_000)", Tension, None),
        ],
    );
    hold("stock", &[("Between(900, 950)", "Between(1_000, 1_100)", Contradiction, None)]);
    assert!(values("near", "Exactly(950)", "Exactly(1_000)").is_of_values());
}

#[test]
fn gaps_are_ratios_or_points() {
    let ratio = values("flow", "About(200_000)", "Almost(300_000)").gap.unwrap().size;
    assert!((ratio - 270.0 / 220.0).abs() < 1e-9);
    assert_eq!(values("share", "UpTo(40)", "Bare(45)").gap.unwrap().size, 5.0);
    assert_eq!(values("ratio", "Bare(\"doubled\")", "Bare(\"tripled\")").relation, Contradiction);
}

#[test]
fn slips_are_hinted_at() {
    let hints = |measure: &str, a: &str, b: &str| {
        values(measure, a, b).hints.into_iter().map(|hint| hint.kind).collect::<Vec<_>>()
    };
    assert_eq!(hints("flow", "Bare(1_200)", "Bare(12_000)"), [HintKind::ScaleSlip]);
    assert_eq!(hints("length", "Bare(160.9)", "Bare(100.1)"), [HintKind::UnitSlip]);
    assert_eq!(hints("flow", "Bare(14_731)", "Bare(17_431)"), [HintKind::SwappedDigits]);
    assert_eq!(hints("flow", "Bare(14_731)", "Bare(19_000)"), []);
}

fn scoped(measure: &str, scope_a: &str, a: &str, scope_b: &str, b: &str) -> Comparison {
    let fields = |scope: &str, value: &str| format!("measure: \"{measure}\", {scope}, value: {value}");
    compare(&fields(scope_a, a), &fields(scope_b, b))
}

#[test]
fn a_part_fits_its_whole_or_exceeds_it() {
    let (town, land) = ("place: \"town\", period: In(\"2024\")", "place: \"land\", period: In(\"2024\")");
    let fits = scoped("flow", town, "Bare(120)", land, "Bare(3_400)");
    assert_eq!((fits.relation, fits.reasons), (Explained, vec![Reason::Place, Reason::PartOfWhole]));
    let exceeds = scoped("flow", town, "Bare(5_120)", land, "Bare(3_400)");
    assert_eq!((exceeds.relation, exceeds.reasons), (Contradiction, vec![Reason::Place, Reason::PartOfWhole]));
    let share = scoped("share", town, "Bare(51)", land, "Bare(34)");
    assert_eq!((share.relation, share.reasons), (Explained, vec![Reason::Place]));
    let crossed = scoped(
        "flow",
        "place: \"town\", period: In(\"2024\")",
        "Bare(9)",
        "place: \"land\", period: In(\"2024-05\")",
        "Bare(3)",
    );
    assert_eq!((crossed.relation, crossed.reasons), (Explained, vec![Reason::Place, Reason::Period]));
    let apart = scoped("flow", "place: \"sea\"", "Bare(9)", "place: \"land\"", "Bare(3)");
    assert_eq!((apart.relation, apart.reasons), (Explained, vec![Reason::Place]));
}

#[test]
fn a_condition_that_one_side_sets_accounts_for_a_part_that_exceeds() {
    let (town, land) = (
        "place: \"town\", period: In(\"2024\"), definition: \"twice counted\"",
        "place: \"land\", period: In(\"2024\")",
    );
    let found = scoped("flow", town, "Bare(5_120)", land, "Bare(3_400)");
    assert_eq!((found.relation, found.reasons), (Explained, vec![Reason::Definition]));
    assert!(!found.conditional_on.is_empty());
}

#[test]
fn members_lie_within_a_spread_over_them() {
    let (town, land) = ("place: \"town\", period: In(\"2024\")", "place: \"land\", period: In(\"2024\")");
    assert_eq!(scoped("share", town, "Bare(4.5)", land, "Spread(5, 0.5)").relation, Explained);
    assert_eq!(scoped("share", town, "Bare(7.5)", land, "Spread(5, 0.5)").relation, Contradiction);
}

#[test]
fn running_totals_grow() {
    let until = |day: &str| format!("period: Since(date: \"2024-05-01\", as_of: \"{day}\")");
    let later = scoped("flow", &until("2024-05-09"), "Bare(143)", &until("2024-05-03"), "Bare(98)");
    assert_eq!((later.relation, later.reasons), (Explained, vec![Reason::Period, Reason::PartOfWhole]));
    let falls = scoped("flow", &until("2024-05-09"), "Bare(98)", &until("2024-05-03"), "Bare(143)");
    assert_eq!(falls.relation, Contradiction);
}

#[test]
fn what_one_side_leaves_open_is_a_condition() {
    let found = scoped("stock", "place: \"land\", period: In(\"2024\")", "Bare(98)", "place: \"land\"", "Bare(143)");
    assert_eq!(found.relation, Contradiction);
    let fields: Vec<String> = found.conditional_on.iter().map(|condition| condition.field.to_string()).collect();
    assert_eq!(fields, ["period"]);
    assert!(found.would_decide[0].contains("period"));
    let elsewhere =
        scoped("stock", "period: In(\"2024\")", "Bare(98)", "place: \"land\", period: In(\"2024\")", "Bare(143)");
    assert_eq!(elsewhere.conditional_on.len(), 1);
}
