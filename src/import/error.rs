//! Why nothing was imported.

use crate::codes::Code;
use std::collections::BTreeMap;
use std::fmt;

use crate::store::{ChangeError, Fault, Listed, WriteError};

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The graph cannot be changed.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// Things in the files are not as they must be, or what was read does not make a graph.
    #[error("{}", told(.0))]
    Refused(Vec<Trouble>),
}

impl ImportError {
    /// Stable code; of several troubles that of the first.
    pub fn code(&self) -> Code {
        match self {
            ImportError::Change(error) => error.code(),
            ImportError::Refused(all) => all.first().map_or(Code::WouldNotLoad, |one| one.code),
        }
    }
}

/// The most faults that are told at once.
pub const MOST_TOLD: usize = 20;

fn told(all: &[Trouble]) -> String {
    let mut lines: Vec<String> = all.iter().take(MOST_TOLD).map(ToString::to_string).collect();
    if let Some(more @ 1..) = all.len().checked_sub(MOST_TOLD) {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

/// What is wrong with a file, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Stable code.
    pub code: Code,
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
    pub(super) fn at(code: Code, at: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused(vec![Trouble { code, at: at.into(), message: message.into(), help: help.into() }])
    }

    /// Faults of the file that would be written are told of the files that were read: by the places of their records.
    pub(super) fn told_of(self, places: &Places) -> Self {
        match self {
            Self::Change(ChangeError::Refused(faults)) => {
                Self::Refused(faults.into_iter().map(|fault| trouble(fault, places)).collect())
            }
            other => other,
        }
    }
}

/// What is wrong with the files, as far as they were read. Reading goes on after a fault, so that all are told at once; with
/// one fault nothing is imported.
#[derive(Debug, Default)]
pub struct Faults(Vec<Trouble>);

impl Faults {
    /// What was read, if nothing was wrong with it.
    ///
    /// # Errors
    /// If it was not the file that was wrong.
    pub fn kept<T>(&mut self, read: Result<T, ImportError>) -> Result<Option<T>, ImportError> {
        match read {
            Ok(read) => return Ok(Some(read)),
            Err(ImportError::Refused(all)) => self.0.extend(all),
            Err(other) => return Err(other),
        }
        Ok(None)
    }

    /// Adds what is wrong.
    pub fn add(&mut self, troubles: Vec<Trouble>) {
        self.0.extend(troubles);
    }

    /// The end of reading.
    ///
    /// # Errors
    /// If anything was wrong.
    pub fn end(&mut self) -> Result<(), ImportError> {
        let all = std::mem::take(&mut self.0);
        if all.is_empty() { Ok(()) } else { Err(ImportError::Refused(all)) }
    }
}

/// Where records were read, by the list of the graph's file that holds them and by id.
pub type Places = BTreeMap<(&'static str, String), String>;

fn trouble(fault: Fault, places: &Places) -> Trouble {
    let place = |own: &Listed| Some(format!("{}, record \"{}\"", places.get(&(own.list, own.id.clone()))?, own.id));
    let at = fault.record.as_deref().and_then(place).unwrap_or_else(|| fault.locus().to_string());
    let help = fault.help.unwrap_or_else(|| "correct the record in the file".to_owned());
    Trouble { code: fault.code, at, message: fault.message, help }
}
