//! Where the graph is, and as much of it as a command needs.

use std::path::{Path, PathBuf};

use gainsay::findings::Stacks;
use gainsay::model::Archive;
use gainsay::snapshot::Opened;
use gainsay::store;

use super::{loading, source};
use crate::cli::args::Args;
use crate::cli::error::CliError;

/// Whether a graph lies in a folder further up, where whoever types may not think of it.
pub fn lies_above(dir: &Path) -> bool {
    let above = |here: PathBuf| dir.parent().is_some_and(|folder| here != folder && here.starts_with(folder));
    dir.is_absolute() && std::env::current_dir().is_ok_and(above)
}

/// The graph that the arguments, the environment or the working directory lead to.
#[derive(Clone, Copy, Debug)]
pub struct Whereabouts<'a> {
    args: &'a Args,
}

impl<'a> Whereabouts<'a> {
    /// Looks nothing up yet.
    pub fn of(args: &'a Args) -> Self {
        Self { args }
    }

    /// The directory that the arguments or the environment name.
    pub fn named(self) -> Option<PathBuf> {
        let named = || std::env::var_os("GAINSAY_GRAPH").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        self.args.graph.clone().or_else(named)
    }

    /// The directory that is named, or else the nearest `graph` upward.
    pub fn directory(self) -> Result<PathBuf, CliError> {
        match self.named() {
            Some(dir) => source::graph(dir),
            None => {
                let here = std::env::current_dir().map_err(|error| CliError::Io { path: PathBuf::from("."), error })?;
                let found = store::find(&here)?;
                Ok(found.strip_prefix(&here).map(PathBuf::from).unwrap_or(found))
            }
        }
    }

    /// The same, if there is one.
    pub fn found(self) -> Result<Option<PathBuf>, CliError> {
        match self.directory() {
            Err(CliError::NotFound(_)) => Ok(None),
            found => found.map(Some),
        }
    }

    /// The graph by its snapshot, or by its files.
    pub fn opened(self) -> Result<Opened, CliError> {
        self.opened_in(&self.directory()?)
    }

    fn opened_in(self, dir: &Path) -> Result<Opened, CliError> {
        let whole = |archive| Opened::Archive(Box::new(archive));
        let opened = loading::opened(dir, self.args.snapshot.into());
        Ok(opened.or_else(|error| loading::without_inbox(dir, error, self.args.color).map(whole))?)
    }

    /// All of it.
    pub fn load(self) -> Result<Archive, CliError> {
        let dir = self.directory()?;
        Ok(loading::archive(self.opened_in(&dir)?, &dir)?)
    }

    /// Some claims and all that must be known of them, or, if there are no such claims, the whole graph.
    pub fn around(self, ids: &[&str]) -> Result<Archive, CliError> {
        self.excerpt(|stacks| stacks.around(ids))
    }

    /// A claim and all that is shown of it, or, if the id is not that of a claim alone, the whole graph.
    pub fn of_claim(self, id: &str) -> Result<Archive, CliError> {
        self.excerpt(|stacks| stacks.of_claim(id))
    }

    /// All that may have some words.
    pub fn with_words(self, words: &[String]) -> Result<Archive, CliError> {
        self.excerpt(|stacks| stacks.with_words(words))
    }

    fn excerpt(self, excerpt: impl Fn(&Stacks) -> Option<Archive>) -> Result<Archive, CliError> {
        let dir = self.directory()?;
        Ok(loading::excerpt(self.opened_in(&dir)?, &dir, excerpt)?)
    }
}
