//! Candidates that wait, as JSON.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::store::record::{AgainstRecord, CandidateRecord, InboxFile};

// Fields stand in the order of their names.

/// A candidate that waits.
#[derive(Debug, Serialize)]
pub struct CandidateJson<'a> {
    against: Vec<AgainstJson<'a>>,
    fragment: Option<&'a str>,
    id: &'a str,
    says: &'a str,
    source: &'a str,
}

#[derive(Debug, Serialize)]
struct AgainstJson<'a> {
    claim: &'a str,
    relation: &'a str,
}

/// A candidate of a file, and what it is at odds with, but for candidates that are `rejected`.
pub fn candidate<'a>(file: &'a InboxFile, one: &'a CandidateRecord, rejected: &BTreeSet<&str>) -> CandidateJson<'a> {
    let stands = |other: &&AgainstRecord| !rejected.contains(other.claim.as_str());
    let against = |other: &'a AgainstRecord| AgainstJson { claim: &other.claim, relation: &other.relation };
    CandidateJson {
        against: one.against.iter().filter(stands).map(against).collect(),
        fragment: one.claim.evidence.first().map(|evidence| evidence.fragment.as_str()),
        id: &one.claim.id,
        says: &one.claim.says,
        source: &file.source.id,
    }
}
