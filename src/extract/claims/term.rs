//! Terms: the words of a sentence that tell what a claim is of, by their stems and classes.

use super::language::{LANGUAGE, Role, Sort};
use super::sentence::Sentence;
use crate::text::Word;

/// Words that may stand between two words of a phrase.
const BETWEEN: usize = 3;
/// Other words that may stand there.
const MOST_OTHERS: usize = 2;

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

    /// Whether it is a word for people: in general, of a kind, or by what happens to them ("demonstrators").
    pub fn is_people(&self) -> bool {
        self.class.is_some_and(|class| {
            let class = LANGUAGE.class_of(class);
            class.people || matches!(class.sort, Sort::Person | Sort::Event)
        })
    }
}

/// The terms of a sentence, in order.
pub fn terms(text: &str, words: &[Word], sentence: &Sentence) -> Vec<Term> {
    let own = &words[sentence.words.clone()];
    let letters = |at: usize| &text[own[at].start..own[at].end];
    let stems: Vec<u64> = own.iter().enumerate().map(|(at, word)| LANGUAGE.stem(word.key, letters(at))).collect();
    let mut found = Vec::with_capacity(own.len() / 2);
    for at in 0..own.len() {
        let name = at > 0 && letters(at).starts_with(char::is_uppercase);
        let word = u32::try_from(sentence.words.start + at).unwrap_or(u32::MAX);
        let term = |class: Option<u16>| Term { key: key(class, stems[at]), class, name, word };
        let is_term = letters(at).starts_with(char::is_alphabetic) && !LANGUAGE.is(own[at].key, Role::Small);
        found.extend(is_term.then(|| term(LANGUAGE.class(stems[at]))));
        found.extend(phrase(own, &stems, at).map(|class| term(Some(class))));
    }
    found
}

/// What a term is compared by: its class, unless its words do not say one thing.
fn key(class: Option<u16>, stem: u64) -> u64 {
    class.filter(|class| !LANGUAGE.class_of(*class).apart).map_or(stem, |class| u64::from(class) + 1)
}

/// The class of the longest phrase that begins with a word.
fn phrase(words: &[Word], stems: &[u64], at: usize) -> Option<u16> {
    let found = LANGUAGE.phrases(stems[at]).iter().filter(|(rest, _)| follows(words, stems, at, rest));
    found.max_by_key(|(rest, _)| rest.len()).map(|(_, class)| *class)
}

/// Whether the rest of a phrase follows a word. Small words and numbers between its words do not matter, nor does one other.
fn follows(words: &[Word], stems: &[u64], at: usize, rest: &[u64]) -> bool {
    let mut place = at;
    rest.iter().all(|stem| {
        let (from, mut others) = (place + 1, 0);
        let next = (from..stems.len().min(from + BETWEEN + 1)).find(|next| {
            let small = LANGUAGE.is(words[*next].key, Role::Small);
            others += usize::from(!small && stems[*next] != *stem);
            stems[*next] == *stem || others > MOST_OTHERS
        });
        place = next.unwrap_or(place);
        next.is_some_and(|next| stems[next] == *stem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::claims::sentence::sentences;
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
        assert_eq!(
            shown("Ten boats have lost their lives"),
            [("boats", Some("ship")), ("lost", None), ("lost", Some("death")), ("lives", Some("person"))]
        );
    }

    #[test]
    fn small_words_and_figures_are_none() {
        assert_eq!(
            shown("There were 40 umbrellas in the hall of Arden"),
            [("umbrellas", None), ("hall", None), ("Arden", None)]
        );
    }
}
