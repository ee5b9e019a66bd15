//! The tables of `rules.ron`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

/// What is known of pages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    /// Elements without an end.
    pub void: BTreeSet<String>,
    /// Elements that begin a paragraph.
    pub blocks: BTreeSet<String>,
    /// Elements that begin a line.
    pub lines: BTreeSet<String>,
    /// Elements that stand beside each other.
    pub cells: BTreeSet<String>,
    /// Elements that are left out.
    pub left_out: BTreeSet<String>,
    /// Words of `class` and `id` that leave an element out.
    pub names_left_out: BTreeSet<String>,
    /// Roles that leave an element out.
    pub roles_left_out: BTreeSet<String>,
    /// Names of `<meta>` for each thing.
    pub title: Vec<String>,
    pub outlet: Vec<String>,
    pub author: Vec<String>,
    pub date: Vec<String>,
    pub url: Vec<String>,
    /// Types that are articles, the surest first.
    pub articles: Vec<String>,
}

/// The tables.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| table("rules.ron", include_str!("rules.ron")));
