//! An archive as if a record were gone, or as it stood on a day.

use jiff::civil::Date;

use crate::graph::{Graph, Node};
use crate::model::{Archive, Source, Via};
use crate::trace::fall;

/// The archive without a record and everything that rests on it alone.
pub fn without(archive: &Archive, graph: &Graph, record: &Node) -> Archive {
    let falls = fall(archive, graph, record).alone;
    let mut left = archive.keep(|claim| !falls.contains(&claim.id));
    if let Node::Source(id) = record {
        left.sources.remove(id);
        for claim in left.claims.values_mut() {
            claim.via.retain(|via| !matches!(via, Via::Source(source) if source == id));
        }
        for source in left.sources.values_mut() {
            source.cites.retain(|cited| cited != id);
            source.links_to.retain(|linked| linked != id);
            source.republishes = source.republishes.take().filter(|original| original != id);
        }
        left.passages.retain(|passage| passage.a.source != *id && passage.b.source != *id);
    }
    left
}

/// The archive as it stood at the end of a day, and the sources that are left out because nobody knows when they were
/// published.
pub fn known_at(archive: &Archive, day: Date) -> (Archive, Vec<&Source>) {
    let out = |source: &Source| source.published.is_some_and(|date| date.last_day() <= day);
    let mut left = archive.keep(|claim| archive.sources.get(&claim.source).is_some_and(out));
    left.sources.retain(|_, source| out(source));
    left.judgements.retain(|judgement| judgement.date.last_day() <= day);
    let undated = archive.sources.values().filter(|source| source.published.is_none() && has_claims(archive, source));
    (left, undated.collect())
}

fn has_claims(archive: &Archive, source: &Source) -> bool {
    archive.claims_of(&source.id).next().is_some()
}
