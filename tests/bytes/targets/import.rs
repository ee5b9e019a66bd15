//! Any bytes as files of other programs: what is read makes a graph that loads, and is there already when it is read again.
//! The first byte of each file chooses its name; a record separator parts files.

use std::fs;

use gainsay::import::{File, ImportError, Settings, import};
use gainsay::store::{load, records, to_ron};
use tempfile::TempDir;

use super::choose;

const NAMES: [&str; 8] =
    ["claims.csv", "sources.tsv", "places.tab", "cites.json", "cites.bib", "check.json", "page.html", "any"];

/// Parts the files of an input.
const BETWEEN: u8 = 0x1e;

thread_local! {
    /// A graph without records, into which nothing is written.
    static EMPTY: TempDir = graph();
}

fn graph() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("graph.ron"), "(title: \"t\", format: 1)").expect("written");
    folder
}

pub fn run(bytes: &[u8]) {
    let parts = bytes.split(|byte| *byte == BETWEEN).take(3).filter_map(|part| choose(part, &NAMES));
    let files: Vec<File> = parts.map(|(name, bytes)| File::new(name, bytes.to_vec())).collect();
    let rehearsed =
        || EMPTY.with(|graph| import(graph.path(), &files, &Settings { write: false, ..Settings::default() }));
    match (rehearsed(), rehearsed()) {
        (Ok(report), Ok(again)) => {
            assert_eq!(report, again, "read differently when read again");
            if report.new_records() > 0 {
                written(&files);
            }
        }
        (Err(error), Err(again)) => told(&error, &again),
        _ => panic!("read once and not again"),
    }
}

fn told(error: &ImportError, again: &ImportError) {
    assert_eq!(error.to_string(), again.to_string());
    match error {
        ImportError::Refused(all) => {
            assert!(!all.is_empty());
            assert!(all.iter().all(|one| !one.message.is_empty() && !one.help.is_empty()), "{error}");
        }
        _ => panic!("what is read is told by its own places: {error}"),
    }
}

/// Writes what would be written, and reads the files once more.
fn written(files: &[File]) {
    let graph = graph();
    let report = import(graph.path(), files, &Settings::default()).expect("it was rehearsed");
    let before = to_ron(&records(&load(graph.path()).expect("it loads"))).expect("it was written");
    let again = import(graph.path(), files, &Settings::default()).expect("it was read before");
    assert_eq!(again.new_records(), 0, "{again:?} after {report:?}");
    // What was left out is in the file and not in the graph.
    assert!(again.conflicts.is_empty() || !report.is_whole(), "{again:?} after {report:?}");
    let after = to_ron(&records(&load(graph.path()).expect("it loads"))).expect("it was written");
    assert_eq!(before, after);
}
