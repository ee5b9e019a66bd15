//! Speakers: names in full, pronouns resolved, the voice in which a text speaks for its publisher.

use std::ops::Range;

use super::Setting;
use super::candidate::Speaker;
use super::language::Role;
use super::sentence::Sentence;
use super::speech::{Reach, Speech, Words};

/// All speeches with their speakers, by sentence. A pronoun takes the speaker before; a short form of a name becomes the
/// fuller one.
pub fn named(text: Words<'_>, sentences: &[Sentence], spoken: Vec<Vec<Speech>>) -> Vec<Vec<(Speech, Option<Speaker>)>> {
    let mut known: Vec<Range<usize>> = Vec::new();
    let mut all = Vec::with_capacity(sentences.len());
    for speeches in spoken {
        let mut own = Vec::with_capacity(speeches.len());
        for speech in speeches {
            let name = if speech.pronoun { known.last().cloned() } else { Some(fuller(text, &known, &speech.speaker)) };
            if !speech.pronoun {
                known.extend(name.clone());
            }
            let speaker = name.map(|name| Speaker { name: letters(text, &name), carried: speech.pronoun });
            own.push((speech, speaker));
        }
        all.push(own);
    }
    all
}

fn letters(text: Words<'_>, name: &Range<usize>) -> String {
    match (text.words.get(name.start), name.end.checked_sub(1).and_then(|last| text.words.get(last))) {
        (Some(first), Some(last)) => text.text[first.start..last.end].replace('\n', " "),
        _ => String::new(),
    }
}

/// The longest name before that ends as this one does, if it is longer.
fn fuller(text: Words<'_>, known: &[Range<usize>], name: &Range<usize>) -> Range<usize> {
    let last = |name: &Range<usize>| text.words.get(name.end - 1).map(|word| word.key);
    let same = known.iter().rev().filter(|other| other.len() > name.len() && last(other) == last(name));
    same.clone().max_by_key(|other| other.len()).cloned().unwrap_or_else(|| name.clone())
}

/// Whoever speaks for a word of a sentence: outside if nobody does; inside, none if a pronoun has nobody to stand for.
pub fn of(speeches: &[(Speech, Option<Speaker>)], at: usize) -> Option<Option<Speaker>> {
    let covers =
        |speech: &Speech| !speech.speaker.contains(&at) && (speech.reach == Reach::Sentence || at > speech.verb);
    let own = speeches.iter().filter(|(speech, _)| covers(speech));
    own.min_by_key(|(speech, _)| speech.verb.abs_diff(at)).map(|(_, speaker)| speaker.clone())
}

/// How many words of their own ("we", "our") make a text its publisher's own.
const OWN_WORDS: usize = 2;

/// The publisher, where the text speaks in the publisher's voice: it says "we" outside quotations, or names its publisher.
pub fn voice(text: Words<'_>, quoted: &[Range<usize>], setting: &Setting) -> Option<Speaker> {
    let outlet = setting.outlet.as_deref()?;
    let inside = |byte: usize| {
        let place = quoted.partition_point(|range| range.start <= byte);
        place.checked_sub(1).is_some_and(|place| byte < quoted[place].end)
    };
    let body = text.words.partition_point(|word| word.start < setting.body);
    let own = (body..text.words.len()).filter(|at| text.is(*at, Role::Ours) && !inside(text.words[*at].start)).count();
    (own >= OWN_WORDS || names_itself(text, body, outlet)).then(|| Speaker { name: outlet.to_owned(), carried: true })
}

/// Whether the body has the publisher's name as the beginning of a sentence: as somebody who acts.
fn names_itself(text: Words<'_>, body: usize, outlet: &str) -> bool {
    let Some(rest) = text.words.get(body).and_then(|word| text.text.get(word.start..)) else { return false };
    rest.match_indices(outlet).any(|(at, _)| {
        let before = rest[..at].trim_end();
        let before = before.strip_suffix("The").map_or(before, str::trim_end);
        before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '-', '–', '—'])
    })
}
