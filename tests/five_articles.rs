//! The shipped graph: how the claims of the five articles come out against each other and against the reference sources.

use std::path::Path;
use std::sync::LazyLock;

use gainsay::compare::{Comparison, HintKind, Reason, Relation};
use gainsay::findings::{Desk, Question, questions};
use gainsay::model::Archive;
use gainsay::store;

static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    store::load(&dir).unwrap_or_else(|error| panic!("{error:?}"))
});

fn compare(a: &str, b: &str) -> Comparison {
    let claim = |id: &str| ARCHIVE.claims.get(id).unwrap_or_else(|| panic!("no claim {id}"));
    let desk = Desk::new(&ARCHIVE);
    let forth = desk.compare(claim(a), claim(b));
    let back = desk.compare(claim(b), claim(a));
    assert_eq!((forth.relation, &forth.reasons), (back.relation, &back.reasons), "{a} and {b} are not symmetric");
    forth
}

/// Each row: two claims, the relation, reasons that must be among those given, and whether the relation is conditional.
fn hold(rows: &[(&str, &str, Relation, &[Reason], bool)]) {
    for (a, b, relation, reasons, conditional) in rows {
        let found = compare(a, b);
        assert_eq!(found.relation, *relation, "{a} and {b}: {}", found.why);
        assert!(reasons.iter().all(|reason| found.reasons.contains(reason)), "{a} and {b}: {:?}", found.reasons);
        assert_eq!(!found.conditional_on.is_empty(), *conditional, "{a} and {b}: {:?}", found.conditional_on);
    }
}

fn has_hint(a: &str, b: &str, kind: HintKind) -> bool {
    compare(a, b).hints.iter().any(|hint| hint.kind == kind)
}

fn question(claims: [&str; 2]) -> Question {
    let all = questions(&Desk::new(&ARCHIVE));
    let holds = |question: &Question| {
        let ids = question.claims();
        claims.iter().all(|claim| ids.iter().any(|id| id.as_str() == *claim))
    };
    all.into_iter().find(holds).unwrap_or_else(|| panic!("no question on {claims:?}"))
}

use Reason as Because;
use Relation::{Agreement, Contradiction, Explained, NotComparable};

#[test]
fn arrivals_after_the_mobilisation() {
    hold(&[
        ("kz-arrivals-200k-ministry", "kz-arrivals-300k", Contradiction, &[], false),
        ("kz-arrivals-200k-minister", "kz-arrivals-300k", Contradiction, &[], true),
        ("kz-arrivals-200k-minister", "kz-arrivals-200k-ministry", Agreement, &[], true),
        ("kz-arrivals-100k-week", "kz-arrivals-200k-minister", Explained, &[Because::Period], true),
        (
            "kz-arrivals-100k-week",
            "kz-arrivals-200k-ministry",
            Explained,
            &[Because::Period, Because::PartOfWhole],
            true,
        ),
    ]);
    for claim in ["kz-arrivals-200k-ministry", "kz-arrivals-200k-minister"] {
        let gap = compare(claim, "kz-arrivals-300k").gap.expect("a gap").size;
        assert!((1.2..1.35).contains(&gap), "{claim}: {gap}");
    }
}

#[test]
fn one_ministry_is_one_origin_and_an_unnamed_one_may_be_any() {
    let question = question(["kz-arrivals-200k-ministry", "kz-arrivals-300k"]);
    assert_eq!(question.relation, Contradiction);
    assert!(question.conditional_on.is_empty());
    let side = |claim: &str| {
        let of = |id: &gainsay::model::ClaimId| id.as_str() == claim;
        question.positions.iter().find(|side| side.claims.iter().any(of)).expect("a position")
    };
    let (ministry, unnamed) = (side("kz-arrivals-200k-minister"), side("kz-arrivals-300k"));
    assert!(ministry.claims.iter().any(|id| id.as_str() == "kz-arrivals-200k-ministry"));
    assert_eq!(gainsay::trace::count(&ministry.origins).to_string(), "1 origin");
    assert!(ministry.origins.iter().all(gainsay::trace::Origin::is_named));
    let both = ministry.origins.iter().chain(&unnamed.origins);
    assert_eq!(gainsay::trace::count(both).to_string(), "1 to 2 origins");
}

