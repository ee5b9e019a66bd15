//! What comes of two claims: a relation, its reasons, what it hangs on, and what would decide it.

use serde::{Deserialize, Serialize};

use super::identity::Derived;
use super::quotes::WordChange;
use super::reason::Reason;
use super::rung::RungResult;
use crate::model::{Aspect, ClaimId, Grounding, words};

/// How two claims relate, the firmest disagreement first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They cannot both hold.
    Contradiction,
    /// They can both hold, but no reader would take them so.
    Tension,
    /// They say the same.
    Agreement,
    /// They differ, and something other than a disagreement accounts for it.
    Explained,
    /// They do not speak of the same thing.
    NotComparable,
}

impl Relation {
    /// Those that questions may have: those of claims that can be held side by side.
    pub const OF_QUESTIONS: [Self; 4] = [Self::Contradiction, Self::Tension, Self::Agreement, Self::Explained];

    /// Whether two claims that relate so disagree, firmly or not.
    pub fn is_disagreement(self) -> bool {
        matches!(self, Self::Contradiction | Self::Tension)
    }

    /// What it says of two claims, in a line.
    pub fn help(self) -> &'static str {
        match self {
            Relation::Contradiction => "They cannot both hold",
            Relation::Tension => "They can both hold, at the edge of their hedges",
            Relation::Agreement => "They say the same",
            Relation::Explained => "Something else accounts for the difference",
            Relation::NotComparable => "They do not speak of the same thing",
        }
    }

    /// The words for it.
    pub fn word(self) -> &'static str {
        match self {
            Relation::Contradiction => "contradiction",
            Relation::Tension => "tension",
            Relation::Agreement => "agreement",
            Relation::Explained => "explained",
            Relation::NotComparable => "not comparable",
        }
    }
}

/// A field that a relation hangs on, because a text left it open or we inferred it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Condition {
    /// The claim that leaves it open.
    pub claim: ClaimId,
    /// What is open.
    pub field: Aspect,
    /// Inferred or unstated.
    pub state: Grounding,
    /// The condition as a clause: "if moscow-campaign-2025 means 2024".
    pub text: String,
}

/// What a gap is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// The greater of the nearest ends divided by the lesser.
    Ratio,
    /// Percentage points between the nearest ends.
    Points,
    /// Days between the nearest ends.
    Days,
    /// Places between two ranks.
    Places,
}

words!(GapKind { Ratio: "ratio", Points: "points", Days: "days", Places: "places" });

/// How far apart two values are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// Its size.
    pub size: f64,
    /// What that is measured in.
    pub kind: GapKind,
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HintKind {
    /// The ratio is a power of ten.
    ScaleSlip,
    /// The ratio is that of two units which are easily confused.
    UnitSlip,
    /// The two figures of one conversion do not fit.
    ConversionSlip,
    /// Two neighbouring digits have changed places.
    SwappedDigits,
    /// "Up to" implies its limit and does not assert it.
    ImpliedLimit,
    /// One figure is given for several places at once.
    SharedFigure,
    /// Only one rung keeps opposite claims apart.
    WorthALook,
    /// An editor's note on one of the claims.
    Note,
}

/// Something that may account for a difference, or should be known when judging it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// The hint as a sentence.
    pub text: String,
}

/// Two claims, held side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The first claim.
    pub a: ClaimId,
    /// The second claim.
    pub b: ClaimId,
    /// How they relate.
    pub relation: Relation,
    /// All reasons, in the order of the ladder.
    pub reasons: Vec<Reason>,
    /// What the relation hangs on; nothing if it is unconditional.
    pub conditional_on: Vec<Condition>,
    /// How far apart they are, where they are.
    pub gap: Option<Gap>,
    /// Every rung, in the order of the ladder.
    pub rungs: Vec<RungResult>,
    /// What may account for it.
    pub hints: Vec<Hint>,
    /// What would decide it.
    pub would_decide: Vec<String>,
    /// A figure that follows from both.
    pub derived: Option<Derived>,
    /// The words of two quotations, word by word.
    pub wording: Vec<WordChange>,
    /// The outcome in a sentence.
    pub why: String,
}

impl Comparison {
    /// Whether the two disagree, firmly or not.
    pub fn is_disagreement(&self) -> bool {
        self.relation.is_disagreement()
    }

    /// Whether the values themselves were held against each other, and nothing but them decided.
    pub fn is_of_values(&self) -> bool {
        let by_values = |reason: &Reason| {
            use Reason::{HedgeCovers, Rounding, Tolerance, Translation, UnitConversion};
            matches!(reason, Rounding | UnitConversion | HedgeCovers | Tolerance | Translation)
        };
        match self.relation {
            Relation::Contradiction | Relation::Tension | Relation::Agreement => true,
            Relation::Explained => self.reasons.iter().all(by_values),
            Relation::NotComparable => false,
        }
    }
}
