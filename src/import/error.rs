//! Why nothing was imported.

use std::fmt;

use super::File;
use crate::store::{ChangeError, Fault, WriteError};

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The graph cannot be changed.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// Something in a file is not as it must be.
    #[error("{0}")]
    Input(Box<Trouble>),
    /// What was read does not make a graph.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Refused(Vec<Trouble>),
}

/// What is wrong with a file, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file, with line or path where that is known.
    pub at: String,
    /// What was found.
    pub message: String,
    /// What was expected, or what to do.
    pub help: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\nhelp: {}", self.at, self.message, self.help)
    }
}

impl From<WriteError> for ImportError {
    fn from(error: WriteError) -> Self {
        Self::Change(error.into())
    }
}

impl ImportError {
    /// Something is not as it must be.
    pub(super) fn at(at: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Input(Box::new(Trouble { at: at.into(), message: message.into(), help: help.into() }))
    }

    /// Faults of the file that would be written are told of the files that were read, by the record that they are in.
    pub(super) fn told_of(self, files: &[File]) -> Self {
        match self {
            Self::Change(ChangeError::Refused(faults)) => {
                Self::Refused(faults.iter().map(|fault| trouble(fault, files)).collect())
            }
            other => other,
        }
    }
}

fn trouble(fault: &Fault, files: &[File]) -> Trouble {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let at = match record(fault) {
        Some(id) => format!("{}, record \"{id}\"", names.join(", ")),
        None => names.join(", "),
    };
    let help = fault.help.clone().unwrap_or_else(|| "correct the record in the file".to_owned());
    Trouble { at, message: fault.message.clone(), help }
}

/// The id that stands last before a fault.
fn record(fault: &Fault) -> Option<&str> {
    let end = fault.text[fault.span.start..].find('\n').map_or(fault.text.len(), |at| fault.span.start + at);
    let before = &fault.text[..end];
    let (_, rest) = before.rsplit_once(" id: \"").or_else(|| before.rsplit_once("(id: \""))?;
    rest.split('"').next()
}
