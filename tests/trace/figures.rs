//! Which claims may be one another's ancestors, and what is no drift.

use gainsay::model::{Archive, Claim};
use gainsay::trace::{Ancestry, Drift, DriftKind, drifts, is_one_figure, is_one_subject};

use crate::trace::made_up::{WEEKS, claim, graph};

const SOURCES: &str = r#"[(id: "early", published: "2031-04-02"), (id: "late", published: "2031-04-05")]"#;
const OFFICE: &str = r#"attributed_to: Actor("harbour-office"),"#;

/// Two claims of what the office said, one source after the other.
fn pair(first: &str, second: &str) -> Archive {
    let one = |id: &str, about: &str| {
        format!(r#"(id: "{id}", says: "made up", evidence: [(fragment: "made up")], {OFFICE} about: {about})"#)
    };
    graph(SOURCES, &[("early", one("first", first)), ("late", one("second", second))])
}

fn both(archive: &Archive) -> [&Claim; 2] {
    ["first", "second"].map(|id| &archive.claims[id])
}

fn drift(archive: &Archive, kind: DriftKind) -> Option<Drift> {
    let found = drifts(archive, &Ancestry::new(archive), &archive.claims["first"]);
    found.into_iter().find(|drift| drift.kind == kind)
}

/// Of what is no quantity, both say the same; of one passage of a speaker the occasion may be left out.
#[test]
fn what_is_no_quantity_is_one_figure_where_both_say_the_same() {
    let storm = |when: &str| format!(r#"Date(event: "storm", when: In("{when}"))"#);
    let quote = |passage: &str, rest: &str| format!(r#"Quote(speaker: "harbour-master", passage: "{passage}"{rest})"#);
    let then = r#", occasion: "storm""#;
    let rows = [
        (storm("2031-03-20"), storm("2031-03-20"), true),
        (storm("2031-03-20"), storm("2031-03-21"), false),
        (quote("the ropes", ""), quote("the ropes", then), true),
        (quote("the ropes", ""), quote("the quay", ""), false),
        (quote("the ropes", ""), storm("2031-03-20"), false),
    ];
    for (first, second, expected) in rows {
        let archive = pair(&first, &second);
        let [a, b] = both(&archive);
        assert_eq!((is_one_figure(a, b), is_one_figure(b, a)), (expected, expected), "{first} and {second}");
    }
}

#[test]
fn claims_of_two_places_are_of_two_subjects() {
    let arrivals =
        |scope: &str| format!(r#"Quantity(measure: "arrivals", {scope} value: Bare(4_200), period: In("2031"))"#);
    let rows = [
        (r#"place: "port","#, r#"place: "port","#, true),
        (r#"place: "port","#, "", true),
        (r#"place: "port","#, r#"place: "island","#, false),
        (r#"place: "port", of: "sailors","#, r#"place: "port","#, true),
    ];
    for (first, second, expected) in rows {
        let archive = pair(&arrivals(first), &arrivals(second));
        let [a, b] = both(&archive);
        assert_eq!((is_one_subject(a, b), is_one_subject(b, a)), (expected, expected), "{first} and {second}");
    }
}

#[test]
fn a_hedge_drifts_on_one_subject_only() {
    let about = |value: &str, place: &str| {
        format!(r#"Quantity(measure: "arrivals", place: "{place}", value: {value}, period: In("2031"))"#)
    };
    let changed = drift(&pair(&about("About(4_000)", "port"), &about("MoreThan(4_000)", "port")), DriftKind::Hedge);
    assert_eq!(changed.map(|drift| drift.text).as_deref(), Some("about 4,000 → more than 4,000"));
    assert_eq!(
        drift(&pair(&about("About(4_000)", "port"), &about("MoreThan(4_000)", "island")), DriftKind::Hedge),
        None
    );
}

#[test]
fn what_is_counted_drifts_with_one_figure_of_one_measure_only() {
    let sailors = claim("first", "Bare(4_200)", WEEKS, OFFICE);
    let anybody = |value: &str| claim("second", value, WEEKS, OFFICE).replace(r#"of: "sailors","#, "");
    let of = |second: String| graph(SOURCES, &[("early", sailors.clone()), ("late", second)]);
    let changed = drift(&of(anybody("Bare(4_200)")), DriftKind::Population).expect("a drift");
    assert_eq!(changed.text, "early: sailors · late: ");
    assert_eq!(drift(&of(anybody("Bare(9_000)")), DriftKind::Population), None);
    let rank = r#"about: Rank(measure: "arrivals", subject: Place("port"), rank: 1)"#;
    let other = format!(r#"(id: "second", says: "made up", evidence: [(fragment: "made up")], {OFFICE} {rank})"#);
    assert_eq!(drift(&of(other), DriftKind::Population), None);
}

#[test]
fn what_is_no_figure_has_no_drift_of_what_is_counted() {
    let denied = |of: &str| format!(r#"Stance(proposition: "warned", stance: Denies{of})"#);
    assert_eq!(drift(&pair(&denied(r#", of: "sailors""#), &denied("")), DriftKind::Population), None);
}