#[test]
fn applications_entries_and_dollars_are_not_counted_against_each_other() {
    let all = [Because::Counted, Because::Population, Because::Period];
    hold(&[
        ("kz-id-numbers-70k", "kz-id-applications-200k", NotComparable, &all, false),
        ("kz-arrivals-200k-minister", "kz-id-applications-200k", NotComparable, &[Because::Measure], false),
        ("kz-investor-visa-300k", "kz-arrivals-300k", NotComparable, &[Because::Measure], false),
        ("ru-migrants-4m", "ru-worker-arrivals-2m-2024", NotComparable, &[Because::Basis], false),
    ]);
}

#[test]
fn when_the_mobilisation_was_announced() {
    hold(&[
        ("ru-mobilisation-october", "ru-mobilisation-21-september-doolotkeldieva", Contradiction, &[], true),
        ("ru-mobilisation-october", "ru-mobilisation-21-september-features", Contradiction, &[], true),
        ("ru-mobilisation-after-eight-months", "ru-mobilisation-21-september-features", Contradiction, &[], true),
        ("ru-mobilisation-october", "carnegie-written-after-seven-months", NotComparable, &[Because::Measure], false),
    ]);
}

#[test]
fn remittances() {
    hold(&[
        ("tj-remittances-up-to-40", "tj-remittances-45", Contradiction, &[], true),
        ("tj-remittances-up-to-40", "tj-remittances-48-2", Contradiction, &[], true),
        ("kg-remittances-up-to-40", "kg-remittances-25", Explained, &[Because::HedgeCovers], true),
        ("uz-remittances-15bn", "uz-remittances-14-8bn", Explained, &[Because::Rounding], true),
        ("uz-remittances-11-5bn-from-russia", "uz-remittances-14-8bn", Explained, &[Because::PartOfWhole], true),
        ("uz-remittances-14-of-gdp", "uz-remittances-14-of-gdp-tengele", Agreement, &[], true),
    ]);
    assert!(has_hint("tj-remittances-up-to-40", "tj-remittances-45", HintKind::ImpliedLimit));
    assert!(has_hint("tj-remittances-up-to-40", "tj-remittances-45", HintKind::SharedFigure));
}

#[test]
fn stays_without_a_visa() {
    hold(&[
        ("kz-visa-free-90", "kz-visa-free-30", Contradiction, &[], false),
        ("kz-visa-free-up-to-90", "kz-visa-free-30", Contradiction, &[], false),
        ("kz-visa-free-90", "kz-visa-free-up-to-90", Agreement, &[], false),
        ("uz-visa-free-60", "uz-stay-15-unregistered", Explained, &[Because::Definition], true),
        ("uz-visa-free-60", "uz-stay-60-registered", Agreement, &[], true),
    ]);
}

#[test]
fn figures_that_two_articles_share() {
    hold(&[
        ("kz-departures-147k-own-voice", "kz-departures-147k-ministry", Agreement, &[], true),
        ("kz-border-length-7644", "kz-border-length-7644-km", Agreement, &[], false),
        ("kz-ethnic-russians-18-before", "kz-ethnic-russians-18-in-2020", Agreement, &[], true),
        ("kz-ethnic-russians-18-before", "kz-ethnic-russians-37-in-1991", Explained, &[Because::Period], true),
    ]);
}

#[test]
fn the_border_and_the_caption() {
    hold(&[
        ("kz-border-second-longest", "kz-border-longest-continuous", Explained, &[Because::Definition], true),
        ("kz-ata-meken-astana-1400-km", "kz-ata-meken-astana-250-miles", Contradiction, &[], false),
        (
            "kz-mariinsky-chelyabinsk-400-km",
            "kz-mariinsky-chelyabinsk-250-miles",
            Explained,
            &[Because::UnitConversion],
            false,
        ),
    ]);
    let slip = compare("kz-ata-meken-astana-1400-km", "kz-ata-meken-astana-250-miles");
    let hint = slip.hints.iter().find(|hint| hint.kind == HintKind::ConversionSlip).expect("a hint");
    assert!(hint.text.contains("1,400 km are 870 mi"), "{}", hint.text);
}

