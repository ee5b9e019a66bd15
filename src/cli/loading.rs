//! Loads graphs, and shows how far that has come where it lasts.

use std::path::Path;

use gainsay::model::Archive;
use gainsay::store::{self, Held, LoadError, Loading};

use super::progress::Progress;

/// The graph in a directory.
pub fn load(dir: &Path) -> Result<Archive, LoadError> {
    let progress = Progress::new(true);
    store::load_watched(dir, &|now| show(&progress, now))
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
        Loading::Check(number) => progress.step("checking the claims of", number, "sources"),
        Loading::Source => progress.one(),
    }
}
