//! Files of all formats, as they are and broken: documents or errors, never a panic, and every byte leads somewhere.

use std::fmt::Write;
use std::io::Read;

use gainsay::ingest;
use gainsay::readers::{Document, Format, LIMIT, ReadError, read};
use proptest::prelude::*;

fn one(file: &str, bytes: impl Into<Vec<u8>>) -> Document {
    let mut found = read(file, bytes.into()).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn fault(bytes: impl Into<Vec<u8>>) -> ReadError {
    read("a.txt", bytes.into()).expect_err("read")
}

/// A PDF of these objects, the first of which is the catalog, with a table of their places.
fn pdf(objects: &[String]) -> Vec<u8> {
    let (mut text, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", text.len()).unwrap();
        writeln!(text, "{} 0 obj\n{object}\nendobj", at + 1).unwrap();
    }
    let (count, start) = (objects.len() + 1, text.len());
    write!(text, "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\n").unwrap();
    write!(text, "startxref\n{start}\n%%EOF\n").unwrap();
    text.into_bytes()
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

fn stream(dict: &str, text: &str) -> String {
    format!("<< {dict} /Length {} >>\nstream\n{text}\nendstream", text.len())
}

/// A file of a page that draws this.
fn drawn(content: &str) -> Vec<u8> {
    drawn_with("/Contents 4 0 R", content, FONT)
}

/// The same, with other entries of the page and another font.
fn drawn_with(entries: &str, content: &str, font: &str) -> Vec<u8> {
    let resources = "/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>";
    let page = format!("<< /Type /Page /Parent 2 0 R {entries} {resources} >>");
    let form = stream("/Type /XObject /Subtype /Form", "/X Do /X Do BT /F 9 Tf (in a form) Tj ET");
    pdf(&[CATALOG, PAGES, &page, &stream("", content), font, &form].map(str::to_owned))
}

const TWO_PARAGRAPHS: &str = "BT /F 12 Tf 72 700 Td 14 TL (About 5 boats sank in the har-) Tj T* (bour, at a cost of \\2003m.) Tj \
    0 -40 Td [(Then) -400 (it rained.)] TJ ET";

#[test]
fn a_plain_text_is_the_file() {
    let text = "\u{feff}Five boats\r\nsank, né?\n";
    let found = one("a.txt", text);
    assert_eq!((found.text.as_str(), found.format, found.encoding), (text, Format::Plain, "UTF-8"));
    assert_eq!(found.place(text.find("sank").unwrap()).to_string(), "2:1");
    assert_eq!(found.source_range(3..7), Some(3..7));
}

#[test]
fn pages_and_paragraphs_of_a_pdf() {
    let found = one("a.pdf", drawn(TWO_PARAGRAPHS));
    assert_eq!(found.text, "About 5 boats sank in the harbour, at a cost of €3m.\n\nThen it rained.");
    assert_eq!(found.place(found.text.find("rained").unwrap()).to_string(), "page 1, paragraph 2");
    assert_eq!((found.format, found.source_range(0..5)), (Format::Pdf, None));
}

#[test]
fn a_page_that_lies_on_its_side() {
    let content = "BT /F 12 Tf 0 1 -1 0 100 72 Tm (five boats) Tj 0 1 -1 0 114 72 Tm (sank) Tj ET";
    assert_eq!(one("a.pdf", drawn_with("/Contents 4 0 R /Rotate 90", content, FONT)).text, "five boats sank");
}

#[test]
fn glyphs_have_names() {
    let font =
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Differences [65 /fi /uni20AC /f_f] >> >>";
    let found = one("a.pdf", drawn_with("/Contents 4 0 R", "BT /F 12 Tf 72 700 Td (AveB oC) Tj ET", font));
    assert_eq!(found.text, "five€ off");
}

#[test]
fn what_a_pdf_says_of_itself() {
    let info = "/Info << /Title (Five boats) /Author (Ana Lund) /CreationDate (D:20240602080000Z) >> /Root";
    let bytes = String::from_utf8(drawn(TWO_PARAGRAPHS)).unwrap().replace("/Root", info);
    let found = one("a.pdf", bytes);
    assert_eq!(found.title.map(|title| title.text).as_deref(), Some("Five boats"));
    assert_eq!(
        (found.author, found.date.map(|days| days.to_string())),
        (vec!["Ana Lund".into()], Some("2024-06-02".into()))
    );
}

#[test]
fn fonts_and_pages_that_ask_for_far_too_much() {
    let simple =
        "<< /Type /Font /Subtype /Type1 /BaseFont /A /FirstChar 4000000000 /LastChar 4000000001 /Widths [500] >>";
    let composite = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
        /Subtype /CIDFontType2 /BaseFont /A /W [0 4294967295 500] >>] >>";
    for font in [simple, composite] {
        let bytes = drawn_with("/Contents 4 0 R", "BT /F 12 Tf 72 700 Td (five) Tj ET", font);
        assert!(matches!(fault(bytes), ReadError::Broken { .. }), "{font}");
    }
    let again = format!("/Contents [{}]", "4 0 R ".repeat(100_000));
    let bytes = drawn_with(&again, &" ".repeat(10_000), FONT);
    assert!(matches!(fault(bytes), ReadError::Broken { .. }));
}

#[test]
fn forms_that_draw_themselves_come_to_an_end() {
    assert!(one("a.pdf", drawn("/X Do")).text.starts_with("in a form"));
}

#[test]
fn pages_that_lead_in_circles_or_too_deep() {
    let broken = |objects: &[String]| matches!(fault(pdf(objects)), ReadError::Broken { format: Format::Pdf, .. });
    let pages = |kids: &str| format!("<< /Type /Pages /Kids {kids} >>");
    assert!(broken(&[CATALOG.to_owned(), pages("[2 0 R 2 0 R]")]));
    assert!(broken(&[CATALOG.to_owned(), pages(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)))]));
    let chain = |step: usize| pages(&format!("[{0} 0 R {0} 0 R {0} 0 R]", step + 3));
    let objects: Vec<String> = std::iter::once(CATALOG.to_owned()).chain((0..20_000).map(chain)).collect();
    assert!(broken(&objects));
}

