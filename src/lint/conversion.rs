//! Conversions in brackets that do not fit what they convert.

use super::{Code, Lint};
use crate::compare::{HintKind, Relation};
use crate::findings::Desk;

/// A figure and its conversion that contradict each other.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let claims = desk.archive.claims.values();
    let converted = claims.filter_map(|claim| Some((claim, desk.archive.claims.get(claim.conversion_of.as_ref()?)?)));
    converted
        .map(|(claim, original)| (claim, desk.compare(original, claim)))
        .filter(|(_, comparison)| comparison.relation == Relation::Contradiction)
        .map(|(claim, comparison)| {
            let slip = comparison.hints.into_iter().find(|hint| hint.kind == HintKind::ConversionSlip);
            Lint {
                code: Code::ConversionSlip,
                id: claim.id.to_string(),
                locus: Some(claim.locus.clone()),
                message: slip.map_or(comparison.why, |hint| hint.text),
                help: format!("ask {} which of the two it means", claim.source),
            }
        })
        .collect()
}
