//! What rests on a record, as JSON.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::compare::Relation;
use crate::findings::{CitedBy, Impact, Question};
use crate::graph::Node;
use crate::model::{ClaimId, SourceId};

/// What rests on a source, an actor or a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImpactJson<'a> {
    alone: &'a BTreeSet<ClaimId>,
    appear: Vec<TitleJson<'a>>,
    cited_by: Option<CitedBy>,
    id: &'a str,
    partly: &'a BTreeSet<ClaimId>,
    record: &'static str,
    same_origin: &'a BTreeSet<ClaimId>,
    to_correct: &'a BTreeSet<SourceId>,
    vanish: Vec<TitleJson<'a>>,
    weaken: Vec<TitleJson<'a>>,
}

/// A question, without its positions.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct TitleJson<'a> {
    claims: Vec<&'a ClaimId>,
    relation: Relation,
    title: &'a str,
}

/// What rests on a record.
pub fn impact<'a>(record: &'a Node, found: &'a Impact) -> ImpactJson<'a> {
    let titles = |questions: &'a [Question]| questions.iter().map(title).collect();
    ImpactJson {
        alone: &found.claims.alone,
        appear: titles(&found.appear),
        cited_by: found.cited_by,
        id: record.id(),
        partly: &found.claims.partly,
        record: record.kind(),
        same_origin: &found.same_origin,
        to_correct: &found.to_correct,
        vanish: titles(&found.vanish),
        weaken: titles(&found.weaken),
    }
}

fn title(question: &Question) -> TitleJson<'_> {
    TitleJson { claims: question.claims().into_iter().collect(), relation: question.relation, title: &question.title }
}
