//! What the graph says otherwise stays as it is, and is told.

use crate::import::support::{Graph, exported, file, shipped, tables};
use gainsay::export::Format;
use gainsay::import::{Settings, import};

#[test]
fn a_record_that_differs_is_told_and_not_overwritten() {
    let graph = Graph::empty();
    graph.import(&[file("sources.csv", "id,title,outlet\na,One,Post\n")]).unwrap();
    let before = graph.files();
    let report = graph.import(&[file("sources.csv", "id,title,outlet\na,Two,Post\nb,Three,\n")]).unwrap();
    let conflict = &report.conflicts[0];
    assert_eq!((conflict.kind, conflict.id.as_str(), conflict.field.as_str()), ("source", "a", "title"));
    assert_eq!((conflict.graph.as_str(), conflict.file.as_str()), ("One", "Two"));
    assert_eq!(conflict.at, "sources.csv:2");
    assert_eq!(report.added["source"], ["b"]);
    assert_eq!(graph.archive().sources["a"].title.as_deref(), Some("One"));
    assert!(graph.files() != before, "what is new was added");
}

#[test]
fn an_export_of_the_graph_into_itself_changes_nothing() {
    let archive = shipped();
    let graph = Graph::empty();
    graph.import(&tables(&archive)).unwrap();
    let before = graph.files();
    for format in [Format::Csl, Format::Bibtex] {
        let report = graph.import(&[exported(&archive, format)]).unwrap();
        assert!(report.is_whole() && report.new_records() == 0, "{report:?}");
    }
    assert!(graph.files() == before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let graph = Graph::empty();
    let before = graph.files();
    let report = import(graph.path(), &tables(&shipped()), &Settings { write: false, ..Settings::default() }).unwrap();
    assert!(report.new_records() > 100);
    assert!(graph.files() == before);
}

#[test]
fn a_file_that_a_person_has_touched_is_left_alone() {
    let graph = Graph::empty();
    graph.import(&[file("sources.csv", "id,title\na,One\n")]).unwrap();
    let path = graph.path().join("added/import-sources.ron");
    let touched = format!("{}// mine\n", std::fs::read_to_string(&path).unwrap());
    std::fs::write(&path, &touched).unwrap();
    graph.import(&[file("sources.csv", "id,title\nb,Two\n")]).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), touched);
    assert_eq!(graph.archive().sources.len(), 2);
}

#[test]
fn ties_that_lead_nowhere_are_listed() {
    let graph = Graph::empty();
    let report = graph.import(&[file("sources.csv", "id,title,cites\na,One,gone; b\nb,Two,\n")]).unwrap();
    assert_eq!(report.unmapped.len(), 1, "{:?}", report.unmapped);
    assert_eq!(report.unmapped[0].what, "\"gone\"");
    assert_eq!(graph.archive().sources["a"].cites.len(), 1);
}
