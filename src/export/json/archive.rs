//! Judgements, shared passages and changed texts as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::model::{Judgement, Relocation, SharedPassage, Stretch};

/// A judgement with all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RulingJson {
    id: String,
    on: Vec<JudgedJson>,
    verdict: String,
    by: String,
    date: String,
    changed: Vec<String>,
}

/// A claim as it was when judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JudgedJson {
    claim: String,
    fingerprint: Option<String>,
}

/// A passage that two sources share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PassageJson {
    a: StretchJson,
    b: StretchJson,
    words: usize,
}

/// A stretch of a source's text: UTF-8 byte offsets, the end excluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct StretchJson {
    source: String,
    start: usize,
    end: usize,
}

/// A text that has changed since it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RelocationJson {
    source: String,
    sha256: String,
    bytes: usize,
    moved: Vec<MovedJson>,
}

/// A fragment that moved, with its byte offsets before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct MovedJson {
    claim: String,
    was_start: usize,
    was_end: usize,
    start: usize,
    end: usize,
}

/// A judgement as JSON.
pub(super) fn ruling(desk: &Desk<'_>, judgement: &Judgement) -> RulingJson {
    let now = |id| desk.archive.claims.get(id).map(|claim| &claim.fingerprint);
    let changed =
        judgement.on.iter().filter(|on| on.fingerprint.is_some() && on.fingerprint.as_ref() != now(&on.claim));
    let on =
        |on: &crate::model::Judged| JudgedJson { claim: on.claim.to_string(), fingerprint: on.fingerprint.clone() };
    RulingJson {
        id: judgement.id.to_string(),
        on: judgement.on.iter().map(on).collect(),
        verdict: judgement.verdict.clone(),
        by: judgement.by.clone(),
        date: judgement.date.to_string(),
        changed: changed.map(|on| on.claim.to_string()).collect(),
    }
}

/// A shared passage as JSON.
pub(super) fn passage(passage: &SharedPassage) -> PassageJson {
    let stretch = |own: &Stretch| StretchJson { source: own.source.to_string(), start: own.bytes.0, end: own.bytes.1 };
    PassageJson { a: stretch(&passage.a), b: stretch(&passage.b), words: passage.words }
}

/// A changed text as JSON.
pub(super) fn relocation(relocation: &Relocation) -> RelocationJson {
    let moved = |moved: &crate::model::Moved| MovedJson {
        claim: moved.claim.to_string(),
        was_start: moved.was.0,
        was_end: moved.was.1,
        start: moved.now.0,
        end: moved.now.1,
    };
    RelocationJson {
        source: relocation.source.to_string(),
        sha256: relocation.sha256.clone(),
        bytes: relocation.bytes,
        moved: relocation.moved.iter().map(moved).collect(),
    }
}
