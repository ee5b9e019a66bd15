//! Tables: what the graph holds comes back, all of it but its title, passages and relocations.

use proptest::prelude::*;

use crate::import::support::{Graph, assert_same, shipped, tables};
use crate::import::world::world;
use crate::support::cases::cases;

#[test]
fn the_shipped_graph_comes_back() {
    let (graph, archive) = (Graph::empty(), shipped());
    let report = graph.import(&tables(&archive)).unwrap();
    assert!(report.is_whole() && report.assumed.is_empty(), "{report:?}");
    assert_same(&archive, &graph.archive());
    assert_eq!(report.added["claim"].len(), archive.claims.len());
}

#[test]
fn a_second_import_changes_nothing() {
    let (graph, archive) = (Graph::empty(), shipped());
    graph.import(&tables(&archive)).unwrap();
    let before = graph.files();
    let report = graph.import(&tables(&archive)).unwrap();
    assert!(report.is_whole() && report.new_records() == 0, "{report:?}");
    assert_eq!(report.present["claim"].len(), archive.claims.len());
    assert!(graph.files() == before);
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn random_graphs_come_back(records in world()) {
        let (graph, other) = (Graph::of(&records), Graph::empty());
        let archive = graph.archive();
        let written = tables(&archive);
        let report = other.import(&written).unwrap();
        prop_assert!(report.is_whole(), "{:?}", report);
        let came = other.archive();
        assert_same(&archive, &came);
        prop_assert_eq!(written, tables(&came));
    }

    #[test]
    fn no_cell_is_a_formula(records in world()) {
        for table in tables(&Graph::of(&records).archive()) {
            let bytes = table.bytes().unwrap();
            let mut reader = csv::Reader::from_reader(&*bytes);
            for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
                let is_number = cell.parse::<f64>().is_ok();
                prop_assert!(!cell.starts_with(['=', '+', '@', '\t', '\r', '\n']), "{cell:?}");
                prop_assert!(!cell.starts_with('-') || is_number, "{cell:?}");
            }
        }
    }
}
