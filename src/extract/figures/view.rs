//! The tokens of a text with what the rules know of each.

use super::rule::{Class, Ending, Role};
use super::rules::Rules;
use super::scan::{Shape, Token};
use crate::text::numeral::Numeral;

/// A text as the passes see it.
pub struct View<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The rules.
    pub rules: &'static Rules,
}

impl View<'_> {
    /// Whether the token has that role; no token has none.
    pub fn is(&self, at: usize, role: Role) -> bool {
        self.tokens.get(at).is_some_and(|token| token.id != 0 && self.rules.word(token.id).is(role))
    }

    /// Whether the token before that one has the role.
    pub fn before(&self, at: usize, role: Role) -> bool {
        at > 0 && self.is(at - 1, role)
    }

    /// How the token takes part in numbers.
    pub fn class(&self, at: usize) -> Option<(Class, f64)> {
        self.tokens.get(at).filter(|token| token.id != 0).and_then(|token| self.rules.word(token.id).number)
    }

    /// The number of a token of that class.
    pub fn valued(&self, at: usize, class: Class) -> Option<f64> {
        self.class(at).filter(|(own, _)| *own == class).map(|(_, value)| value)
    }

    /// The numeral there.
    pub fn numeral(&self, at: usize) -> Option<Numeral> {
        match self.tokens.get(at)?.shape {
            Shape::Numeral(numeral) => Some(numeral),
            _ => None,
        }
    }

    /// The number of a token that is digits and nothing else, if it is small.
    pub fn whole(&self, at: usize) -> Option<u32> {
        self.numeral(at).filter(|numeral| numeral.plain && numeral.digits < 5)?;
        self.letters(at).parse().ok()
    }

    /// Whether the token stands there and is joined to the one before.
    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether it is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Word)
    }

    /// Whether it is a word that can be part of a noun phrase.
    pub fn is_content(&self, at: usize) -> bool {
        self.is_word(at) && !self.is(at, Role::Stop)
    }

    /// Whether it begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The place after a hyphen that joins two words, or the same place.
    pub fn after_hyphen(&self, at: usize) -> usize {
        if self.is(at, Role::Hyphen) && self.glued(at) == self.glued(at + 1) { at + 1 } else { at }
    }

    /// Whether a word in small letters has an end that tells that.
    pub fn ends(&self, at: usize, ending: Ending) -> bool {
        let letters = self.letters(at);
        let any =
            |ends: &[String]| ends.iter().any(|end| letters.len() > end.len() + 1 && letters.ends_with(end.as_str()));
        let has = || self.rules.endings.iter().any(|rule| rule.ending == ending && any(&rule.ends) && !any(&rule.but));
        self.is_word(at) && !self.capital(at) && has()
    }

    /// Whether it is a word for more than one thing or person.
    pub fn is_plural(&self, at: usize) -> bool {
        self.is(at, Role::People) || self.is_content(at) && self.ends(at, Ending::Plural)
    }

    /// The letters of a token.
    pub fn letters(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether a sentence or a line begins with that token, as far as signs show it.
    pub fn opens_sentence(&self, at: usize) -> bool {
        at == 0 || self.tokens[at].breaks || self.is(at - 1, Role::Period)
    }
}
