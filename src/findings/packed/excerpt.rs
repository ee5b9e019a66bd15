//! Excerpts of a graph that is not held whole: the claims that a question needs, with all sources and actors.

use std::collections::BTreeSet;

use regex::bytes::RegexBuilder;

use super::stacks::Stacks;
use crate::graph::Node;
use crate::model::{Archive, Claim, Identity, MeasureId};

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

    /// A claim with all that is shown of it: the claims of its source, those of its measure and of measures that an identity
    /// ties to it, and those that name it. Nothing if there is no such claim, another record has the id, too, or a record
    /// cannot be unpacked.
    pub fn of_claim(&self, id: &str) -> Option<Archive> {
        let number = self.records.claims.find(id)?;
        let bare = self.records.vocabulary(false, false)?;
        let claim = self.part(&[number]).ok()?.claims.remove(id)?;
        let source = self.sweep.sources.row(self.records.sources.find(claim.source.as_str())?);
        let groups = self.groups_alike(number, &claim, &bare)?.into_iter();
        let rows =
            groups.flat_map(|group| self.sweep.rows_of(group as usize)).chain(source.iter().map(|row| *row as usize));
        let naming = self.records.links.iter().filter(|link| link.named == number).map(|link| link.by);
        let judged = bare.judgements.iter().filter(|own| own.on.iter().any(|on| on.claim == claim.id));
        let judged = judged.flat_map(|own| &own.on).filter_map(|on| self.records.claims.find(on.claim.as_str()));
        let claims: Vec<u32> = rows.map(|row| self.sweep.claim[row]).chain(naming).chain(judged).collect();
        let archive = self.excerpt(&claims)?;
        (Node::known(&archive, id).count() == 1).then_some(archive)
    }

    /// The groups of a claim's topic, and those of measures that an identity ties to its own.
    fn groups_alike(&self, number: u32, claim: &Claim, bare: &Archive) -> Option<BTreeSet<u32>> {
        let row = self.sweep.claim.iter().position(|claim| *claim == number)?;
        let is_tied = |measures: &Vec<&MeasureId>| claim.about.measure().is_some_and(|own| measures.contains(&own));
        let tied = bare.identities.iter().map(Identity::measures).filter(is_tied);
        let tied: BTreeSet<&MeasureId> = tied.flatten().collect();
        let measures = (0..).zip(bare.measures.keys()).filter(|(_, measure)| tied.contains(measure));
        let tied = measures.flat_map(|(at, _)| self.sweep.measures.row(at));
        let own = self.sweep.blocks.row(self.sweep.groups[self.sweep.group_of(row)].block());
        Some(tied.chain(own).copied().collect())
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
