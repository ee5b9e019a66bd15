//! A new graph directory: commented files that load as they are.

use crate::codes::Code;
use std::fs;
use std::path::{Path, PathBuf};

use super::change::ChangeError;
use super::disk;
use super::lock::Lock;
use super::staged::Staged;
use super::whole::WriteError;
use crate::store::read::regular::no_link;

/// Why no graph was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InitError {
    /// There is a graph already.
    #[error("{} holds a graph already", .0.display())]
    Exists(PathBuf),
    /// Files of a graph are there, but no `graph.ron`.
    #[error("{} is there already, but no graph.ron; `gainsay init --empty` makes that alone, and keeps what is there", .0.display())]
    InTheWay(PathBuf),
    /// Another process makes or changes a graph there.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl InitError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            InitError::Exists(_) => Code::GraphExists,
            InitError::InTheWay(_) => Code::HalfAGraph,
            InitError::Change(error) => error.code(),
            InitError::Write(error) => error.code(),
        }
    }
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

/// What git need not keep of a graph.
const IGNORED: (&str, &str) = (".gitignore", include_str!("template/gitignore"));

/// Makes a graph in `dir`, and says which files it wrote. Its `graph.ron` comes last, so that a half-made graph is none, and
/// can be made whole by the same call.
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
    let is_there = |name: &str, text: &str| fs::read(dir.join(name)).is_ok_and(|held| held == text.as_bytes());
    if let Some((name, _)) = files.iter().find(|(name, text)| dir.join(name).exists() && !is_there(name, text)) {
        return Err(InitError::InTheWay(dir.join(name)));
    }
    disk::make(&claims).map_err(|error| WriteError::Io { path: claims, error })?;
    let _lock = Lock::take(dir)?;
    if dir.join("graph.ron").exists() {
        return Err(InitError::Exists(dir.to_path_buf()));
    }
    let mut written = Vec::new();
    let ignored = dir.join(IGNORED.0);
    if !ignored.exists() {
        Staged::new(ignored.clone(), IGNORED.1)?.place()?;
        written.push(ignored);
    }
    for (name, text) in files.iter().rev() {
        let path = dir.join(name);
        if !is_there(name, text) {
            Staged::new(path.clone(), text)?.place()?;
        }
        written.push(path);
    }
    written.reverse();
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open;

    #[test]
    fn what_was_broken_off_can_be_made_again() {
        for steps in 0.. {
            let folder = tempfile::tempdir().unwrap();
            let dir = folder.path().join("desk/graph");
            disk::failing::after(steps);
            let done = init(&dir, Contents::Example);
            let has_failed = disk::failing::never();
            assert_eq!(done.is_err(), has_failed, "step {steps}: {done:?}");
            if has_failed && !dir.join("graph.ron").exists() {
                init(&dir, Contents::Example).unwrap_or_else(|error| panic!("step {steps}: {error}"));
            }
            assert_eq!(open(&dir).unwrap_or_else(|error| panic!("step {steps}: {error:?}")).archive.claims.len(), 3);
            if !has_failed {
                assert!(steps > 40, "{steps} steps can fail");
                return;
            }
        }
    }

    #[test]
    fn git_is_told_what_it_need_not_keep_unless_somebody_has() {
        let folder = tempfile::tempdir().unwrap();
        let (new, own) = (folder.path().join("new"), folder.path().join("own"));
        fs::create_dir(&own).unwrap();
        fs::write(own.join(".gitignore"), "drafts\n").unwrap();
        for dir in [&new, &own] {
            init(dir, Contents::Empty).unwrap();
            open(dir).unwrap();
        }
        assert!(fs::read_to_string(new.join(".gitignore")).unwrap().lines().any(|line| line == ".lock"));
        assert_eq!(fs::read_to_string(own.join(".gitignore")).unwrap(), "drafts\n");
    }

    #[test]
    fn files_of_people_are_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("sources.ron"), "[]").unwrap();
        let Err(InitError::InTheWay(path)) = init(folder.path(), Contents::Example) else { panic!("it is there") };
        assert_eq!(path, folder.path().join("sources.ron"));
        assert_eq!(fs::read_to_string(path).unwrap(), "[]");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was begun");
        init(folder.path(), Contents::Empty).unwrap();
        assert!(open(folder.path()).unwrap().archive.sources.is_empty());
    }
}
