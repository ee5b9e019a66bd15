//! Opens the files that commands are given.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::error::CliError;

/// The file, or standard input for "-". A folder is told as one: systems open it, and fail only when it is read.
pub fn open(path: &Path) -> Result<Box<dyn Read>, CliError> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    if path.is_dir() {
        return Err(CliError::Folder { path: path.to_owned() });
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => CliError::NoFile { path: path.to_owned() },
        _ => CliError::Io { path: path.to_owned(), error },
    })?;
    Ok(Box::new(file))
}
