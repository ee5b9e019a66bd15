//! Loads graphs, and shows how far that has come where it lasts.

use std::path::Path;

use gainsay::findings::Stacks;
use gainsay::model::Archive;
use gainsay::snapshot::{self, Keep, Opened};
use gainsay::store::{self, Held, LoadError, Loading};

use crate::cli::args::Color;
use crate::cli::terminal::progress::Progress;
use crate::cli::terminal::report;

/// The graph in a directory, by its snapshot or by its files.
pub fn opened(dir: &Path, keep: Keep) -> Result<Opened, LoadError> {
    let progress = Progress::new(true);
    snapshot::open(dir, keep, &|now| show(&progress, now))
}

/// The graph without its inbox, where that alone is at fault, which is told: nothing that is only read rests on it.
pub fn without_inbox(dir: &Path, error: LoadError, color: Color) -> Result<Archive, LoadError> {
    if !error.is_of_inbox(dir) {
        return Err(error);
    }
    let progress = Progress::new(true);
    let archive = store::load_without_inbox(dir, &|now| show(&progress, now))?;
    drop(progress);
    report::inbox_left_out(&error, color);
    Ok(archive)
}

/// As much of a graph that was opened as `excerpt` takes of it, or, if that takes nothing, all.
pub fn excerpt(
    mut opened: Opened,
    dir: &Path,
    excerpt: impl Fn(&Stacks) -> Option<Archive>,
) -> Result<Archive, LoadError> {
    if let Opened::Snapshot(snapshot) = &opened {
        match Stacks::of(snapshot) {
            Ok(stacks) => {
                if let Some(archive) = excerpt(&stacks) {
                    return Ok(archive);
                }
            }
            Err(_) => opened = mended(dir)?,
        }
    }
    archive(opened, dir)
}

/// The graph in a directory whose snapshot has proved damaged.
pub fn mended(dir: &Path) -> Result<Opened, LoadError> {
    let progress = Progress::new(true);
    snapshot::mend(dir, &|now| show(&progress, now))
}

/// The graph in a directory, by its files.
pub fn load(dir: &Path) -> Result<Archive, LoadError> {
    let progress = Progress::new(true);
    store::load_watched(dir, &|now| show(&progress, now))
}

/// A state of the graph in a directory, by its files: what waits in the inbox belongs to none.
pub fn settled(dir: &Path) -> Result<Archive, LoadError> {
    let progress = Progress::new(true);
    store::load_without_inbox(dir, &|now| show(&progress, now))
}

/// All of a graph that was opened.
pub fn archive(opened: Opened, dir: &Path) -> Result<Archive, LoadError> {
    let progress = Progress::new(true);
    opened.archive(dir, &|now| show(&progress, now))
}

/// The graph in a directory, with its inbox.
pub fn open(dir: &Path) -> Result<Held, LoadError> {
    let progress = Progress::new(true);
    store::open_watched(dir, &|now| show(&progress, now))
}

fn show(progress: &Progress, now: Loading) {
    match now {
        Loading::Files(number) => progress.step("reading", number, "files of the graph"),
        Loading::File => progress.one(),
        Loading::Check(number) => progress.step("checking", number, "lists of claims"),
        Loading::Source => progress.one(),
    }
}
