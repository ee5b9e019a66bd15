//! Fact checks: ClaimReview of schema.org in JSON-LD, alone or in a page, and the answer of Google's claims:search.

mod data;
mod google;
mod own;
mod page;
mod review;
mod work;

use crate::codes::Code;
use serde_json::Value;

use self::review::{Review, take};
use super::File;
use super::error::ImportError;
use super::incoming::Incoming;
use super::json::broken;
use super::naming::Naming;
use crate::model::Archive;

/// Whether a text of JSON may hold fact checks.
pub fn looks_like(text: &str) -> bool {
    ["\"@type\"", "\"@graph\"", "\"claimReview\"", "\"claims\""].iter().any(|sign| text.contains(sign))
}

/// Reads the fact checks of a file.
///
/// # Errors
/// If it is no JSON, and no page with JSON-LD in it, or holds no fact check.
pub fn read(file: &File, archive: &Archive, incoming: &mut Incoming) -> Result<(), ImportError> {
    let text = &*file.text()?;
    let mut reviews = Vec::new();
    if text.trim_start().starts_with('<') {
        for (line, script) in page::scripts(text) {
            let at = format!("{}:{line}", file.name);
            let value = serde_json::from_str(script).map_err(|error| broken(&file.name, line, &error))?;
            collect(&value, &at, incoming, &mut reviews);
        }
    } else {
        let value = serde_json::from_str(text).map_err(|error| broken(&file.name, 1, &error))?;
        collect(&value, &file.name, incoming, &mut reviews);
    }
    if reviews.is_empty() {
        let help = "a fact check has \"@type\": \"ClaimReview\"; an answer of claims:search has \"claims\"";
        return Err(ImportError::at(Code::NothingToImport, &file.name, "no fact check was found", help));
    }
    let mut naming = Naming::new(archive, incoming);
    for review in reviews {
        let taken = take(review, &mut naming);
        naming.incoming.faults.kept(taken)?;
    }
    Ok(())
}

fn collect(value: &Value, at: &str, incoming: &mut Incoming, reviews: &mut Vec<Review>) {
    match value.get("claims").and_then(Value::as_array) {
        Some(claims) if value.get("@type").is_none() => google::reviews(value, claims, at, incoming, reviews),
        _ => data::reviews(value, at, incoming, reviews),
    }
}
