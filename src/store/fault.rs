//! Faults of graph files: what is wrong, where, and what to do.

use crate::codes::Code;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::listing::INBOX;
use crate::model::Locus;

/// Something wrong with a file of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Stable code.
    pub code: Code,
    /// Path of the file as shown.
    pub path: String,
    /// The file's text.
    pub text: Arc<str>,
    /// The bytes that are at fault.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The record that is at fault, where it is one of a list.
    pub record: Option<Box<Listed>>,
}

/// A record in a list of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The field that holds the list: `sources`, `places`, `claims`.
    pub list: &'static str,
    /// The id of the record.
    pub id: String,
}

impl Fault {
    /// A fault of the bytes `span` of a file.
    pub(crate) fn new(code: Code, path: &str, text: &Arc<str>, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            path: path.to_owned(),
            text: Arc::clone(text),
            span,
            message: message.into(),
            help: None,
            record: None,
        }
    }

    /// The same fault with advice.
    #[must_use]
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Whether the file stands in a folder.
    pub(crate) fn is_in(&self, folder: &Path) -> bool {
        Path::new(&self.path).parent().is_some_and(|own| own.starts_with(folder))
    }

    /// File, line and column, both from 1; the column counts characters.
    pub fn locus(&self) -> Locus {
        let start = (0..=self.span.start.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at));
        let before = &self.text[..start.unwrap_or(0)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Locus { file: self.path.as_str().into(), line, column }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.locus(), self.message)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, " ({help})"))
    }
}

/// Why a graph could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The directory is not there.
    #[error("there is no directory {}", dir.display())]
    Missing {
        /// The directory.
        dir: PathBuf,
    },
    /// The directory holds no `graph.ron`.
    #[error("{} is no graph: it has no graph.ron", dir.display())]
    NotAGraph {
        /// The directory.
        dir: PathBuf,
    },
    /// A file could not be read.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Files are at fault: all faults that could be found, in the order of files and places.
    #[error("{} fault{} in the graph", .0.len(), if .0.len() == 1 { "" } else { "s" })]
    Faulty(Vec<Fault>),
}

impl LoadError {
    /// Whether nothing but the inbox of the graph in `dir` is at fault, on which no finding rests.
    pub fn is_of_inbox(&self, dir: &Path) -> bool {
        matches!(self, LoadError::Faulty(faults) if faults.iter().all(|fault| fault.is_in(&dir.join(INBOX))))
    }

    /// Stable code; each fault has its own.
    pub fn code(&self) -> Code {
        match self {
            LoadError::Missing { .. } => Code::NoDirectory,
            LoadError::NotAGraph { .. } => Code::NotAGraph,
            LoadError::Io { .. } => Code::DiskRefused,
            LoadError::Faulty(_) => Code::FaultyGraph,
        }
    }
}
