//! Judgements: a `ClaimReview` with a rating where a claim itself was judged, and nowhere else.

use gainsay::export::Format;
use gainsay::model::{Archive, Judged, Judgement};
use serde_json::Value;

use crate::linked::support::{exported, of_class, shipped, triples};

const MINISTER: &str = "kz-arrivals-200k-minister";
const FIGURES: &str = "kz-arrivals-300k";

/// The shipped graph with a judgement on one claim, and one on two.
fn judged() -> Archive {
    let mut archive = shipped();
    let on = |id: &str| Judged { claim: id.into(), fingerprint: Some(archive.claims[id].fingerprint.clone()) };
    let judgement = |id: &str, on: Vec<Judged>, verdict: &str| Judgement {
        id: id.into(),
        on,
        verdict: verdict.into(),
        by: "desk".into(),
        date: "2026-01-02".parse().unwrap(),
    };
    let judgements = vec![
        judgement("pair", vec![on(MINISTER), on(FIGURES)], "dismissed (period): of other weeks"),
        judgement("claim", vec![on(MINISTER)], "confirmed"),
    ];
    archive.judgements = judgements;
    archive
}

fn entry(archive: &Archive, id: &str) -> Value {
    let document: Value = serde_json::from_str(&exported(archive, Format::Jsonld)).unwrap();
    let entries = document["@graph"].as_array().unwrap();
    entries.iter().find(|entry| entry["@id"] == format!("urn:gainsay:{id}")).unwrap().clone()
}

#[test]
fn a_judged_claim_has_a_review_as_consumers_ask_for_it() {
    let archive = judged();
    let review = entry(&archive, "judgement/claim");
    assert_eq!(review["@type"], "ClaimReview");
    assert_eq!(review["claimReviewed"], archive.claims[MINISTER].says.as_str());
    assert_eq!(review["datePublished"], "2026-01-02");
    assert_eq!(review["url"], "urn:gainsay:judgement/claim");
    assert_eq!(review["author"]["name"], "desk");
    assert_eq!(review["reviewRating"]["@type"], "Rating");
    assert_eq!(review["reviewRating"]["alternateName"], "confirmed");
    let item = &review["itemReviewed"];
    assert_eq!((&item["@type"], &item["@id"]), (&"Claim".into(), &format!("urn:gainsay:claim/{MINISTER}").into()));
    assert!(item["author"]["name"].is_string() && item["appearance"]["@type"].is_string());
}

#[test]
fn judged_comparisons_have_no_rating() {
    let archive = judged();
    let review = entry(&archive, "judgement/pair");
    assert_eq!(review["@type"], "Review");
    assert!(review.get("reviewRating").is_none());
    assert_eq!(review["itemReviewed"]["@id"], format!("urn:gainsay:comparison/{MINISTER}.{FIGURES}"));
    assert_eq!(review["reviewBody"], "dismissed (period): of other weeks");
}

#[test]
fn without_judgements_there_are_no_reviews() {
    let found = triples(&exported(&shipped(), Format::Jsonld), Format::Jsonld);
    for class in ["ClaimReview", "Review", "Rating"] {
        assert_eq!(of_class(&found, &format!("https://schema.org/{class}")), 0, "{class}");
    }
}

#[test]
fn a_claim_that_has_changed_reopens_its_judgement() {
    let mut archive = judged();
    assert!(entry(&archive, "judgement/claim").get("gainsay:reopened").is_none());
    archive.claims.get_mut(MINISTER).unwrap().fingerprint = "000000000000".into();
    assert_eq!(entry(&archive, "judgement/claim")["gainsay:reopened"], true);
    let turtle = triples(&exported(&archive, Format::Turtle), Format::Turtle);
    let reopened = ("urn:gainsay:judgement/claim".into(), "urn:gainsay:ns#reopened".into(), "true".into());
    assert!(turtle.contains(&reopened));
}
