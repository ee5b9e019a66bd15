//! An archive as if a record were gone, or as it stood on a day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::graph::Node;
use crate::model::{Archive, Attribution, Source, SourceId, Via};
use crate::trace::{fall, left, unsaid};

/// The archive without a record and everything that rests on it alone.
pub fn without(archive: &Archive, record: &Node) -> Archive {
    let falls = fall(archive, record);
    let mut kept = archive.keep(|claim| !falls.alone.contains(&claim.id));
    for (id, via) in left(archive, &falls, record) {
        if let Some(claim) = kept.claims.get_mut(&id) {
            claim.via = via;
        }
    }
    if let Node::Actor(id) = record {
        let several = kept.claims.values_mut().filter(|claim| claim.attribution.actors().len() > 1);
        several.for_each(|claim| claim.attribution = Attribution::Actors(unsaid(archive, claim, id)));
    }
    if let Node::Source(id) = record {
        kept.sources.remove(id);
        forget(&mut kept);
    }
    kept
}

/// Whatever records say of sources that have gone goes, too.
fn forget(archive: &mut Archive) {
    let left: BTreeSet<SourceId> = archive.sources.keys().cloned().collect();
    for claim in archive.claims.values_mut() {
        claim.via.retain(|via| !matches!(via, Via::Source(id) if !left.contains(id)));
    }
    for source in archive.sources.values_mut() {
        source.cites.retain(|id| left.contains(id));
        source.links_to.retain(|id| left.contains(id));
        source.republishes = source.republishes.take().filter(|id| left.contains(id));
    }
    for actor in archive.actors.values_mut() {
        actor.spellings.retain(|spelling| left.contains(&spelling.source));
    }
    archive.passages.retain(|passage| left.contains(&passage.a.source) && left.contains(&passage.b.source));
}

/// The archive as it stood at the end of a day, and the sources that are left out because nobody knows when they were
/// published.
pub fn known_at(archive: &Archive, day: Date) -> (Archive, Vec<&Source>) {
    let out = |source: &Source| source.published.is_some_and(|date| date.last_day() <= day);
    let mut left = archive.keep(|claim| archive.sources.get(&claim.source).is_some_and(out));
    left.sources.retain(|_, source| out(source));
    forget(&mut left);
    left.judgements.retain(|judgement| judgement.date.last_day() <= day);
    let undated = archive.sources.values().filter(|source| source.published.is_none() && has_claims(archive, source));
    (left, undated.collect())
}

fn has_claims(archive: &Archive, source: &Source) -> bool {
    archive.claims_of(&source.id).next().is_some()
}
