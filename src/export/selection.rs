//! How a part of the graph is asked for.

use crate::codes::Code;

/// Which part of the graph to export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// All of it. Pictures show sources, claims and actors; the rest stands in their labels.
    #[default]
    Everything,
    /// All claims, and only what they name.
    Claims,
    /// Claims that disagree, with their sources and origins.
    Disagreements,
    /// Whatever is within so many edges of a record.
    Around {
        /// The record's id.
        id: String,
        /// How many edges away.
        hops: usize,
    },
    /// The chain of a claim to its origins.
    Trace {
        /// The claim's id.
        claim: String,
    },
}

/// Why there is no such part.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PartError {
    /// Nothing has the id.
    #[error("no {what} has the id \"{id}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// The id.
        id: String,
        /// The nearest known one.
        near: Option<String>,
    },
    /// Something else has the id.
    #[error("\"{id}\" is the id of {what}; a claim is expected")]
    NoClaim {
        /// The id.
        id: String,
        /// What has it.
        what: String,
    },
}

impl PartError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            PartError::Unknown { .. } => Code::UnknownId,
            PartError::NoClaim { .. } => Code::NotAClaim,
        }
    }
}
