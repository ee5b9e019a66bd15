//! A source as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::model::{PartialDate, Source, SourceId, Text};

/// A source; what is not known is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceJson {
    id: String,
    kind: String,
    title: Option<String>,
    outlet: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    retrieved: Option<String>,
    language: String,
    url: Option<String>,
    text: Option<Text>,
    cites: Vec<SourceId>,
    links_to: Vec<SourceId>,
    republishes: Option<SourceId>,
    claims: usize,
    note: Option<String>,
}

/// A source as JSON.
pub fn source(desk: &Desk<'_>, source: &Source) -> SourceJson {
    SourceJson {
        id: source.id.to_string(),
        kind: format!("{:?}", source.kind).to_lowercase(),
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        authors: source.authors.clone(),
        published: source.published.map(|date: PartialDate| date.to_string()),
        retrieved: source.retrieved.map(|date| date.to_string()),
        language: source.language.clone(),
        url: source.url.clone(),
        text: source.text.clone(),
        cites: source.cites.clone(),
        links_to: source.links_to.clone(),
        republishes: source.republishes.clone(),
        claims: desk.archive.claims_of(&source.id).count(),
        note: source.note.clone(),
    }
}
