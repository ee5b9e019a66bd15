//! A source as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::model::{PartialDate, Source, SourceId, Text};

/// A source; what is not known is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Source"))]
pub struct SourceJson {
    /// Its id.
    id: String,
    /// One of `article`, `report`, `dataset`, `statement`, `post`.
    kind: String,
    /// As published; null if not known.
    title: Option<String>,
    /// Who published it; null if not known.
    outlet: Option<String>,
    /// Names of the authors, as given.
    authors: Vec<String>,
    /// When it was published; null if not known.
    published: Option<String>,
    /// When its text was fetched; null if not known.
    retrieved: Option<String>,
    /// Language of the text, BCP 47.
    language: String,
    /// Its address; null if not known.
    url: Option<String>,
    /// The text that evidence points into; null if we have none.
    text: Option<Text>,
    /// Sources that it cites.
    cites: Vec<SourceId>,
    /// Sources that it links to.
    links_to: Vec<SourceId>,
    /// Id of the source of which it is a republication; null if of none.
    republishes: Option<SourceId>,
    /// How many claims of it the graph has.
    claims: usize,
    /// The editor's note.
    note: Option<String>,
}

/// A source as JSON.
pub fn source(desk: &Desk<'_>, source: &Source) -> SourceJson {
    SourceJson {
        id: source.id.to_string(),
        kind: source.kind.word().to_owned(),
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
