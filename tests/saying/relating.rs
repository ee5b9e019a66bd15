//! How claims relate: ranks, quotes, tolls, conditions, periods, identities, revisions.

use gainsay::compare::{Outcome, Relation, Rung, Side};

use crate::saying::compared;

/// What several hold together, none of them holds alone.
#[test]
fn ranks_that_several_share_clash_with_no_other() {
    let rank = |fields: &str| format!("Rank(measure: \"length\", {fields})");
    let shared = rank("subject: Place(\"port\"), rank: 1, to: 3");
    let alone = rank("subject: Place(\"land\"), rank: 2");
    let from_below = rank("subject: Place(\"land\"), rank: 1, from: Bottom");
    for (a, b) in
        [(&shared, &alone), (&alone, &shared), (&shared, &shared.replace("port", "land")), (&alone, &from_below)]
    {
        let found = compared(&[("post", a, ""), ("wire", b, "")]);
        assert_eq!((found.relation, found.gap), (Relation::NotComparable, None), "{a} and {b}: {}", found.why);
    }
}

/// Rows of a period and a value of a text of 5 May, the same of one of 9 May, and how they relate.
#[test]
fn a_toll_that_falls_is_no_later_count_of_the_same() {
    let rows = [
        ("Now", "Bare(300)", "Now", "Bare(200)", Relation::Contradiction),
        ("Now", "Bare(200)", "Now", "Bare(300)", Relation::Explained),
        ("Now", "About(300)", "Now", "About(290)", Relation::Explained),
        ("Now", "AtLeast(300)", "Now", "Bare(200)", Relation::Explained),
        ("Now", "Between(300, 400)", "Now", "Between(200, 299)", Relation::Contradiction),
        ("Now", "Between(300, 400)", "Now", "Between(200, 300)", Relation::Explained),
        ("Now", "Bare(300)", "In(\"2031-05-09\")", "Bare(200)", Relation::Explained),
        ("In(\"2031-05-05\")", "Bare(300)", "Now", "Bare(200)", Relation::Explained),
        ("In(\"2031-05-05\")", "Bare(300)", "In(\"2031-05-09\")", "Bare(200)", Relation::Explained),
    ];
    for (period, value, later, lower, relation) in rows {
        let about =
            |period: &str, value: &str| format!("Quantity(measure: \"stock\", value: {value}, period: {period})");
        let (one, other) = (about(period, value), about(later, lower));
        for claims in [[("post", &*one, ""), ("wire", &*other, "")], [("wire", &*other, ""), ("post", &*one, "")]] {
            assert_eq!(compared(&claims).relation, relation, "{period} {value}, {later} {lower}");
        }
    }
    // Of tolls that may be one figure, the later one does not fall, and both stand for their days.
    let about = |value: &str| format!("Quantity(measure: \"stock\", value: {value}, period: Now)");
    let found = compared(&[("post", &about("Between(300, 400)"), ""), ("wire", &about("Between(200, 300)"), "")]);
    let periods = found.rungs.iter().find(|result| result.rung == Rung::Period).map(|result| result.outcome);
    assert_eq!(periods, Some(Outcome::Apart));
}

#[test]
fn which_period_lies_inside_the_other_is_told() {
    let about = |period: &str| format!("Quantity(measure: \"stock\", value: Bare(20), period: In(\"{period}\"))");
    let part = |a: &str, b: &str| {
        let found = compared(&[("post", &about(a), ""), ("wire", &about(b), "")]);
        found.rungs.into_iter().find(|result| result.rung == Rung::Period).and_then(|result| result.part)
    };
    assert_eq!((part("2031-03", "2031"), part("2031", "2031-03")), (Some(Side::A), Some(Side::B)));
    assert_eq!(part("2031", "2031"), None);
}

#[test]
fn conditions_are_the_same_whatever_their_capitals() {
    let about = |definition: &str| {
        format!("Quantity(measure: \"stock\", value: Bare(20), period: In(\"2031\"), definition: \"{definition}\")")
    };
    let relation = |a, b| compared(&[("post", &about(a), ""), ("wire", &about(b), "")]).relation;
    assert_eq!(relation("Sealed", "sealed"), Relation::Agreement);
    assert_ne!(relation("sealed", "opened"), Relation::Agreement);
}

