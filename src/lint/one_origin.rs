//! Figures that several sources carry and one origin gave.

use super::{Code, Lint};
use crate::findings::{Desk, Position, Question};
use crate::trace::count;

/// How many sources it takes for a figure to look confirmed.
const SEVERAL: usize = 3;

/// Positions of several sources whose every claim rests on one named origin.
pub(super) fn check(desk: &Desk<'_>, questions: &[Question]) -> Vec<Lint> {
    let sides = questions.iter().flat_map(|question| question.positions.iter().map(move |side| (question, side)));
    sides
        .filter(|(_, side)| side.sources.len() >= SEVERAL && rests_on_one(side))
        .map(|(question, side)| {
            let origin = side.origins.first().map_or_else(String::new, |origin| origin.text(desk.archive));
            let claim = side.claims.first().and_then(|id| desk.archive.claims.get(id));
            Lint {
                code: Code::OneOrigin,
                id: claim.map_or_else(String::new, |claim| claim.id.to_string()),
                locus: claim.map(|claim| claim.locus.clone()),
                message: format!(
                    "{} {}: {} sources, and all have it from {origin}",
                    question.title,
                    side.text,
                    side.sources.len()
                ),
                help: "they are one witness; look for a second one".to_owned(),
            }
        })
        .collect()
}

fn rests_on_one(side: &Position) -> bool {
    let origins = count(&side.origins);
    origins.named == 1 && origins.unnamed == 0
}
