//! Who says what in a sentence: verbs of saying and finding with their speakers, "according to", "by the count of".

use std::ops::Range;

use super::language::{Phrase, Role};
use super::name;
use super::sentence::Sentence;
use super::wording::Words;

/// Words after a verb among which the end of its clause is looked for.
const LONGEST_CLAUSE: usize = 100;

/// How firmly a speech takes the claims around it; the lower the firmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// Says.
    Says,
    /// Finds a figure.
    Counts,
    /// Wants or fears.
    Wants,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody by a name or a noun.
    Named(Range<usize>),
    /// Whoever a pronoun stands for.
    Pronoun(usize),
}

/// Somebody saying something in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The place of the verb, or of the first word of the phrase.
    pub verb: usize,
    /// Who speaks.
    pub who: Who,
    /// The words that may be the claim.
    pub covers: Range<usize>,
    /// How firmly.
    pub force: Force,
    /// Whether the claim comes after the verb, as it does where the speaker opens a sentence.
    pub leads: bool,
}

/// The speeches of a sentence, in order.
pub fn speeches(text: Words<'_>, sentence: &Sentence) -> Vec<Speech> {
    let start = sentence.words.start;
    let spoken = Spoken { text, start, end: sentence.words.end };
    let places = sentence.words.clone();
    let form = |at| {
        spoken
            .according(at)
            .or_else(|| spoken.hearing(at))
            .or_else(|| spoken.agent(at))
            .or_else(|| spoken.count(at))
            .or_else(|| spoken.verb(at))
    };
    places.filter_map(form).collect()
}

/// A sentence in which forms of speech are looked for.
#[derive(Clone, Copy)]
pub struct Spoken<'a> {
    /// The text.
    pub text: Words<'a>,
    /// The first word.
    pub start: usize,
    /// The end of the words.
    pub end: usize,
}

impl Spoken<'_> {
    /// A speech that takes the claims on both sides of it.
    pub fn around(self, at: usize, who: Who) -> Speech {
        Speech { verb: at, who, covers: self.start..self.end, force: Force::Says, leads: false }
    }

    /// Whether a word is a verb by which somebody says, finds or wants something.
    pub fn is_verb(self, at: usize) -> bool {
        let text = self.text;
        let verb = [Role::Says, Role::Counts, Role::Wants].iter().any(|role| text.is(at, *role));
        let phrasal =
            text.phrase(at, self.end, Phrase::Wants).is_some() || text.phrase(at, self.end, Phrase::Says).is_some();
        (verb || phrasal) && !text.capital(at) && text.phrase(at, self.end, Phrase::Unspoken).is_none()
    }

    /// "The jury was told": the text names nobody but those who heard it.
    fn hearing(self, at: usize) -> Option<Speech> {
        let width = self.text.phrase(at, self.end, Phrase::Hearing)?;
        let free = at + width >= self.end || self.text.parted(at + width - 1) || !self.text.is(at + width, Role::By);
        free.then(|| self.around(at, Who::Named(at..at + 1)))
    }

    fn force(self, at: usize) -> Force {
        match () {
            () if self.text.is(at, Role::Says) || self.text.phrase(at, self.end, Phrase::Says).is_some() => Force::Says,
            () if self.text.is(at, Role::Counts) => Force::Counts,
            () => Force::Wants,
        }
    }

    /// "The minister said"; "..., said the minister".
    fn verb(self, at: usize) -> Option<Speech> {
        if !self.is_verb(at) {
            return None;
        }
        if let Some(name) = self.inverted(at) {
            return Some(self.around(at, Who::Named(name)));
        }
        let (who, first) = self.subject(at)?;
        Some(self.spoken(at, who, first, self.force(at)))
    }

    /// "..., said the minister": only some verbs stand before whoever speaks.
    fn inverted(self, at: usize) -> Option<Range<usize>> {
        let after = at > self.start && self.text.parted(at - 1) && !name::is_apposition(self.text, at, self.start);
        if !after || !self.text.is(at, Role::Inverts) || at + 1 >= self.end || self.text.parted(at) {
            return None;
        }
        let name = name::with_name(self.text, at + 1, self.end)?;
        let article = self.text.is(at + 1, Role::Article);
        let closing = name.end == self.end && name::is_actor(self.text, &name);
        (article || closing || name.clone().any(|at| self.text.capital(at))).then_some(name)
    }

    /// Whoever the verb tells of, and the first word of it.
    fn subject(self, at: usize) -> Option<(Who, usize)> {
        let text = self.text;
        let end = self.past_helpers(at)?;
        let last = end.checked_sub(1).filter(|_| end > self.start)?;
        if end == at && (text.is(last, Role::Article) || text.is_possessive(last)) {
            return None;
        }
        if text.is(last, Role::Pronoun) && !text.parted(last) {
            return Some((Who::Pronoun(last), last));
        }
        let name = name::before(text, end, self.start)?;
        Some((Who::Named(name.clone()), name.start))
    }

    /// The end of what stands before a verb and its helpers; none for a passive, or what a thing is told to do.
    fn past_helpers(self, verb: usize) -> Option<usize> {
        let text = self.text;
        let mut end = verb;
        let helps = |at: usize| text.is(at, Role::Unsaid) && !text.is(at, Role::Article) && !text.is(at, Role::Pronoun);
        while end > self.start && helps(end - 1) && !text.parted(end - 1) {
            let passive = text.is(end - 1, Role::Be) && !text.is(verb, Role::Ongoing);
            if passive || text.is(end - 1, Role::Thing) {
                return None;
            }
            end -= 1;
            if text.is(end, Role::Who) {
                return Some(end);
            }
        }
        Some(end)
    }

    /// A speech by a verb whose speaker stands before it: in front of the claim, after it, or in the midst of it.
    pub fn spoken(self, verb: usize, who: Who, first: usize, force: Force) -> Speech {
        let opening = (self.start..first).rev().find(|at| !self.text.is(*at, Role::Article));
        let joined = opening.is_some_and(|at| !self.text.parted(at) && self.text.is(at, Role::Breaks));
        let leads = first == self.start || opening.is_none_or(|at| !self.text.parted(at));
        let closes = !leads && (verb + 1 == self.end || self.text.parted(verb));
        let force = if closes && force == Force::Counts { Force::Says } else { force };
        let from = if force == Force::Says && !joined { self.start } else { verb };
        let until = if force == Force::Says { self.end } else { self.clause_end(verb) };
        Speech { verb, who, covers: from..until, force, leads }
    }

    /// Where the part of the sentence ends: at a semicolon, or a comma before a clause that tells more of something.
    fn clause_end(self, verb: usize) -> usize {
        let text = self.text;
        let ends = |at: &usize| {
            let relative = text.is(at + 1, Role::Thing) || text.is(at + 1, Role::Who);
            text.gap(*at).contains(';') || text.comma(*at) && relative
        };
        (verb..self.end.min(verb + LONGEST_CLAUSE)).find(ends).map_or(self.end, |at| at + 1)
    }
}
