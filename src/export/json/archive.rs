//! Judgements, shared passages and changed texts as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::model::{Judgement, Relocation, SharedPassage, Stretch};

/// A judgement with all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Judgement"))]
pub(super) struct RulingJson {
    /// Its id.
    id: String,
    /// The claims that it rests on.
    on: Vec<JudgedJson>,
    /// What was decided, and why.
    verdict: String,
    /// Who decided.
    by: String,
    /// When.
    date: String,
    /// Claims that have changed since; if there are any, the judgement is reopened.
    changed: Vec<String>,
}

/// A claim as it was when judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Judged"))]
struct JudgedJson {
    /// Id of the claim.
    claim: String,
    /// Its fingerprint when it was judged; null if not noted.
    fingerprint: Option<String>,
}

/// A passage that two sources share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Passage"))]
pub(super) struct PassageJson {
    /// Where it stands in the one.
    a: StretchJson,
    /// Where it stands in the other.
    b: StretchJson,
    /// How many words both have.
    words: usize,
}

/// A stretch of a source's text: UTF-8 byte offsets, the end excluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Stretch"))]
struct StretchJson {
    /// Id of the source.
    source: String,
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
}

/// A text that has changed since it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Relocation"))]
pub(super) struct RelocationJson {
    /// Id of the source.
    source: String,
    /// SHA-256 of the changed text.
    sha256: String,
    /// Its length in bytes.
    bytes: usize,
    /// The fragments that moved.
    moved: Vec<MovedJson>,
}

/// A fragment that moved, with its byte offsets before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Moved"))]
struct MovedJson {
    /// Id of the claim that it is evidence of.
    claim: String,
    /// Its first byte before.
    was_start: usize,
    /// The byte after its last, before.
    was_end: usize,
    /// Its first byte now.
    start: usize,
    /// The byte after its last, now.
    end: usize,
}

/// A judgement as JSON.
pub(super) fn ruling(desk: &Desk<'_>, judgement: &Judgement) -> RulingJson {
    let on =
        |on: &crate::model::Judged| JudgedJson { claim: on.claim.to_string(), fingerprint: on.fingerprint.clone() };
    RulingJson {
        id: judgement.id.to_string(),
        on: judgement.on.iter().map(on).collect(),
        verdict: judgement.verdict.clone(),
        by: judgement.by.clone(),
        date: judgement.date.to_string(),
        changed: judgement.changed(desk.archive).map(ToString::to_string).collect(),
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
