//! Why nothing was added or decided.

use crate::codes::Code;
use crate::store::{ChangeError, Fault, WriteError};

/// Why nothing was added or decided.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InboxError {
    /// The graph cannot be changed, or not so.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// What was edited is no claim.
    #[error("{0}")]
    Edited(Box<Fault>),
    /// An id that nothing has.
    #[error("no {what} has the id \"{id}\"{}", meant(what, near.as_deref()))]
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
    /// The name of the text's file is none on every system.
    #[error(
        "\"{0}\" is no file name on every system, and the source would keep it; rename the file, without / \\ and a colon after the first letter"
    )]
    FileName(String),
    /// What was given as an id is none.
    #[error("\"{0}\" is not an id")]
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
    /// What is to be merged is a candidate, and no record that one proposes.
    #[error(
        "\"{0}\" is a candidate, and --merge takes a measure, actor, place or population that a candidate proposes; gainsay review shows them beside each candidate as new"
    )]
    NotProposed(String),
    /// A candidate where a claim is needed.
    #[error("\"{0}\" is no claim yet: it waits in the inbox; gainsay review --accept {0} makes it one")]
    Waits(String),
    /// A claim is not at odds with itself.
    #[error("a judgement needs two claims, and one was given twice; name another one")]
    OneClaim,
    /// Two claims that are not about one thing.
    #[error(
        "\"{a}\" and \"{b}\" are not comparable, so there is nothing to judge: {why}; gainsay explain {a} {b} shows them side by side"
    )]
    NotComparable {
        /// The one claim.
        a: String,
        /// The other.
        b: String,
        /// What tells them apart.
        why: String,
    },
}

impl InboxError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            InboxError::Change(error) => error.code(),
            InboxError::Edited(fault) => fault.code,
            InboxError::Unknown { .. } | InboxError::NotProposed(_) | InboxError::Waits(_) => Code::UnknownId,
            InboxError::NotComparable { .. } => Code::NothingToJudge,
            InboxError::Decided { .. } => Code::DecidedBefore,
            InboxError::Taken(_) => Code::DuplicateId,
            InboxError::FileName(_) => Code::NotAFileName,
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

/// What is probably meant, or where to look: candidates are listed elsewhere than records of the graph.
fn meant(what: &str, near: Option<&str>) -> String {
    match near {
        Some(near) => format!("; did you mean \"{near}\"?"),
        None if what == CANDIDATE => "; gainsay review --list shows the candidates that wait".to_owned(),
        None if what == PROPOSED => "; gainsay review shows beside each candidate which records it proposes".to_owned(),
        None => String::new(),
    }
}

/// The kind of thing that waits in the inbox.
pub(super) const CANDIDATE: &str = "candidate";
/// What comes with candidates, and may be merged with a known record.
pub(super) const PROPOSED: &str = "proposed record";
