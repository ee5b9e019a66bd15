//! What stands around a time: whether one may begin or end at a token.

use super::count::Tokens;
use super::rules::Rules;
use super::token::{Gap, Shape, Token};

/// A text, asked about what stands before and after a token.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub tokens: Tokens<'a>,
    pub rules: &'static Rules,
}

impl Around<'_> {
    /// The token before one.
    pub fn before(&self, at: usize) -> Option<&Token> {
        at.checked_sub(1).and_then(|before| self.tokens.get(before))
    }

    /// A hyphen or slash joins the token to the one before.
    pub fn touches_mark(&self, at: usize) -> bool {
        let touches = self.tokens.get(at).is_some_and(|token| token.gap == Gap::Nothing);
        touches && self.before(at).is_some_and(|before| self.is_one_of(before, &self.rules.signs.joining))
    }

    /// Whether the token begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.begins(at, char::is_uppercase)
    }

    /// No word goes on into the token; figures belong to no longer number and to no sum of money.
    pub fn may_begin(&self, at: usize) -> bool {
        let signs = &self.rules.signs;
        let Some((token, before)) = self.tokens.get(at).zip(self.before(at)) else { return true };
        if token.gap != Gap::Nothing {
            return !(token.shape == Shape::Digits && self.is_one_of(before, &signs.price));
        }
        let joins = token.shape == Shape::Digits && self.is_one_of(before, &signs.inner);
        let number = joins && before.gap == Gap::Nothing && at.checked_sub(2).is_some_and(|at| self.is_digits(at));
        !token.is_glued() || before.shape == Shape::Mark && !number && !self.is_one_of(before, &signs.tied)
    }

    /// No word or number goes on after the match.
    pub fn may_end(&self, next: usize) -> bool {
        let Some(token) = self.tokens.get(next) else { return true };
        if token.gap != Gap::Nothing || !next.checked_sub(1).is_some_and(|last| self.is_digits(last)) {
            return !token.is_glued();
        }
        let inner = self.is_one_of(token, &self.rules.signs.inner);
        let number = inner && self.is_digits(next + 1) && self.tokens.get(next + 1).is_some_and(Token::is_glued);
        token.shape == Shape::Mark && !number && !self.is_one_of(token, &self.rules.signs.measure)
    }

    /// Whether a sentence or a paragraph ends with the token.
    pub fn ends_sentence(&self, at: usize) -> bool {
        let (Some(token), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return true };
        let stops = self.is_one_of(token, &self.rules.signs.stops);
        next.gap == Gap::Break || stops && next.gap == Gap::Space && !self.begins(at + 1, char::is_lowercase)
    }

    /// A word in small letters that is none of the class `function`.
    pub fn is_noun(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.gap == Gap::Space) else { return false };
        self.begins(at, char::is_lowercase) && self.rules.lexicon.value(token.symbol, self.rules.function).is_none()
    }

    fn begins(&self, at: usize, with: impl Fn(char) -> bool) -> bool {
        self.tokens.get(at).is_some_and(|token| self.tokens.text_of(token).starts_with(with))
    }

    fn is_digits(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Digits)
    }

    fn is_one_of(&self, token: &Token, marks: &str) -> bool {
        token.shape == Shape::Mark && marks.contains(self.tokens.text_of(token))
    }
}
