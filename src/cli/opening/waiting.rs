//! What waits in the inbox: that it does, and ids of candidates where a record of the graph is needed.

use std::path::{Path, PathBuf};

use gainsay::store::waiting;

use crate::cli::error::CliError;
use crate::cli::terminal::paint::bold;
use crate::cli::terminal::shown::counted;

/// That candidates wait in the inbox of a graph, and what shows them, if any do.
pub fn line(dir: &Path) -> Option<String> {
    let count = waiting(dir).len();
    let wait = counted(count, "candidate waits", "candidates wait");
    (count > 0).then(|| format!("{wait}: {}", bold("gainsay review")))
}

/// The error, or that what nobody knows waits in the inbox.
pub fn told(error: CliError, directory: impl FnOnce() -> Result<PathBuf, CliError>) -> CliError {
    let CliError::Unknown { what, id, .. } = &error else { return error };
    match directory().is_ok_and(|dir| waiting(&dir).contains(id)) {
        true => CliError::Waits { id: id.clone(), what },
        false => error,
    }
}
