//! The rungs of the ladder, and what each of them may come to.

use serde::{Deserialize, Serialize};

use super::relation::Condition;
use crate::model::Aspect;

/// One respect in which two claims are held side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Rung {
    /// What is measured, dated, ranked, held or said.
    Measure,
    /// Stock, flow, share and so on.
    Basis,
    /// The thing counted.
    Counted,
    /// A condition that narrows what is counted.
    Definition,
    /// Where.
    Place,
    /// Who or what is counted.
    Population,
    /// When.
    Period,
    /// Units and scale.
    Unit,
    /// The values themselves.
    Values,
    /// Whether one revises the other.
    Revision,
}

/// How the two sides of a rung lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Outcome {
    /// The same.
    Same,
    /// One lies inside the other.
    Inside,
    /// One is a member of the other, which gives a range over its members.
    #[serde(rename(serialize = "inside"))]
    Member,
    /// They share a part.
    Overlaps,
    /// They have nothing in common.
    Apart,
    /// One side does not say.
    Unstated,
    /// Neither side says.
    #[serde(rename(serialize = "unstated"))]
    Unspoken,
}

impl Outcome {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Same => "same",
            Outcome::Inside | Outcome::Member => "inside",
            Outcome::Overlaps => "overlaps",
            Outcome::Apart => "apart",
            Outcome::Unstated | Outcome::Unspoken => "unstated",
        }
    }
}

/// One of the two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

/// What a rung came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RungResult {
    /// The rung.
    pub rung: Rung,
    /// What the first claim has there.
    pub a: Option<String>,
    /// What the second claim has there.
    pub b: Option<String>,
    /// How they lie to each other.
    pub outcome: Outcome,
    /// The side that lies inside the other.
    pub part: Option<Side>,
    /// What the outcome hangs on.
    pub conditions: Vec<Condition>,
}

impl RungResult {
    /// A rung on which nothing hangs.
    pub fn plain(rung: Rung, a: Option<String>, b: Option<String>, outcome: Outcome) -> Self {
        Self { rung, a, b, outcome, part: None, conditions: Vec::new() }
    }
}

impl Rung {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Rung::Measure => "measure",
            Rung::Basis => "basis",
            Rung::Counted => "counted",
            Rung::Definition => "definition",
            Rung::Place => "place",
            Rung::Population => "population",
            Rung::Period => "period",
            Rung::Unit => "unit",
            Rung::Values => "values",
            Rung::Revision => "revision",
        }
    }

    /// The aspects of claims that it holds side by side.
    pub(super) fn aspects(self) -> &'static [Aspect] {
        match self {
            Rung::Measure => &[Aspect::Measure, Aspect::Occasion],
            Rung::Counted => &[Aspect::Counts],
            Rung::Definition => &[Aspect::Definition],
            Rung::Place => &[Aspect::Place],
            Rung::Population => &[Aspect::Population],
            Rung::Period => &[Aspect::Period],
            Rung::Unit => &[Aspect::Unit],
            Rung::Values => &[Aspect::When],
            Rung::Basis | Rung::Revision => &[],
        }
    }
}
