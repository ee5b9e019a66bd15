//! Cells that a spreadsheet would calculate: disarmed in every table, and read back as they were.

use std::fs;

use crate::support::Graph;

const FORMULAS: [&str; 12] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "'=1",
    "''=1",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "-",
    "=1\";\"=2",
];

/// Whether a spreadsheet takes a cell for a formula. Numbers are none.
fn is_formula(cell: &str) -> bool {
    let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    starts && cell.parse::<f64>().is_err()
}

#[track_caller]
fn harmless(csv: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cells = rows.iter().flat_map(csv::StringRecord::iter);
    cells.inspect(|cell| assert!(!is_formula(cell), "{cell:?}")).count()
}

/// A graph in which every text is such a cell, made by importing tables.
fn imported() -> Graph {
    let graph = Graph::empty();
    let mut sources = csv::Writer::from_writer(Vec::new());
    sources.write_record(["id", "title", "outlet", "authors", "url", "note"]).unwrap();
    let mut claims = csv::Writer::from_writer(Vec::new());
    claims.write_record(["id", "says", "source", "measure", "unit", "figure", "place", "unnamed", "note"]).unwrap();
    for (at, text) in FORMULAS.iter().enumerate() {
        // As a table has it: what begins with an apostrophe has lost one.
        let cell = gainsay::export::csv::cell::harmless(text);
        let cell = cell.as_str();
        sources.write_record([&format!("s{at}"), cell, cell, cell, cell, cell]).unwrap();
        let figure = ["-300", "500"][at % 2];
        claims
            .write_record([&format!("c{at}"), cell, &format!("s{at}"), "balance", "USD", figure, cell, cell, cell])
            .unwrap();
    }
    for (name, writer) in [("sources.csv", sources), ("claims.csv", claims)] {
        fs::write(graph.folder().join(name), writer.into_inner().unwrap()).unwrap();
    }
    graph.run(&["import", "sources.csv", "claims.csv"]).done();
    graph
}

#[test]
fn every_table_is_disarmed_and_numbers_stay_numbers() {
    let graph = imported();
    for table in ["claims", "sources", "records", "edges", "disagreements"] {
        let told = graph.run(&["export", "--to", "csv", "--table", table]);
        assert!(harmless(&told.out) > 5, "{table}");
        if table == "claims" {
            assert!(told.out.contains(",-300,"), "{}", told.out);
        }
    }
    assert!(harmless(&graph.run(&["contradictions", "--all", "--format", "csv"]).done()) > 5);
}

#[test]
fn what_was_exported_is_imported_as_it_was() {
    let graph = imported();
    graph.run(&["export", "--to", "csv", "--output", "tables"]).done();
    let again = Graph::empty();
    let tables = graph.folder().join("tables");
    again.run(&["import", tables.to_str().unwrap()]).done();
    let first = gainsay::store::load(&graph.dir()).unwrap();
    let second = gainsay::store::load(&again.dir()).unwrap();
    assert_eq!(first.sources, second.sources);
    let says = |archive: &gainsay::model::Archive| -> Vec<(String, Option<String>)> {
        archive.claims.values().map(|claim| (claim.says.clone(), claim.note.clone())).collect()
    };
    assert_eq!(says(&first), says(&second));
    assert!(says(&first).iter().any(|(says, _)| says.starts_with("=cmd")), "{:?}", says(&first));
}

#[test]
fn figures_of_texts_are_disarmed() {
    let graph = Graph::empty();
    graph.beside("=1+1.txt", "It fell by −300 %. Some +500 =boats @sank at -20 °C, =3 -cmd 4 +x.\n");
    let told = graph.run(&["extract", "=1+1.txt", "--format", "csv"]).done();
    assert!(harmless(&told) > 20, "{told}");
    assert!(told.contains("'=1+1.txt") && told.contains(",-20,"), "{told}");
}
