//! The names of speakers as they stand around a verb: noun phrases with what belongs to them, and the names beside them.

use std::ops::Range;

use super::past::past;
use crate::extract::claims::language::{Phrase, Role};
use crate::extract::claims::wording::Words;

/// Words of a speaker's name; more than these are a clause.
const LONGEST_NAME: usize = 10;
/// How far back the name may stand from which an apposition parts the verb.
const LONGEST_APPOSITION: usize = 24;

/// Words of the name that opens a sentence.
const LONGEST_OPENING: usize = 4;

/// The name that ends before a word, past an apposition if a comma stands between.
pub fn before(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    if end <= start {
        return None;
    }
    if let Some(name) = past(text, end, start).or_else(|| numbered(text, end, start)) {
        return Some(name);
    }
    if text.gap(end - 1).trim() == "," {
        return apposed(text, end, start);
    }
    let end = if text.gap(end - 1).trim() == ")" { bracket(text, end, start)? } else { end };
    let name = (end > start && !text.parted(end - 1) || text.gap(end - 1).trim() == "(")
        .then(|| ending(text, end, start))
        .flatten()?;
    Some(called(text, &name, start).unwrap_or(name))
}

/// "Witness 3 said": a name with a number.
fn numbered(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let digits = text.letters(end - 1).bytes().all(|byte| byte.is_ascii_digit());
    let named = digits && end > start + 1 && text.capital(end - 2) && text.gap(end - 2).trim().is_empty();
    let free = text.gap(end - 1).trim().is_empty();
    named.then(|| end - 2..end).filter(|name| free && text.is(name.start, Role::Title))
}

/// "Ann the baker said": the name before what somebody is.
fn called(text: Words<'_>, name: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let article = name.start.checked_sub(1).filter(|at| *at > start && text.is(*at, Role::Definite))?;
    let plain = !name.clone().any(|at| text.capital(at)) && !text.parted(article) && !text.parted(article - 1);
    let known = text.capital(article - 1) && !text.is(article - 1, Role::Unsaid) && !text.is(article - 1, Role::Small);
    (plain && known).then(|| article - 1..name.end)
}

/// The end of what stands before a bracket that closes before a word.
fn bracket(text: Words<'_>, end: usize, start: usize) -> Option<usize> {
    let far = end.saturating_sub(LONGEST_NAME).max(start);
    (far..end.saturating_sub(1)).rev().find(|at| text.gap(*at).contains('(')).map(|at| at + 1)
}

/// "Ann Lee, the mine's manager, said": the name before the commas; "the manager, Ann Lee, said": all of it.
fn apposed(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let far = end.saturating_sub(LONGEST_APPOSITION).max(start);
    let comma = (far..end.saturating_sub(1)).rev().find(|at| text.comma(*at))?;
    let (first, second) = (ending(text, before_age(text, comma + 1, start), start), beginning(text, comma + 1, end));
    let name = second.filter(|name| name.end == end && is_proper(text, name, start));
    match (first, name) {
        (Some(first), Some(name)) if is_description(text, &first, start) && text.capital(name.start) => {
            Some(first.start..name.end)
        }
        (first, name) => {
            let told = |name: &Range<usize>| is_proper(text, name, start) || is_actor(text, name);
            let article = text.is(comma + 1, Role::Article);
            let what = |name: &Range<usize>| text.is(comma + 1, Role::Thing) || article && text.capital(name.start);
            first.filter(|name| told(name) || what(name)).or(name)
        }
    }
}

/// The end of a name that an age parts from what follows: "Ann Lee, 44, a baker".
pub fn before_age(text: Words<'_>, end: usize, start: usize) -> usize {
    let age = end > start + 1 && text.letters(end - 1).bytes().all(|byte| byte.is_ascii_digit());
    if age && text.gap(end - 2).trim() == "," { end - 1 } else { end }
}

/// Whether a name only says what somebody is: it has an article, or no capital.
fn is_description(text: Words<'_>, name: &Range<usize>, start: usize) -> bool {
    has_article(text, name.start) || !is_proper(text, name, start)
}

/// Whether an article stands before a word.
pub fn has_article(text: Words<'_>, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|at| text.is(at, Role::Article) && !text.parted(at))
}

