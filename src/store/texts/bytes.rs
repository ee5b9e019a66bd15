//! The bytes of a text that a graph names: of a file, and of no more than a text may have.

use std::fs;
use std::io;
use std::path::Path;

use crate::readers::LIMIT;

/// The bytes of a text. What is no file is not opened, since a pipe or a device may never come to an end.
///
/// # Errors
/// If it is no file, too large, or cannot be read.
pub fn text_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let known = fs::metadata(path)?;
    if !known.is_file() {
        return Err(io::Error::other("this is no file"));
    }
    if known.len() > LIMIT {
        let (size, most) = (known.len() / 1_000_000, LIMIT / 1_000_000);
        return Err(io::Error::other(format!("it has {size} MB, and {most} MB are the most that is read")));
    }
    fs::read(path)
}