#[test]
fn a_small_pdf_that_unpacks_to_a_large_one_is_refused() {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::copy(&mut std::io::repeat(b' ').take(300_000_000), &mut packer).unwrap();
    let packed = packer.finish().unwrap();
    assert!(packed.len() < 1_000_000);
    // Without the table at its end the last object of a number counts.
    let mut bytes = drawn("");
    bytes.truncate(bytes.windows(4).position(|four| four == b"xref").unwrap());
    let objects = format!("4 0 obj << /Filter /FlateDecode /Length {} >> stream\n", packed.len());
    bytes.extend(objects.bytes().chain(packed).chain(*b"\nendstream endobj"));
    assert!(matches!(fault(bytes), ReadError::Broken { .. }));
}

#[test]
fn pages_that_would_take_a_long_time() {
    let cells = format!("<p><td>{}{}", "<b>".repeat(100_000), "<div></div>".repeat(100_000));
    let links = format!("{}{}", "<a href=x>".repeat(100_000), "a<br>".repeat(100_000));
    let ends = format!("{}{}", "<b>".repeat(100_000), "</html></p>".repeat(100_000));
    for page in [cells, links, ends] {
        assert!(one("a.html", format!("{page}five")).text.ends_with("five"));
    }
}

#[test]
fn a_pdf_under_a_password_or_without_letters() {
    let locked =
        String::from_utf8_lossy(&drawn(TWO_PARAGRAPHS)).replace("/Root", "/Encrypt << /Filter /Standard >> /Root");
    assert!(matches!(fault(locked), ReadError::Encrypted { format: Format::Pdf }));
    assert!(matches!(fault(drawn("0 0 100 100 re f")), ReadError::NoText { .. }));
    assert!(matches!(fault("%PDF-1.7\n%%EOF"), ReadError::Broken { .. }));
}

#[test]
fn a_pdf_without_its_end_is_read_as_far_as_it_goes() {
    let whole = drawn(TWO_PARAGRAPHS);
    let end = whole.windows(4).position(|four| four == b"xref").unwrap();
    assert!(one("a.pdf", &whole[..end]).text.contains("5 boats"));
}

#[test]
fn what_a_file_is_shows_in_its_bytes() {
    assert_eq!(one("a.txt", drawn(TWO_PARAGRAPHS)).format, Format::Pdf);
    assert_eq!(one("a.txt", "<!doctype html><p>Five boats").format, Format::Html);
    assert_eq!(one("-", "{\"text\": \"Five boats\"}\n").format, Format::JsonLines);
    assert_eq!(one("a.md", "plain *words*").format, Format::Markdown);
}

