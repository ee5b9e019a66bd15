//! Records of the program's own files, which people need not edit.

use serde::{Deserialize, Serialize};

use crate::model::Relocation;

/// An entry of `reuse.ron`: a passage that two sources share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassageRecord {
    /// Where it stands in the one.
    pub a: StretchRecord,
    /// Where it stands in the other.
    pub b: StretchRecord,
    /// Words that both have.
    pub words: usize,
}

/// A stretch of a source's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StretchRecord {
    /// Id of the source.
    pub source: String,
    /// Bytes of its text, the end excluded.
    pub bytes: (usize, usize),
}

/// An entry of `relocations.ron`: a text that has changed, and where its fragments stand now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelocationRecord {
    /// Id of the source.
    pub source: String,
    /// SHA-256 of the changed text.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: usize,
    /// The fragments that moved.
    pub moved: Vec<MovedRecord>,
}

/// A fragment that moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedRecord {
    /// Id of the claim that it is evidence of.
    pub claim: String,
    /// Its bytes before.
    pub was: (usize, usize),
    /// Its bytes now.
    pub now: (usize, usize),
}

impl From<&Relocation> for RelocationRecord {
    fn from(relocation: &Relocation) -> Self {
        let moved = relocation.moved.iter();
        Self {
            source: relocation.source.to_string(),
            sha256: relocation.sha256.clone(),
            bytes: relocation.bytes,
            moved: moved.map(|one| MovedRecord { claim: one.claim.to_string(), was: one.was, now: one.now }).collect(),
        }
    }
}
