//! Entities that stand for ever more of themselves: nothing is written out.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::Graph;

/// An archive of files.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A part of a DOCX in which ten entities would be a billion words.
fn laughs(root: &str, inside: &str) -> String {
    let more = (1..10).map(|at| {
        let below = format!("&l{};", at - 1).repeat(10);
        format!("<!ENTITY l{at} \"{below}\">")
    });
    let entities: String = more.collect();
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\"> {entities} <!ENTITY f SYSTEM \"file:///etc/passwd\">]><{root}>{inside}</{root}>"
    )
}

#[test]
fn entities_of_a_document_stand_for_nothing() {
    let graph = Graph::empty();
    let body = laughs("document", "<body><p><t>300 boats &l9;&f; sank.</t></p></body>");
    let core = laughs("coreProperties", "<title>&l9;&f;</title><creator>A &l9;</creator>");
    let rels = laughs("Relationships", "<Relationship Id=\"a\" Target=\"https://example.org/\"/>");
    let files = [("word/document.xml", &body), ("docProps/core.xml", &core), ("word/_rels/document.xml.rels", &rels)];
    graph.beside("a.docx", packed(&files.map(|(name, text)| (name, text.as_bytes()))));
    let told = graph.run(&["extract", "a.docx", "--format", "json"]).done();
    assert!(told.contains("\"value_low\": 300") && told.len() < 5_000, "{}", crate::support::short(&told));
    assert!(!told.contains("root:") && !told.contains("haha"));
    let attribute = laughs("document", "<body><p w=\"&l9;\"><t>300 boats sank.</t></p></body>");
    graph.beside("b.docx", packed(&[("word/document.xml", attribute.as_bytes())]));
    let told = graph.run(&["extract", "b.docx"]);
    assert!(matches!(told.code, Some(0 | 2)) && told.out.len() + told.err.len() < 5_000, "{told:?}");
}

#[test]
fn entities_of_a_page_are_those_of_pages() {
    let graph = Graph::empty();
    graph.beside("a.html", laughs("html", "<p>300 boats &l9; &f; &#0; &#x110000; &#99999999999999999999; &nbsp sank."));
    let told = graph.run(&["extract", "a.html"]).done();
    assert!(told.contains("[300]") && !told.contains("haha") && told.len() < 2_000, "{told}");
}
