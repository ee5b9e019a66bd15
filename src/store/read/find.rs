//! Finds the graph directory that a command is about.

use crate::codes::Code;
use std::path::{Path, PathBuf};

/// No graph where one was looked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no graph found")]
pub struct NotFound {
    /// The places that were looked at, in order.
    pub looked: Vec<PathBuf>,
}

impl NotFound {
    /// Stable code.
    pub fn code(&self) -> Code {
        Code::NoGraph
    }
}

/// The nearest directory `graph` upward from `start` that holds a `graph.ron`; or `start` itself, if it holds one.
///
/// # Errors
/// If there is none, with the places looked at.
pub fn find(start: &Path) -> Result<PathBuf, NotFound> {
    let own = std::iter::once(start.to_path_buf());
    let candidates: Vec<PathBuf> = own.chain(start.ancestors().map(|dir| dir.join("graph"))).collect();
    let found = candidates.iter().find(|dir| dir.join("graph.ron").is_file()).cloned();
    found.ok_or(NotFound { looked: candidates })
}
