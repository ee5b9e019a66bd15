//! Texts that have changed: sources get their new digest, evidence its new place.

use super::checker::Checker;
use super::names::Vocabulary;
use crate::model::{Archive, Moved, Relocation};
use crate::store::read::file::At;
use crate::store::read::files::Loaded;
use crate::store::record::RelocationRecord;

/// The changes of `relocations.ron`, the oldest first.
pub(super) fn check(
    loaded: &Loaded<Vec<RelocationRecord>>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Vec<Relocation> {
    let Loaded { file: Some(file), record: Some(records) } = loaded else { return Vec::new() };
    let rows = records.iter().enumerate();
    rows.map(|(index, record)| relocation(record, &file.root().index(index), names, checker)).collect()
}

/// Moves the archive's evidence along with its texts, one change after the other.
pub(super) fn apply(archive: &mut Archive) {
    let relocations = std::mem::take(&mut archive.relocations);
    for relocation in &relocations {
        if let Some(text) = archive.sources.get_mut(&relocation.source).and_then(|source| source.text.as_mut()) {
            text.sha256.clone_from(&relocation.sha256);
            text.bytes = Some(relocation.bytes);
        }
        relocation.moved.iter().for_each(|moved| shift(archive, moved));
    }
    archive.relocations = relocations;
}

fn relocation(record: &RelocationRecord, at: &At<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Relocation {
    checker.known(&at.field("source"), &names.sources, &record.source);
    let moved = record.moved.iter().enumerate().map(|(index, moved)| {
        checker.known(&at.field("moved").index(index).field("claim"), &names.claims, &moved.claim);
        Moved { claim: moved.claim.as_str().into(), was: moved.was, now: moved.now }
    });
    Relocation {
        moved: moved.collect(),
        source: record.source.as_str().into(),
        sha256: record.sha256.clone(),
        bytes: record.bytes,
    }
}

fn shift(archive: &mut Archive, moved: &Moved) {
    let Some(claim) = archive.claims.get_mut(&moved.claim) else { return };
    for evidence in claim.evidence.iter_mut().filter(|evidence| evidence.bytes == Some(moved.was)) {
        evidence.bytes = Some(moved.now);
    }
}
