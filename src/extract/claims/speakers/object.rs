//! Verbs of saying that have a thing for object: "the maker recalled 40 cars" says nothing, "the maker recalled that 40 came" does.

use std::ops::Range;

use super::speech::Spoken;
use crate::extract::claims::language::Role;

/// Words of an object, at most.
const LONGEST_OBJECT: usize = 20;
/// Words before a passive verb among which a word of saying is looked for: "the figure of 40 was rejected by".
const FARTHEST_WORD: usize = 12;

impl Spoken<'_> {
    /// Whether a verb that may say something only does something to a thing there.
    pub fn is_deed(self, at: usize) -> bool {
        let (acts, handles) = (self.text.is(at, Role::Acts), self.text.is(at, Role::Handles));
        let Some(object) = (acts || handles).then(|| self.object(at)).flatten() else { return false };
        acts && !self.tells_word(&object) || handles && object.into_iter().any(|at| self.text.is(at, Role::Handled))
    }

    /// Whether a verb says less firmly than "said", because it has a thing for object: "announced 40 cuts".
    pub fn is_light(self, at: usize) -> bool {
        self.text.is(at, Role::Light) && self.object(at).is_some()
    }

    /// Whether what a passive verb tells was done to a thing: "40 cars recalled by the maker".
    pub fn is_done(self, at: usize) -> bool {
        let before = at.saturating_sub(FARTHEST_WORD).max(self.start)..at;
        let handled = || before.clone().any(|at| self.text.is(at, Role::Handled));
        self.text.is(at, Role::Acts) && !self.tells_word(&before) || self.text.is(at, Role::Handles) && handled()
    }

    /// Whether words hold one for what is said, before any figure: "the figure of 40".
    fn tells_word(self, words: &Range<usize>) -> bool {
        let said = |at: usize| self.text.is(at, Role::SayingNoun) || self.text.is(at, Role::Says);
        words.clone().take_while(|at| !self.is_figure(*at)).any(said)
    }

    /// The words after a verb up to a sign or another part of the sentence; none if they are a clause, or say only when or where.
    fn object(self, verb: usize) -> Option<Range<usize>> {
        let text = self.text;
        let last = self.end.min(verb + 1 + LONGEST_OBJECT);
        if verb + 1 >= last || text.parted(verb) || text.begins_clause(verb + 1) || self.is_aside(verb + 1) {
            return None;
        }
        let mut end = verb + 1;
        while end < last && !text.is(end, Role::Breaks) {
            if text.is(end, Role::Clause) {
                return None;
            }
            if text.is(end, Role::Thing) || text.is(end, Role::Pronoun) {
                return self.has_figure(verb + 1..end).then_some(verb + 1..end);
            }
            end += 1;
            if text.parted(end - 1) {
                break;
            }
        }
        (end > verb + 1).then_some(verb + 1..end)
    }

    /// Whether the sentence ends with when or where somebody spoke: "..., she recalled on Monday".
    fn is_aside(self, first: usize) -> bool {
        self.text.is(first, Role::At) && !self.has_figure(first..self.end)
    }

    fn has_figure(self, mut words: Range<usize>) -> bool {
        words.any(|at| self.is_figure(at))
    }

    fn is_figure(self, at: usize) -> bool {
        self.text.is(at, Role::Numeral) || self.text.letters(at).starts_with(|letter: char| letter.is_ascii_digit())
    }
}
