//! What a rung hangs on: fields that one side leaves open, or that we inferred.

use std::collections::BTreeSet;

use super::periods;
use super::relation::Condition;
use super::rung::{Outcome, Rung, RungResult};
use crate::model::{Archive, Aspect, Claim, Grounding};

/// The rung with the conditions that its outcome hangs on.
pub(super) fn grounds(archive: &Archive, result: RungResult, a: &Claim, b: &Claim) -> RungResult {
    let mut conditions = Vec::new();
    for aspect in result.rung.aspects() {
        conditions.extend(of_side(archive, &result, *aspect, a, (result.a.as_deref(), result.b.as_deref())));
        conditions.extend(of_side(archive, &result, *aspect, b, (result.b.as_deref(), result.a.as_deref())));
    }
    conditions.sort();
    conditions.dedup();
    RungResult { conditions, ..result }
}

/// Conditions as they are told: the clause of two claims of one source stands once.
pub fn clauses(conditions: &[Condition]) -> impl Iterator<Item = &Condition> {
    let mut seen = BTreeSet::new();
    conditions.iter().filter(move |condition| seen.insert(condition.text.as_str()))
}

/// What one side leaves to the reader: an aspect that is inferred, left out, or named without being settled.
fn of_side(
    archive: &Archive,
    result: &RungResult,
    aspect: Aspect,
    claim: &Claim,
    own_and_other: (Option<&str>, Option<&str>),
) -> Vec<Condition> {
    let grounding = claim.grounding(aspect);
    let is_open = grounding != Grounding::Unstated && leaves_open(archive, result, claim);
    let states = [(grounding != Grounding::Stated).then_some(grounding), is_open.then_some(Grounding::Unstated)];
    let condition = |state| {
        let text = clause(aspect, claim, state, own_and_other);
        Condition { claim: claim.id.clone(), field: aspect, state, text }
    };
    states.into_iter().flatten().map(condition).collect()
}

/// Whether the words name the aspect without settling it: an open period, a place of which nobody says which.
fn leaves_open(archive: &Archive, result: &RungResult, claim: &Claim) -> bool {
    let vague_place = claim.scope.place.as_ref().is_some_and(|id| archive.place_nesting.is_vague(id));
    let vague_population = claim.scope.population.as_ref().is_some_and(|id| archive.population_nesting.is_vague(id));
    match (result.rung, result.outcome) {
        (Rung::Place, Outcome::Overlaps) => vague_place,
        (Rung::Population, Outcome::Overlaps) => vague_population,
        (Rung::Period, Outcome::Unstated | Outcome::Inside) => {
            claim.scope.period.as_ref().is_some_and(periods::is_open)
        }
        _ => false,
    }
}

fn clause(aspect: Aspect, claim: &Claim, state: Grounding, (own, other): (Option<&str>, Option<&str>)) -> String {
    let source = &claim.source;
    match (state, own, other) {
        (Grounding::Inferred, Some(own), _) => format!("if {source} means {own} (the {aspect} is inferred)"),
        (Grounding::Inferred, None, _) => format!("if the {aspect} inferred for {source} is right"),
        (_, Some(own), Some(other)) => format!("if {source}, which says “{own}”, means {other}"),
        (_, None, Some(other)) => format!("if {source}, which names no {aspect}, means {other}"),
        _ => format!("if the {aspect} that {source} leaves open is the same"),
    }
}
