//! The voice in which a text speaks for its publisher: a statement, a bulletin, a leaflet, but no newspaper.

use std::ops::Range;

use crate::extract::claims::Setting;
use crate::extract::claims::candidate::Speaker;
use crate::extract::claims::language::{LANGUAGE, Phrase, Role};
use crate::extract::claims::wording::Words;
use crate::text::{quotation_at, words};

/// How many words of their own ("we", "our") make a text its publisher's own.
const OWN_WORDS: usize = 2;
/// Words at the beginning among which a text says what it is.
const OPENING: usize = 40;

/// The publisher, where the text speaks in the publisher's voice: it is no outlet of news, and is a body, says that this is
/// its statement, says "we" outside quotations, or names itself as somebody who acts.
pub fn voice(text: Words<'_>, quoted: &[Range<usize>], setting: &Setting) -> Option<Speaker> {
    let outlet = setting.outlet.as_deref()?;
    let has = |phrase, until: usize| (0..until).any(|at| text.phrase(at, until, phrase).is_some());
    let named = is_body(outlet);
    let news = is_news(outlet) || !named && has(Phrase::Newsroom, text.words.len());
    let body = named || has(Phrase::Release, OPENING.min(text.words.len()));
    let says = |role| says(text, quoted, setting.body, role);
    let (ours, mine) = (says(Role::Ours), says(Role::Mine));
    let itself = || names_itself(text, quoted, setting.body, outlet);
    let own = !news && (body || mine <= ours && (ours >= OWN_WORDS || itself()));
    own.then(|| Speaker { name: outlet.to_owned(), carried: true, span: None })
}

/// Whether a name is that of a newspaper, by any word that only such names have, or by its last word.
fn is_news(outlet: &str) -> bool {
    let words = words(outlet);
    let last = words.last().is_some_and(|word| LANGUAGE.is(word.key, Role::Paper));
    last || words.iter().any(|word| LANGUAGE.is(word.key, Role::News)) || ends(outlet, LANGUAGE.news_endings())
}

fn is_body(outlet: &str) -> bool {
    words(outlet).iter().any(|word| LANGUAGE.is(word.key, Role::Body)) || ends(outlet, LANGUAGE.body_endings())
}

/// Whether a word of a name has one of these ends.
fn ends(outlet: &str, endings: &[String]) -> bool {
    let outlet = outlet.to_lowercase();
    outlet.split_whitespace().any(|word| endings.iter().any(|ending| word.ends_with(ending.as_str())))
}

/// How many words of that role the body has outside quotations: "we", "I".
fn says(text: Words<'_>, quoted: &[Range<usize>], body: usize, role: Role) -> usize {
    let body = text.words.partition_point(|word| word.start < body);
    let own = |at: &usize| text.is(*at, role) && quotation_at(quoted, text.words[*at].start).is_none();
    (body..text.words.len()).filter(own).count()
}

/// Whether a text says at its beginning that it is the record of a meeting.
pub fn is_minutes(text: Words<'_>) -> bool {
    let until = OPENING.min(text.words.len());
    (0..until).any(|at| text.phrase(at, until, Phrase::Minutes).is_some())
}

/// Whether the body has the publisher's name outside quotations, and not as that of a newspaper to which somebody spoke.
fn names_itself(text: Words<'_>, quoted: &[Range<usize>], body: usize, outlet: &str) -> bool {
    let outlet = words(outlet);
    let first = text.words.partition_point(|word| word.start < body);
    let Some(rest) = text.words.get(first..) else { return false };
    rest.windows(outlet.len().max(1)).enumerate().any(|(at, own)| {
        let at = first + at;
        let prints = text.is(at + own.len(), Role::Learns);
        let told = prints || at > 0 && [Role::Says, Role::At].iter().any(|role| text.is(at - 1, *role));
        own.iter().map(|word| word.key).eq(outlet.iter().map(|word| word.key))
            && !told
            && quotation_at(quoted, own[0].start).is_none()
    })
}
