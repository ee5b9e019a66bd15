//! Lines without end: read in time that grows with their length and no faster, and cut where they are shown.

use std::path::Path;

use crate::support::{Graph, is_long, is_near_linear, run_in};

/// Bytes of the shorter line of a pair; the longer one has eight times as many. Debug builds read some 50 KB of figures a second.
fn size(quick: usize) -> usize {
    // Eight times as much is nearly the 100 MB that a file may have.
    if is_long() { 12_000_000 } else { quick }
}

/// A file is read in time that grows with its one line.
#[track_caller]
fn grows(name: &str, quick: usize, line: impl Fn(usize) -> String, run: impl Fn(&Path)) {
    is_near_linear(name, size(quick), |size| {
        let graph = Graph::empty();
        graph.beside(name, line(size));
        run(graph.folder());
    });
}

fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len() + 1)
}

#[test]
fn a_text_of_one_line_is_read_in_time() {
    let extract = |folder: &Path| drop(run_in(folder, &["extract", "a.txt", "--format", "csv"]).done());
    for (unit, quick) in [
        ("300 to ", 4_000),
        ("1,", 8_000),
        ("9", 400_000),
        ("x", 400_000),
        ("half of ", 8_000),
        ("1/2/", 3_000),
        ("the minister said that ", 40_000),
        ("“", 100_000),
        ("more than ", 50_000),
        ("2022-10-", 4_000),
    ] {
        // The longest are for builds that are quick.
        let quick = if is_long() { size(quick) / 10 } else { quick };
        is_near_linear(unit, quick, |size| {
            let graph = Graph::empty();
            graph.beside("a.txt", filled(unit, size));
            extract(graph.folder());
        });
    }
}

#[test]
fn a_line_of_json_or_of_a_table_is_read_in_time() {
    let jsonl = |size: usize| format!("{{\"text\": \"300 boats sank.\", \"more\": \"{}\"}}\n", filled("x", size));
    grows("a.jsonl", 500_000, jsonl, |folder| drop(run_in(folder, &["extract", "a.jsonl"]).done()));
    let csv = |size: usize| format!("id,title\na,\"{}\"\n", filled("x ", size));
    grows("a.csv", 500_000, csv, |folder| drop(run_in(folder, &["import", "a.csv"]).done()));
    let quotes = |size: usize| format!("id,title\na,\"{}\"\n", filled("\"\"", size));
    grows("a.csv", 200_000, quotes, |folder| drop(run_in(folder, &["import", "a.csv"]).done()));
    let bib = |size: usize| format!("@article{{a, title = {{{}}}}}", filled("x ", size));
    grows("a.bib", 100_000, bib, |folder| drop(run_in(folder, &["import", "a.bib"]).done()));
    let page = |size: usize| filled("<script type=\"application/ld+json\">[]</script>", size);
    grows("a.html", 200_000, page, |folder| drop(run_in(folder, &["import", "a.html"])));
}

#[test]
fn a_graph_file_of_one_line_is_read_in_time_and_cut_where_it_is_shown() {
    for (what, end) in [("whole", "\")]"), ("broken", "\", nmae: 3)]"), ("cut off", "")] {
        is_near_linear(what, size(500_000), |size| {
            let graph =
                Graph::empty().with("sources.ron", format!("[(id: \"a\", title: \"{}{end}", filled("é ", size)));
            let told = graph.run(&["list", "sources"]);
            if what == "whole" {
                told.done();
            } else {
                let error = told.refused(&["sources.ron:1:", "1 fault in 1 file"]);
                assert!(error.len() < 6_000, "{} bytes are shown", error.len());
            }
        });
    }
}

#[test]
fn long_ids_and_names_are_cut_where_an_error_shows_them() {
    let long = "a".repeat(1_000_000);
    let graph = Graph::empty().with("sources.ron", format!("[(id: \"a\", cites: [\"{long}\"])]"));
    let error = graph.run(&["contradictions"]).refused(&["no source has the id \"aaaa", "sources.ron:1:"]);
    assert!(error.len() < 10_000);
    Graph::example().run(&["show", &"a".repeat(100_000)]).refused(&["no record has the id \"aaaa"]);
}
