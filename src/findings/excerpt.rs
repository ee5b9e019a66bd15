//! Excerpts of a graph that is not held whole: the claims that a question needs, with all sources and actors.

use std::collections::BTreeSet;

use regex::bytes::RegexBuilder;

use super::stacks::Stacks;
use crate::model::Archive;

impl Stacks {
    /// Some claims, those that may be held against them, and all on which these rest; nothing if there is no such claim, or a
    /// record cannot be unpacked.
    pub fn around(&self, ids: &[&str]) -> Option<Archive> {
        let numbers: BTreeSet<u32> = ids.iter().map(|id| self.records.claims.find(id)).collect::<Option<_>>()?;
        let rows = (0..self.sweep.len()).filter(|row| numbers.contains(&self.sweep.claim[*row]));
        let groups: BTreeSet<usize> = rows.map(|row| self.sweep.group_of(row)).collect();
        let beside = groups.into_iter().flat_map(|group| self.sweep.rows_of(group)).map(|row| self.sweep.claim[row]);
        self.excerpt(&beside.collect::<Vec<_>>())
    }

    /// The claims that may have all of some words, whatever their case; none is left out that has them. Nothing if a record
    /// cannot be unpacked.
    pub fn with_words(&self, words: &[String]) -> Option<Archive> {
        // What stands between two fragments is in no record.
        let longest = words.iter().max_by_key(|word| word.len()).filter(|word| !word.contains(['…', '\n']))?;
        let pattern = RegexBuilder::new(&regex::escape(longest)).case_insensitive(true).build().ok()?;
        let claims = &self.records.claims;
        let is_named = |number: &u32| claims.ids.get(*number).is_some_and(|id| pattern.is_match(id.as_bytes()));
        let mut found: BTreeSet<u32> = (0..claims.len()).filter(is_named).collect();
        // Texts stand in packed records as they are. A match may run over an end of one, and is looked at again in any case.
        let hits = pattern.find_iter(&claims.bytes);
        found.extend(hits.map(|hit| claims.holding(hit.start())));
        self.excerpt(&found.into_iter().collect::<Vec<_>>())
    }

    fn excerpt(&self, claims: &[u32]) -> Option<Archive> {
        let mut archive = self.records.part(&self.sweep, claims)?;
        let all = self.records.vocabulary(true, true)?;
        (archive.sources, archive.actors) = (all.sources, all.actors);
        Some(archive)
    }
}
