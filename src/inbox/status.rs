//! What is left to do: candidates by source, and contradictions to judge.

use std::path::Path;

use serde::Serialize;

use super::dispute::disputes;
use crate::store::record::StateRecord;
use crate::store::{Held, sha256, text_bytes};

/// What is left to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Candidates that wait.
    pub open: usize,
    /// Candidates that became claims.
    pub accepted: usize,
    /// Candidates that did not.
    pub rejected: usize,
    /// Contradictions that nobody has judged.
    pub to_judge: usize,
    /// Those of them whose judgement has reopened.
    pub reopened: usize,
    /// The same by source.
    pub sources: Vec<SourceStatus>,
}

/// The candidates of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceStatus {
    /// Its id.
    pub source: String,
    /// The file of its text.
    pub file: String,
    /// Candidates that wait.
    pub open: usize,
    /// Candidates that became claims.
    pub accepted: usize,
    /// Candidates that did not.
    pub rejected: usize,
    /// Whether the text is no longer the one that was read.
    pub changed: bool,
}

/// Counts what is left.
pub fn status(held: &Held) -> Status {
    let sources: Vec<SourceStatus> = held.inbox.iter().map(|file| source(held, file)).collect();
    let sum = |count: fn(&SourceStatus) -> usize| sources.iter().map(count).sum();
    let left = disputes(held);
    Status {
        open: sum(|one| one.open),
        accepted: sum(|one| one.accepted),
        rejected: sum(|one| one.rejected),
        to_judge: left.len(),
        reopened: left.iter().filter(|one| one.reopened.is_some()).count(),
        sources,
    }
}

fn source(held: &Held, file: &crate::store::record::InboxFile) -> SourceStatus {
    let mut counts = [0; 3];
    for one in &file.candidates {
        let at = match one.state {
            StateRecord::Rejected(_) => 2,
            StateRecord::Open if !held.archive.claims.contains_key(one.claim.id.as_str()) => 0,
            StateRecord::Open | StateRecord::Accepted(_) => 1,
        };
        counts[at] += 1;
    }
    let changed = text_bytes(Path::new(&file.read.file)).is_ok_and(|bytes| sha256(&bytes) != file.read.sha256);
    let [open, accepted, rejected] = counts;
    SourceStatus { source: file.source.id.clone(), file: file.read.file.clone(), open, accepted, rejected, changed }
}
