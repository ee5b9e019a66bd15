//! Makes a snapshot fit again after some files of its graph have changed, without a look at the others.

use std::collections::BTreeSet;
use std::path::Path;

use super::links::Link;
use super::merge::Merge;
use super::pack::Unpacker;
use super::symbols::Symbols;
use super::whole::Whole;
use crate::model::{Archive, Claim};
use crate::store::Again;

/// What has become of what a snapshot holds.
pub(super) enum Update {
    /// Nothing: what has changed is not held by it.
    Same,
    /// This.
    New(Box<Whole>),
}

/// What a snapshot would hold of the graph as it is now. Nothing if that cannot be told by the changed files alone: then the
/// whole graph is to be read, which also tells what is wrong with it.
pub(super) fn updated(old: &Whole, dir: &Path, changed: &BTreeSet<String>) -> Option<Update> {
    let again = Again::read(dir, changed, &old.mixed)?;
    let symbols = Symbols::new(&old.records.symbols, dir);
    let gone = gone(old, &again.paths, &symbols)?;
    let before = old.records.vocabulary(true, true)?;
    // Texts that have moved take evidence of any file along.
    if !before.relocations.is_empty() {
        return None;
    }
    let known = known(old, &again, &gone, &before)?;
    let (has_vocabulary, mixed) = (again.has_vocabulary, again.mixed.clone());
    let after = again.check(known)?;
    if has_vocabulary && !has_all(&before, &after) {
        return None;
    }
    is_still_named(old, &gone, &after, &symbols)?;
    if !has_vocabulary && after.claims.is_empty() && !gone.contains(&true) {
        return Some(Update::Same);
    }
    let merged = Merge { old, gone: &gone, before: &before, after: &after, has_vocabulary, mixed }.whole()?;
    Some(Update::New(Box::new(merged)))
}

/// Which claims stood in some files.
fn gone(old: &Whole, paths: &BTreeSet<String>, symbols: &Symbols<'_>) -> Option<Vec<bool>> {
    let pool = &old.records.symbols;
    let is_path = |number: &u32| pool.get(*number).is_some_and(|text| paths.contains(text));
    let files: BTreeSet<u32> = (0..pool.len() as u32).filter(is_path).collect();
    let is_gone = |number: u32| {
        let (is_inside, file) = Unpacker { bytes: old.records.claims.of(number)?, symbols }.file_number()?;
        Some(is_inside && files.contains(&file))
    };
    (0..old.records.claims.len()).map(is_gone).collect()
}

/// The claims that files name and do not hold, and, unless the files have that, too, the vocabulary.
fn known(old: &Whole, again: &Again, gone: &[bool], before: &Archive) -> Option<Archive> {
    let ids = again.ids();
    let numbers = ids.iter().filter_map(|id| old.records.claims.find(id));
    let asked: Vec<u32> = numbers.filter(|number| !gone[*number as usize]).collect();
    let mut claims = old.records.part(&old.sweep, &asked)?.claims;
    claims.retain(|id, _| {
        ids.contains(id.as_str()) && old.records.claims.find(id.as_str()).is_some_and(|own| !gone[own as usize])
    });
    let vocabulary = if again.has_vocabulary { Archive::default() } else { before.clone() };
    Some(Archive { claims, ..vocabulary })
}

/// Whether all records but claims are what they were, and others at most have been added: what was checked by them holds.
fn has_all(before: &Archive, after: &Archive) -> bool {
    macro_rules! has_all {
        ($($kind:ident),+) => { $(before.$kind.iter().all(|(id, record)| after.$kind.get(id) == Some(record)))&&+ };
    }
    has_all!(sources, actors, places, populations, events, measures, propositions)
}

/// Whether all claims that others name are still there, and the same where the others rest on what they say.
fn is_still_named(old: &Whole, gone: &[bool], after: &Archive, symbols: &Symbols<'_>) -> Option<()> {
    let is_inward = |link: &&Link| gone[link.named as usize] && !gone[link.by as usize];
    let inward: Vec<&Link> = old.records.links.iter().filter(is_inward).collect();
    for link in &inward {
        let was = old.records.claim(link.named, symbols)?;
        after.claims.get(&was.id).filter(|now| now.fingerprint == was.fingerprint)?;
    }
    // What revises what it is revised by would run in a circle.
    let revises_others = |claim: &Claim| claim.supersedes.iter().any(|id| !after.claims.contains_key(id));
    if inward.iter().any(|link| link.how == Link::SUPERSEDES) && after.claims.values().any(revises_others) {
        return None;
    }
    let is_there = |id: &str| {
        let was = old.records.claims.find(id).is_some_and(|number| !gone[number as usize]);
        was || after.claims.contains_key(id)
    };
    after.judgements.iter().flat_map(|judgement| &judgement.on).all(|on| is_there(on.claim.as_str())).then_some(())
}
