//! A new graph directory: commented files that load as they are.

use std::fs;
use std::path::{Path, PathBuf};

use super::regular::no_link;
use super::write::{WriteError, write_new};

/// Why no graph was made.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is a graph already.
    #[error("{} holds a graph already", .0.display())]
    Exists(PathBuf),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What a new graph holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// A small example, with comments.
    Example,
    /// Nothing.
    Empty,
}

const EMPTY: [(&str, &str); 1] = [("graph.ron", include_str!("template/empty.ron"))];

const EXAMPLE: [(&str, &str); 10] = [
    ("graph.ron", include_str!("template/graph.ron")),
    ("sources.ron", include_str!("template/sources.ron")),
    ("actors.ron", include_str!("template/actors.ron")),
    ("places.ron", include_str!("template/places.ron")),
    ("populations.ron", include_str!("template/populations.ron")),
    ("events.ron", include_str!("template/events.ron")),
    ("measures.ron", include_str!("template/measures.ron")),
    ("propositions.ron", include_str!("template/propositions.ron")),
    ("claims/harbour-report.ron", include_str!("template/claims/harbour-report.ron")),
    ("claims/evening-post.ron", include_str!("template/claims/evening-post.ron")),
];

/// Makes a graph in `dir`, and says which files it wrote. Its `graph.ron` comes last, so that a half-made graph is none.
///
/// # Errors
/// If `dir` holds a graph already, or a file cannot be written.
pub fn init(dir: &Path, contents: Contents) -> Result<Vec<PathBuf>, InitError> {
    if dir.join("graph.ron").exists() {
        return Err(InitError::Exists(dir.to_path_buf()));
    }
    let files: &[(&str, &str)] = match contents {
        Contents::Example => &EXAMPLE,
        Contents::Empty => &EMPTY,
    };
    let claims = dir.join("claims");
    no_link(&claims)?;
    fs::create_dir_all(&claims).map_err(|error| WriteError::Io { path: claims, error })?;
    let mut written = Vec::new();
    for (name, text) in files.iter().rev() {
        let path = dir.join(name);
        write_new(&path, text)?;
        written.push(path);
    }
    written.reverse();
    Ok(written)
}
