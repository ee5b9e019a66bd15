//! Terms: the words of a sentence that tell what a claim is of, by their stems and classes.

use super::language::{LANGUAGE, Role, Sort};
use super::sentence::Sentence;
use crate::text::Word;

/// Small words that may stand between the words of a phrase.
const BETWEEN: usize = 3;

/// A word or phrase that tells what a claim is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is compared by: its class, or else its stem.
    pub key: u64,
    /// Its class.
    pub class: Option<u16>,
    /// Whether it is written with a capital, and not because a sentence begins with it.
    pub name: bool,
    /// The place of its first word.
    pub word: u32,
}

impl Term {
    /// What part its class takes in a claim.
    pub fn sort(&self) -> Option<Sort> {
        self.class.map(|class| LANGUAGE.class_of(class).sort)
    }
}

/// The terms of a sentence, in order.
pub fn terms(text: &str, words: &[Word], sentence: &Sentence) -> Vec<Term> {
    let own = &words[sentence.words.clone()];
    let letters = |at: usize| &text[own[at].start..own[at].end];
    let stems: Vec<u64> = own.iter().enumerate().map(|(at, word)| LANGUAGE.stem(word.key, letters(at))).collect();
    let mut found = Vec::with_capacity(own.len() / 2);
    let mut at = 0;
    while at < own.len() {
        let phrase = phrase(own, &stems, at);
        let (width, class) = phrase.unwrap_or_else(|| (1, LANGUAGE.class(stems[at])));
        let is_term = letters(at).starts_with(char::is_alphabetic) && !LANGUAGE.is(own[at].key, Role::Small);
        if phrase.is_some() || is_term {
            let name = at > 0 && letters(at).starts_with(char::is_uppercase);
            let word = u32::try_from(sentence.words.start + at).unwrap_or(u32::MAX);
            let key = class.map_or(stems[at], |class| u64::from(class) + 1);
            found.push(Term { key, class, name, word });
        }
        at += width;
    }
    found
}

/// The longest phrase of a class that begins with a word: how many words it has, and its class.
fn phrase(words: &[Word], stems: &[u64], at: usize) -> Option<(usize, Option<u16>)> {
    let fits = |rest: &[u64]| {
        let mut place = at;
        for stem in rest {
            let reach = (place + 1..stems.len()).take(BETWEEN + 1);
            place = reach
                .take_while(|next| stems[*next] == *stem || LANGUAGE.is(words[*next].key, Role::Small))
                .find(|next| stems[*next] == *stem)?;
        }
        Some(place + 1 - at)
    };
    let found =
        LANGUAGE.phrases(stems[at]).iter().filter_map(|(rest, class)| fits(rest).map(|width| (width, Some(*class))));
    found.max_by_key(|(width, _)| *width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::claim::sentence::sentences;
    use crate::text::words;

    fn shown(text: &str) -> Vec<(&str, Option<&str>)> {
        let words = words(text);
        let sentence = &sentences(text, &words)[0];
        let class = |term: &Term| term.class.map(|class| LANGUAGE.class_of(class).id.as_str());
        terms(text, &words, sentence)
            .iter()
            .map(|term| (&text[words[term.word as usize].start..words[term.word as usize].end], class(term)))
            .collect()
    }

    #[test]
    fn phrases_are_one_term() {
        assert_eq!(shown("Ten boats have lost their lives"), [("boats", Some("ship")), ("lost", Some("death"))]);
    }

    #[test]
    fn small_words_and_figures_are_none() {
        assert_eq!(
            shown("There were 40 umbrellas in the hall of Arden"),
            [("umbrellas", None), ("hall", None), ("Arden", None)]
        );
    }
}
