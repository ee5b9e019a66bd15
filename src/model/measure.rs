//! Measures: what quantities measure, and the identities between them.

use serde::{Deserialize, Serialize};

use super::id::MeasureId;
use super::words::words;

/// How a measured quantity behaves over time and parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Basis {
    /// Held at a time.
    Stock,
    /// Happens over a period.
    Flow,
    /// A difference of flows.
    Net,
    /// Per unit of time or per head.
    Rate,
    /// A part of a whole.
    Share,
    /// One level against another.
    Ratio,
    /// What something costs.
    Price,
    /// Set by law or contract: a figure of its own.
    Limit,
    /// How long in space.
    Length,
    /// How long in time.
    Duration,
    /// Any other amount without parts in time.
    Amount,
}

words!(Basis {
    Stock: "stock",
    Flow: "flow",
    Net: "net",
    Rate: "rate",
    Share: "share",
    Ratio: "ratio",
    Price: "price",
    Limit: "limit",
    Length: "length",
    Duration: "duration",
    Amount: "amount",
});

/// What a quantity claim measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Identifier.
    pub id: MeasureId,
    /// Usual name.
    pub name: String,
    /// How it behaves over time and parts.
    pub basis: Basis,
    /// Unit in which values are reckoned, a name of the table of units.
    pub unit: String,
    /// The thing counted, for counts: a plural noun.
    pub counts: Option<String>,
    /// How a person asks for it; [`PLACEHOLDERS`] in braces are filled in.
    pub question: Option<String>,
    /// Questions of higher stakes come first.
    pub stakes: i32,
    /// Percent of the larger of the two facing ends within which two figures are taken to agree.
    pub tolerance: Option<f64>,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
}

/// What the question of a measure may leave open, in braces.
pub const PLACEHOLDERS: [&str; 2] = ["of", "place"];

/// A relation that holds between measures whatever their values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Identity {
    /// `total` = `of` − `less`.
    Difference {
        /// The difference.
        total: MeasureId,
        /// What it is taken from.
        of: MeasureId,
        /// What is taken away.
        less: MeasureId,
    },
    /// `share` = `part` / `whole`.
    Share {
        /// The share, in percent.
        share: MeasureId,
        /// The part.
        part: MeasureId,
        /// The whole.
        whole: MeasureId,
    },
    /// `rate` × time = `total`.
    RateTotal {
        /// The rate, per unit of time.
        rate: MeasureId,
        /// The total over a period.
        total: MeasureId,
    },
}

impl Identity {
    /// The measures that it links.
    pub fn measures(&self) -> Vec<&MeasureId> {
        match self {
            Identity::Difference { total: a, of: b, less: c } | Identity::Share { share: a, part: b, whole: c } => {
                vec![a, b, c]
            }
            Identity::RateTotal { rate, total } => vec![rate, total],
        }
    }
}
