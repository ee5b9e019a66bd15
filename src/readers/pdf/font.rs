//! Fonts: from the bytes of a string to letters and their widths.

use std::collections::BTreeMap;

use encoding_rs::{MACINTOSH, WINDOWS_1252};

use super::cmap::{ToUnicode, code, utf_16};
use super::file::File;
use super::glyphs;
use super::object::{Dict, Object};

/// A letter as a font draws it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// What it stands for; none if the file does not say.
    pub text: Option<String>,
    /// Its width, in parts of the font's size.
    pub width: f64,
    /// Whether it is the code of a space, which word spacing widens.
    pub is_space: bool,
}

/// A font.
#[derive(Clone, Debug)]
pub(super) struct Font {
    to_unicode: ToUnicode,
    kind: Kind,
    widths: BTreeMap<u32, f64>,
    usual_width: f64,
}

#[derive(Clone, Debug)]
enum Kind {
    /// One byte each.
    Simple(Vec<Option<String>>),
    /// Several bytes each; whether they are UTF-16.
    Composite { is_utf_16: bool },
}

/// Widths are in thousandths.
const THOUSAND: f64 = 1000.0;
/// The width of a letter of which the file says nothing, as of the fonts that every reader has.
const USUAL: f64 = 0.5;
/// Widths that are taken, at most.
const WIDTHS: usize = 70_000;

impl Font {
    /// Reads a font.
    pub fn read(file: &mut File<'_>, dict: &Dict) -> Self {
        let table = dict.get("ToUnicode").map(|stream| file.unpacked(stream));
        let to_unicode = table.map(|bytes| ToUnicode::read(&bytes)).unwrap_or_default();
        if let Object::Array(below) = file.entry(dict, "DescendantFonts") {
            let below = below.first().map(|font| file.get(font).clone());
            return Self::composite(file, dict, to_unicode, below);
        }
        let first = number(file.entry(dict, "FirstChar")).unwrap_or(0.0);
        let mut widths = BTreeMap::new();
        if let Object::Array(list) = file.entry(dict, "Widths") {
            put_widths(&mut widths, as_code(first), list.iter().map(|width| file.get(width)));
        }
        Self { to_unicode, kind: Kind::Simple(simple_texts(file, dict)), widths, usual_width: USUAL }
    }

    fn composite(file: &File<'_>, dict: &Dict, to_unicode: ToUnicode, below: Option<Object>) -> Self {
        let below = if let Some(Object::Dict(below)) = below { below } else { Dict::new() };
        let named = |part| matches!(file.entry(dict, "Encoding"), Object::Name(name) if name.contains(part));
        let usual_width = number(file.entry(&below, "DW")).map_or(1.0, |width| width / THOUSAND);
        let kind = Kind::Composite { is_utf_16: named("UCS2") || named("UTF16") };
        Self { to_unicode, kind, widths: composite_widths(file, &below), usual_width }
    }

    /// The letters of a string.
    pub fn letters(&self, bytes: &[u8]) -> Vec<Letter> {
        let size = match &self.kind {
            Kind::Simple(_) => 1,
            Kind::Composite { .. } => self.to_unicode.width.unwrap_or(2).clamp(1, 4),
        };
        bytes.chunks(size).map(|bytes| self.letter(bytes)).collect()
    }

    fn letter(&self, bytes: &[u8]) -> Letter {
        let code = code(bytes);
        let told = self.to_unicode.text(code).map(str::to_owned);
        let text = told.or_else(|| match &self.kind {
            Kind::Simple(texts) => texts.get(usize::try_from(code).ok()?).cloned().flatten(),
            Kind::Composite { is_utf_16 } => is_utf_16.then(|| utf_16(bytes)),
        });
        let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
        Letter { text, width, is_space: bytes == b" " }
    }
}

/// What the codes of a font of single bytes stand for: its encoding, with its differences from that.
fn simple_texts(file: &File<'_>, dict: &Dict) -> Vec<Option<String>> {
    let encoding = file.entry(dict, "Encoding");
    let (base, differences) = match encoding {
        Object::Dict(own) => (file.entry(own, "BaseEncoding"), file.entry(own, "Differences")),
        other => (other, &Object::Null),
    };
    let is_true_type = file.entry(dict, "Subtype") == &Object::Name("TrueType".to_owned());
    let base = match base {
        Object::Name(name) => name.as_str(),
        _ if is_true_type => "WinAnsiEncoding",
        _ => "StandardEncoding",
    };
    let mut texts: Vec<Option<String>> = (0..=255).map(|code| base_text(base, code)).collect();
    if let Object::Array(list) = differences {
        differ(&mut texts, list.iter().map(|item| file.get(item)));
    }
    texts
}

fn base_text(base: &str, code: u8) -> Option<String> {
    let by =
        |encoding: &'static encoding_rs::Encoding| Some(encoding.decode_without_bom_handling(&[code]).0.into_owned());
    match base {
        _ if code < 32 => None,
        "WinAnsiEncoding" => by(WINDOWS_1252),
        "MacRomanEncoding" => by(MACINTOSH),
        _ => glyphs::standard(code),
    }
}

/// A number and the names of the glyphs from there on.
fn differ<'a>(texts: &mut [Option<String>], list: impl Iterator<Item = &'a Object>) {
    let mut at = 0usize;
    for item in list {
        match item {
            Object::Number(code) => at = usize::try_from(as_code(*code)).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(text) = texts.get_mut(at) {
                    *text = glyphs::text(name);
                }
                at = at.saturating_add(1);
            }
            _ => {}
        }
    }
}

/// `W` of a composite font: `first [widths]` or `first last width`.
fn composite_widths(file: &File<'_>, below: &Dict) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let Object::Array(list) = file.entry(below, "W") else { return widths };
    let mut items = list.iter().map(|item| file.get(item));
    while let (Some(first), Some(second)) = (items.next().and_then(number), items.next()) {
        match second {
            Object::Array(list) => {
                put_widths(&mut widths, as_code(first), list.iter().map(|width| file.get(width)));
            }
            Object::Number(last) => {
                let width = items.next().unwrap_or(&Object::Null);
                let count = as_code(*last).saturating_sub(as_code(first)).min(65_535) as usize + 1;
                put_widths(&mut widths, as_code(first), std::iter::repeat_n(width, count));
            }
            _ => break,
        }
        if widths.len() > WIDTHS {
            break;
        }
    }
    widths
}

fn put_widths<'a>(widths: &mut BTreeMap<u32, f64>, first: u32, list: impl Iterator<Item = &'a Object>) {
    for (code, width) in (first..).zip(list.take(WIDTHS)) {
        if let Some(width) = number(width) {
            widths.insert(code, width / THOUSAND);
        }
    }
}

fn number(object: &Object) -> Option<f64> {
    if let Object::Number(number) = object { Some(*number) } else { None }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as wanted")]
fn as_code(number: f64) -> u32 {
    number as u32
}
