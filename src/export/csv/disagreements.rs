//! The table of pairs of claims that disagree.

use std::collections::BTreeMap;
use std::io;

use super::Rows;
use super::cell::text;
use crate::compare::Comparison;
use crate::export::view::View;
use crate::findings::Question;
use crate::model::ClaimId;

pub(super) const DERIVED: [&str; 18] = [
    "a",
    "b",
    "relation",
    "gap",
    "gap_kind",
    "why",
    "conditions",
    "question",
    "a_says",
    "b_says",
    "a_source",
    "b_source",
    "a_value",
    "b_value",
    "a_origins",
    "b_origins",
    "judged",
    "question_dismissed",
];

pub(super) fn write(view: &View<'_>, rows: &mut Rows<'_>) -> io::Result<()> {
    let pairs = view.questions.iter().flat_map(|own| own.comparisons.iter().map(move |pair| ((&pair.a, &pair.b), own)));
    let questions: BTreeMap<(&ClaimId, &ClaimId), &Question> = pairs.collect();
    for pair in view.disagreements() {
        let question = questions.get(&(&pair.a, &pair.b));
        let sides = [side(view, &pair.a), side(view, &pair.b)];
        let conditions: Vec<&str> = pair.conditional_on.iter().map(|condition| condition.text.as_str()).collect();
        let [[a_says, a_source, a_value, a_origins], [b_says, b_source, b_value, b_origins]] = sides;
        rows.add([
            pair.a.to_string(),
            pair.b.to_string(),
            pair.relation.word().to_owned(),
            text(pair.gap.map(|gap| gap.size).as_ref()),
            pair.gap.map_or("", |gap| gap.kind.word()).to_owned(),
            pair.why.clone(),
            super::cell::list(&conditions),
            text(question.map(|question| &question.title)),
            a_says,
            b_says,
            a_source,
            b_source,
            a_value,
            b_value,
            a_origins,
            b_origins,
            question.map_or_else(String::new, |question| judged(question, pair)),
            question.is_some_and(|question| question.is_dismissed()).to_string(),
        ])?;
    }
    Ok(())
}

/// What one side says, where, with which value, and on whose word.
fn side(view: &View<'_>, id: &ClaimId) -> [String; 4] {
    let Some(claim) = view.archive().claims.get(id) else { return Default::default() };
    let value = claim.about.as_quantity().map_or_else(String::new, |quantity| quantity.stated.text());
    [claim.says.clone(), claim.source.to_string(), value, view.desk.origins_text(claim)]
}

/// The verdicts on both claims.
fn judged(question: &Question, pair: &Comparison) -> String {
    let both = question.judgements.iter().filter(|judged| judged.on.contains(&pair.a) && judged.on.contains(&pair.b));
    let verdicts: Vec<&str> = both.map(|judged| judged.verdict.as_str()).collect();
    super::cell::list(&verdicts)
}
