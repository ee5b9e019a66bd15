//! What can be wrong with a text, or with evidence in it.

use crate::codes::Code;

/// What is wrong with a text, or with evidence in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextProblem {
    /// The text is not there.
    #[error("the text {file} is not in the folder")]
    Missing {
        /// Its name.
        file: String,
    },
    /// The text cannot be read.
    #[error("the text {file} cannot be read: {error}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        error: String,
    },
    /// The text is not UTF-8.
    #[error("the text {file} is not UTF-8 (byte {at})")]
    NotUtf8 {
        /// Its name.
        file: String,
        /// The first byte that is not.
        at: usize,
    },
    /// The text has changed since it was read.
    #[error("the text {file} has changed: its SHA-256 is {found}, not {expected}")]
    Changed {
        /// Its name.
        file: String,
        /// The digest that the graph has.
        expected: String,
        /// The digest of the file.
        found: String,
    },
    /// The range lies outside the text.
    #[error("bytes {start} to {end} lie outside the text, which has {length}")]
    Outside {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
        /// Length of the text.
        length: usize,
    },
    /// The range begins or ends inside a character.
    #[error("bytes {start} to {end} cut a character in two")]
    CutsCharacter {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
    },
    /// Something else stands there.
    #[error("expected \"{expected}\" at bytes {start} to {end}, found \"{found}\"")]
    Differs {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
        /// The fragment.
        expected: String,
        /// What stands there.
        found: String,
    },
}

impl TextProblem {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            TextProblem::Missing { .. } => Code::TextMissing,
            TextProblem::Unreadable { .. } => Code::DiskRefused,
            TextProblem::NotUtf8 { .. } => Code::NotUtf8,
            TextProblem::Changed { .. } => Code::TextChanged,
            TextProblem::Outside { .. } => Code::OutsideText,
            TextProblem::CutsCharacter { .. } => Code::CutsCharacter,
            TextProblem::Differs { .. } => Code::FragmentDiffers,
        }
    }
}

impl TextProblem {
    /// Whether the graph or the folder is at fault, so that nothing could be compared; otherwise the text has changed.
    pub fn is_fault(&self) -> bool {
        !matches!(self, TextProblem::Changed { .. } | TextProblem::Differs { .. })
    }
}
