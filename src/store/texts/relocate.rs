//! New places of fragments, kept in a file of the program's own beside the old ones.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Fate, TextReport, text_bytes, verify};
use crate::model::{Archive, SourceId};
use crate::store::digest::sha256;
use crate::store::record::{MovedRecord, RelocationRecord};
use crate::store::write::change::{ChangeError, change};
use crate::store::write::whole::WriteError;

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relocated {
    /// Fragments with a new place.
    pub moved: usize,
    /// Fragments that stand in several places now, or in none: left to the editor.
    pub left: usize,
}

/// Appends the new places of all fragments that stand in just one place now to `relocations.ron` of the graph in `dir`.
/// The files of claims are not touched, and the old places stay in the file.
///
/// # Errors
/// If a text cannot be read or the file cannot be written; then nothing has changed.
pub fn relocate(dir: &Path, texts: &Path) -> Result<Relocated, ChangeError> {
    change(dir, |held, change| {
        let (all, done) = places(&held.archive, &verify(&held.archive, texts), texts)?;
        if done.moved > 0 {
            change.relocations(&all)?;
        }
        Ok(done)
    })
}

/// All new places, those of before first.
fn places(
    archive: &Archive,
    report: &TextReport,
    texts: &Path,
) -> Result<(Vec<RelocationRecord>, Relocated), WriteError> {
    let mut done = Relocated::default();
    let mut moved: BTreeMap<&SourceId, Vec<MovedRecord>> = BTreeMap::new();
    for finding in &report.findings {
        let Some((claim, evidence)) = &finding.evidence else { continue };
        match (&finding.fate, evidence.bytes) {
            (Some(Fate::Moved { to, times: 1 }), Some(was)) => {
                done.moved += 1;
                moved.entry(&finding.source).or_default().push(MovedRecord { claim: claim.to_string(), was, now: *to });
            }
            _ => done.left += 1,
        }
    }
    let mut all: Vec<RelocationRecord> = archive.relocations.iter().map(RelocationRecord::from).collect();
    for (source, moved) in moved {
        all.push(record(archive, source, moved, texts)?);
    }
    Ok((all, done))
}

fn record(
    archive: &Archive,
    source: &SourceId,
    moved: Vec<MovedRecord>,
    texts: &Path,
) -> Result<RelocationRecord, WriteError> {
    let file = archive.sources.get(source).and_then(|source| source.text.as_ref()).map(|text| text.file.clone());
    let path = texts.join(file.unwrap_or_default());
    let bytes = text_bytes(&path).map_err(|error| WriteError::Io { path, error })?;
    Ok(RelocationRecord { source: source.to_string(), sha256: sha256(&bytes), bytes: bytes.len(), moved })
}
