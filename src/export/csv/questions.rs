//! Questions as CSV (RFC 4180): one row for each claim on each position.

use super::cell::harmless;
use crate::findings::{Desk, Position, Question};
use crate::model::ClaimId;

const HEADER: [&str; 17] = [
    "question",
    "relation",
    "gap",
    "gap_kind",
    "conditional",
    "position",
    "text",
    "low",
    "high",
    "unit",
    "claim",
    "source",
    "origin",
    "support",
    "says",
    "fragment",
    "place",
];

/// One table of all questions. Cells that a spreadsheet would take for a formula are preceded by an apostrophe.
///
/// # Errors
/// If a row cannot be written, which memory alone can cause.
pub fn questions_csv(desk: &Desk<'_>, questions: &[Question]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for question in questions {
        for (at, side) in question.positions.iter().enumerate() {
            let supporting = side.claims.iter().map(|id| (id, "supports"));
            let allowed = side.compatible.iter().map(|id| (id, "compatible"));
            for (id, support) in supporting.chain(allowed) {
                writer.write_record(row(desk, question, at + 1, side, id, support))?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn row(desk: &Desk<'_>, question: &Question, at: usize, side: &Position, id: &ClaimId, support: &str) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let claim = desk.archive.claims.get(id);
    let text = |value: Option<String>| value.unwrap_or_default();
    let cells = [
        question.title.clone(),
        question.relation.word().to_owned(),
        number(question.gap.map(|gap| gap.size)),
        text(question.gap.map(|gap| gap.kind.word().to_owned())),
        (!question.conditional_on.is_empty()).to_string(),
        at.to_string(),
        side.text.clone(),
        number(side.low),
        number(side.high),
        text(side.unit.clone()),
        id.to_string(),
        text(claim.map(|claim| claim.source.to_string())),
        text(claim.map(|claim| desk.origins_text(claim))),
        support.to_owned(),
        text(claim.map(|claim| claim.says.clone())),
        text(claim.and_then(|claim| claim.fragments().next()).map(str::to_owned)),
        text(claim.and_then(|claim| claim.scope.place.as_ref()).map(|id| desk.archive.place_name(id).to_owned())),
    ];
    cells.into_iter().map(|cell| harmless(&cell)).collect()
}
