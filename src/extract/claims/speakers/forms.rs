//! Speakers that a phrase or a noun names: "according to the ministry", "by the union's count", "put at 40 by the police".

use std::ops::Range;

use super::noun_phrase;
use super::speech::{Force, Speech, Spoken, Who};
use crate::extract::claims::language::{Phrase, Role};

/// Words after a passive verb among which it says who did it: "put at 40 in all by the police".
const FARTHEST_AGENT: usize = 9;

impl Spoken<'_> {
    /// "According to the ministry"; "by the ministry's count".
    pub fn according(self, at: usize) -> Option<Speech> {
        if let Some(whose) = self.theirs(at) {
            return Some(self.around(at, Who::Pronoun(whose)));
        }
        let width = self.text.phrase(at, self.end, Phrase::According);
        let name = match width {
            Some(width) => noun_phrase::with_name(self.text, at + width, self.end),
            None if self.text.is(at, Role::By) => self.count_of(at + 1),
            None if self.text.is(at, Role::Reckoned) && self.opens(at) => {
                self.count_of(at + 1).filter(|name| self.is_owned(name))
            }
            None => None,
        }?;
        Some(self.around(at, Who::Named(name)))
    }

    /// "By their count", "according to it": a pronoun instead of a name.
    fn theirs(self, at: usize) -> Option<usize> {
        let text = self.text;
        let after = self.text.phrase(at, self.end, Phrase::According).map(|width| at + width);
        if let Some(pronoun) = after.filter(|at| *at < self.end && text.is(*at, Role::Pronoun)) {
            return Some(pronoun);
        }
        let led = text.is(at, Role::By) || text.is(at, Role::Reckoned) && self.opens(at);
        let noun = at + 2 < self.end && text.is(at + 2, Role::SayingNoun)
            || at + 3 < self.end && text.is(at + 3, Role::SayingNoun) && !text.parted(at + 2);
        (led && noun && text.is(at + 1, Role::Theirs)).then_some(at + 1)
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
        let name = noun_phrase::beginning(self.text, first, self.end)?;
        let last = name.clone().skip(1).find(|at| self.text.is(*at, Role::SayingNoun))?;
        let links = self.text.is(last + 1, Role::Link) || self.text.capital(last + 1);
        Some(name.start..if links { name.end } else { last + 1 })
            .filter(|name| self.text.is(name.end - 1, Role::SayingNoun))
    }

    /// "Put at 40 by the police": whoever a passive verb names.
    pub fn agent(self, at: usize) -> Option<Speech> {
        let text = self.text;
        if !self.is_verb(at) || self.is_done(at) {
            return None;
        }
        let passive = at > self.start && text.is(at - 1, Role::Be);
        let far = (at + if passive { FARTHEST_AGENT } else { 2 }).min(self.end);
        let by = (at + 1..far).take_while(|by| !text.parted(by - 1)).find(|by| text.is(*by, Role::By))?;
        let name = noun_phrase::with_name(text, by + 1, self.end)?;
        let named = by == at + 1 || text.is(by + 1, Role::Article) || name.clone().any(|at| text.capital(at));
        named.then(|| self.around(at, Who::Named(name)))
    }

    /// "The treasurer: the mill has cost 40": who speaks stands before a colon, as in the record of a meeting.
    pub fn label(self, at: usize) -> Option<Speech> {
        let text = self.text;
        let name = if at == self.start { noun_phrase::beginning(text, at, self.end)? } else { return None };
        let colon = text.gap(name.end - 1).trim_start().starts_with(':');
        let titled = text.is(name.start, Role::Title) || text.is(name.end - 1, Role::Title);
        (colon && titled && name.end < self.end).then(|| self.around(at, Who::Named(name)))
    }

    /// "Bakers claimed 40, the police 12": a speaker right before a figure, where the verb of another holds for both.
    pub fn gapped(self, at: usize, before: Option<&Speech>) -> Option<Speech> {
        let text = self.text;
        let figure = |at: usize| text.letters(at).starts_with(|letter: char| letter.is_ascii_digit());
        let led = text.is(at + 1, Role::Stands) && figure(at + 2) && !text.parted(at + 1);
        if before.is_none() || at + 1 >= self.end || text.parted(at) || !(figure(at + 1) || led) {
            return None;
        }
        let name = noun_phrase::ending(text, at + 1, self.start).filter(|name| noun_phrase::is_actor(text, name))?;
        let first = name.start - usize::from(noun_phrase::has_article(text, name.start));
        let joined = first > self.start && (text.comma(first - 1) || text.is(first - 1, Role::And));
        joined.then_some(Speech {
            verb: at,
            who: Who::Named(name),
            covers: at..self.end,
            force: Force::Counts,
            leads: true,
            light: false,
        })
    }

    /// "The union's count is": a noun of saying with whose it is.
    pub fn count(self, at: usize) -> Option<Speech> {
        let text = self.text;
        if !text.is(at, Role::SayingNoun) || !text.is(at + 1, Role::Copula) || at + 1 >= self.end || text.parted(at) {
            return None;
        }
        let name = noun_phrase::before(text, at + 1, self.start).filter(|name| name.len() > 1)?;
        let whose =
            |at: usize| text.is(at, Role::Body) || text.is_possessive(at) || text.capital(at) && at > self.start;
        let owned = (name.start..at).any(whose);
        owned.then(|| self.spoken(at, Who::Named(name.clone()), name.start, Force::Counts))
    }
}