#[test]
fn files_that_are_no_texts_say_what_they_are() {
    assert!(matches!(fault(""), ReadError::Empty));
    assert!(matches!(fault(" \n \n"), ReadError::Empty));
    let told = |bytes: &[u8]| fault(bytes).to_string();
    assert!(told(b"\x89PNG\r\n\x1a\n....").starts_with("a picture (PNG) was found, a text was expected"));
    assert!(told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....").contains("old file of Word"));
    let locked: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]))
        .collect();
    assert!(matches!(fault(locked), ReadError::Encrypted { format: Format::Docx }));
    assert!(matches!(fault(b"PK\x03\x04 and no more".to_vec()), ReadError::Broken { .. }));
    assert!(matches!(fault(b"five \0 boats, one \0 byte \0\0 that is none".to_vec()), ReadError::NotText { .. }));
}

#[test]
fn the_largest_file_and_the_longest_line() {
    let most = usize::try_from(LIMIT).unwrap();
    assert!(matches!(fault(vec![b'a'; most + 1]), ReadError::TooLarge { .. }));
    let line = "five boats ".repeat(200_000);
    for file in ["a.txt", "a.md", "a.html"] {
        let found = one(file, line.as_str());
        assert!(found.text.len() >= line.len() - 1, "{file}");
        assert_eq!(found.place(line.len() - 11).column, line.len() - 10, "{file}");
    }
}

#[test]
fn figures_of_a_page_have_places_in_its_file() {
    let page = "<!doctype html>\n<title>t</title>\n<h1>Storm</h1>\n<p>By Ana Lund | 2 June 2024</p>\n<p>About&nbsp;<b>1,200</b> people &amp; 5 boats.";
    let found = ingest::documents("a.html", page.as_bytes()).unwrap().remove(0);
    let figure = &gainsay::extract::extract(&found.text[found.body..])[0];
    let span = figure.span.start + found.body..figure.span.end + found.body;
    assert_eq!(&page[found.source_range(span.clone()).unwrap()], "1,200");
    assert_eq!(found.place(span.start).to_string(), "5:18");
    assert_eq!(
        (found.author.as_slice(), found.date.map(|days| days.to_string())),
        (&["Ana Lund".to_owned()][..], Some("2024-06-02".into()))
    );
}

/// Whatever a document holds, its ranges are in its text and its bytes have places.
fn hold_together(found: &Document, source: &[u8]) {
    assert!(found.text.is_char_boundary(found.body));
    for link in &found.links {
        assert!(found.text.get(link.span.clone()).is_some());
    }
    for at in (0..=found.text.len()).filter(|at| found.text.is_char_boundary(*at)).step_by(7) {
        assert!(found.place(at).line > 0 && found.place(at).column > 0);
        if let Some(range) = found.source_range(at..at) {
            assert!(range.start <= source.len() && range.end <= source.len());
        }
    }
}

/// What formats are made of, so that random files come near to them.
const PIECES: [&str; 36] = [
    "<p>",
    "</p>",
    "<b>",
    "<a href='x'>",
    "</a>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<h1>",
    "&amp;",
    "&#38;",
    "&notin;",
    "&",
    ";",
    "\r\n",
    "\n",
    "---\n",
    "# ",
    "*",
    "`",
    "[a](b)",
    "| a | b |\n|---|---|\n",
    "é",
    "\u{feff}",
    "{\"text\": \"x\"}\n",
    "1 0 obj",
    "endobj",
    "stream\n",
    "endstream",
    "<<",
    ">>",
    "[",
    "(",
    "BT /F 1 Tf (x) Tj ET",
    "By Ana Lund, 2 June 2024\n",
];

const STARTS: [&[u8]; 8] = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<!doctype html>",
    b"\xff\xfe",
    b"---\ntitle: x\n",
    b"{\"text\": \"",
    b"\xef\xbb\xbf",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_document_or_an_error(
        start in prop::sample::select(STARTS.to_vec()),
        rest in prop::collection::vec(any::<u8>(), 0..400),
        file in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.jsonl", "-"]),
    ) {
        let bytes: Vec<u8> = start.iter().copied().chain(rest).collect();
        for found in ingest::documents(file, bytes.as_slice()).unwrap_or_default() {
            hold_together(&found, &bytes);
        }
    }

    #[test]
    fn any_pieces_are_a_document_or_an_error(
        start in prop::sample::select(STARTS.to_vec()),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60),
        file in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
    ) {
        let bytes: Vec<u8> = start.iter().copied().chain(pieces.concat().into_bytes()).collect();
        for found in ingest::documents(file, bytes.as_slice()).unwrap_or_default() {
            hold_together(&found, &bytes);
        }
    }

    #[test]
    fn a_pdf_with_wrong_bytes_is_a_document_or_an_error(changes in prop::collection::vec((0usize..900, any::<u8>()), 1..12)) {
        let mut bytes = drawn(TWO_PARAGRAPHS);
        for (at, byte) in changes {
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
        }
        let _ = read("a.pdf", bytes);
    }
}
