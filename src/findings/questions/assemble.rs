//! Puts a question together from what was found of it.

use std::collections::BTreeSet;

use super::question::{JudgedQuestion, Position, Question};
use super::title::title;
use crate::compare::{Comparison, HintKind, Relation};
use crate::findings::desk::Desk;
use crate::model::{Claim, ClaimId, Judgement};
use crate::trace::count;

/// What was found of a question.
pub(in crate::findings) struct Parts<'a> {
    /// Claims outside the group that leave room for some of it.
    pub allowing: Vec<&'a Claim>,
    pub positions: Vec<Position>,
    /// The firmest first.
    pub comparisons: Vec<Comparison>,
    pub explained: Vec<Comparison>,
    /// Whether there are too many claims for all comparisons to be listed.
    pub is_crowd: bool,
}

/// The question that the claims of a group answer.
pub(in crate::findings) fn assemble(desk: &Desk<'_>, group: &[&Claim], parts: Parts<'_>) -> Question {
    let Parts { allowing, positions, comparisons, explained, is_crowd } = parts;
    let firmest = comparisons.first();
    let relation = firmest.map_or(Relation::Explained, |pair| pair.relation);
    let conditional_on = firmest.map(|pair| pair.conditional_on.clone()).unwrap_or_default();
    let conditional = !conditional_on.is_empty();
    let like_it =
        comparisons.iter().filter(|pair| pair.relation == relation && pair.conditional_on.is_empty() != conditional);
    let gap = like_it.filter_map(|pair| pair.gap).max_by(|a, b| a.size.total_cmp(&b.size));
    let worth_a_look = comparisons.iter().any(|pair| pair.hints.iter().any(|hint| hint.kind == HintKind::WorthALook));
    let asking = firmest.and_then(|pair| desk.archive.claims.get(&pair.b)).unwrap_or(group[0]);
    let ids: BTreeSet<&ClaimId> = group.iter().chain(&allowing).map(|claim| &claim.id).collect();
    Question {
        title: title(desk.archive, asking, group),
        kind: group[0].about.kind(),
        measure: group[0].about.measure().cloned(),
        place: shared(group, |claim| claim.scope.place.clone()),
        population: shared(group, |claim| claim.scope.population.clone()),
        periods: periods(group),
        relation,
        gap,
        conditional_on,
        origins: count(group.iter().flat_map(|claim| desk.origins(claim))),
        judgements: judgements(desk, &ids),
        worth_a_look,
        stakes: desk.archive.measure_of(group[0]).map_or(0, |measure| measure.stakes),
        positions,
        comparisons,
        explained,
        is_crowd,
    }
}

/// Firmest relation first, then the fewest conditions, then the widest gap; total by ids.
pub(in crate::findings) fn firmness(pair: &Comparison) -> impl Ord + '_ {
    let gap = pair.gap.map_or(0, |gap| (gap.size * 1e6).min(1e18) as u64);
    (pair.relation, pair.conditional_on.len(), std::cmp::Reverse(gap), &pair.a, &pair.b)
}

/// What all claims have; nothing if they differ.
fn shared<T: Ord>(group: &[&Claim], field: impl Fn(&Claim) -> Option<T>) -> Option<T> {
    let mut values: BTreeSet<Option<T>> = group.iter().map(|claim| field(claim)).collect();
    if values.len() == 1 { values.pop_first().flatten() } else { None }
}

fn periods(group: &[&Claim]) -> Vec<String> {
    let texts: BTreeSet<String> =
        group.iter().filter_map(|claim| claim.scope.period.as_ref().map(|period| period.text.clone())).collect();
    texts.into_iter().collect()
}

/// Judgements on these claims, the last one last.
fn judgements(desk: &Desk<'_>, ids: &BTreeSet<&ClaimId>) -> Vec<JudgedQuestion> {
    let is_about = |judgement: &&Judgement| judgement.on.iter().all(|on| ids.contains(&on.claim));
    let mut about: Vec<&Judgement> = desk.archive.judgements.iter().filter(is_about).collect();
    about.sort_by_key(|judgement| judgement.order());
    about
        .into_iter()
        .map(|judgement| JudgedQuestion {
            id: judgement.id.clone(),
            verdict: judgement.verdict.clone(),
            by: format!("{}, {}", judgement.by, judgement.date),
            on: judgement.on.iter().map(|on| on.claim.clone()).collect(),
            changed: judgement.changed(desk.archive).cloned().collect(),
        })
        .collect()
}
