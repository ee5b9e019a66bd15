//! Which question comes first: disagreements, by the editor's own order, then firmness, origins on each side, and gap.

use std::cmp::Ordering;

use super::question::Question;
use crate::compare::GapKind;
use crate::trace::count;

/// Orders two questions; total, so that the same graph gives the same bytes.
pub(in crate::findings) fn firmest_first(a: &Question, b: &Question) -> Ordering {
    let disagreement = b.is_disagreement().cmp(&a.is_disagreement());
    let relation = a.relation.cmp(&b.relation);
    let stakes = b.stakes.cmp(&a.stakes);
    let conditional = a.conditional_on.is_empty().cmp(&b.conditional_on.is_empty()).reverse();
    let origins = on_each_side(b).cmp(&on_each_side(a));
    let gap = width(b).total_cmp(&width(a));
    let ranked = disagreement.then(stakes).then(relation).then(conditional).then(origins).then(gap);
    ranked.then_with(|| key(a).cmp(&key(b)))
}

/// Named origins, and all origins, of the second best supported side: a disagreement is as firm as its weaker side.
fn on_each_side(question: &Question) -> (usize, usize) {
    let mut sides: Vec<(usize, usize)> = question
        .positions
        .iter()
        .map(|position| {
            let origins = count(&position.origins);
            (origins.named, origins.most())
        })
        .collect();
    sides.sort_unstable_by(|a, b| b.cmp(a));
    sides.get(1).copied().unwrap_or_default()
}

/// How wide a gap is, so that gaps of one kind can be put in order; ratios come before other kinds.
fn width(question: &Question) -> f64 {
    question.gap.map_or(0.0, |gap| if gap.kind == GapKind::Ratio { gap.size + 1e9 } else { gap.size })
}

fn key(question: &Question) -> (&str, Option<&crate::model::ClaimId>) {
    (&question.title, question.positions.first().and_then(|position| position.claims.first()))
}
