//! Tests of DOCX, with files made here.

use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const BODY: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="w" xmlns:r="r"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Five boats sink</w:t></w:r></w:p><w:p/>
<w:p><w:r><w:t xml:space="preserve">About </w:t></w:r><w:r><w:t>1,200 &amp; more&#160;people</w:t><w:br/><w:t>came.</w:t></w:r>
<w:del><w:r><w:t>Not 99.</w:t></w:r></w:del></w:p>
<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="rId5"><w:r><w:t>the report</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>
</w:body></w:document>"#;
const CORE_XML: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Other</dc:title>
<dc:creator>Ana Lund;Bo Rask</dc:creator><dcterms:created>2024-06-02T10:00:00Z</dcterms:created></cp:coreProperties>"#;
const RELS: &str = r#"<Relationships><Relationship Id="rId5" Target="https://example.org/report"/></Relationships>"#;

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn paragraphs_links_and_what_the_file_says() {
    let found =
        read(packed(&[(TEXT, BODY.as_bytes()), (CORE, CORE_XML.as_bytes()), (LINKS, RELS.as_bytes())])).unwrap();
    assert_eq!(found.text.trim_end(), "Five boats sink\n\nAbout 1,200 & more\u{a0}people\ncame.\n\nSee the report.");
    assert_eq!(found.title.as_ref().map(|title| title.text.as_str()), Some("Five boats sink"));
    assert_eq!(
        (found.author.join(","), found.date.map(|day| day.to_string())),
        ("Ana Lund,Bo Rask".into(), Some("2024-06-02".into()))
    );
    assert_eq!(
        (found.links[0].text.as_str(), found.links[0].url.as_str()),
        ("the report", "https://example.org/report")
    );
    assert_eq!(found.place(found.text.find("1,200").unwrap()).to_string(), "paragraph 2");
    assert_eq!(found.source_range(0..4), None);
}

#[test]
fn archives_that_are_no_documents() {
    assert!(matches!(read(packed(&[("a.txt", b"x")])), Err(ReadError::NotText { .. })));
    let whole = packed(&[(TEXT, BODY.as_bytes())]);
    assert!(matches!(read(whole[..whole.len() / 2].to_vec()), Err(ReadError::Broken { .. })));
    assert!(matches!(read(packed(&[(TEXT, b"<w:document><w:p></w:body>")])), Err(ReadError::Broken { .. })));
    assert!(matches!(read(packed(&[(TEXT, b"<w:document/>")])), Err(ReadError::NoText { .. })));
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused() {
    let bomb = packed(&[(TEXT, &vec![b' '; usize::try_from(LIMIT).unwrap() + 10])]);
    assert!(bomb.len() < 1_000_000);
    assert!(matches!(read(bomb), Err(ReadError::TooLarge { .. })));
}

#[test]
fn elements_as_deep_as_they_like() {
    let deep = format!("{}<w:t>five</w:t>{}", "<w:p>".repeat(100_000), "</w:p>".repeat(100_000));
    assert_eq!(read(packed(&[(TEXT, deep.as_bytes())])).unwrap().text.trim_end(), "five");
}
