//! Why a difference is none, or why two claims are not comparable.

use serde::{Deserialize, Serialize};

use super::rung::Rung;

/// Why a difference is none, or why two claims are not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all(serialize = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    /// Something else is measured.
    Measure,
    /// A stock is not a flow.
    Basis,
    /// Something else is counted.
    Counted,
    /// Only one side sets a condition, or each another.
    Definition,
    /// Elsewhere.
    Place,
    /// Of others.
    Population,
    /// At another time.
    Period,
    /// A part that fits its whole, or exceeds it.
    PartOfWhole,
    /// The same in another unit.
    UnitConversion,
    /// The same, rounded.
    Rounding,
    /// The hedge of one covers the other.
    HedgeCovers,
    /// Within the tolerance of the measure.
    Tolerance,
    /// A rate, reckoned up, against a total.
    RateVsTotal,
    /// One revises the other.
    Revision,
    /// One utterance in two translations.
    Translation,
}

impl Reason {
    /// All of them, in the order of the ladder.
    pub const ALL: [Self; 15] = [
        Self::Measure,
        Self::Basis,
        Self::Counted,
        Self::Definition,
        Self::Place,
        Self::Population,
        Self::Period,
        Self::PartOfWhole,
        Self::UnitConversion,
        Self::Rounding,
        Self::HedgeCovers,
        Self::Tolerance,
        Self::RateVsTotal,
        Self::Revision,
        Self::Translation,
    ];

    /// The words for it.
    pub fn word(self) -> &'static str {
        self.told().0
    }

    /// Its name, as the command line has it.
    pub fn name(self) -> &'static str {
        self.told().1
    }

    /// Why a contradiction is none for this reason, in a line.
    pub fn help(self) -> &'static str {
        self.told().2
    }

    fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Measure => ("measure", "measure", "Something else is measured"),
            Self::Basis => ("basis", "basis", "A stock is not a flow"),
            Self::Counted => ("counted", "counted", "Something else is counted"),
            Self::Definition => ("definition", "definition", "Another condition narrows what is counted"),
            Self::Place => ("place", "place", "Elsewhere"),
            Self::Population => ("population", "population", "Of others"),
            Self::Period => ("period", "period", "At another time"),
            Self::PartOfWhole => ("part of whole", "part-of-whole", "A part of a whole"),
            Self::UnitConversion => ("unit conversion", "unit-conversion", "The same in another unit"),
            Self::Rounding => ("rounding", "rounding", "The same, rounded"),
            Self::HedgeCovers => ("hedge covers", "hedge-covers", "The hedge of one covers the other"),
            Self::Tolerance => ("tolerance", "tolerance", "Within the tolerance of the measure"),
            Self::RateVsTotal => ("rate against total", "rate-vs-total", "A rate against a total"),
            Self::Revision => ("revision", "revision", "One revises the other"),
            Self::Translation => ("translation", "translation", "One utterance in two translations"),
        }
    }

    /// The reason that a rung gives.
    pub(super) fn of(rung: Rung) -> Option<Self> {
        Some(match rung {
            Rung::Measure => Reason::Measure,
            Rung::Basis => Reason::Basis,
            Rung::Counted => Reason::Counted,
            Rung::Definition => Reason::Definition,
            Rung::Place => Reason::Place,
            Rung::Population => Reason::Population,
            Rung::Period => Reason::Period,
            Rung::Unit => Reason::UnitConversion,
            Rung::Revision => Reason::Revision,
            Rung::Values => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;
    use crate::model::REASONS;

    #[test]
    fn each_reason_that_can_be_given_is_one_that_verdicts_may_have() {
        assert_eq!(Reason::ALL.map(Reason::word), REASONS);
    }
}
