//! The shipped graph: one minister's figure through six sources, and what hangs on him.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use gainsay::findings::{Desk, Impact, impact, known_at, questions, without};
use gainsay::graph::Node;
use gainsay::lint::{Code, Lint, lint};
use gainsay::model::{Archive, PartialDate};
use gainsay::store::load;
use gainsay::trace::{Drift, DriftKind, End, How, Origin, Proposal, Step, What, chain, drifts, proposals};

use crate::trace::falling::wrong;

static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    load(&dir).unwrap_or_else(|error| panic!("{error:?}"))
});
static DESK: LazyLock<Desk<'static>> = LazyLock::new(|| Desk::new(&ARCHIVE));

const MINISTRY: &str = "kazakh-interior-ministry";
/// Every claim with the minister's figure of arrivals.
const ARRIVALS: [&str; 6] = [
    "kz-arrivals-200k-cnn",
    "kz-arrivals-200k-minister",
    "kz-arrivals-200k-ministry",
    "kz-arrivals-200k-novaya",
    "kz-arrivals-200k-pravda",
    "kz-arrivals-200k-rferl",
];

fn root(claim: &str) -> Step {
    chain(&ARCHIVE, &DESK.ancestry, &ARCHIVE.claims[claim])
}

fn origins(claim: &str) -> Vec<Origin> {
    DESK.origins(&ARCHIVE.claims[claim]).cloned().collect()
}

fn actors(root: &Step) -> Vec<&str> {
    let actor = |step: &&Step| matches!(step.what, What::Actor(_));
    root.walk()
        .into_iter()
        .filter(actor)
        .map(|step| if let What::Actor(id) = &step.what { id.as_str() } else { "" })
        .collect()
}

fn proposed(claim: &str) -> Vec<Proposal> {
    proposals(&ARCHIVE, &DESK.ancestry, &ARCHIVE.claims[claim])
}

fn drift(claim: &str, kind: DriftKind) -> Option<Drift> {
    drifts(&ARCHIVE, &DESK.ancestry, &ARCHIVE.claims[claim]).into_iter().find(|drift| drift.kind == kind)
}

fn minister() -> Impact {
    impact(&DESK, &Node::Actor("kazakh-interior-minister".into()))
}

fn lints(code: Code) -> Vec<Lint> {
    lint(&DESK, None).into_iter().filter(|found| found.code == code).collect()
}

#[test]
fn six_sources_have_it_from_one_ministry() {
    for claim in ARRIVALS {
        assert_eq!(origins(claim), [Origin::Actor(MINISTRY.into())], "{claim}");
    }
    assert_eq!(actors(&root("kz-arrivals-200k-minister")), ["akhmetzhanov", "kazakh-interior-minister", MINISTRY]);
    assert_eq!(actors(&root("kz-arrivals-200k-ministry")), [MINISTRY]);
}

#[test]
fn a_named_outlet_stands_in_the_chain_where_the_text_names_one() {
    let outlets = [
        ("kz-arrivals-200k-novaya", "Interfax"),
        ("kz-arrivals-200k-pravda", "zakon.kz"),
        ("kz-arrivals-200k-cnn", "Kazinform"),
        ("kz-arrivals-98k-teller", "RIA Novosti"),
    ];
    for (claim, outlet) in outlets {
        let first = root(claim).above.remove(0);
        let expected = (How::TakenFrom, What::Outlet(outlet.to_owned()), Some(End::NotHeld));
        assert_eq!((first.how, first.what, first.end), expected, "{claim}");
        assert!(proposed(claim).is_empty(), "{claim}");
    }
}

#[test]
fn where_no_text_names_a_carrier_there_are_proposals_and_no_edges() {
    for claim in ["kz-arrivals-200k-minister", "kz-arrivals-200k-ministry"] {
        let from: BTreeSet<String> = proposed(claim).iter().map(|one| one.from.to_string()).collect();
        let dated =
            ["kz-arrivals-200k-cnn", "kz-arrivals-200k-novaya", "kz-arrivals-200k-pravda", "kz-arrivals-200k-rferl"];
        assert_eq!(from, dated.map(str::to_owned).into(), "{claim}");
        assert!(proposed(claim).iter().all(|one| one.same_speaker && !one.rounded && !one.earlier), "{claim}");
        assert!(root(claim).above.iter().all(|step| step.how != How::TakenFrom), "{claim}");
    }
}

#[test]
fn some_figures_are_the_end() {
    let root = root("kz-arrivals-300k");
    assert_eq!((root.above.len(), root.end), (0, Some(End::Unnamed("some figures".to_owned()))));
    let origin = Origin::Unnamed("next-for-russians-2022".into(), "some figures".to_owned());
    assert_eq!(origins("kz-arrivals-300k"), [origin]);
}

#[test]
fn a_rounded_figure_is_proposed_and_not_taken_for_granted() {
    let proposed = proposed("kz-arrivals-100k-week");
    let teller = proposed.iter().find(|one| one.from.as_str() == "kz-arrivals-98k-teller").expect("a proposal");
    assert!(teller.rounded && !teller.same_speaker && !teller.earlier);
    let claims = root("kz-arrivals-100k-week");
    let certain = claims.walk().into_iter().filter(|step| step.how != How::Proposed && step.how != How::Asked);
    assert!(certain.into_iter().all(|step| !matches!(step.what, What::Claim(_))));
    assert!(origins("kz-arrivals-100k-week").iter().all(|origin| !origin.is_named()));
}

