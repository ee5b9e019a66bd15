//! Why nothing was added or decided.

use crate::codes::Code;
use crate::store::{ChangeError, Fault, WriteError};

/// Why nothing was added or decided.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The graph cannot be changed, or not so.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// What was edited is no claim.
    #[error("{0}")]
    Edited(Box<Fault>),
    /// An id that nothing has.
    #[error("no {what} has the id \"{id}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// The kind of thing.
        what: &'static str,
        /// What was asked for.
        id: String,
        /// The nearest known one.
        near: Option<String>,
    },
    /// The candidate was decided on before.
    #[error("the candidate \"{id}\" was {state} before")]
    Decided {
        /// The candidate.
        id: String,
        /// Accepted or rejected.
        state: &'static str,
    },
    /// A source of that id is another text.
    #[error("a source has the id \"{0}\" already; give another: --id ID")]
    Taken(String),
    /// What was given as an id is none.
    #[error("\"{0}\" is not an id: use lower-case letters, digits and hyphens")]
    NoId(String),
    /// What was edited quotes what does not stand in the text at those bytes.
    #[error("“{fragment}” does not stand at bytes {start} to {end} of {file}{}", found.as_ref().map_or(String::new(), |found| format!("; “{found}” stands there")))]
    NotThere {
        /// What is quoted.
        fragment: String,
        /// The first byte at which it was to stand.
        start: usize,
        /// The end, excluded.
        end: usize,
        /// The file of the text.
        file: String,
        /// What stands there, if it is text.
        found: Option<String>,
    },
    /// A claim is not at odds with itself.
    #[error("a judgement needs two claims")]
    OneClaim,
}

impl InboxError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            InboxError::Change(error) => error.code(),
            InboxError::Edited(fault) => fault.code,
            InboxError::Unknown { .. } => Code::UnknownId,
            InboxError::Decided { .. } => Code::DecidedBefore,
            InboxError::Taken(_) => Code::DuplicateId,
            InboxError::NoId(_) => Code::MalformedId,
            InboxError::NotThere { .. } => Code::NotInText,
            InboxError::OneClaim => Code::TooFewClaims,
        }
    }
}

impl From<WriteError> for InboxError {
    fn from(error: WriteError) -> Self {
        Self::Change(error.into())
    }
}
