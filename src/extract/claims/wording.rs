//! A text with its words, and what its rules say of them.

use super::language::{LANGUAGE, Phrase, Role};
use crate::text::Word;

/// A text with its words.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Word],
}

impl<'a> Words<'a> {
    /// The letters of a word.
    pub fn letters(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    /// Whether a word does so.
    pub fn is(&self, at: usize, role: Role) -> bool {
        self.words.get(at).is_some_and(|word| LANGUAGE.is(word.key, role))
    }

    /// What stands between a word and the next.
    pub fn gap(&self, at: usize) -> &'a str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(one), Some(next)) => &self.text[one.end..next.start],
            (Some(one), None) => &self.text[one.end..],
            _ => "",
        }
    }

    /// Whether a sign stands between a word and the next, other than those inside names.
    pub fn parted(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.contains([',', ';', ':', '"', '“', '”', '(', ')', '—', '–', '«', '»', '?', '!']) || gap.contains(" - ")
    }

    /// Whether a comma stands between a word and the next.
    pub fn comma(&self, at: usize) -> bool {
        self.gap(at).contains(',')
    }

    /// Whether a word is written with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.letters(at).starts_with(char::is_uppercase)
    }

    /// Whether a word says whose something is.
    pub fn is_possessive(&self, at: usize) -> bool {
        LANGUAGE.is_possessive(self.letters(at))
    }

    /// Whether a word ends as those do with which a clause begins after a verb: "denied taking".
    pub fn begins_clause(&self, at: usize) -> bool {
        LANGUAGE.begins_clause(self.letters(at))
    }

    /// The longest phrase that begins with a word: how many words it has.
    pub fn phrase(&self, at: usize, until: usize, phrase: Phrase) -> Option<usize> {
        LANGUAGE.fixed(self.words.get(at..until)?.iter().map(|word| word.key), phrase)
    }
}
