//! Which format a file has: its bytes decide, its name only where they leave it open.

use std::fmt;
use std::path::Path;

use memchr::memmem;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Plain,
    /// Markdown (CommonMark with tables).
    Markdown,
    /// A page of the web.
    Html,
    /// PDF.
    Pdf,
    /// A document of Word and others (Office Open XML).
    Docx,
    /// One article as a JSON object on each line.
    JsonLines,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::JsonLines => "JSON Lines",
        })
    }
}

/// What the first bytes of a file show.
pub(super) enum Signature {
    /// A format that is no text, but can be read.
    Readable(Format),
    /// A format that cannot be read.
    Other(&'static str),
    /// A document under a password.
    Locked,
}

/// How files begin that are no texts, and what they are.
const SIGNATURES: [(&[u8], &str); 16] = [
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"RIFF", "a picture or a sound (RIFF)"),
    (b"ID3", "a sound (MP3)"),
    (b"OggS", "a sound (Ogg)"),
    (b"\0\0\0 ftyp", "a film"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"{\\rtf", "a document in Rich Text Format"),
];

/// The container of old Office files, and of new ones under a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How far into a file its PDF header may stand.
const PDF_HEADER: usize = 1024;

/// What the bytes show to be no text.
pub(super) fn signature(bytes: &[u8]) -> Option<Signature> {
    if is_pdf(bytes) {
        return Some(Signature::Readable(Format::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(Signature::Readable(Format::Docx));
    }
    if bytes.starts_with(OLE) {
        let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        return Some(match memmem::find(bytes, &locked) {
            Some(_) => Signature::Locked,
            None => Signature::Other("an old file of Word, Excel or PowerPoint"),
        });
    }
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, what)| Signature::Other(what))
}

/// The header comes first; after other bytes only if an object follows, for a text may speak of it.
fn is_pdf(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(PDF_HEADER)];
    match memmem::find(start, b"%PDF-") {
        Some(at) if start[..at].iter().all(u8::is_ascii_whitespace) => true,
        Some(at) => memmem::find(&bytes[at..], b" obj").is_some() && memmem::find(&bytes[at..], b"endobj").is_some(),
        None => false,
    }
}

/// How a page of the web begins, in small letters.
const HTML: [&str; 5] = ["<!doctype html", "<html", "<head", "<body", "<?xml"];

/// The format of a text: what it says at its beginning, or else the ending of its name.
pub(super) fn of_text(file: &str, text: &str) -> Format {
    let start = skip_comments(text.trim_start_matches('\u{feff}').trim_start());
    let opens = |tag: &&&str| start.get(..tag.len()).is_some_and(|own| own.eq_ignore_ascii_case(tag));
    match HTML.iter().find(opens) {
        Some(&"<?xml") if !start.contains("<html") => {}
        Some(_) => return Format::Html,
        None => {}
    }
    if start.starts_with('{') && super::jsonl::is_record(start.lines().next().unwrap_or_default()) {
        return Format::JsonLines;
    }
    match ending(file).as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "jsonl" | "ndjson" => Format::JsonLines,
        _ => Format::Plain,
    }
}

/// The format of a name that only files which are no text have.
pub(super) fn no_text(file: &str) -> Option<(String, Format)> {
    let ending = ending(file);
    let format = match ending.as_str() {
        "pdf" => Format::Pdf,
        "docx" => Format::Docx,
        _ => return None,
    };
    Some((ending, format))
}

/// How a name ends, in small letters.
fn ending(file: &str) -> String {
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str());
    ending.unwrap_or_default().to_ascii_lowercase()
}

fn skip_comments(mut text: &str) -> &str {
    while let Some((_, rest)) = text.strip_prefix("<!--").and_then(|inside| inside.split_once("-->")) {
        text = rest.trim_start();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_begins_with_counts_for_more_than_its_name() {
        assert_eq!(of_text("a.txt", "<!-- saved -->\n <!DOCTYPE HTML><p>x"), Format::Html);
        assert_eq!(of_text("a.txt", "{\"title\": \"t\", \"text\": \"x\"}\n"), Format::JsonLines);
        assert_eq!(of_text("a.txt", "{x} is <html> in braces"), Format::Plain);
        assert_eq!(of_text("a.MD", "<p align=center>logo</p>"), Format::Markdown);
        assert_eq!(of_text("a.html", "<p>only a piece"), Format::Html);
        assert_eq!(of_text("-", "plain"), Format::Plain);
    }

    #[test]
    fn a_text_about_pdf_is_none() {
        assert!(signature(b"The header %PDF- opens a file.").is_none());
        assert!(matches!(signature(b"\n%PDF-1.4\n"), Some(Signature::Readable(Format::Pdf))));
    }
}
