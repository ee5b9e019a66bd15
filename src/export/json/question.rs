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
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Question"))]
pub struct QuestionJson {
    /// The question as a person would ask it.
    title: String,
    /// The kind of its claims: `quantity`, `date`, `rank`, `stance`, `quote`.
    kind: &'static str,
    /// Id of the measure; null unless the kind is `quantity` or `rank`.
    measure: Option<String>,
    /// Id of the place, if all claims have the same one.
    place: Option<String>,
    /// Id of the population, if all claims have the same one.
    population: Option<String>,
    /// The periods of the claims in words, joined by `; `; null if none is stated.
    period: Option<String>,
    /// The firmest relation between two of its claims.
    relation: Relation,
    /// The widest gap between claims that relate so; null where there is none.
    gap: Option<f64>,
    /// What `gap` is measured in; null with it.
    gap_kind: Option<GapKind>,
    /// The conditions of the firmest relation; empty if it is unconditional.
    conditional_on: Vec<Condition>,
    /// The sides, in the order of their values.
    positions: Vec<PositionJson>,
    /// The number of origins of all claims together.
    origins: OriginCountJson,
    /// Opposite claims that only one thing keeps apart.
    worth_a_look: bool,
    /// Editors have dismissed every disagreement between its claims, and no claim has changed since.
    dismissed: bool,
    /// It has more claims than are held side by side two by two: then `comparisons` has only the widest disagreements, and
    /// `explained` is empty. Left out if it is not so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(default))]
    crowd: bool,
    /// Every pair of its claims that comes to something, the firmest first.
    comparisons: Vec<PairJson>,
    /// Pairs with claims on other questions, whose difference is accounted for.
    explained: Vec<PairJson>,
    /// What editors decided about its claims.
    judgements: Vec<JudgementJson>,
}

/// A position.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Position"))]
pub struct PositionJson {
    /// What they say.
    text: String,
    /// Low end of what all of them allow; null if open, and for claims that are no quantities.
    low: Option<f64>,
    /// High end of what all of them allow.
    high: Option<f64>,
    /// The unit of `low` and `high`, or the thing counted; null for claims that are no quantities.
    unit: Option<String>,
    /// Only bounds the figure from one side.
    one_sided: bool,
    /// The claims.
    claims: Vec<String>,
    /// The sources that assert them.
    sources: Vec<String>,
    /// The origins on which they rest.
    origins: Vec<OriginJson>,
    /// Their number.
    origin_count: OriginCountJson,
    /// One-sided claims that this position allows; they support none.
    compatible: Vec<String>,
}

/// A comparison in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Pair"))]
pub struct PairJson {
    /// Id of the one claim.
    a: String,
    /// Id of the other.
    b: String,
    /// How they relate.
    relation: Relation,
    /// Why.
    reasons: Vec<Reason>,
    /// How far apart they are; the kind is that of the values.
    gap: Option<f64>,
    /// Whether it hangs on conditions.
    conditional: bool,
    /// The outcome in a sentence.
    why: String,
}

/// A judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "QuestionJudgement"))]
pub struct JudgementJson {
    /// Its id.
    id: String,
    /// What was decided, and why.
    verdict: String,
    /// By whom and when, in words.
    by: String,
    /// Claims that have changed since; if there are any, the judgement is reopened.
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
        crowd: question.is_crowd,
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
