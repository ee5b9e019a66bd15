//! Readers: from the bytes of a file to documents, whose every byte has a place that a person can find.

mod decode;
mod document;
#[cfg(feature = "docx")]
mod docx;
#[cfg_attr(
    not(all(feature = "docx", feature = "html", feature = "pdf")),
    allow(dead_code, reason = "each format uses its part")
)]
mod error;
mod format;
mod front;
#[cfg(feature = "html")]
mod html;
mod jsonl;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg_attr(
    not(all(feature = "docx", feature = "html", feature = "pdf")),
    allow(dead_code, reason = "each format uses its part")
)]
mod places;

use std::io::Read;

pub use document::{Days, Document, Link, Part, Place};
pub use error::ReadError;
pub use format::Format;

use self::decode::Decoded;
use self::format::Signature;
use self::places::Places;

/// The largest file that is read, and the most text that is taken from one, in bytes.
pub const LIMIT: u64 = 100_000_000;

/// Reads a file, or standard input, to its end. `file` is its name: it stands in the documents, and its ending tells
/// Markdown from plain text. Everything else is seen from the bytes.
///
/// # Errors
/// If it is empty, too large, no text, broken, or under a password.
///
/// ```
/// let documents = gainsay::readers::read_from("a.md", "# Five boats\n\nThey *sank*.".as_bytes())?;
/// assert_eq!(documents[0].text, "  Five boats\n\nThey  sank .");
/// assert_eq!(documents[0].title.as_ref().map(|title| title.text.as_str()), Some("Five boats"));
/// # Ok::<(), gainsay::readers::ReadError>(())
/// ```
pub fn read_from(file: &str, source: impl Read) -> Result<Vec<Document>, ReadError> {
    let mut bytes = Vec::new();
    source.take(LIMIT + 1).read_to_end(&mut bytes)?;
    read(file, bytes)
}

/// Reads the bytes of a file; see [`read_from`]. All formats but JSON Lines give one document.
///
/// # Errors
/// If they are empty, too many, no text, broken, or under a password.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<Vec<Document>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() as u64 > LIMIT {
        return Err(ReadError::TooLarge { what: "the file is", limit: LIMIT });
    }
    let mut documents = match format::signature(&bytes) {
        Some(Signature::Other(found)) => return Err(ReadError::NotText { found: found.into() }),
        Some(Signature::Locked) => return Err(ReadError::Encrypted { format: Format::Docx }),
        Some(Signature::Readable(Format::Pdf)) => vec![of_pdf(bytes)?],
        Some(Signature::Readable(_)) => vec![of_docx(bytes)?],
        None => of_text(file, bytes)?,
    };
    documents.iter_mut().for_each(|document| file.clone_into(&mut document.file));
    Ok(documents)
}

fn of_text(file: &str, bytes: Vec<u8>) -> Result<Vec<Document>, ReadError> {
    let Decoded { text, encoding, is_file } = decode::decode(bytes)?;
    let mut documents = match format::of_text(file, &text) {
        Format::Markdown => vec![markdown::read(text)],
        Format::Html => vec![of_html(text)?],
        Format::JsonLines => jsonl::read(&text)?,
        _ => match format::no_text(file) {
            Some((named, format)) => return Err(ReadError::Mislabelled { named, format }),
            None => vec![plain(text)],
        },
    };
    for document in &mut documents {
        document.encoding = encoding;
        document.is_file = is_file;
    }
    Ok(documents)
}

fn plain(text: String) -> Document {
    let places = Places::same(&text);
    Document::new(Format::Plain, text, places)
}

#[cfg(feature = "pdf")]
fn of_pdf(bytes: Vec<u8>) -> Result<Document, ReadError> {
    pdf::read(bytes)
}

#[cfg(not(feature = "pdf"))]
fn of_pdf(_: Vec<u8>) -> Result<Document, ReadError> {
    Err(ReadError::LeftOut { format: Format::Pdf, feature: "pdf" })
}

#[cfg(feature = "docx")]
fn of_docx(bytes: Vec<u8>) -> Result<Document, ReadError> {
    docx::read(bytes)
}

#[cfg(not(feature = "docx"))]
fn of_docx(_: Vec<u8>) -> Result<Document, ReadError> {
    Err(ReadError::LeftOut { format: Format::Docx, feature: "docx" })
}

#[cfg(feature = "html")]
fn of_html(text: String) -> Result<Document, ReadError> {
    html::read(text)
}

#[cfg(not(feature = "html"))]
fn of_html(_: String) -> Result<Document, ReadError> {
    Err(ReadError::LeftOut { format: Format::Html, feature: "html" })
}