#[test]
fn a_copied_passage_counts_once_and_only_for_what_stands_in_it() {
    let inside = ["ca-china-against-retaliation-grace", "ca-china-invested-billions-grace", "kz-xi-in-astana-grace"];
    let shares = |claim: &str| root(claim).above.iter().any(|step| step.how == How::SharesPassage);
    for claim in inside {
        assert!(shares(claim), "{claim}");
        assert_eq!(origins(claim), [Origin::Unattributed("doolotkeldieva-2022".into())], "{claim}");
    }
    let all = ARCHIVE.claims.keys().filter(|id| shares(id.as_str()));
    assert_eq!(all.count(), inside.len());
    assert_eq!(origins("kz-visa-free-90"), [Origin::Unattributed("tracking-russian-migrants-2022".into())]);
}

#[test]
fn hedges_come_and_go_and_so_does_what_is_counted() {
    let hedge = drift("kz-arrivals-200k-rferl", DriftKind::Hedge).expect("a drift");
    assert!(hedge.text.contains("about 200,000") && hedge.text.contains("more than 200,000"), "{}", hedge.text);
    assert_eq!(hedge.claims.len(), ARRIVALS.len());
    let counted = drift("kz-departures-147k-cnn", DriftKind::Population).expect("a drift");
    assert!(counted.text.contains("of the arrivals"), "{}", counted.text);
    assert!(ARCHIVE.claims.keys().all(|claim| drift(claim.as_str(), DriftKind::Backwards).is_none()));
}

/// The claims on the word of the minister or of whoever holds the office.
fn on_his_word() -> BTreeSet<String> {
    let his = |claim: &&str| actors(&root(claim)).contains(&"kazakh-interior-minister");
    ARCHIVE.claims.keys().map(|id| id.as_str()).filter(his).map(str::to_owned).collect()
}

#[test]
fn what_rests_on_the_minister() {
    let found = minister();
    assert_eq!(found.claims.alone.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), on_his_word());
    let named = ARRIVALS.iter().filter(|id| found.claims.alone.contains(**id));
    assert_eq!(named.count(), ARRIVALS.len() - 1, "the ministry's own figure does not come through him");
    assert!(found.same_origin.contains("kz-arrivals-200k-ministry"));
    assert!(found.claims.partly.is_empty());
    let sources: BTreeSet<_> = found.claims.alone.iter().map(|id| ARCHIVE.claims[id].source.clone()).collect();
    assert_eq!(found.to_correct, sources);
}

#[test]
fn the_arrivals_stay_disputed_without_him() {
    let found = minister();
    let weaker: Vec<_> = found.weaken.iter().map(|question| question.title.as_str()).collect();
    assert_eq!(weaker, ["How many Russian citizens entered Kazakhstan?"]);
    assert!(found.vanish.is_empty() && found.appear.is_empty());
}

#[test]
fn impact_is_what_removing_changes() {
    let sources = ["rferl-2022-10-04", "next-for-russians-2022", "carnegie-endowment-original"];
    let actors = ["kazakh-interior-minister", MINISTRY, "world-bank"];
    let records = (sources.map(|id| Node::Source(id.into())).into_iter())
        .chain(actors.map(|id| Node::Actor(id.into())))
        .chain([Node::Claim("kz-arrivals-300k".into())]);
    for record in records {
        assert_eq!(wrong(&ARCHIVE, &record), None, "without {record:?}");
    }
}

#[test]
fn without_a_record_and_before_a_day_are_two_views() {
    let day: PartialDate = "2022-10-01".parse().unwrap();
    let (then, undated) = known_at(&ARCHIVE, day.last_day());
    assert!(then.claims.contains_key("kz-arrivals-98k-teller"));
    assert!(ARRIVALS.iter().all(|claim| !then.claims.contains_key(*claim)));
    assert!(undated.iter().any(|source| source.id.as_str() == "doolotkeldieva-2022"));
    assert!(questions(&Desk::new(&then)).iter().all(|question| !question.is_disagreement()));

    let left = without(&ARCHIVE, &Node::Actor("kazakh-interior-minister".into()));
    assert_eq!(left.claims.len() + on_his_word().len(), ARCHIVE.claims.len());
    assert!(left.claims.contains_key("kz-arrivals-200k-ministry") && left.claims.contains_key("kz-arrivals-300k"));
}

#[test]
fn what_lint_finds_and_what_it_does_not() {
    let strained = lints(Code::StrainedSum);
    assert_eq!(strained.len(), 1);
    assert!(strained[0].message.contains("yahoo-news-2022-11-29"), "{}", strained[0].message);
    let spelt: Vec<_> = lints(Code::SpellingVariant).into_iter().map(|lint| lint.message).collect();
    assert!(spelt.iter().any(|text| text.contains("Qasym-Zhomart Toqaev")), "{spelt:?}");
    assert!(spelt.iter().any(|text| text.contains("Kassym-Jomat Tokayev")), "{spelt:?}");
    for code in [Code::CircularSourcing, Code::TakenFromLater, Code::FallingToll, Code::LookAlikes, Code::BrokenSum] {
        assert_eq!(lints(code), [], "{}", code.name());
    }
}
