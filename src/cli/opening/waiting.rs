//! Ids of candidates where a record of the graph is needed.

use std::path::PathBuf;

use super::loading;
use crate::cli::error::CliError;

/// The error, or that what nobody knows waits in the inbox.
pub fn told(error: CliError, directory: impl FnOnce() -> Result<PathBuf, CliError>) -> CliError {
    let CliError::Unknown { what, id, .. } = &error else { return error };
    let held = directory().ok().and_then(|dir| loading::open(&dir).ok());
    match held.is_some_and(|held| held.waiting.contains_key(id.as_str())) {
        true => CliError::Waits { id: id.clone(), what },
        false => error,
    }
}
