//! Questions and their positions as JSON.

use serde::Serialize;

use super::origin::{OriginCountJson, OriginJson, origin, origin_count};
use crate::compare::{Comparison, Condition, GapKind, Reason, Relation};
use crate::findings::{Desk, Position, Question};

/// All questions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionsJson {
    questions: Vec<QuestionJson>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuestionJson {
    title: String,
    kind: &'static str,
    measure: Option<String>,
    place: Option<String>,
    population: Option<String>,
    period: Option<String>,
    relation: Relation,
    gap: Option<f64>,
    gap_kind: Option<GapKind>,
    conditional_on: Vec<Condition>,
    positions: Vec<PositionJson>,
    origins: OriginCountJson,
    worth_a_look: bool,
    dismissed: bool,
    comparisons: Vec<PairJson>,
    explained: Vec<PairJson>,
    judgements: Vec<JudgementJson>,
}

/// A position.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PositionJson {
    text: String,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
    one_sided: bool,
    claims: Vec<String>,
    sources: Vec<String>,
    origins: Vec<OriginJson>,
    origin_count: OriginCountJson,
    compatible: Vec<String>,
}

/// A comparison in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PairJson {
    a: String,
    b: String,
    relation: Relation,
    reasons: Vec<Reason>,
    gap: Option<f64>,
    conditional: bool,
    why: String,
}

/// A judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct JudgementJson {
    id: String,
    verdict: String,
    by: String,
    changed: Vec<String>,
}

/// Questions as JSON.
pub fn questions(desk: &Desk<'_>, questions: &[Question]) -> QuestionsJson {
    QuestionsJson { questions: questions.iter().map(|found| question(desk, found)).collect() }
}

/// A question as JSON.
pub(super) fn question(desk: &Desk<'_>, question: &Question) -> QuestionJson {
    let periods = question.periods.join("; ");
    QuestionJson {
        title: question.title.clone(),
        kind: question.kind,
        measure: question.measure.as_ref().map(ToString::to_string),
        place: question.place.as_ref().map(ToString::to_string),
        population: question.population.as_ref().map(ToString::to_string),
        period: (!periods.is_empty()).then_some(periods),
        relation: question.relation,
        gap: question.gap.map(|gap| gap.size),
        gap_kind: question.gap.map(|gap| gap.kind),
        conditional_on: question.conditional_on.clone(),
        positions: question.positions.iter().map(|side| position(desk, side)).collect(),
        origins: origin_count(question.origins),
        worth_a_look: question.worth_a_look,
        dismissed: question.is_dismissed(),
        comparisons: question.comparisons.iter().map(pair).collect(),
        explained: question.explained.iter().map(pair).collect(),
        judgements: question.judgements.iter().map(judgement).collect(),
    }
}

fn judgement(judged: &crate::findings::JudgedQuestion) -> JudgementJson {
    JudgementJson {
        id: judged.id.to_string(),
        verdict: judged.verdict.clone(),
        by: judged.by.clone(),
        changed: judged.changed.iter().map(ToString::to_string).collect(),
    }
}

fn position(desk: &Desk<'_>, side: &Position) -> PositionJson {
    PositionJson {
        text: side.text.clone(),
        low: side.low,
        high: side.high,
        unit: side.unit.clone(),
        one_sided: side.one_sided,
        claims: side.claims.iter().map(ToString::to_string).collect(),
        sources: side.sources.iter().map(ToString::to_string).collect(),
        origins: side.origins.iter().map(|found| origin(desk, found)).collect(),
        origin_count: origin_count(crate::trace::count(&side.origins)),
        compatible: side.compatible.iter().map(ToString::to_string).collect(),
    }
}

/// A comparison in short.
pub(super) fn pair(pair: &Comparison) -> PairJson {
    PairJson {
        a: pair.a.to_string(),
        b: pair.b.to_string(),
        relation: pair.relation,
        reasons: pair.reasons.clone(),
        gap: pair.gap.map(|gap| gap.size),
        conditional: !pair.conditional_on.is_empty(),
        why: pair.why.clone(),
    }
}
