//! PDF: the letters of its pages, put together to paragraphs. Pictures, forms to fill in and notes are left out.

mod cmap;
mod content;
mod file;
mod filter;
mod font;
mod glyphs;
mod layout;
mod object;

use encoding_rs::WINDOWS_1252;

use self::content::Drawer;
use self::file::File;
use self::object::{Dict, Object};
use super::LIMIT;
use super::document::{Document, Part};
use super::error::ReadError;
use super::format::Format;
use super::places::{Paragraph, Places};

/// The document in a PDF file.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let broken = |reason: &str| ReadError::broken(Format::Pdf, reason);
    let mut file = File::open(bytes).ok_or_else(|| broken("its objects are not closed, or too many"))?;
    if file.is_encrypted() {
        return Err(ReadError::Encrypted { format: Format::Pdf });
    }
    let pages = file.pages();
    if pages.is_empty() {
        return Err(broken("it has no pages"));
    }
    let info = file.info();
    let (mut texts, mut letters, mut unknown, mut size) = (Vec::new(), 0usize, 0usize, 0usize);
    let mut drawer = Drawer::new(&mut file);
    for page in &pages {
        let glyphs = drawer.glyphs(page);
        letters += glyphs.len();
        unknown += glyphs.iter().filter(|glyph| glyph.text.is_none()).count();
        let paragraphs = layout::paragraphs(&glyphs);
        size += paragraphs.iter().map(String::len).sum::<usize>();
        if size as u64 > LIMIT {
            return Err(ReadError::TooLarge { what: "the text is", limit: LIMIT });
        }
        if drawer.is_spent() {
            return Err(broken("it unpacks to far more than a document has"));
        }
        texts.push(paragraphs);
    }
    let reason = "its pages are pictures, perhaps a scan";
    if letters == 0 {
        return Err(ReadError::NoText { format: Format::Pdf, reason });
    }
    if unknown * 2 > letters {
        return Err(ReadError::NoText { format: Format::Pdf, reason: "its fonts do not say which letters they draw" });
    }
    layout::without_margins(&mut texts);
    Ok(document(&texts, &info))
}

fn document(pages: &[Vec<String>], info: &Dict) -> Document {
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
    describe(&mut document, info);
    document
}

fn describe(document: &mut Document, info: &Dict) {
    let entry = |key: &str| match info.get(key) {
        Some(Object::Text(bytes)) => Some(words(bytes)).filter(|text| !text.is_empty()),
        _ => None,
    };
    document.title = entry("Title").map(|text| {
        let span = document.text.find(&text).map(|start| start..start + text.len());
        Part { text, span }
    });
    document.author.extend(entry("Author"));
    // D:20240602…
    let digits = entry("CreationDate").map(|date| date.trim_start_matches("D:").chars().take(8).collect::<String>());
    if let Some(digits) = digits.filter(|digits| digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
    {
        document.set_date(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]));
    }
}

/// A string outside the pages: UTF-16 or UTF-8 with a mark, or else much like windows-1252.
fn words(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => cmap::utf_16(rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    text.trim().to_owned()
}
