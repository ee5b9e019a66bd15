//! Questions and positions, as found.

use std::collections::BTreeSet;

use crate::compare::{Comparison, Condition, Gap, Relation};
use crate::model::{ClaimId, JudgementId, MeasureId, PlaceId, PopulationId, SourceId, dismisses};
use crate::trace::{Origin, OriginCount};

/// What a set of comparable claims answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question as a person would ask it.
    pub title: String,
    /// The kind of its claims.
    pub kind: &'static str,
    /// The measure, where there is one.
    pub measure: Option<MeasureId>,
    /// The place, if all claims have the same one.
    pub place: Option<PlaceId>,
    /// The population, if all claims have the same one.
    pub population: Option<PopulationId>,
    /// The periods of the claims, in words.
    pub periods: Vec<String>,
    /// The firmest relation between any two of its claims.
    pub relation: Relation,
    /// The widest gap between claims that relate so.
    pub gap: Option<Gap>,
    /// What the relation hangs on; nothing if some two claims relate so without conditions.
    pub conditional_on: Vec<Condition>,
    /// The sides.
    pub positions: Vec<Position>,
    /// The origins of all claims together.
    pub origins: OriginCount,
    /// All comparisons between its claims, the firmest first; of a crowd, only the widest disagreements.
    pub comparisons: Vec<Comparison>,
    /// Comparisons with claims on other questions whose difference is explained.
    pub explained: Vec<Comparison>,
    /// What editors decided about its claims.
    pub judgements: Vec<JudgedQuestion>,
    /// Opposite claims that only one rung keeps apart.
    pub worth_a_look: bool,
    /// How much hangs on it, by the editor's own order.
    pub stakes: i32,
    /// Whether it has more claims than can be held side by side two by two: then their days and bounds tell the positions.
    pub is_crowd: bool,
}

/// The claims on a question that agree with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// What they say, in words.
    pub text: String,
    /// Low end of what all of them allow, in `unit`.
    pub low: Option<f64>,
    /// High end of what all of them allow, in `unit`.
    pub high: Option<f64>,
    /// The unit, or the thing counted.
    pub unit: Option<String>,
    /// The claims, by id.
    pub claims: Vec<ClaimId>,
    /// The sources that assert them.
    pub sources: BTreeSet<SourceId>,
    /// The origins that they rest on.
    pub origins: BTreeSet<Origin>,
    /// One-sided claims that this position allows; they support none.
    pub compatible: Vec<ClaimId>,
    /// Whether the position only bounds the figure from one side.
    pub one_sided: bool,
}

/// A judgement on claims of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedQuestion {
    /// The judgement.
    pub id: JudgementId,
    /// What was decided.
    pub verdict: String,
    /// By whom and when, in words.
    pub by: String,
    /// The claims that it is about.
    pub on: BTreeSet<ClaimId>,
    /// Claims that have changed since, which reopens it.
    pub changed: Vec<ClaimId>,
}

impl JudgedQuestion {
    /// Whether an editor decided on two claims, and neither has changed since.
    fn decides(&self, pair: &Comparison) -> bool {
        self.on.contains(&pair.a) && self.on.contains(&pair.b) && self.changed.is_empty()
    }

    fn is_dismissal(&self) -> bool {
        dismisses(&self.verdict) == Ok(true)
    }
}

impl Question {
    /// Whether sources disagree on it.
    pub fn is_disagreement(&self) -> bool {
        self.relation.is_disagreement()
    }

    /// Whether editors have dismissed every disagreement between its claims. Of several judgements the last one counts.
    pub fn is_dismissed(&self) -> bool {
        let mut disagreements = self.comparisons.iter().filter(|pair| pair.is_disagreement()).peekable();
        disagreements.peek().is_some()
            && disagreements.all(|pair| {
                let last = self.judgements.iter().rfind(|judged| judged.decides(pair));
                last.is_some_and(JudgedQuestion::is_dismissal)
            })
    }

    /// The place of the position that a claim takes, if it takes one.
    pub fn side_of(&self, id: &ClaimId) -> Option<usize> {
        self.positions.iter().position(|side| side.claims.contains(id))
    }

    /// All claims that take a side or are compatible with one.
    pub fn claims(&self) -> BTreeSet<&ClaimId> {
        self.positions.iter().flat_map(|position| position.claims.iter().chain(&position.compatible)).collect()
    }
}

/// The letters of the position at a place: A to Z, then AA, AB and so on.
pub fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()));
        if at < 26 {
            return letters.iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn every_position_has_letters_of_its_own() {
        let told: Vec<String> = [0, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(told, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
