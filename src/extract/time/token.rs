//! Cuts a text into words, runs of digits and marks, each with the blank before it.

use super::lexicon::Lexicon;

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: it touches the token before.
    Nothing,
    /// Blanks, or one line break.
    Space,
    /// The beginning of the text or an empty line.
    Break,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Digits,
    /// One other character.
    Mark,
}

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub gap: Gap,
    pub shape: Shape,
    /// The number of the word, the mark or the digits in the lexicon; 0 if it is not in it.
    pub symbol: u16,
}

impl Token {
    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// A word or a run of digits that touches the token before.
    pub fn is_glued(&self) -> bool {
        self.gap == Gap::Nothing && self.shape != Shape::Mark
    }
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    while at < text.len() {
        let start = at + blank(&text[at..]);
        let Some(first) = text[start..].chars().next() else { break };
        let shape = shape(first);
        let end = start + first.len_utf8() + rest(&text[start + first.len_utf8()..], shape);
        let gap = gap(text, at, start);
        found.push(Token { start, end, gap, shape, symbol: symbol(&text[start..end], shape, lexicon) });
        at = end;
    }
    found
}

/// How many bytes of blanks a text begins with.
fn blank(text: &str) -> usize {
    match text.as_bytes() {
        [b' ', next, ..] if next.is_ascii_graphic() => return 1,
        [first, ..] if first.is_ascii_graphic() => return 0,
        _ => {}
    }
    text.find(|letter: char| !letter.is_whitespace()).unwrap_or(text.len())
}

fn gap(text: &str, from: usize, to: usize) -> Gap {
    let breaks = text.as_bytes()[from..to].iter().filter(|byte| **byte == b'\n').count();
    match to - from {
        _ if from == 0 || breaks > 1 => Gap::Break,
        0 => Gap::Nothing,
        _ => Gap::Space,
    }
}

fn shape(letter: char) -> Shape {
    match letter {
        letter if letter.is_ascii_digit() => Shape::Digits,
        letter if letter.is_alphanumeric() => Shape::Word,
        _ => Shape::Mark,
    }
}

/// How many more bytes belong to a token of this shape.
fn rest(text: &str, own: Shape) -> usize {
    match own {
        Shape::Mark => 0,
        own => {
            let plain = text.bytes().take_while(|byte| byte.is_ascii() && shape(char::from(*byte)) == own).count();
            match text.as_bytes().get(plain) {
                Some(byte) if !byte.is_ascii() => text.find(|letter: char| shape(letter) != own).unwrap_or(text.len()),
                _ => plain,
            }
        }
    }
}

fn symbol(word: &str, shape: Shape, lexicon: &Lexicon) -> u16 {
    match shape {
        Shape::Digits => lexicon.digits(word),
        Shape::Mark | Shape::Word => lexicon.symbol(word),
    }
}
