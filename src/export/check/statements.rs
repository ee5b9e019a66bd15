//! What two statements come to, as JSON has it.

use serde::Serialize;

use super::json::{GapJson, RungJson, gap, rung};
use crate::check::{Statements, value_text, why};
use crate::compare::{Reason, Relation};
use crate::matching::{Entry, Match};

// Fields stand in the order of their names, as in the rest of a check.

#[derive(Serialize)]
struct StatementsJson<'a> {
    pairs: Vec<PairJson<'a>>,
    reasons: &'a [Reason],
    relation: Relation,
}

#[derive(Serialize)]
struct PairJson<'a> {
    a: String,
    b: String,
    gap: Option<GapJson>,
    reasons: &'a [Reason],
    relation: Relation,
    rungs: Vec<RungJson<'a>>,
    score: f64,
    why: String,
}

/// The relation of two statements, and the figures behind it, to be written as JSON.
pub fn statements(found: &Statements) -> impl Serialize + use<'_> {
    let entries = found.corpus.entries();
    let pairs = found.pairs.iter().map(|one| pair(one, &entries[one.a], &entries[one.b]));
    StatementsJson { pairs: pairs.collect(), reasons: &found.reasons, relation: found.relation }
}

fn pair<'a>(one: &'a Match, a: &Entry, b: &Entry) -> PairJson<'a> {
    PairJson {
        a: value_text(a),
        b: value_text(b),
        gap: gap(one),
        reasons: &one.verdict.reasons,
        relation: one.verdict.relation,
        rungs: one.rungs.iter().map(rung).collect(),
        score: one.score,
        why: why(one, a, b),
    }
}
