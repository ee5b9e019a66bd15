//! The table of `words.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{ActorKind, Basis};
use crate::quantity::table;

/// The words in which candidates are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub says: Says,
    pub asks: Asks,
    pub persons: String,
    /// What defines a figure that is a part of one before it.
    pub part: String,
    pub stocks: Vec<String>,
    bases: Vec<BasisRow>,
    pub change: String,
    pub limit: String,
    kinds: Vec<KindRow>,
    articles: Vec<String>,
    endings: Vec<String>,
}

/// The pieces of what a claim says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    pub of: String,
    pub measure: String,
    pub place: String,
    pub period: String,
    pub speaker: String,
}

/// The pieces of what a measure asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    pub count: String,
    pub words: String,
    pub place: String,
}

/// The basis of measures in units of one dimension.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisRow {
    dimension: String,
    pub basis: Basis,
    pub word: String,
    pub asks: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    kind: ActorKind,
    words: Vec<String>,
}

/// The table.
pub static WORDS: LazyLock<Table> = LazyLock::new(|| table("words.ron", include_str!("words.ron")));

/// A piece with its filling; nothing without one.
pub fn piece(pattern: &str, filling: Option<&str>) -> String {
    filling.map_or_else(String::new, |filling| pattern.replacen("{}", filling, 1))
}

impl Table {
    /// The row for a dimension.
    pub fn basis(&self, dimension: &str) -> Option<&BasisRow> {
        self.bases.iter().find(|row| dimension.starts_with(&row.dimension))
    }

    /// What kind of actor a name is of.
    pub fn kind(&self, name: &str) -> ActorKind {
        let lower = name.to_lowercase();
        let has = |row: &&KindRow| lower.split_whitespace().any(|word| row.words.iter().any(|own| own == word));
        self.kinds.iter().find(has).map_or(ActorKind::Person, |row| row.kind)
    }

    /// Whether it is a name and not a common noun, which may have a capital where a sentence begins.
    pub fn is_name(&self, words: &str) -> bool {
        let bare = self.bare(words);
        let lower = bare.to_lowercase();
        let is_noun = self.kinds.iter().any(|row| row.words.contains(&lower));
        bare.contains(char::is_uppercase) && !is_noun
    }

    /// A name without an article before it and without an ending.
    pub fn bare<'a>(&self, name: &'a str) -> &'a str {
        let name = match name.split_once(' ') {
            Some((first, rest)) if self.articles.contains(&first.to_lowercase()) => rest.trim(),
            _ => name.trim(),
        };
        let ending = self.endings.iter().find(|ending| name.len() > ending.len() && name.ends_with(ending.as_str()));
        ending.map_or(name, |ending| &name[..name.len() - ending.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_has_a_basis() {
        for name in crate::quantity::unit_names() {
            let dimension = &crate::quantity::unit(name).unwrap().dimension;
            assert!(WORDS.basis(dimension).is_some(), "{name}");
        }
    }

    #[test]
    fn names_tell_what_they_are_of() {
        assert_eq!(WORDS.kind("Interior Ministry"), ActorKind::Organisation);
        assert_eq!(WORDS.kind("Rosa Lind"), ActorKind::Person);
        assert!(
            WORDS.is_name("the Interior Ministry")
                && !WORDS.is_name("Police")
                && !WORDS.is_name("Doctors")
                && !WORDS.is_name("the police")
        );
        assert_eq!(WORDS.bare("the Harbour Office"), "Harbour Office");
        assert_eq!(WORDS.bare("Arden’s"), "Arden");
    }
}
