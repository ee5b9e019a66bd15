//! The table that says what follows from the outcome of a rung.

use std::sync::LazyLock;

use serde::Deserialize;

use super::rung::{Outcome, Rung};
use crate::model::Basis;
use crate::quantity::table;

/// What follows from an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Step {
    /// Climb on.
    GoOn,
    /// Climb on as if both said the same; the relation is conditional.
    Assume,
    /// This accounts for any difference.
    Explains,
    /// This accounts for a difference if there is one; the relation is conditional.
    ExplainsDifference,
    /// One is a part of the other, and can't exceed it.
    Part,
    /// They do not speak of the same thing.
    NotComparable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    rung: Rung,
    outcome: Outcome,
    /// Applies to these; to all claims where left out.
    #[serde(default)]
    basis: Vec<Basis>,
    then: Step,
}

/// The table as it is written.
pub(crate) const LADDER_TEXT: &str = include_str!("ladder.ron");

static LADDER: LazyLock<Vec<Row>> = LazyLock::new(|| table("ladder.ron", LADDER_TEXT));

/// What follows from the outcome of a rung: the first row that fits. Claims that are no quantities have no basis.
pub(crate) fn step(rung: Rung, outcome: Outcome, basis: Option<Basis>) -> Step {
    let fits = |row: &&Row| {
        let right_basis = row.basis.is_empty() || basis.is_some_and(|basis| row.basis.contains(&basis));
        row.rung == rung && row.outcome == outcome && right_basis
    };
    LADDER.iter().find(fits).map_or(Step::GoOn, |row| row.then)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: [Rung; 4] = [Rung::Definition, Rung::Place, Rung::Population, Rung::Period];
    const OUTCOMES: [Outcome; 5] =
        [Outcome::Same, Outcome::Apart, Outcome::Unstated, Outcome::Unspoken, Outcome::Overlaps];

    #[test]
    fn every_rung_of_scope_has_a_row_for_every_outcome() {
        for rung in SCOPE {
            for outcome in OUTCOMES {
                if rung == Rung::Definition && outcome == Outcome::Overlaps {
                    continue;
                }
                let rows = LADDER.iter().filter(|row| row.rung == rung && row.outcome == outcome);
                assert!(rows.clone().any(|row| row.basis.is_empty()), "{rung:?} {outcome:?}");
            }
        }
    }

    #[test]
    fn parts_add_up_for_flows_and_not_for_shares() {
        assert_eq!(step(Rung::Place, Outcome::Inside, Some(Basis::Flow)), Step::Part);
        assert_eq!(step(Rung::Place, Outcome::Inside, Some(Basis::Share)), Step::Explains);
        assert_eq!(step(Rung::Period, Outcome::Inside, Some(Basis::Stock)), Step::GoOn);
        assert_eq!(step(Rung::Period, Outcome::Inside, Some(Basis::Flow)), Step::Part);
        assert_eq!(step(Rung::Basis, Outcome::Apart, None), Step::NotComparable);
    }
}