#[test]
fn nothing_follows_from_two_measures_that_no_identity_links() {
    let about = |measure: &str| format!("Quantity(measure: \"{measure}\", value: Bare(200), period: In(\"2031\"))");
    for (one, other) in
        [("arrivals", "net"), ("departures", "stock"), ("net", "departures"), ("daily", "stock"), ("price", "arrivals")]
    {
        let found = compared(&[("post", &about(one), ""), ("wire", &about(other), "")]);
        assert_eq!(found.derived, None, "{one} and {other}");
    }
}

#[test]
fn what_one_side_leaves_open_keeps_no_identity_from_being_reckoned() {
    let about = |fields: &str| format!("Quantity({fields}, value: Bare(200), period: In(\"2031\"))");
    let derived = |arrivals: &str, departures: &str| {
        let (one, other) = (format!("measure: \"arrivals\"{arrivals}"), format!("measure: \"departures\"{departures}"));
        compared(&[("post", &about(&one), ""), ("wire", &about(&other), "")]).derived.is_some()
    };
    assert!(derived("", "") && derived(", place: \"port\"", "") && derived("", ", of: \"sailors\""));
    assert!(!derived(", place: \"port\"", ", place: \"sea\"") && !derived("", ", definition: \"registered\""));
}

/// Quotes of one speaker on one passage by their occasions and words, and how they relate.
#[test]
fn quotes_of_two_occasions_are_not_held_against_each_other() {
    let quote = |occasion: &str| format!("Quote(speaker: \"owner\", {occasion} passage: \"why\")");
    let said = |words: &str| format!("evidence: [(fragment: \"{words}\")]");
    let (storm, fire) = ("occasion: \"storm\",", "occasion: \"fire\",");
    let rows = [
        (storm, "we shall build anew", storm, "we shall build", Relation::Agreement),
        (storm, "we shall build", storm, "we shall build", Relation::Agreement),
        (storm, "we shall build", storm, "we shall leave", Relation::Contradiction),
        (storm, "we shall build", fire, "we shall leave", Relation::NotComparable),
        (storm, "we shall build", "", "we shall leave", Relation::Contradiction),
    ];
    for (one, words, other, other_words, relation) in rows {
        let (a, b) = (quote(one), quote(other));
        for claims in [
            [("post", &*a, &*said(words)), ("echo", &*b, &*said(other_words))],
            [("echo", &*b, &*said(other_words)), ("post", &*a, &*said(words))],
        ] {
            assert_eq!(compared(&claims).relation, relation, "{one} {words}, {other} {other_words}");
        }
    }
}

#[test]
fn ranks_of_two_things_in_two_places_are_two_matters() {
    let rank = |place: &str, rank: u32| format!("Rank(measure: \"length\", subject: Place(\"{place}\"), rank: {rank})");
    let relation = |a: String, b: String| compared(&[("post", &a, ""), ("wire", &b, "")]).relation;
    assert_eq!(relation(rank("port", 2), rank("land", 5)), Relation::NotComparable);
    assert_eq!(relation(rank("port", 2), rank("land", 2)), Relation::Contradiction);
    let below = rank("port", 2).replace("rank: 2", "rank: 2, from: Bottom");
    let found = compared(&[("post", &rank("port", 2), ""), ("wire", &below, "")]);
    let values = found.rungs.iter().find(|result| result.rung == Rung::Values).unwrap();
    assert_eq!((found.relation, values.outcome.word()), (Relation::NotComparable, "apart"));
}

#[test]
fn who_revises_whom_is_told_on_the_last_rung() {
    let about = |value: u32| format!("Quantity(measure: \"stock\", value: Bare({value}), period: In(\"2031\"))");
    let revision = |a: &str, b: &str| {
        let found = compared(&[("post", &about(200), a), ("wire", &about(300), b)]);
        found.rungs.into_iter().find(|result| result.rung == Rung::Revision).map(|result| (result.a, result.b))
    };
    let revises = || Some("revises the other".to_owned());
    assert_eq!(revision("supersedes: [\"b\"],", ""), Some((revises(), None)));
    assert_eq!(revision("", "supersedes: [\"a\"],"), Some((None, revises())));
    assert_eq!(revision("", ""), Some((None, None)));
    let told = |value: &str| format!("Quantity(measure: \"stock\", value: {value}, period: In(\"2031\"))");
    let by = "attributed_to: Actor(\"owner\"),";
    let found = compared(&[("post", &told("MoreThan(300)"), by), ("wire", &told("Bare(300)"), by)]);
    let last = found.rungs.into_iter().find(|result| result.rung == Rung::Revision).unwrap();
    let one = Some("one origin's figure".to_owned());
    assert_eq!((last.a, last.b, found.relation), (one.clone(), one, Relation::Explained));
}
