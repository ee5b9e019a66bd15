//! Reads numbers in figures and words: "3.5", "1,000", "twenty-four", "two hundred and five", "3 million".

use super::lexicon::Lexicon;
use super::token::{Gap, Shape, Token};
use crate::text::numeral;

/// Most words of one number, so that a line of number words stays linear.
const MOST: usize = 12;

/// The classes of which numbers in words are made.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountClasses {
    /// One to ninety-nine.
    pub cardinal: u16,
    /// Hundred, thousand and so on.
    pub scale: u16,
    /// What may stand between the parts.
    pub joint: u16,
}

/// A text as tokens.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub text: &'a str,
    pub all: &'a [Token],
}

impl Tokens<'_> {
    /// The token with this number.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The text of a token.
    pub fn text_of(&self, token: &Token) -> &str {
        &self.text[token.start..token.end]
    }

    /// Whether the token is this mark and touches the one before.
    pub fn touches(&self, at: usize, mark: &str) -> bool {
        self.get(at).is_some_and(|token| token.gap == Gap::Nothing && self.text_of(token) == mark)
    }

    /// Whether the token is figures that touch the one before, of this many digits.
    pub fn touching_digits(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> bool {
        let fits = |token: &Token| token.gap == Gap::Nothing && token.shape == Shape::Digits;
        self.get(at).is_some_and(|token| fits(token) && digits.contains(&token.len()))
    }
}

impl CountClasses {
    /// The number that begins at a token, and the token after it.
    pub fn read(self, tokens: Tokens<'_>, at: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
        let first = tokens.get(at)?;
        if first.shape == Shape::Digits {
            let (number, next) = figures(tokens, at)?;
            return Some(self.scaled(number, tokens, next, lexicon));
        }
        self.words(tokens, at, lexicon)
    }

    /// Scales after figures: "3 million".
    fn scaled(self, number: f64, tokens: Tokens<'_>, next: usize, lexicon: &Lexicon) -> (f64, usize) {
        let scale = tokens.get(next).filter(|token| token.gap == Gap::Space);
        match scale.and_then(|token| lexicon.value(token.symbol, self.scale)) {
            Some(scale) => (number * scale, next + 1),
            None => (number, next),
        }
    }

    fn words(self, tokens: Tokens<'_>, mut at: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
        let mut sum = Sum::default();
        let mut end = None;
        for _ in 0..MOST {
            let Some(next) = self.part(&mut sum, tokens, at, lexicon) else { break };
            end = Some(next);
            at = next + usize::from(self.is_joint(tokens, next, lexicon));
        }
        end.map(|end| (sum.total(), end))
    }

    /// Takes one word into the sum.
    fn part(self, sum: &mut Sum, tokens: Tokens<'_>, at: usize, lexicon: &Lexicon) -> Option<usize> {
        let token = tokens.get(at).filter(|token| sum.is_empty() || token.gap != Gap::Break)?;
        let cardinal = lexicon.value(token.symbol, self.cardinal).is_some_and(|value| sum.add(value));
        let taken = cardinal || lexicon.value(token.symbol, self.scale).is_some_and(|value| sum.scale(value));
        taken.then_some(at + 1)
    }

    fn is_joint(self, tokens: Tokens<'_>, at: usize, lexicon: &Lexicon) -> bool {
        tokens.get(at).is_some_and(|token| lexicon.value(token.symbol, self.joint).is_some())
    }
}

/// A number in words, as far as read.
#[derive(Default)]
struct Sum {
    done: f64,
    open: f64,
    read: bool,
}

impl Sum {
    fn is_empty(&self) -> bool {
        !self.read
    }

    fn total(&self) -> f64 {
        self.done + self.open
    }

    /// Adds "four" to "twenty" or to "hundred", but not "six" to "five".
    fn add(&mut self, value: f64) -> bool {
        let tens = self.open % 100.0;
        let fits = tens == 0.0 || (tens >= 20.0 && tens % 10.0 == 0.0 && value < 10.0);
        if fits && !(self.read && tens == 0.0 && self.total() == 0.0) {
            self.open += value;
            self.read = true;
        }
        fits
    }

    fn scale(&mut self, value: f64) -> bool {
        if self.open == 0.0 {
            return false;
        }
        self.open *= value;
        if value >= 1000.0 {
            self.done += std::mem::take(&mut self.open);
        }
        true
    }
}

/// Most digits of a whole number that is read, and most of one with decimals, its point counted.
const MOST_DIGITS: (usize, usize) = (12, 20);

/// Figures with groups of three and decimals.
fn figures(tokens: Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let first = tokens.text_of(tokens.get(at)?).as_bytes();
    if first.len() > MOST_DIGITS.1 {
        return None;
    }
    let mut digits = [0; 2 * MOST_DIGITS.1];
    digits[..first.len()].copy_from_slice(first);
    let (mut length, mut next) = (first.len(), at + 1);
    let mut add = |next: usize, length: &mut usize| {
        let more = tokens.get(next + 1).map_or("", |token| tokens.text_of(token)).as_bytes();
        digits[*length..*length + more.len()].copy_from_slice(more);
        *length += more.len();
    };
    while length < MOST_DIGITS.0 && tokens.touches(next, ",") && tokens.touching_digits(next + 1, 3..=3) {
        add(next, &mut length);
        next += 2;
    }
    let whole = length;
    if tokens.touches(next, ".") && tokens.touching_digits(next + 1, 1..=9) {
        add(next, &mut length);
        next += 2;
    }
    let point = (length > whole).then_some(whole);
    let fits = length + usize::from(point.is_some()) <= MOST_DIGITS.1;
    fits.then(|| (numeral::float(&digits[..length], point), next))
}
