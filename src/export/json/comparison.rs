//! A comparison with every rung as JSON.

use serde::Serialize;

use super::claim::{ClaimJson, claim};
use crate::compare::{Comparison, Condition, GapKind, Reason, Relation};
use crate::findings::Desk;
use crate::model::Claim;

/// A comparison with every rung.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonJson<'a> {
    relation: Relation,
    reasons: &'a [Reason],
    conditional_on: &'a [Condition],
    gap: Option<f64>,
    gap_kind: Option<GapKind>,
    why: &'a str,
    rungs: &'a [crate::compare::RungResult],
    hints: &'a [crate::compare::Hint],
    would_decide: &'a [String],
    derived: Option<&'a crate::compare::Derived>,
    wording: &'a [crate::compare::WordChange],
    a: ClaimJson,
    b: ClaimJson,
}

/// A comparison of two claims as JSON.
pub fn comparison<'a>(desk: &Desk<'_>, pair: &'a Comparison, a: &Claim, b: &Claim) -> ComparisonJson<'a> {
    ComparisonJson {
        relation: pair.relation,
        reasons: &pair.reasons,
        conditional_on: &pair.conditional_on,
        gap: pair.gap.map(|gap| gap.size),
        gap_kind: pair.gap.map(|gap| gap.kind),
        why: &pair.why,
        rungs: &pair.rungs,
        hints: &pair.hints,
        would_decide: &pair.would_decide,
        derived: pair.derived.as_ref(),
        wording: &pair.wording,
        a: claim(desk, a),
        b: claim(desk, b),
    }
}
