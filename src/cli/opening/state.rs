//! States of a graph that a command names: a directory, or a revision of git.

use std::path::{Path, PathBuf};

use gainsay::model::Archive;
use gainsay::store::{Fault, LoadError};

use super::git::Repository;
use super::git_error::GitError;
use super::loading;
use crate::cli::error::CliError;

/// A state as it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The graph as it is in its directory.
    AsItIs,
    /// Another directory.
    Directory(String),
    /// A revision of git.
    Revision(String),
    /// The commit at which two revisions of git parted.
    Base(String, String),
}

/// A state that has been loaded.
pub struct State {
    /// Its name, to be shown.
    pub name: String,
    /// The graph.
    pub archive: Archive,
}

/// The two states that arguments name, as git has it: `a..b` names two, and of `a...b` the first is where they parted; a side
/// that is left out is `HEAD`.
pub fn two(
    old: Option<&str>,
    new: Option<&str>,
    is_directory: impl Fn(&str) -> bool,
) -> Result<(Named, Named), CliError> {
    let one = |name: &str| {
        if is_directory(name) { Named::Directory(name.to_owned()) } else { Named::Revision(name.to_owned()) }
    };
    let Some(old) = old else { return Ok((Named::Revision("HEAD".to_owned()), Named::AsItIs)) };
    match (range(old).filter(|_| !is_directory(old)), new) {
        (Some(_), Some(new)) => Err(CliError::ThreeStates { range: old.to_owned(), new: new.to_owned() }),
        (Some(both), None) => Ok(both),
        (None, new) => Ok((one(old), new.map_or(Named::AsItIs, one))),
    }
}

/// No name of a revision has two dots in it, nor a slash at either end; in a path, dots stand beside slashes.
fn range(name: &str) -> Option<(Named, Named)> {
    let (a, rest) = name.split_once("..")?;
    let (b, parted) = rest.strip_prefix('.').map_or((rest, false), |b| (b, true));
    if (a.is_empty() && b.is_empty()) || a.ends_with('/') || b.starts_with('/') {
        return None;
    }
    let end = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
    let old = if parted { Named::Base(end(a), end(b)) } else { Named::Revision(end(a)) };
    Some((old, Named::Revision(end(b))))
}

impl State {
    /// Loads a state; `graph` finds the directory of the graph where that is needed.
    pub fn load(named: &Named, graph: impl Fn() -> Result<PathBuf, CliError>) -> Result<Self, CliError> {
        match named {
            Named::AsItIs => Self::directory(&graph()?),
            Named::Directory(dir) => Self::directory(Path::new(dir)),
            Named::Revision(revision) => Self::revision(&repository(revision, graph)?, revision, revision),
            Named::Base(a, b) => {
                let repository = repository(&format!("{a}...{b}"), graph)?;
                let base = repository.base(a, b)?;
                Self::revision(&repository, &base, &format!("{a}...{b}"))
            }
        }
    }

    fn directory(dir: &Path) -> Result<Self, CliError> {
        let name = dir.display().to_string();
        let archive = loading::settled(dir).map_err(|error| broken(&name, error))?;
        Ok(Self { name, archive })
    }

    fn revision(repository: &Repository, revision: &str, name: &str) -> Result<Self, CliError> {
        let folder = repository.graph(revision)?;
        let shown = repository.path_in(name);
        let archive =
            loading::settled(folder.path()).map_err(|error| broken(name, moved(error, folder.path(), &shown)))?;
        Ok(Self { name: name.to_owned(), archive })
    }
}

/// The repository of the graph; without it, what was named is no directory and no revision.
fn repository(name: &str, graph: impl Fn() -> Result<PathBuf, CliError>) -> Result<Repository, CliError> {
    let found = graph().and_then(|dir| Ok(Repository::of(&dir)?));
    found.map_err(|error| match error {
        CliError::Git(GitError::NoRepository { dir, says }) if name != "HEAD" => {
            GitError::Neither { name: name.to_owned(), dir, says }.into()
        }
        CliError::NotFound(_) if name != "HEAD" => GitError::NoGraphOf(name.to_owned()).into(),
        other => other,
    })
}

fn broken(state: &str, error: LoadError) -> CliError {
    CliError::State { name: state.to_owned(), error }
}

/// The error as if the files had been read where git keeps them.
fn moved(error: LoadError, from: &Path, to: &str) -> LoadError {
    let path = |path: &Path| path.strip_prefix(from).map_or(path.to_path_buf(), |rest| Path::new(to).join(rest));
    match error {
        LoadError::Missing { .. } => LoadError::Missing { dir: to.into() },
        LoadError::NotAGraph { .. } => LoadError::NotAGraph { dir: to.into() },
        LoadError::Io { path: file, error } => LoadError::Io { path: path(&file), error },
        LoadError::Faulty(faults) => {
            let shown = |fault: Fault| Fault { path: path(Path::new(&fault.path)).display().to_string(), ..fault };
            LoadError::Faulty(faults.into_iter().map(shown).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(old: Option<&str>, new: Option<&str>) -> (Named, Named) {
        two(old, new, |name| name.ends_with("graph") || name == "..").unwrap()
    }

    fn revision(name: &str) -> Named {
        Named::Revision(name.to_owned())
    }

    #[test]
    fn names_are_directories_before_they_are_revisions() {
        let directory = |name: &str| Named::Directory(name.to_owned());
        assert_eq!(named(None, None), (revision("HEAD"), Named::AsItIs));
        assert_eq!(named(Some("HEAD~1"), None), (revision("HEAD~1"), Named::AsItIs));
        assert_eq!(named(Some("v1"), Some("new/graph")), (revision("v1"), directory("new/graph")));
        assert_eq!(named(Some("../graph"), None), (directory("../graph"), Named::AsItIs));
        assert_eq!(named(Some(".."), None), (directory(".."), Named::AsItIs));
    }

    #[test]
    fn two_dots_name_both_and_three_where_they_parted() {
        let base = |a: &str, b: &str| Named::Base(a.to_owned(), b.to_owned());
        assert_eq!(named(Some("v1..v2"), None), (revision("v1"), revision("v2")));
        assert_eq!(named(Some("v1.."), None), (revision("v1"), revision("HEAD")));
        assert_eq!(named(Some("..v2"), None), (revision("HEAD"), revision("v2")));
        assert_eq!(named(Some("main...HEAD"), None), (base("main", "HEAD"), revision("HEAD")));
        assert_eq!(named(Some("../old"), None), (revision("../old"), Named::AsItIs));
        assert_eq!(named(Some("a/../old"), None), (revision("a/../old"), Named::AsItIs));
        assert!(two(Some("v1..v2"), Some("v3"), |_| false).is_err());
    }
}
