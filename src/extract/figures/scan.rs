//! Cuts a text into tokens: numerals, words, single signs. One pass over the bytes, nothing is looked at twice.

use super::lexicon::Lexicon;
use crate::text::numeral::{self, Numeral};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Digits and the marks inside them.
    Numeral(Numeral),
    /// Letters, and digits after them.
    Word,
    /// Any other character that is no space.
    Sign,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// End, excluded.
    pub end: usize,
    /// Number in the lexicon; 0 for words that no rule names.
    pub id: u32,
    /// What it is.
    pub shape: Shape,
    /// Whether it follows the one before without a space.
    pub glued: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a line break stands before it.
    pub breaks: bool,
}

/// The tokens of a text, in order.
pub fn scan(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 5);
    let (mut at, mut last_end, mut breaks) = (0, 0, false);
    while at < bytes.len() {
        let width = space(&bytes[at..]);
        if width > 0 {
            breaks |= bytes[at] == b'\n';
            at += width;
            continue;
        }
        let glued = at == last_end && at > 0;
        let mut token = token(text, at, glued, lexicon);
        token.breaks = std::mem::take(&mut breaks);
        at = token.end;
        last_end = at;
        tokens.push(token);
    }
    tokens
}

fn token(text: &str, at: usize, glued: bool, lexicon: &Lexicon) -> Token {
    let bytes = text.as_bytes();
    let first = bytes[at];
    let capital = first.is_ascii_uppercase();
    let make = |end, id, shape| Token { start: at, end, id, shape, glued, capital, breaks: false };
    if first.is_ascii_digit() || (first == b'.' && numeral::opens_with_point(bytes, at)) {
        let (end, numeral) = numeral::read(bytes, at);
        let id = if end == at + 1 { lexicon.id(&bytes[at..end]) } else { 0 };
        return make(end, id, Shape::Numeral(numeral));
    }
    let end = word_end(text, at, lexicon);
    if end > at {
        return make(end, lexicon.id(&bytes[at..end]), Shape::Word);
    }
    let end = at + text[at..].chars().next().map_or(1, char::len_utf8);
    make(end, lexicon.id(&bytes[at..end]), Shape::Sign)
}

/// The end of a word that begins here; here if none does.
fn word_end(text: &str, start: usize, lexicon: &Lexicon) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut digits) = (start, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() {
            at += 1;
        } else if at > start && byte.is_ascii_digit() {
            if !digits && lexicon.splits(&bytes[start..at]) {
                break;
            }
            digits = true;
            at += 1;
        } else if byte >= 0x80 {
            match text[at..].chars().next() {
                Some(letter) if letter.is_alphabetic() => at += letter.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    at
}

/// The length of the space that begins here: ASCII, no-break and the thin ones.
pub fn space(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\t'..=b'\r', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0x80..=0x8B | 0xAF, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}
