//! Proposed records, by kind and id.

use crate::model::Archive;
use crate::store::record::{AddedFile, InboxFile, ProposedKind};

/// Whether the graph has a record of the kind.
pub fn has(archive: &Archive, kind: ProposedKind, id: &str) -> bool {
    match kind {
        ProposedKind::Measure => archive.measures.contains_key(id),
        ProposedKind::Actor => archive.actors.contains_key(id),
        ProposedKind::Place => archive.places.contains_key(id),
        ProposedKind::Population => archive.populations.contains_key(id),
    }
}

/// Copies a proposed record; says whether there was one.
pub fn copy(from: &AddedFile, kind: ProposedKind, id: &str, to: &mut AddedFile) -> bool {
    match kind {
        ProposedKind::Measure => put(from.measures.iter().find(|one| one.id == id), &mut to.measures),
        ProposedKind::Actor => put(from.actors.iter().find(|one| one.id == id), &mut to.actors),
        ProposedKind::Place => put(from.places.iter().find(|one| one.id == id), &mut to.places),
        ProposedKind::Population => put(from.populations.iter().find(|one| one.id == id), &mut to.populations),
    }
}

fn put<T: Clone>(found: Option<&T>, to: &mut Vec<T>) -> bool {
    to.extend(found.cloned());
    found.is_some()
}

/// Whether a file of the inbox proposes the record.
pub fn proposes(file: &InboxFile, kind: ProposedKind, id: &str) -> bool {
    copy(&file.proposed, kind, id, &mut AddedFile::default())
}
