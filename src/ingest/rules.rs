//! The words of `rules/head.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

/// Words at the head of articles, in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    /// Before the names of authors.
    pub by: Vec<String>,
    /// Between them.
    pub and: Vec<String>,
    /// Before the names of papers.
    pub articles: Vec<String>,
    /// In the names of outlets.
    pub joins: Vec<String>,
    /// At the end of what somebody is.
    pub posts: Vec<String>,
    /// Between a name and where it wrote.
    pub within: Vec<String>,
    /// Before and after dates.
    pub labels: Vec<String>,
}

/// The words.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| table("head.ron", include_str!("rules/head.ron")));
