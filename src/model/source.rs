//! Sources: publications that assert claims.

use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::id::SourceId;
use super::words::words;

/// What kind of publication a source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SourceKind {
    /// An article of a newspaper, magazine or site.
    #[default]
    Article,
    /// A report of an institution.
    Report,
    /// A set of data.
    Dataset,
    /// A statement or press release.
    Statement,
    /// A post on a blog or a social medium.
    Post,
}

words!(SourceKind { Article: "article", Report: "report", Dataset: "dataset", Statement: "statement", Post: "post" });

/// The text that evidence points into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Text {
    /// File name, without folders.
    pub file: String,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: Option<usize>,
}

/// A publication. What is not known is absent, never guessed.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Identifier.
    pub id: SourceId,
    /// What kind of publication it is.
    pub kind: SourceKind,
    /// Title as published.
    pub title: Option<String>,
    /// Newspaper, site or institution that published it.
    pub outlet: Option<String>,
    /// Names of the authors, as given.
    pub authors: Vec<String>,
    /// Address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When the text was fetched.
    pub retrieved: Option<PartialDate>,
    /// Language of the text, BCP 47.
    pub language: String,
    /// The text itself, where we have it.
    pub text: Option<Text>,
    /// Sources that it cites.
    pub cites: Vec<SourceId>,
    /// Sources that it links to.
    pub links_to: Vec<SourceId>,
    /// The source of which it is a republication.
    pub republishes: Option<SourceId>,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
}

impl Source {
    /// The title, or the identifier where no title is known.
    pub fn label(&self) -> &str {
        self.title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(self.id.as_str())
    }
}
