//! DOCX: the paragraphs of a document, and what the file says of itself. Headers, footers, footnotes, remarks and deleted
//! words are left out.

mod body;
mod xml;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use self::body::{Body, body};
use self::xml::{Step, Steps};
use super::LIMIT;
use super::decode;
use super::document::{Document, Link, Part};
use super::error::ReadError;
use super::format::Format;
use super::places::{Paragraph, Places};

const TEXT: &str = "word/document.xml";
const LINKS: &str = "word/_rels/document.xml.rels";
const CORE: &str = "docProps/core.xml";

type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// The document in a DOCX file.
pub(super) fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let Some(text) = file(&mut archive, TEXT)? else {
        return Err(ReadError::NotText { found: "an archive (ZIP) that is no DOCX".into() });
    };
    let links = file(&mut archive, LINKS)?.map(|xml| targets(&xml)).transpose()?.unwrap_or_default();
    let body = body(&text, &links)?;
    if body.text.is_empty() {
        return Err(ReadError::NoText { format: Format::Docx, reason: "it has no paragraph with words" });
    }
    let mut document = document(body);
    if let Some(core) = file(&mut archive, CORE)? {
        describe(&mut document, &core)?;
    }
    Ok(document)
}

/// A file in the archive as text; no more of it is unpacked than may be read.
fn file(archive: &mut Archive, name: &str) -> Result<Option<String>, ReadError> {
    let packed = match archive.by_name(name) {
        Ok(packed) => packed,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(&error)),
    };
    let mut bytes = Vec::new();
    packed
        .take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ReadError::broken(Format::Docx, error.to_string()))?;
    if bytes.len() as u64 > LIMIT {
        return Err(ReadError::TooLarge { what: "the unpacked file is", limit: LIMIT });
    }
    match decode::decode(bytes) {
        Ok(decoded) => Ok(Some(decoded.text)),
        Err(_) => Err(ReadError::broken(Format::Docx, format!("{name} is no text"))),
    }
}

fn broken(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted { format: Format::Docx },
        other => ReadError::broken(Format::Docx, other.to_string()),
    }
}

/// Ids of links and where they lead.
fn targets(xml: &str) -> Result<BTreeMap<String, String>, ReadError> {
    let mut found = BTreeMap::new();
    for step in Steps::new(xml) {
        if let Step::Open(element) = step?
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            found.insert(id, target);
        }
    }
    Ok(found)
}

fn document(body: Body) -> Document {
    let paragraphs = (1..).zip(&body.starts).map(|(number, start)| Paragraph { start: *start, page: None, number });
    let places = Places::paragraphs(&body.text, paragraphs.collect());
    let mut document = Document::new(Format::Docx, body.text, places);
    let words = |span: &std::ops::Range<usize>| document.text[span.clone()].to_owned();
    document.links = body.links.into_iter().map(|(span, url)| Link { text: words(&span), span, url }).collect();
    document.title = body.title.map(|span| Part { text: words(&span), span: Some(span) });
    document.body = document.title.as_ref().and_then(|title| title.span.as_ref()).map_or(0, |span| span.end);
    document
}

/// Takes title, author and date from the file; a title in the text counts before that.
fn describe(document: &mut Document, core: &str) -> Result<(), ReadError> {
    let mut open = String::new();
    for step in Steps::new(core) {
        match step? {
            Step::Open(element) => open = element.name,
            Step::Close(_) => open.clear(),
            Step::Text(text) if text.trim().is_empty() => {}
            Step::Text(text) => match open.as_str() {
                "title" if document.title.is_none() => {
                    document.title = Some(Part { text: text.trim().to_owned(), span: None });
                }
                "creator" => {
                    let names = text.split(';').map(str::trim).filter(|name| !name.is_empty());
                    document.author.extend(names.map(str::to_owned));
                }
                "created" => document.set_date(&text),
                _ => {}
            },
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
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
    const RELS: &str =
        r#"<Relationships><Relationship Id="rId5" Target="https://example.org/report"/></Relationships>"#;

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
        assert_eq!(
            found.text.trim_end(),
            "Five boats sink\n\nAbout 1,200 & more\u{a0}people\ncame.\n\nSee the report."
        );
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
    fn what_the_file_says_is_taken_whole() {
        let body = BODY.replace("Title", "Normal");
        let core = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Boats &amp; barges</dc:title>
<dc:creator>Lund &amp; Rask; Ana&#160;Vole;</dc:creator></cp:coreProperties>"#;
        let found = read(packed(&[(TEXT, body.as_bytes()), (CORE, core.as_bytes())])).unwrap();
        assert_eq!(found.title.map(|title| title.text), Some("Boats & barges".to_owned()));
        assert_eq!(found.author, ["Lund & Rask", "Ana\u{a0}Vole"]);
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
}
