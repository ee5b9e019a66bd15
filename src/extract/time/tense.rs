//! Whether a sentence looks ahead or back where a time stands in it.

use std::ops::Range;

use serde::Deserialize;

use super::around::Around;
use super::lexicon::Lexicon;
use super::token::tokens;

/// Words of a sentence that are looked at on either side of a time.
const REACH: usize = 12;

/// Words by which a verb may stand behind what puts it into the future: "will have been held".
const LED: usize = 3;

/// Words before the first verb of a sentence that a time begins: "On Monday".
const OPENING: usize = 2;

/// The side of the dateline on which a time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Ahead,
    Back,
}

/// The file `tense.ron`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct TenseWords {
    ahead: Vec<String>,
    back: Vec<String>,
    back_endings: Vec<String>,
}

/// A word, or two, by their symbols.
#[derive(Clone, Debug)]
struct Phrase(Vec<u16>);

/// The words, as symbols.
#[derive(Clone, Debug)]
pub(super) struct Tenses {
    ahead: Vec<Phrase>,
    back: Vec<Phrase>,
    back_endings: Vec<String>,
}

impl Tenses {
    /// Gives symbols to the words.
    pub fn new(words: TenseWords, lexicon: &mut Lexicon) -> Self {
        let mut phrases = |all: &[String]| all.iter().map(|words| Phrase::new(words, lexicon)).collect();
        Self { ahead: phrases(&words.ahead), back: phrases(&words.back), back_endings: words.back_endings }
    }

    /// Where a time lies that stands at these tokens: by the nearest such word before it in its sentence; if the sentence
    /// begins with it, by the first one after it.
    pub fn of(&self, around: Around<'_>, time: Range<usize>) -> Option<Tense> {
        let before: Vec<usize> =
            (0..time.start).rev().take_while(|at| !around.ends_sentence(*at)).take(REACH).collect();
        let after = || (time.end..around.tokens.all.len()).take_while(|at| !around.ends_sentence(*at)).take(REACH);
        self.nearest(around, before.iter().copied(), LED)
            .or_else(|| (before.len() <= OPENING).then(|| self.nearest(around, after(), 0))?)
    }

    fn nearest(&self, around: Around<'_>, places: impl Iterator<Item = usize>, led: usize) -> Option<Tense> {
        let mut back = None;
        for (distance, at) in places.enumerate() {
            if back.is_some_and(|back| distance > back + led) {
                break;
            }
            if self.ahead.iter().any(|phrase| phrase.stands_at(around, at)) {
                return Some(Tense::Ahead);
            }
            back = back.or_else(|| self.is_back(around, at).then_some(distance));
        }
        back.map(|_| Tense::Back)
    }

    fn is_back(&self, around: Around<'_>, at: usize) -> bool {
        let text = || around.tokens.get(at).map_or("", |token| around.tokens.text_of(token));
        self.back.iter().any(|phrase| phrase.stands_at(around, at))
            || self
                .back_endings
                .iter()
                .any(|ending| text().len() > ending.len() + 1 && text().ends_with(ending.as_str()))
    }
}

impl Phrase {
    fn new(words: &str, lexicon: &mut Lexicon) -> Self {
        let all = tokens(words, lexicon);
        Self(all.iter().map(|token| lexicon.intern(&words[token.start..token.end])).collect())
    }

    fn stands_at(&self, around: Around<'_>, at: usize) -> bool {
        let symbol = |place: usize| around.tokens.get(place).map(|token| token.symbol);
        self.0.iter().zip(at..).all(|(own, place)| symbol(place) == Some(*own))
    }
}
