//! Speakers that a phrase or a noun names: "according to the ministry", "by the union's count", "put at 40 by the police".

use std::ops::Range;

use super::language::{Phrase, Role};
use super::name;
use super::speech::{Force, Speech, Spoken, Who};

/// Words after a passive verb among which it says who did it: "put at 40 in all by the police".
const FARTHEST_AGENT: usize = 9;

impl Spoken<'_> {
    /// "According to the ministry"; "by the ministry's count".
    pub fn according(self, at: usize) -> Option<Speech> {
        let width = self.text.phrase(at, self.end, Phrase::According);
        let name = match width {
            Some(width) => name::with_name(self.text, at + width, self.end),
            None if self.text.is(at, Role::By) => self.count_of(at + 1),
            None if self.text.is(at, Role::Reckoned) && self.opens(at) => {
                self.count_of(at + 1).filter(|name| self.is_owned(name))
            }
            None => None,
        }?;
        Some(self.around(at, Who::Named(name)))
    }

    /// Whether a part of the sentence begins with a word.
    fn opens(self, at: usize) -> bool {
        at == self.start || self.text.parted(at - 1)
    }

    /// Whether a name says whose it is: "the union's count".
    fn is_owned(self, name: &Range<usize>) -> bool {
        name.clone().any(|at| self.text.is_possessive(at))
    }

    /// The name that begins there and is that of a count: it ends with such a noun.
    fn count_of(self, first: usize) -> Option<Range<usize>> {
        let name = name::beginning(self.text, first, self.end)?;
        let last = self.text.is(name.end - 1, Role::SayingNoun) && name.len() > 1;
        last.then_some(name)
    }

    /// "Put at 40 by the police": whoever a passive verb names.
    pub fn agent(self, at: usize) -> Option<Speech> {
        let text = self.text;
        if !self.is_verb(at) {
            return None;
        }
        let passive = at > self.start && text.is(at - 1, Role::Be);
        let far = (at + if passive { FARTHEST_AGENT } else { 2 }).min(self.end);
        let by = (at + 1..far).take_while(|by| !text.parted(by - 1)).find(|by| text.is(*by, Role::By))?;
        let name = name::with_name(text, by + 1, self.end)?;
        let named = by == at + 1 || text.is(by + 1, Role::Article) || name.clone().any(|at| text.capital(at));
        named.then(|| self.around(at, Who::Named(name)))
    }

    /// "The union's count is": a noun of saying with whose it is.
    pub fn count(self, at: usize) -> Option<Speech> {
        let text = self.text;
        if !text.is(at, Role::SayingNoun) || !text.is(at + 1, Role::Copula) || at + 1 >= self.end || text.parted(at) {
            return None;
        }
        let name = name::before(text, at + 1, self.start).filter(|name| name.len() > 1)?;
        let whose =
            |at: usize| text.is(at, Role::Body) || text.is_possessive(at) || text.capital(at) && at > self.start;
        let owned = (name.start..at).any(whose);
        owned.then(|| self.spoken(at, Who::Named(name.clone()), name.start, Force::Counts))
    }
}
