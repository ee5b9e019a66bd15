//! Texts that have changed since they were read, and where their fragments stand now.

use super::id::{ClaimId, SourceId};

/// A text that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relocation {
    /// The source.
    pub source: SourceId,
    /// SHA-256 of the changed text.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: usize,
    /// The fragments that moved.
    pub moved: Vec<Moved>,
}

/// A fragment that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The claim that it is evidence of.
    pub claim: ClaimId,
    /// Its bytes before.
    pub was: (usize, usize),
    /// Its bytes now.
    pub now: (usize, usize),
}