#[test]
fn what_newcomers_do_and_what_becomes_of_migrants() {
    hold(&[
        ("kz-newcomers-mostly-in-it", "kg-am-newcomers-no-longer-it", Explained, &[Because::Place], false),
        ("ru-migrants-mobilised-embassy-denies", "ru-migrants-mobilised-reports", Contradiction, &[], false),
        ("ru-migrants-mobilised-embassy-denies", "ru-leaflets-at-sakharovo", NotComparable, &[Because::Measure], false),
        (
            "ru-migrants-mobilised-embassy-denies",
            "ru-migrants-offered-pay-openly",
            NotComparable,
            &[Because::Measure],
            false,
        ),
    ]);
    let denial = compare("ru-migrants-mobilised-embassy-denies", "ru-migrants-forced-rights-defenders");
    assert_eq!(denial.relation, NotComparable);
    assert!(has_hint("kz-newcomers-mostly-in-it", "kg-am-newcomers-no-longer-it", HintKind::WorthALook));
    assert!(question(["kz-newcomers-mostly-in-it", "kg-am-newcomers-no-longer-it"]).worth_a_look);
}

#[test]
fn one_utterance_in_two_translations() {
    hold(&[
        ("kz-tokayev-desperate-situation", "kz-tokayev-hopeless-situation", Explained, &[Because::Translation], true),
        ("kz-tokayev-look-after", "kz-tokayev-take-care", Explained, &[Because::Translation], true),
    ]);
    let wording = compare("kz-tokayev-desperate-situation", "kz-tokayev-hopeless-situation").wording;
    let differing: Vec<&str> = wording.iter().map(|run| run.words.as_str()).collect();
    assert!(differing.contains(&"desperate") && differing.contains(&"hopeless"), "{differing:?}");
}

#[test]
fn rents_never_contradict() {
    let rents =
        ["tj-rents-up-13-to-20", "uz-rents-150-to-400", "cities-rents-twice", "capitals-rents-doubled-and-tripled"];
    for (at, a) in rents.iter().enumerate() {
        for b in &rents[at + 1..] {
            hold(&[(
                a,
                b,
                Explained,
                &[Because::Place],
                a.contains("cities") || b.contains("capitals") || b.contains("cities"),
            )]);
        }
    }
}

#[test]
fn floors_never_contradict_large_figures() {
    let floors = [
        "kz-arrivals-scores-bound-further",
        "post-soviet-arrivals-tens-of-thousands",
        "post-soviet-arrivals-men-tens-of-thousands",
        "kg-arrivals-thousands-first-wave",
    ];
    for floor in floors {
        for figure in ["kz-arrivals-200k-minister", "kz-arrivals-200k-ministry", "kz-arrivals-300k", "kg-arrivals-192k"]
        {
            assert_eq!(compare(floor, figure).relation, Explained, "{floor} and {figure}");
        }
    }
}

#[test]
fn the_net_of_entries_and_exits_is_an_interval_of_crossings() {
    let derived = compare("kz-arrivals-200k-ministry", "kz-departures-147k-ministry").derived.expect("a figure");
    assert_eq!(derived.unit, "crossings");
    assert_eq!((derived.low, derived.high), (Some(32_500.0), Some(73_500.0)));
}

#[test]
fn every_claim_of_the_five_articles_has_evidence_in_its_text() {
    for claim in ARCHIVE.claims.values() {
        let has_text = ARCHIVE.sources[&claim.source].text.is_some();
        assert!(!claim.evidence.is_empty(), "{}", claim.id);
        assert!(claim.evidence.iter().all(|evidence| evidence.bytes.is_some() == has_text), "{}", claim.id);
    }
}

#[test]
fn evidence_stands_where_the_texts_are_at_hand() {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !texts.is_dir() {
        println!("no texts beside the project: nothing to hold the evidence against");
        return;
    }
    let report = store::verify(&ARCHIVE, &texts);
    assert_eq!((report.texts, report.findings.len()), (5, 0), "{:?}", report.findings);
}

#[test]
fn one_actor_has_three_spellings() {
    let found = gainsay::lint::lint(&Desk::new(&ARCHIVE), None);
    let spellings: Vec<&str> =
        found.iter().map(|lint| lint.message.as_str()).filter(|text| text.contains("spells")).collect();
    assert!(spellings.iter().any(|text| text.contains("Kassym-Jomat")), "{spellings:?}");
    assert!(spellings.iter().any(|text| text.contains("Qasym-Zhomart")), "{spellings:?}");
}
