//! Who says what in a sentence: verbs of saying and finding with their speakers, "according to", "by the count of".

use std::ops::Range;

use super::noun_phrase;
use crate::extract::claims::language::{Phrase, Role};
use crate::extract::claims::sentence::Sentence;
use crate::extract::claims::wording::Words;

/// Words after a verb among which the end of its clause is looked for.
const LONGEST_CLAUSE: usize = 100;
/// Words of "the court was told", without the article.
const LONGEST_HEARING: usize = 4;

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
    /// Whether it tells of a thing, so that a "said" is firmer.
    pub light: bool,
}

/// The speeches of a sentence, in order.
pub fn speeches(text: Words<'_>, sentence: &Sentence) -> Vec<Speech> {
    let spoken = Spoken::new(text, sentence);
    let mut found: Vec<Speech> = Vec::new();
    for at in sentence.words.clone() {
        let form = spoken
            .according(at)
            .or_else(|| spoken.label(at))
            .or_else(|| spoken.hearing(at))
            .or_else(|| spoken.agent(at))
            .or_else(|| spoken.count(at))
            .or_else(|| spoken.verb(at, found.last()))
            .or_else(|| spoken.paper(at))
            .or_else(|| spoken.gapped(at, found.last()));
        found.extend(form);
    }
    found
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

impl<'a> Spoken<'a> {
    /// A sentence of a text.
    pub fn new(text: Words<'a>, sentence: &Sentence) -> Self {
        Self { text, start: sentence.words.start, end: sentence.words.end }
    }
}

impl Spoken<'_> {
    /// A speech that takes the claims on both sides of it.
    pub fn around(self, at: usize, who: Who) -> Speech {
        Speech { verb: at, who, covers: self.start..self.end, force: Force::Says, leads: false, light: false }
    }

    /// Whether a word is a verb by which somebody says, finds or wants something.
    pub fn is_verb(self, at: usize) -> bool {
        let text = self.text;
        let verb = [Role::Says, Role::Counts, Role::Wants].iter().any(|role| text.is(at, *role));
        let phrasal =
            text.phrase(at, self.end, Phrase::Wants).is_some() || text.phrase(at, self.end, Phrase::Says).is_some();
        (verb || phrasal)
            && !text.capital(at)
            && text.phrase(at, self.end, Phrase::Unspoken).is_none()
            && !self.is_heard(at)
    }

    /// Whether a verb is that of "the court heard", which tells nothing of whoever spoke.
    fn is_heard(self, at: usize) -> bool {
        let heard = |first: usize| self.text.phrase(first, at + 1, Phrase::Hearing) == Some(at + 1 - first);
        (1..LONGEST_HEARING).filter_map(|back| at.checked_sub(back)).any(|first| first >= self.start && heard(first))
    }

    /// "The jury was told": the text names nobody but those who heard it.
    fn hearing(self, at: usize) -> Option<Speech> {
        let width = self.text.phrase(at, self.end, Phrase::Hearing)?;
        let after = at + width;
        let open = after < self.end && !self.text.parted(after - 1);
        if open
            && self.text.is(after, Role::From)
            && let Some(name) = noun_phrase::with_name(self.text, after + 1, self.end)
        {
            return Some(self.around(at, Who::Named(name)));
        }
        (!open || !self.text.is(after, Role::By)).then(|| self.around(at, Who::Named(at..at + 1)))
    }

    fn force(self, at: usize) -> Force {
        match () {
            () if self.text.is(at, Role::Says) || self.text.phrase(at, self.end, Phrase::Says).is_some() => Force::Says,
            () if self.text.is(at, Role::Counts) => Force::Counts,
            () => Force::Wants,
        }
    }

    /// "The minister said"; "..., said the minister".
    fn verb(self, at: usize, before: Option<&Speech>) -> Option<Speech> {
        if !self.is_verb(at) || self.is_deed(at) {
            return None;
        }
        if self.is_shared(at) {
            let who = self.sharer(at, before)?;
            return Some(self.spoken(at, who, at, self.force(at)));
        }
        if let Some(name) = self.inverted(at) {
            return Some(self.around(at, Who::Named(name)));
        }
        let (who, first) = self.subject(at)?;
        Some(self.spoken(at, who, first, self.force(at)))
    }

    /// "..., said the minister": only some verbs stand before whoever speaks.
    fn inverted(self, at: usize) -> Option<Range<usize>> {
        let after =
            at > self.start && self.text.parted(at - 1) && !noun_phrase::is_apposition(self.text, at, self.start);
        if !after || !self.text.is(at, Role::Inverts) || at + 1 >= self.end || self.text.parted(at) {
            return None;
        }
        let name = noun_phrase::with_name(self.text, at + 1, self.end)?;
        let article = self.text.is(at + 1, Role::Article);
        let closing = name.end == self.end && noun_phrase::is_actor(self.text, &name);
        (article || closing || name.clone().any(|at| self.text.capital(at))).then_some(name)
    }

    /// Whether a verb is joined to one before it, with whom it shares whoever does it: "and put it at 40".
    fn is_shared(self, at: usize) -> bool {
        let end = self.past_helpers(at).filter(|end| *end > self.start && *end < at);
        let joins =
            |at: usize| self.text.is(at, Role::And) || self.text.is(at, Role::Breaks) && !self.text.is(at, Role::Echo);
        end.is_some_and(joins)
    }

    /// Whoever said something before in the sentence, or opened it.
    fn sharer(self, at: usize, before: Option<&Speech>) -> Option<Who> {
        let said = before.filter(|speech| self.is_verb(speech.verb)).map(|speech| speech.who.clone());
        said.or_else(|| noun_phrase::opening(self.text, self.start, at).map(Who::Named))
    }

    /// "The contract allows 40": what stands in a paper.
    fn paper(self, at: usize) -> Option<Speech> {
        let text = self.text;
        if !text.is(at, Role::Tells) || text.capital(at) || text.phrase(at, self.end, Phrase::Unspoken).is_some() {
            return None;
        }
        let (Who::Named(name), first) = self.subject(at)? else { return None };
        let head =
            name.clone().find(|at| text.is(at + 1, Role::Link) || text.is(at + 1, Role::By)).unwrap_or(name.end - 1);
        let whose = name.len() > 1 || first > self.start && text.is(first - 1, Role::Article);
        (text.is(head, Role::SayingNoun) && whose).then(|| self.spoken(at, Who::Named(name), first, Force::Counts))
    }

    /// Whoever the verb tells of, and the first word of it.
    fn subject(self, at: usize) -> Option<(Who, usize)> {
        let text = self.text;
        let end = self.past_helpers(at)?;
        let last = end.checked_sub(1).filter(|_| end > self.start)?;
        // "The mayor's claims" are no speech; "Morrow's said" is one, by a shop of that name.
        let owns = text.is_possessive(last) && (!text.capital(last) || text.is(at, Role::SayingNoun));
        if end == at && (text.is(last, Role::Article) || owns) {
            return None;
        }
        if text.is(last, Role::Pronoun) && !text.parted(last) {
            return Some((Who::Pronoun(last), last));
        }
        let name = noun_phrase::before(text, end, self.start)?;
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
        let last = verb + 2 >= self.end || self.text.parted(verb) || self.text.parted(verb + 1);
        let echo = |at: usize| last && self.text.is(at, Role::Echo);
        let breaks = |at: usize| !self.text.parted(at) && self.text.is(at, Role::Breaks) && !echo(at);
        let adverb = |at: usize| !self.text.parted(at) && self.text.is(at, Role::Unsaid) && at > self.start;
        let joined = opening.is_some_and(|at| breaks(at) || adverb(at) && breaks(at - 1));
        let leads = first == self.start || opening.is_none_or(|at| !self.text.parted(at));
        let closes = !leads && (verb + 1 == self.end || self.text.parted(verb));
        let force = if closes { Force::Says } else { force };
        let from = if force == Force::Says && !joined { self.start } else { verb };
        let until = if force == Force::Says { self.end } else { self.clause_end(verb) };
        Speech { verb, who, covers: from..until, force, leads, light: self.is_light(verb) }
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
