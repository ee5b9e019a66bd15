//! Graphs and their pages.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::export::{Format, View, write};
use gainsay::findings::Desk;
use gainsay::model::Archive;
use gainsay::store;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What stands for a text of 10,000 characters in the files of the hostile graph.
const LONG: &str = "LONG";

pub fn shipped() -> Archive {
    load(&Path::new(ROOT).join("graph"))
}

/// A graph whose texts attack whoever shows them.
pub fn hostile() -> Archive {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("tests/page/hostile/graph"), folder.path());
    let long = "Lorem ".repeat(1_666) + "<b>end</b>";
    change(folder.path(), LONG, &long);
    load(folder.path())
}

/// The shipped graph with some words of its files replaced.
pub fn edited(from: &str, to: &str) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("graph"), folder.path());
    assert!(change(folder.path(), from, to), "no file has {from}");
    load(folder.path())
}

pub fn page(archive: &Archive) -> String {
    let desk = Desk::new(archive);
    part(&View::whole(&desk))
}

pub fn part(view: &View<'_>) -> String {
    let mut out = Vec::new();
    write(view, Format::Html, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn load(folder: &Path) -> Archive {
    store::load(folder).unwrap_or_else(|error| panic!("{error:?}"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, &target).unwrap();
    }
}

/// Whether some file had the words.
fn change(folder: &Path, from: &str, to: &str) -> bool {
    let mut found = false;
    for file in files(folder) {
        let text = fs::read_to_string(&file).unwrap();
        found |= text.contains(from);
        fs::write(&file, text.replace(from, to)).unwrap();
    }
    found
}
