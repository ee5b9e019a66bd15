//! What would decide a disagreement, and the outcome in a sentence.

use std::collections::BTreeSet;

use super::reason::Reason;
use super::relation::Gap;
use super::relation::{Condition, GapKind, Relation};
use super::rung::{RungResult, Side};
use super::values::Values;
use crate::model::{Archive, Attribution, Claim, Grounding};
use crate::quantity::{pretty, tidy};

/// What would decide it: the open fields first, then whoever stands behind each figure.
pub(super) fn would_decide(
    archive: &Archive,
    a: &Claim,
    b: &Claim,
    relation: Relation,
    conditions: &[Condition],
) -> Vec<String> {
    let claims = [a, b];
    let source = |condition: &Condition| {
        claims
            .iter()
            .find(|claim| claim.id == condition.claim)
            .map_or_else(String::new, |claim| claim.source.to_string())
    };
    let mut out: Vec<String> = conditions.iter().map(|condition| settling(condition, &source(condition))).collect();
    if relation.is_disagreement() {
        out.extend(claims.into_iter().filter_map(|claim| behind(archive, claim)));
    }
    each_once(out)
}

/// What would settle a condition; whoever leaves it open is told by a name.
pub fn settling(condition: &Condition, by: &str) -> String {
    match condition.state {
        Grounding::Inferred => format!("whether the {} inferred for {by} is right", condition.field),
        _ => format!("the {} that {by} leaves open", condition.field),
    }
}

/// Texts in their order, each once.
pub fn each_once(mut texts: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}

fn behind(archive: &Archive, claim: &Claim) -> Option<String> {
    match &claim.attribution {
        Attribution::Unnamed(words) => Some(format!("who stands behind “{words}” in {}", claim.source)),
        Attribution::OwnVoice => Some(format!("where {} has it from", claim.source)),
        Attribution::Actors(ids) => {
            Some(format!("the record of {}, whom {} names", archive.actor_names(ids), claim.source))
        }
    }
}

/// Reasons, each with what the two sides say on its rung, where they say different things.
pub fn accounts(reasons: &[Reason], rungs: &[RungResult]) -> String {
    let told = |reason: &Reason| {
        let rung = rungs.iter().find(|rung| Reason::of(rung.rung) == Some(*reason));
        let sides = rung.and_then(|rung| rung.a.as_ref().zip(rung.b.as_ref())).filter(|(a, b)| a != b);
        let sides = sides.map(|(a, b)| format!(" ({a} against {b})"));
        format!("{}{}", reason.word(), sides.unwrap_or_default())
    };
    reasons.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// What is said of a part, and of its whole.
pub fn part_first<T>(rungs: &[RungResult], a: T, b: T) -> (T, T) {
    if rungs.iter().find_map(|rung| rung.part) == Some(Side::B) { (b, a) } else { (a, b) }
}

/// The outcome in a sentence.
pub(super) fn why(
    relation: Relation,
    reasons: &[Reason],
    rungs: &[RungResult],
    gap: Option<Gap>,
    values: &Values,
) -> String {
    let list = || accounts(reasons, rungs);
    let gap = gap.map_or_else(String::new, |gap| format!("; gap {gap}"));
    match relation {
        Relation::Contradiction if reasons.contains(&Reason::PartOfWhole) => {
            let (part, whole) = part_first(rungs, &values.a, &values.b);
            format!("the part exceeds the whole: {part} against {whole}{gap}")
        }
        Relation::Contradiction if reasons.contains(&Reason::RateVsTotal) => {
            format!("the rate, reckoned up, does not come to the total{gap}")
        }
        Relation::Contradiction => format!("cannot both hold: {} against {}{gap}", values.a, values.b),
        Relation::Tension => format!("both can hold, but only at the edge of what the words allow{gap}"),
        Relation::Agreement => "both say the same".to_owned(),
        Relation::Explained => format!("the difference is accounted for by: {}", list()),
        Relation::NotComparable => format!("they do not speak of the same thing: {}", list()),
    }
}

/// Numbers from here on are told by their power of ten: nobody reads hundreds of digits.
const LONG: f64 = 1e15;

fn short(size: f64) -> String {
    if size < LONG { pretty(size) } else { format!("about 10^{:.0}", size.log10()) }
}

impl std::fmt::Display for Gap {
    /// The size with what it is measured in: "1.29×", "5 points".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = tidy((self.size * 100.0).round() / 100.0);
        let unit = match self.kind {
            GapKind::Ratio => return write!(f, "{}×", short(size)),
            GapKind::Points => "point",
            GapKind::Days => "day",
            GapKind::Places => "place",
        };
        write!(f, "{} {unit}{}", short(size), if size == 1.0 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rung::{Outcome, Rung};

    #[test]
    fn the_part_is_told_before_its_whole() {
        let rung = |part| RungResult { part, ..RungResult::plain(Rung::Place, None, None, Outcome::Inside) };
        assert_eq!(part_first(&[rung(None), rung(Some(Side::B))], 1, 2), (2, 1));
        assert_eq!(part_first(&[rung(Some(Side::A))], 1, 2), (1, 2));
    }

    #[test]
    fn a_gap_of_hundreds_of_digits_is_told_in_a_few() {
        let told = |size, kind| Gap { size, kind }.to_string();
        assert_eq!(told(1e300, GapKind::Ratio), "about 10^300×");
        assert_eq!(told(1e15, GapKind::Ratio), "about 10^15×");
        assert_eq!(told(4e20, GapKind::Days), "about 10^21 days");
        assert_eq!(told(1_234_567.0, GapKind::Ratio), "1,234,567×");
        assert_eq!(told(1.0, GapKind::Points), "1 point");
    }
}
