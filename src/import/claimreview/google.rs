//! The answer of Google's claims:search: claims, each with the fact checks of it.

use serde_json::Value;

use super::data::{leave, text};
use super::own::Speaker;
use super::review::Review;
use super::work::Work;
use crate::import::incoming::Incoming;
use crate::import::json::shown;

/// Every check of every claim.
pub fn reviews(whole: &Value, claims: &[Value], at: &str, incoming: &mut Incoming, reviews: &mut Vec<Review>) {
    for (name, value) in whole.as_object().into_iter().flatten().filter(|(name, _)| *name != "claims") {
        let why = if name == "nextPageToken" { "the search has more pages; fetch them, too" } else { "it has no home" };
        incoming.unmapped(format!("{at}, .{name}"), shown(value), why);
    }
    for (number, claim) in claims.iter().enumerate() {
        let at = format!("{at}, claims[{number}]");
        leave(claim, &["text", "claimant", "claimDate", "claimReview"], &at, incoming);
        let checks = claim.get("claimReview").and_then(Value::as_array);
        if checks.is_none_or(Vec::is_empty) {
            incoming.unmapped(&at, shown(claim), "the claim has no fact check");
        }
        for (number, check) in checks.into_iter().flatten().enumerate() {
            let at = format!("{at}.claimReview[{number}]");
            reviews.push(review(claim, check, &at, incoming));
        }
    }
}

fn review(claim: &Value, check: &Value, at: &str, incoming: &mut Incoming) -> Review {
    let read = ["publisher", "url", "title", "reviewDate", "textualRating", "languageCode"];
    leave(check, &read, at, incoming);
    let publisher = check.get("publisher").unwrap_or(&Value::Null);
    let outlet = text(publisher, "name").or_else(|| text(publisher, "site"));
    let read: &[&str] = if publisher.get("name").is_some() { &["name"] } else { &["name", "site"] };
    leave(publisher, read, &format!("{at}.publisher"), incoming);
    Review {
        at: at.to_owned(),
        text: text(claim, "text"),
        claimant: text(claim, "claimant").map(Speaker::named),
        claimed: text(claim, "claimDate"),
        article: Work {
            url: text(check, "url"),
            title: text(check, "title"),
            outlet,
            published: text(check, "reviewDate"),
            language: text(check, "languageCode"),
            at: at.to_owned(),
            ..Work::default()
        },
        rating: text(check, "textualRating"),
        ..Review::default()
    }
}
