//! Words for people who know none of the terms. The exact term always stands beside them.

use crate::compare::{Gap, GapKind, Outcome, Reason, Relation, Rung};
use crate::quantity::pretty;
use crate::trace::{End, How};

/// What a relation means.
pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradiction => "Cannot both be true",
        Relation::Tension => "Could both be true only at the edge of their wording",
        Relation::Agreement => "Say the same",
        Relation::Explained => "Differ, and something accounts for it",
        Relation::NotComparable => "Do not speak of the same thing",
    }
}

/// The same where it may hang on a condition.
pub(super) fn how_related(one: Relation, is_conditional: bool) -> String {
    match one {
        Relation::Contradiction if is_conditional => "Could not both be true, if …".to_owned(),
        _ if is_conditional => format!("{}, if …", relation(one)),
        _ => relation(one).to_owned(),
    }
}

/// The exact term.
pub(super) fn term(one: Relation, is_conditional: bool) -> String {
    if is_conditional { format!("conditional {}", one.word()) } else { one.word().to_owned() }
}

/// How far apart two values are.
pub(super) fn gap(gap: Gap) -> String {
    let one = (gap.size - 1.0).abs() < f64::EPSILON;
    let plural = |word: &str| format!("{} {word}{} apart", pretty(gap.size), if one { "" } else { "s" });
    match gap.kind {
        GapKind::Ratio => {
            let size = if gap.size < 10.0 { (gap.size * 100.0).round() / 100.0 } else { gap.size.round() };
            format!("one is at least {} times the other", pretty(size))
        }
        GapKind::Points => plural("percentage point"),
        GapKind::Days => plural("day"),
        GapKind::Places => plural("place"),
    }
}

/// What a rung of the ladder asks.
pub(super) fn rung(rung: Rung) -> &'static str {
    match rung {
        Rung::Measure => "What is it about?",
        Rung::Basis => "What kind of figure is it?",
        Rung::Counted => "What is counted?",
        Rung::Definition => "On what condition?",
        Rung::Place => "Where?",
        Rung::Population => "Who?",
        Rung::Period => "When?",
        Rung::Unit => "In which unit?",
        Rung::Values => "What does it say?",
        Rung::Revision => "Does one correct the other?",
    }
}

/// What a rung came to.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "the same",
        Outcome::Inside | Outcome::Member => "one lies inside the other",
        Outcome::Overlaps => "they share a part",
        Outcome::Apart => "they differ",
        Outcome::Unstated => "one does not say",
        Outcome::Unspoken => "neither says",
    }
}

/// What accounts for a difference, after “explained by”.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Measure => "another thing being measured",
        Reason::Basis => "another kind of figure",
        Reason::Counted => "another thing being counted",
        Reason::Definition => "another condition",
        Reason::Place => "another place",
        Reason::Population => "other people or things being meant",
        Reason::Period => "another time",
        Reason::PartOfWhole => "one being a part of the other",
        Reason::UnitConversion => "another unit",
        Reason::Rounding => "rounding",
        Reason::HedgeCovers => "a word such as “about” or “more than”",
        Reason::Tolerance => "the tolerance of the measure",
        Reason::RateVsTotal => "one being a rate and the other a total",
        Reason::Revision => "one correcting the other",
        Reason::Translation => "translation",
    }
}

/// How a step of a chain is reached: a sign and words.
pub(super) fn how(how: How) -> (&'static str, &'static str) {
    match how {
        How::Asked => ("●", "this claim"),
        How::TakenFrom => ("←", "taken from"),
        How::AttributedTo => ("“", "said by"),
        How::SpeaksFor => ("→", "who speaks for"),
        How::SharesPassage => ("=", "shares its passage with"),
        How::Proposed => ("?", "perhaps from (nobody says so)"),
    }
}

/// Why a chain ends.
pub(super) fn end(end: &End) -> &'static str {
    match end {
        End::NamedActor => "Ends here: somebody with a name said it.",
        End::PrimarySource => "Ends here: this source speaks for itself.",
        End::Unnamed(_) => "Ends here: whoever said it has no name.",
        End::Circular => "Returns to where it has been: it has no origin.",
        End::ShownBefore => "Its further steps are shown above.",
        End::TooLong => "Goes on for more steps than are shown.",
        End::NotHeld => "Ends here: what it says on this is not in the graph.",
        End::Unknown => "Ends here: the source does not say where it has it from.",
    }
}

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", pretty(number as f64), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_said_in_words() {
        let rows = [
            (1.456, GapKind::Ratio, "one is at least 1.46 times the other"),
            (1.0, GapKind::Days, "1 day apart"),
            (4.5, GapKind::Points, "4.5 percentage points apart"),
        ];
        for (size, kind, words) in rows {
            assert_eq!(gap(Gap { size, kind }), words);
        }
    }
}