/// Whether it is a noun for a body or an office.
pub fn is_actor(text: Words<'_>, name: &Range<usize>) -> bool {
    let roles = [Role::Body, Role::Generic, Role::Title, Role::SayingNoun];
    name.clone().next_back().is_some_and(|last| roles.iter().any(|role| text.is(last, *role)))
}

/// Whether the words between a comma and a word are one name: "the mine's manager", "Ann Lee".
pub fn is_apposition(text: Words<'_>, end: usize, start: usize) -> bool {
    let far = end.saturating_sub(LONGEST_APPOSITION).max(start);
    let comma = (far..end.saturating_sub(1)).rev().find(|at| text.comma(*at));
    comma.is_some_and(|comma| {
        let link = text.is(comma + 1, Role::Link) || text.is(comma + 1, Role::From);
        let of = link && ending(text, comma + 1, start).is_some_and(|name| is_proper(text, &name, start));
        beginning(text, comma + 1 + usize::from(of), end).is_some_and(|name| name.end == end)
    })
}

/// The name that ends right before a word, with the one that a word between adds it to: "doctors at the clinic", "Ann Lee and
/// her students".
pub fn ending(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let (name, first) = run(text, end, start)?;
    let own = is_proper(text, &name, start) || is_free(text, first, start);
    let article = first > start && text.is(first - 1, Role::Article) && !text.parted(first - 1);
    let between = first.checked_sub(1 + usize::from(article)).filter(|at| *at > start && !text.parted(*at));
    let adds = between.filter(|at| !text.parted(*at - 1) && (text.is(*at, Role::At) || text.is(*at, Role::And)));
    let head = adds.and_then(|at| Some((at, run(text, at, start)?)));
    match head {
        Some((at, (head, first))) if text.is(at, Role::And) && is_partner(text, &head, first, start) => {
            Some(head.start..name.end)
        }
        Some((at, (head, first))) if text.is(at, Role::At) && opens(text, first, start) => Some(head.start..name.end),
        Some((at, (head, first))) if text.is(at, Role::At) && within(text, first, start).is_some() => {
            Some(within(text, first, start).map_or(head.start, |outer| outer.start)..name.end)
        }
        _ => own.then_some(name),
    }
}

/// The name that a sentence opens with, before its first verb: an office or a body, a name in capitals, or people in one word.
pub fn opening(text: Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let article = usize::from(text.is(start, Role::Article));
    let first = start + article;
    let within = first..(first + LONGEST_OPENING).min(end);
    let goes_on = |at: usize| text.capital(at + 1) || is_actor(text, &(at + 1..at + 2)) || text.is(at + 1, Role::Link);
    let actor = |at: &usize| is_actor(text, &(*at..*at + 1)) && !goes_on(*at);
    let open = |at: &usize| *at + 1 == within.end || !text.parted(*at);
    let idle = |at: usize| text.is(at, Role::Unsaid) || text.is(at, Role::Small) && !text.is(at, Role::Title);
    let plain = |at: &usize| !idle(*at) && !text.is(*at, Role::Article);
    let words = within.clone().take_while(|at| *at == first || open(&(at - 1)));
    if let Some(last) = words.take_while(plain).find(actor) {
        return (article == 1 || last > first).then_some(first..last + 1);
    }
    let capitals = within.take_while(|at| text.capital(*at) && (*at == first || !text.parted(at - 1))).count();
    let people = text.letters(first).ends_with('s') && article == 0;
    let named = capitals > 1 || capitals == 1 && people;
    (named && !idle(first)).then_some(first..first + capitals)
}

/// The name that opens a part of the sentence before the place that another names: "doctors at" in "doctors at the clinic in Lorn".
fn within(text: Words<'_>, first: usize, start: usize) -> Option<Range<usize>> {
    let article = usize::from(first > start && text.is(first - 1, Role::Article));
    let at = first.checked_sub(1 + article).filter(|at| *at > start && text.is(*at, Role::At) && !text.parted(*at))?;
    let (head, first) = run(text, at, start).filter(|_| !text.parted(at - 1))?;
    opens(text, first, start).then_some(head)
}

