//! The claims of a text beside its figures: what is counted, what happens to it, where, when, on whose word.

use gainsay::extract::claims::{Candidate, LANGUAGE, Setting, candidates};
use gainsay::readers::Document;
use gainsay::text;
use serde::Serialize;

/// A claim as JSON has it.
#[derive(Serialize)]
pub struct ClaimJson<'a> {
    start: usize,
    end: usize,
    fragment: &'a str,
    counted: Option<&'a str>,
    event: Option<&'a str>,
    place: Option<&'a str>,
    period: Option<&'a str>,
    attributed_to: Option<&'a str>,
    denied: bool,
    part: bool,
}

/// The claims of a document.
pub fn claims(document: &Document) -> Vec<Candidate> {
    let date = document.date.map(|days| days.last);
    let title = document.title.as_ref().and_then(|title| title.span.clone());
    let setting = Setting { date, outlet: document.outlet.clone(), body: document.body, title };
    candidates(&text::Document::new(&document.text), &setting)
}

/// One of them for programs.
pub fn claim_json<'a>(document: &'a Document, claim: &'a Candidate) -> ClaimJson<'a> {
    ClaimJson {
        start: claim.fragment.start,
        end: claim.fragment.end,
        fragment: document.text.get(claim.fragment.clone()).unwrap_or_default(),
        counted: claim.counted.as_deref(),
        event: claim.event.map(|event| LANGUAGE.class_of(event).id.as_str()),
        place: claim.place.as_deref(),
        period: claim.period.as_deref(),
        attributed_to: claim.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        denied: claim.denied,
        part: claim.part,
    }
}
