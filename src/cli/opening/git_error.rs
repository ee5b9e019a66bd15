//! Why a revision of git cannot be read.

use gainsay::codes::Code;
use std::io;
use std::path::PathBuf;

/// Why a revision cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// The program could not be started.
    #[error("git could not be run: {0}")]
    NoGit(io::Error),
    /// The graph is in no repository.
    #[error("{} is in no git repository{}", dir.display(), said(says))]
    NoRepository {
        /// The directory of the graph.
        dir: PathBuf,
        /// What git says.
        says: String,
    },
    /// No directory has that name, and there is no repository whose revision it could be.
    #[error("\"{name}\" is no directory here, and no revision of git either: {} is in no git repository{}", dir.display(), said(says))]
    Neither {
        /// What was named.
        name: String,
        /// The directory of the graph.
        dir: PathBuf,
        /// What git says.
        says: String,
    },
    /// No directory has that name, and there is no graph whose revision it could be.
    #[error("\"{0}\" is no directory here, and there is no graph here whose revision it could be")]
    NoGraphOf(String),
    /// Nothing has that name.
    #[error("\"{0}\" is neither a directory nor a revision that git knows")]
    UnknownRevision(String),
    /// Two revisions have nothing in common.
    #[error("\"{0}\" and \"{1}\" have no commit in common")]
    NothingInCommon(String, String),
    /// The revision does not have the graph.
    #[error("{revision} has no graph: there is no {path} in it")]
    NotThere {
        /// The revision.
        revision: String,
        /// Where the graph was looked for.
        path: String,
    },
    /// The clone lacks the content of a file.
    #[error("{path} cannot be read: this clone has no object {object}")]
    NoObject {
        /// The file, by its path in the graph's folder.
        path: String,
        /// What git calls its content.
        object: String,
    },
    /// Anything else.
    #[error("git {command} failed{}", said(says))]
    Failed {
        /// The command of git.
        command: String,
        /// What git says.
        says: String,
    },
    /// A file of the revision cannot be written here.
    #[error("{0:?} is no name for a file here")]
    Name(String),
    /// A temporary file.
    #[error("a temporary file: {0}")]
    Temporary(#[from] io::Error),
}

impl GitError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            GitError::NoGit(_) => Code::NoGit,
            GitError::NoRepository { .. } | GitError::Neither { .. } => Code::NoRepository,
            GitError::UnknownRevision(_) | GitError::NoGraphOf(_) => Code::UnknownRevision,
            GitError::NothingInCommon(..) => Code::NothingInCommon,
            GitError::NotThere { .. } => Code::NoGraphInRevision,
            GitError::NoObject { .. } | GitError::Failed { .. } => Code::GitFailed,
            GitError::Name(_) => Code::UnwritableName,
            GitError::Temporary(_) => Code::DiskRefused,
        }
    }
}

fn said(says: &str) -> String {
    if says.is_empty() { String::new() } else { format!(": git says \"{says}\"") }
}
