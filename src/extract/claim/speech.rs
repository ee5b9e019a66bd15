//! Who says what: verbs of saying with their speakers, "according to", and the voice of a text itself.

use std::ops::Range;

use super::language::{LANGUAGE, Phrase, Role};
use super::sentence::Sentence;
use crate::text::Word;

/// Words of a speaker's name; more than these are a clause.
const LONGEST_NAME: usize = 10;
/// How far back the name may stand from which an apposition parts the verb.
const LONGEST_APPOSITION: usize = 14;

/// Where in a sentence the claim of a speech stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere in the sentence.
    Sentence,
    /// After the verb.
    After,
}

/// Somebody saying something in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The place of the verb, or of the first word of the phrase.
    pub verb: usize,
    /// The words of the speaker; empty for a pronoun.
    pub speaker: Range<usize>,
    /// Where the claim stands.
    pub reach: Reach,
    /// Whether a pronoun stands for the speaker.
    pub pronoun: bool,
}

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

    /// Whether a word is written with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.letters(at).starts_with(char::is_uppercase)
    }

    /// The longest phrase that begins with a word.
    pub fn phrase(&self, at: usize, until: usize, phrase: Phrase) -> Option<usize> {
        LANGUAGE.fixed(self.words[at..until].iter().map(|word| word.key), phrase)
    }
}

/// The speeches of a sentence, in order.
pub fn speeches(text: Words<'_>, sentence: &Sentence) -> Vec<Speech> {
    let places = sentence.words.clone();
    places.filter_map(|at| according(text, sentence, at).or_else(|| verb(text, sentence, at))).collect()
}

fn according(text: Words<'_>, sentence: &Sentence, at: usize) -> Option<Speech> {
    let width = text.phrase(at, sentence.words.end, Phrase::According)?;
    let speaker = name_from(text, at + width, sentence.words.end)?;
    Some(Speech { verb: at, speaker, reach: Reach::Sentence, pronoun: false })
}

fn verb(text: Words<'_>, sentence: &Sentence, at: usize) -> Option<Speech> {
    let says = text.is(at, Role::Says);
    if !says && !text.is(at, Role::Counts) && !text.is(at, Role::Wants) {
        return None;
    }
    let reach = if says { Reach::Sentence } else { Reach::After };
    if at > sentence.words.start && text.is(at - 1, Role::Pronoun) && !parted(text.gap(at - 1)) {
        return Some(Speech { verb: at, speaker: at..at, reach, pronoun: true });
    }
    let inverted = || if says { name_from(text, at + 1, sentence.words.end) } else { None };
    let before = name_before(text, at, sentence.words.start);
    let after_quote = at > sentence.words.start && parted(text.gap(at - 1));
    let speaker = if after_quote { inverted().or(before) } else { before }?;
    Some(Speech { verb: at, speaker, reach, pronoun: false })
}

/// Whether a sign stands between two words, other than those inside names.
fn parted(gap: &str) -> bool {
    gap.contains([',', ';', ':', '"', '“', '”', '(', ')', '—', '–', '«', '»', '?', '!'])
}

/// The name that ends before a verb; past an apposition if there is one.
fn name_before(text: Words<'_>, verb: usize, start: usize) -> Option<Range<usize>> {
    if verb == start {
        return None;
    }
    if text.gap(verb - 1).contains(',') {
        let far = verb.saturating_sub(LONGEST_APPOSITION).max(start);
        let comma = (far..verb.saturating_sub(1)).rev().find(|at| text.gap(*at).contains(','))?;
        return run_before(text, comma + 1, start).filter(|name| name.clone().any(|at| text.capital(at)));
    }
    let mut end = verb;
    while end > start && text.is(end - 1, Role::Unsaid) && !parted(text.gap(end - 1)) {
        end -= 1;
    }
    if end > start && parted(text.gap(end - 1)) {
        return None;
    }
    run_before(text, end, start)
}

/// The run of words of a name that ends before a word.
fn run_before(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let mut first = end;
    while first > start && end - first < LONGEST_NAME {
        let at = first - 1;
        if first < end && parted(text.gap(at)) || !joins(text, at, first < end) {
            break;
        }
        first = at;
    }
    trimmed(text, first..end)
}

/// The run of words of a name that begins with a word.
fn name_from(text: Words<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let mut last = first;
    while last < end && last - first < LONGEST_NAME && joins(text, last, last > first) {
        last += 1;
        if parted(text.gap(last - 1)) {
            break;
        }
    }
    trimmed(text, first..last)
}

/// Whether a word can be a part of a name: links between two words of it can, once there is one.
fn joins(text: Words<'_>, at: usize, inside: bool) -> bool {
    let link = inside && text.is(at, Role::Link);
    let word = text.letters(at).starts_with(char::is_alphabetic);
    let verb = text.is(at, Role::Says) && !text.is(at, Role::SayingNoun) && !text.capital(at);
    word && (link || !text.is(at, Role::Unsaid) || text.capital(at) && inside) && !verb
}

/// Without small words and links at its ends.
fn trimmed(text: Words<'_>, mut name: Range<usize>) -> Option<Range<usize>> {
    let idle = |at: usize| text.is(at, Role::Small) && !text.is(at, Role::Title) && !text.is(at, Role::SayingNoun);
    while name.start < name.end && idle(name.start) {
        name.start += 1;
    }
    while name.start < name.end && idle(name.end - 1) {
        name.end -= 1;
    }
    (!name.is_empty()).then_some(name)
}
