//! Texts that have changed: sources get their new digest, evidence its new place.

use super::Checker;
use super::names::Vocabulary;
use crate::model::{Archive, Moved, Relocation};
use crate::store::file::At;
use crate::store::files::Loaded;
use crate::store::record::RelocationRecord;

/// Moves the archive's evidence along with its texts, one change after the other.
pub(crate) fn apply(
    loaded: &Loaded<Vec<RelocationRecord>>,
    names: &Vocabulary,
    archive: &mut Archive,
    checker: &mut Checker,
) {
    let Loaded { file: Some(file), record: Some(records) } = loaded else { return };
    for (index, record) in records.iter().enumerate() {
        let relocation = relocation(record, &file.root().index(index), names, checker);
        if let Some(text) = archive.sources.get_mut(record.source.as_str()).and_then(|source| source.text.as_mut()) {
            text.sha256.clone_from(&relocation.sha256);
            text.bytes = Some(relocation.bytes);
        }
        relocation.moved.iter().for_each(|moved| shift(archive, moved));
        archive.relocations.push(relocation);
    }
}

fn relocation(record: &RelocationRecord, at: &At<'_>, names: &Vocabulary, checker: &mut Checker) -> Relocation {
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
