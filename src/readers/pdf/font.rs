//! Fonts: from the bytes of a string to letters and their widths.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, GlyphId, UNITS_PER_EM};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Number, Object, ObjectIdentifier, Stream};

use super::budget::Budget;

/// A letter as a font draws it.
pub(super) struct Letter {
    /// What it stands for; none if the file does not say.
    pub text: Option<String>,
    /// Its width, in parts of the font's size.
    pub width: f64,
    /// Whether it is the code of a space, which word spacing widens.
    pub is_space: bool,
}

/// What it costs to read a font, in operators.
const COST: usize = 1000;
/// The width of a letter of which nothing is known.
const USUAL: f64 = 0.5;

/// A font, if it can be read.
pub(super) struct Face<'a>(Option<Font<'a>>);

impl Face<'_> {
    /// The letters of a string.
    pub fn letters(&self, bytes: &[u8]) -> Vec<Letter> {
        let unknown = |byte: &u8| Letter { text: None, width: USUAL, is_space: *byte == b' ' };
        let Some(font) = &self.0 else { return bytes.iter().map(unknown).collect() };
        let (mut letters, mut at) = (Vec::new(), 0);
        while at < bytes.len() {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let width = font.code_advance(code).x / f64::from(UNITS_PER_EM);
            letters.push(Letter { text: text(font, code), width, is_space: length == 1 && code == 32 });
        }
        letters
    }
}

fn text(font: &Font<'_>, code: u32) -> Option<String> {
    // Only the shape of a glyph depends on its id.
    let found = match font.glyph(GlyphId::NOTDEF, code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    found.map(|text| match text {
        BfString::Char(letter) => apart(letter).map_or_else(|| letter.to_string(), str::to_owned),
        BfString::String(text) => text,
    })
}

/// The letters of which a ligature is made; words are written without it.
fn apart(ligature: char) -> Option<&'static str> {
    let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    ('\u{fb00}'..='\u{fb06}').zip(letters).find(|(own, _)| *own == ligature).map(|(_, letters)| letters)
}

/// The fonts of a file; each is read once.
pub(super) struct Fonts<'a> {
    known: BTreeMap<ObjectIdentifier, Rc<Face<'a>>>,
    cache: FontCache<'a>,
    standard: FontResolverFn,
    tables: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    /// None yet. Fonts that are not in the file are replaced by those that every reader of PDF has; tables that are not in it
    /// are left out.
    pub fn new() -> Self {
        let standard: FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        });
        Self { known: BTreeMap::new(), cache: FontCache::new(), standard, tables: Arc::new(|_| None) }
    }

    /// The font that a dictionary describes.
    pub fn get(&mut self, dict: &Dict<'a>, budget: &mut Budget) -> Rc<Face<'a>> {
        let id = dict.obj_id();
        if let Some(known) = id.and_then(|id| self.known.get(&id)) {
            return Rc::clone(known);
        }
        let can_read = pay(dict, budget);
        let font = can_read.then(|| self.cache.font(dict, &self.standard, &self.tables)).flatten();
        let face = Rc::new(Face(font));
        self.known.extend(id.map(|id| (id, Rc::clone(&face))));
        face
    }
}

/// Pays for what a font makes the parser do: it takes ranges of widths and the tables in streams as long as they say they are.
fn pay(dict: &Dict<'_>, budget: &mut Budget) -> bool {
    let below = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS).and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let below = below.unwrap_or_default();
    let first = dict.get::<usize>(keys::FIRST_CHAR).unwrap_or(0);
    let widths = [keys::W, keys::W2].map(|key| below.get::<Array<'_>>(key).map_or(0, |list| codes(&list)));
    if !budget.step(widths.iter().fold(COST.saturating_add(first), |sum, codes| sum.saturating_add(*codes))) {
        return false;
    }
    let streams = [(dict, keys::TO_UNICODE), (dict, keys::ENCODING), (&below, keys::CID_TO_GID_MAP)];
    for (dict, key) in streams {
        if let Some(stream) = dict.get::<Stream<'_>>(key) {
            budget.unpack(&stream);
        }
    }
    !budget.is_spent()
}

/// How many codes a list of widths may name: numbers that follow each other may be a range.
fn codes(list: &Array<'_>) -> usize {
    let (mut sum, mut before) = (0usize, None);
    for item in list.iter::<Object<'_>>() {
        let number = if let Object::Number(number) = &item { Some(Number::as_i64(number)) } else { None };
        let range = before.zip(number).map_or(0, |(first, last): (i64, i64)| last.saturating_sub(first).max(0));
        sum = sum.saturating_add(usize::try_from(range).unwrap_or(usize::MAX)).saturating_add(1);
        before = number;
    }
    sum
}
