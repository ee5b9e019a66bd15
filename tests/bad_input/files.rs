//! Directories and files that are none: missing, empty, misspelt, newer, or not UTF-8.

use std::collections::BTreeMap;
use std::fs;

use gainsay::store::{InitError, LoadError, init, load, load_texts, records};
use tempfile::TempDir;

use crate::bad_input::support::Sandbox;

#[test]
fn a_file_that_is_not_utf_8_is_placed_at_its_first_bad_byte() {
    let graph = Sandbox::new().write("places.ron", b"[\n    (id: \"caf\xE9\", name: \"the caf\xE9\"),\n]\n");
    let faults = graph.faults();
    let own = faults.iter().find(|fault| fault.path.ends_with("places.ron")).unwrap();
    assert_eq!(own.message, "the byte 0xE9 is not UTF-8");
    assert_eq!((own.locus().line, own.locus().column), (2, 14));
    assert_eq!(own.help.as_deref(), Some("save the file as UTF-8"));
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn an_empty_file_is_told_how_to_be_a_list() {
    for text in ["", "\n  \n"] {
        let graph = Sandbox::new().write("events.ron", text);
        graph.has(&["events.ron:1:1 [] the file is empty | write [] for a list without entries, or remove the file"]);
    }
}

#[test]
fn a_directory_without_graph_ron_is_no_graph() {
    let graph = Sandbox::new();
    fs::remove_file(graph.dir().join("graph.ron")).unwrap();
    let error = load(&graph.dir()).unwrap_err();
    assert!(matches!(error, LoadError::NotAGraph { .. }));
    assert_eq!(error.to_string(), format!("{} is no graph: it has no graph.ron", graph.dir().display()));
}

#[test]
fn a_directory_that_is_not_there_is_no_graph() {
    let folder = TempDir::new().unwrap();
    let error = load(&folder.path().join("nowhere")).unwrap_err();
    assert!(matches!(error, LoadError::Missing { dir } if dir.ends_with("nowhere")));
}

#[test]
fn a_newer_format_is_said_before_all_else() {
    let graph = Sandbox::with("graph.ron", "format: 1", "format: 2, colour: \"green\"")
        .write("places.ron", "whatever a newer program writes");
    graph.has(&[
        "graph.ron:5:13 [2] the graph is of format 2; this program reads formats up to 1 | use a newer gainsay",
    ]);
}

#[test]
fn a_misspelt_file_name_gets_the_nearest_one() {
    let graph = Sandbox::new();
    fs::rename(graph.dir().join("places.ron"), graph.dir().join("place.ron")).unwrap();
    let faults = graph.faults();
    let own = faults.iter().find(|fault| fault.path.ends_with("place.ron")).unwrap();
    assert_eq!(own.message, "no graph file has this name");
    let rest = "anything else, such as notes, stands elsewhere, or in a file that does not end in .ron";
    let files = "graph.ron, sources.ron, actors.ron, places.ron, populations.ron, events.ron, measures.ron, propositions.ron, reuse.ron, relocations.ron";
    assert_eq!(own.help, Some(format!("did you mean places.ron? a graph has {files}; {rest}")));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    Sandbox::with("places.ron", "// Where.", "\u{FEFF}// Where.").has(&[]);
}

#[test]
fn line_ends_of_another_system_move_no_column() {
    let graph = Sandbox::with("places.ron", r#"["island"]"#, r#"["iland"]"#);
    let text = fs::read_to_string(graph.dir().join("places.ron")).unwrap().replace('\n', "\r\n");
    let [fault] = &graph.write("places.ron", text).faults()[..] else { panic!("one fault") };
    assert_eq!((fault.locus().line, fault.locus().column), (4, 46));
}

#[test]
fn a_graph_is_never_made_over_another() {
    let graph = Sandbox::with("graph.ron", "A new graph", "Mine");
    let error = init(&graph.dir(), gainsay::store::Contents::Example).unwrap_err();
    assert!(matches!(error, InitError::Exists(_)));
    assert_eq!(load(&graph.dir()).unwrap().title, "Mine");
}

#[test]
fn files_that_may_be_missing_may() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("graph.ron"), "(title: \"Bare\", format: 1)").unwrap();
    assert_eq!(load(folder.path()).unwrap().title, "Bare");
}

/// The files of a graph by their paths in its folder.
fn texts(graph: &Sandbox) -> BTreeMap<String, String> {
    let read = |folder: &str| {
        let entries = fs::read_dir(graph.dir().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let files = entries.filter(|path| path.is_file() && !path.ends_with(".lock"));
        files.map(|path| (path.strip_prefix(graph.dir()).unwrap().display().to_string(), path)).collect::<Vec<_>>()
    };
    let all = [read(""), read("claims")].concat();
    all.into_iter().map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn texts_in_memory_load_as_files_do() {
    let graph = Sandbox::new();
    let held = load_texts(&texts(&graph)).unwrap();
    assert!(!held.archive.claims.is_empty());
    assert_eq!(records(&held.archive), records(&load(&graph.dir()).unwrap()));
}

#[test]
fn texts_in_memory_have_the_faults_of_files() {
    let texts = texts(&Sandbox::new());
    let told = |name: &str, text: &str| {
        let mut texts = texts.clone();
        texts.insert(name.to_owned(), text.to_owned());
        match load_texts(&texts) {
            Err(LoadError::Faulty(faults)) => faults[0].to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert!(told("events.ron", "").starts_with("events.ron:1:1: the file is empty"));
    for name in ["place.ron", "claims/a.txt", "claims/a/b.ron", "claims", "places.ron/a.ron"] {
        assert!(told(name, "[]").starts_with(&format!("{name}:1:1: no graph file has this name")), "{name}");
    }
    assert!(told("graph.ron", "(title: \"t\", format: 2)").contains("the graph is of format 2"));
    let without = load_texts(&BTreeMap::new()).unwrap_err();
    assert_eq!(without.to_string(), ". is no graph: it has no graph.ron");
}