/// The words back from a word to the article, a sign, or a word that no name has; and where they begin with small words.
fn run(text: Words<'_>, end: usize, start: usize) -> Option<(Range<usize>, usize)> {
    let mut first = end;
    while first > start && end - first < LONGEST_NAME {
        let at = first - 1;
        let linked = at > start && links(text, at - 1, start) && !text.parted(at - 1);
        let article = text.is(at, Role::Article) && !linked;
        let of = linked && first < end && text.letters(at).bytes().all(|byte| byte.is_ascii_digit());
        if first < end && text.parted(at) || article || !of && !joins(text, at, first < end, start) {
            break;
        }
        first = at;
    }
    Some((trimmed(text, first..end)?, first))
}

/// Whether the word before "and" is another speaker: a name, or the one word that opens a part of the sentence.
fn is_partner(text: Words<'_>, name: &Range<usize>, first: usize, start: usize) -> bool {
    is_proper(text, name, start) || name.len() == 1 && opens(text, first, start)
}

/// Whether a part of a sentence begins there, or with the article before.
fn opens(text: Words<'_>, first: usize, start: usize) -> bool {
    let first = first - usize::from(first > start && text.is(first - 1, Role::Article));
    first == start || text.parted(first - 1)
}

/// The name that begins with a word, after its article.
pub fn beginning(text: Words<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let mut last = first;
    let other = |at: usize| at > first && text.phrase(at, end, Phrase::According).is_some();
    while last < end
        && !other(last)
        && last - first < LONGEST_NAME
        && (joins(text, last, last > first, first) || text.is(last, Role::Article))
    {
        last += 1;
        if text.parted(last - 1) {
            break;
        }
    }
    trimmed(text, first..last)
}

/// The same with the name beside it: "the manager, Ann Lee".
pub fn with_name(text: Words<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let name = beginning(text, first, end)?;
    let description = text.is(first, Role::Article) || !name.clone().any(|at| text.capital(at));
    if !description || text.gap(name.end - 1).trim() != "," {
        return Some(name);
    }
    let second = beginning(text, name.end, end).filter(|second| is_proper(text, second, first));
    let closed = |second: &Range<usize>| second.end == end || text.parted(second.end - 1);
    let second = second.filter(|second| text.capital(second.start) && closed(second));
    Some(name.start..second.map_or(name.end, |second| second.end))
}

/// Whether a word of it is written with a capital, other than the first one of a sentence.
pub fn is_proper(text: Words<'_>, name: &Range<usize>, sentence: usize) -> bool {
    name.clone().any(|at| text.capital(at) && (at != sentence || name.len() > 1 && text.capital(at + 1)))
}

/// Whether a name without capitals may begin there: at the beginning of a part of a sentence, or after an article, but not after
/// one that says that there is nobody.
fn is_free(text: Words<'_>, first: usize, start: usize) -> bool {
    let before = first.checked_sub(1).filter(|_| first > start);
    before.is_none_or(|at| {
        let article = text.is(at, Role::Article) && !text.is(at, Role::Unsaid);
        let counted = text.is(at, Role::Counter);
        text.parted(at) || article || counted || text.is(at, Role::Breaks) || text.is(at, Role::Thing)
    })
}

/// Whether a word can be a part of a name: links between two words of it can, once there is one.
fn joins(text: Words<'_>, at: usize, inside: bool, start: usize) -> bool {
    if !text.letters(at).starts_with(char::is_alphabetic) {
        return false;
    }
    let says = text.is(at, Role::Says) || text.is(at, Role::Counts);
    let noun = text.is(at, Role::SayingNoun) || text.is(at, Role::Title);
    let verb = says && !noun && !text.capital(at);
    let both = at > start && text.capital(at - 1) && text.capital(at + 1);
    let link = inside && (links(text, at, start) || text.is(at, Role::And) && both || text.is(at, Role::Article));
    let name = !text.is(at, Role::Unsaid) || text.capital(at) && inside && at > start;
    !verb && (link || name && !text.is(at, Role::Pronoun))
}

/// Whether a word links two parts of a name: "head of the clinic", "report by the clinic".
fn links(text: Words<'_>, at: usize, start: usize) -> bool {
    text.is(at, Role::Link) || text.is(at, Role::By) && at > start && text.is(at - 1, Role::SayingNoun)
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
