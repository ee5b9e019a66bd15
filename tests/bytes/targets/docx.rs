//! Any bytes as a DOCX file, or as what stands in one. The first byte chooses.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{choose, documents};

const PARTS: [&str; 3] = ["word/document.xml", "docProps/core.xml", "word/_rels/document.xml.rels"];

pub fn run(bytes: &[u8]) {
    match choose(bytes, &[true, false]) {
        Some((true, bytes)) => documents::read("a.docx", bytes),
        Some((false, bytes)) => documents::read("a.docx", &packed(bytes)),
        None => {}
    }
}

/// An archive of the parts that the bytes hold, with noughts between them.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in PARTS.iter().zip(bytes.splitn(PARTS.len(), |byte| *byte == 0)) {
        writer.start_file(*name, stored).expect("a name");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
