//! A few kilobytes that unpack to gigabytes: refused by what is read, whatever the file says of itself.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::entities::packed;
use crate::pdf::{Pdf, stream};
use crate::support::Graph;

/// A document without harm.
const BODY: &[u8] = b"<document><body><p><t>300 boats sank.</t></p></body></document>";

/// What a gigabyte of blanks is packed to, or so much of one.
fn blanks(megabytes: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    let block = vec![b' '; 1_000_000];
    (0..megabytes).for_each(|_| packer.write_all(&block).unwrap());
    packer.finish().unwrap()
}

#[test]
fn a_part_of_a_document_that_unpacks_without_end_is_refused() {
    let graph = Graph::empty();
    for part in ["word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"] {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        if part != "word/document.xml" {
            writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
            writer.write_all(BODY).unwrap();
        }
        writer.start_file(part, SimpleFileOptions::default()).unwrap();
        let block = vec![b' '; 1_000_000];
        (0..101).for_each(|_| writer.write_all(&block).unwrap());
        let bytes = writer.finish().unwrap().into_inner();
        assert!(bytes.len() < 1_000_000);
        graph.beside("a.docx", bytes);
        graph.run(&["extract", "a.docx"]).refused(&["a.docx: the unpacked file is over 100 MB", "split it"]);
    }
}

/// The length that the directory of an archive gives is not believed.
#[test]
fn lengths_that_lie_are_not_believed() {
    let graph = Graph::empty();
    let honest = packed(&[("word/document.xml", &BODY.repeat(500))]);
    let length = u32::try_from(BODY.len() * 500).unwrap().to_le_bytes();
    for lie in [0_u32, 1, u32::MAX - 1] {
        let mut bytes = honest.clone();
        while let Some(at) = bytes.windows(4).position(|window| window == length) {
            bytes[at..at + 4].copy_from_slice(&lie.to_le_bytes());
        }
        graph.beside("a.docx", bytes);
        let told = graph.run(&["extract", "a.docx"]);
        assert!(matches!(told.code, Some(0 | 2)) && told.out.len() + told.err.len() < 100_000, "{lie}: {}", told.err);
    }
}

#[test]
fn archives_of_very_many_files_and_of_archives_are_read() {
    let graph = Graph::empty();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..20_000 {
        writer.start_file(format!("word/media/{number}.png"), SimpleFileOptions::default()).unwrap();
    }
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(BODY).unwrap();
    let many = writer.finish().unwrap().into_inner();
    graph.beside("many.docx", &many);
    assert!(graph.run(&["extract", "many.docx"]).done().contains("[300]"));
    graph.beside("nested.docx", packed(&[("word/embedded.docx", &many), ("word/document.xml", BODY)]));
    assert!(graph.run(&["extract", "nested.docx"]).done().contains("[300]"));
    graph.beside("only.docx", packed(&[("word/document.xml", &many)]));
    graph.run(&["extract", "only.docx"]).refused(&["only.docx: a broken DOCX file", "word/document.xml is no text"]);
}

#[test]
fn a_page_of_a_pdf_that_unpacks_without_end_is_refused() {
    let graph = Graph::empty();
    let packed = blanks(if crate::support::is_long() { 1_100 } else { 210 });
    let mut pdf = Pdf::new();
    let contents = pdf.add(stream("/Filter /FlateDecode", &packed));
    graph.beside("a.pdf", pdf.with_page(&contents));
    graph.run(&["extract", "a.pdf"]).refused(&["a.pdf: a broken PDF file", "unpacks to far more than a document has"]);
}

#[test]
fn one_stream_that_is_named_again_and_again_counts_each_time() {
    let graph = Graph::empty();
    let mut pdf = Pdf::new();
    let contents = pdf.add(stream("/Filter /FlateDecode", &blanks(10)));
    graph.beside("a.pdf", pdf.with_page(&format!("[{}]", contents.repeat(1_000))));
    graph.run(&["extract", "a.pdf"]).refused(&["a.pdf: a broken PDF file", "far more than a document has"]);
}

#[test]
fn compressed_files_are_named_and_not_unpacked() {
    let graph = Graph::example();
    let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice(), &blanks(1)].concat();
    graph.beside("a.txt", &gzip);
    graph.run(&["extract", "a.txt"]).refused(&["a.txt: a compressed file (gzip) was found"]);
    graph.beside("a.csv", &gzip);
    graph.run(&["import", "a.csv"]).refused(&["a.csv:", "nothing was changed"]);
}
