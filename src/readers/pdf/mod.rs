//! PDF: the letters of its pages, put together to paragraphs. Pictures, forms to fill in and notes are left out.

mod budget;
mod content;
mod font;
mod info;
mod layout;
mod packed;
mod pen;

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use hayro_syntax::metadata::Metadata;
use hayro_syntax::{LoadPdfError, Pdf};
use memchr::memmem;

use self::content::Drawer;
use super::LIMIT;
use super::document::Document;
use super::error::ReadError;
use super::format::Format;
use super::places::{Paragraph, Places};

/// What the parser has for its calls; objects may nest some hundred deep.
const STACK: usize = 16 << 20;
/// How long the parser may take for what no budget counts. Files that are no attack are read in seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// Pages that are read, at most.
const PAGES: usize = 20_000;

/// What is wrong with a file that lacks its end.
const CUT: &str = "it is cut off before its end";

fn broken(reason: &str) -> ReadError {
    ReadError::broken(Format::Pdf, reason)
}

/// The document in a PDF file. The parser has a thread of its own: whatever a file does to it, there is an answer.
pub(super) fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let (sender, answer) = mpsc::channel();
    // If nobody waits any more, nobody needs the answer.
    let work = move || drop(sender.send(parse(bytes)));
    thread::Builder::new().stack_size(STACK).spawn(work)?;
    answer.recv_timeout(PATIENCE).unwrap_or_else(|error| {
        Err(broken(match error {
            RecvTimeoutError::Timeout => "reading it does not come to an end",
            RecvTimeoutError::Disconnected => "the parser gave up on it",
        }))
    })
}

fn parse(bytes: Vec<u8>) -> Result<Document, ReadError> {
    if !packed::is_modest(&bytes) {
        return Err(broken("it unpacks to far more than a document has"));
    }
    let (locked, whole) = (memmem::find(&bytes, b"/Encrypt").is_some(), ends(&bytes));
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Encrypted { format: Format::Pdf },
        LoadPdfError::Invalid if locked => ReadError::Encrypted { format: Format::Pdf },
        LoadPdfError::Invalid if !whole => broken(CUT),
        LoadPdfError::Invalid => broken("no pages can be found in it"),
    })?;
    let texts = match texts(&pdf) {
        _ if pdf.pages().is_empty() => Err(broken(if whole { "it has no pages" } else { CUT })),
        // Of a file that is cut off, nobody knows what its pages had.
        Err(ReadError::NoText { .. }) if !whole => Err(broken(CUT)),
        texts => texts,
    }?;
    Ok(document(&texts, pdf.metadata()))
}

/// How far from its end a file may have the mark of its end: others may have put something after it.
const END: usize = 2048;

/// Whether the mark of its end is there.
fn ends(bytes: &[u8]) -> bool {
    memmem::find(&bytes[bytes.len().saturating_sub(END)..], b"%%EOF").is_some()
}

/// The paragraphs of each page.
fn texts(pdf: &Pdf) -> Result<Vec<Vec<String>>, ReadError> {
    let (mut texts, mut letters, mut unknown, mut size) = (Vec::new(), 0usize, 0usize, 0usize);
    let mut drawer = Drawer::new();
    if pdf.pages().len() > PAGES {
        return Err(ReadError::TooMany { what: "pages", limit: PAGES });
    }
    for page in pdf.pages().iter() {
        let glyphs = drawer.glyphs(page);
        letters += glyphs.len();
        unknown += glyphs.iter().filter(|glyph| glyph.text.is_none()).count();
        let paragraphs = layout::paragraphs(&glyphs);
        size += paragraphs.iter().map(String::len).sum::<usize>();
        if size as u64 > LIMIT {
            return Err(ReadError::TooLarge { what: "the text is", limit: LIMIT });
        }
        if drawer.is_spent() {
            return Err(broken("it draws or unpacks to far more than a document has"));
        }
        texts.push(paragraphs);
    }
    readable(letters, unknown)?;
    layout::without_margins(&mut texts);
    Ok(texts)
}

fn readable(letters: usize, unknown: usize) -> Result<(), ReadError> {
    let reason = match () {
        () if letters == 0 => "its pages are pictures, perhaps a scan",
        () if unknown * 2 > letters => "its fonts do not say which letters they draw",
        () => return Ok(()),
    };
    Err(ReadError::NoText { format: Format::Pdf, reason })
}

fn document(pages: &[Vec<String>], known: &Metadata) -> Document {
    let (mut text, mut paragraphs) = (String::new(), Vec::new());
    for (page, list) in pages.iter().enumerate() {
        for (number, paragraph) in list.iter().enumerate() {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            paragraphs.push(Paragraph { start: text.len(), page: Some(page + 1), number: number + 1 });
            text.push_str(paragraph);
        }
    }
    let places = Places::paragraphs(&text, paragraphs);
    let mut document = Document::new(Format::Pdf, text, places);
    info::describe(&mut document, known);
    document
}
