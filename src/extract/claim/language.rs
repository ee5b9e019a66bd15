//! The words by which claims are read: the tables of `rules/claims/`, read once, looked up by the key of a word.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

use crate::extract::lexicon::Map;
use crate::quantity::table;
use crate::text::{key, words};

/// What part a class of words takes in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Sort {
    /// What happens to what is counted.
    Event,
    /// People in general.
    Person,
    /// A thing by several names.
    Thing,
    /// A change upwards.
    Rise,
    /// A change downwards.
    Fall,
    /// A limit that somebody sets.
    Limit,
}

/// Words that say one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Its name.
    pub id: String,
    /// Its part in a claim.
    pub sort: Sort,
    /// Whether its toll changes from day to day.
    #[serde(default)]
    pub running: bool,
    /// Whether its words, though of one kind, do not say one thing.
    #[serde(default)]
    pub apart: bool,
    /// Whether its words are for people of a kind.
    #[serde(default)]
    pub people: bool,
    words: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

/// What a word does in a sentence; a word may do several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Tells nothing about what a claim is of.
    Small,
    /// Says.
    Says,
    /// Finds a figure.
    Counts,
    /// Wants or fears.
    Wants,
    /// Says without a verb.
    SayingNoun,
    /// Stands for a speaker.
    Pronoun,
    /// Is in no name of a speaker.
    Unsaid,
    /// A title before a name.
    Title,
    /// The writer's own "we".
    Ours,
    /// Denies what follows.
    Denies,
    /// Stands before a place.
    At,
    /// Ends with a stop that ends no sentence.
    Abbreviation,
    /// Points back.
    Anaphor,
    /// Puts first of its kind.
    Superlative,
    /// A word for a kind of place.
    PlaceNoun,
    /// Begins another part of a sentence.
    Breaks,
    /// Links the words of a name.
    Link,
    /// Stands before what is known.
    Definite,
}

/// Phrases that have a meaning of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// "According to" and the like.
    According,
    /// Denies what follows.
    Denies,
    /// All of it.
    Whole,
    /// A part of the figure before.
    Part,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Speech {
    says: Vec<String>,
    counts: Vec<String>,
    wants: Vec<String>,
    according: Vec<String>,
    nouns: Vec<String>,
    pronouns: Vec<String>,
    unsaid: Vec<String>,
    titles: Vec<String>,
    links: Vec<String>,
    ours: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Denial {
    verbs: Vec<String>,
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scope {
    at: Vec<String>,
    place_nouns: Vec<String>,
    whole: Vec<String>,
    parts: Vec<String>,
    abbreviations: Vec<String>,
    anaphors: Vec<String>,
    superlatives: Vec<String>,
    breaks: Vec<String>,
    definite: Vec<String>,
}

/// The tables.
pub struct Language {
    classes: Vec<Class>,
    by_stem: Map<u64, u16>,
    /// Phrases of classes by the stem of their first word: the stems after it, and the class.
    phrases: Map<u64, Vec<(Vec<u64>, u16)>>,
    forms: Map<u64, Box<str>>,
    roles: Map<u64, u32>,
    /// Other phrases by the key of their first word: the keys after it.
    fixed: Map<u64, Vec<(Vec<u64>, Phrase)>>,
    stemmer: Stemmer,
}

/// The language of the rules.
pub static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::read);

impl Language {
    fn read() -> Self {
        let forms: BTreeMap<String, String> = table("forms.ron", include_str!("../rules/claims/forms.ron"));
        let mut language = Self {
            classes: table("classes.ron", include_str!("../rules/claims/classes.ron")),
            by_stem: Map::default(),
            phrases: Map::default(),
            forms: forms.into_iter().map(|(form, base)| (key(&form), base.into_boxed_str())).collect(),
            roles: Map::default(),
            fixed: Map::default(),
            stemmer: Stemmer::create(Algorithm::English),
        };
        let small: Vec<String> = table("small_words.ron", include_str!("../rules/claims/small_words.ron"));
        language.give(&small, Role::Small);
        language.add_speech(&table("speech.ron", include_str!("../rules/claims/speech.ron")));
        let denial: Denial = table("denial.ron", include_str!("../rules/claims/denial.ron"));
        language.give(&denial.verbs, Role::Denies);
        language.fix(&denial.phrases, Phrase::Denies);
        language.add_scope(&table("scope.ron", include_str!("../rules/claims/scope.ron")));
        language.add_classes();
        language
    }

    fn add_speech(&mut self, speech: &Speech) {
        self.give(&speech.says, Role::Says);
        self.give(&speech.counts, Role::Counts);
        self.give(&speech.wants, Role::Wants);
        self.give(&speech.nouns, Role::SayingNoun);
        self.give(&speech.pronouns, Role::Pronoun);
        self.give(&speech.unsaid, Role::Unsaid);
        self.give(&speech.titles, Role::Title);
        self.give(&speech.links, Role::Link);
        self.give(&speech.ours, Role::Ours);
        self.fix(&speech.according, Phrase::According);
    }

    fn add_scope(&mut self, scope: &Scope) {
        self.give(&scope.at, Role::At);
        self.give(&scope.place_nouns, Role::PlaceNoun);
        self.give(&scope.abbreviations, Role::Abbreviation);
        self.give(&scope.anaphors, Role::Anaphor);
        self.give(&scope.superlatives, Role::Superlative);
        self.give(&scope.breaks, Role::Breaks);
        self.give(&scope.definite, Role::Definite);
        self.fix(&scope.whole, Phrase::Whole);
        self.fix(&scope.parts, Phrase::Part);
    }

    fn add_classes(&mut self) {
        for (place, class) in std::mem::take(&mut self.classes).into_iter().enumerate() {
            let number = u16::try_from(place).unwrap_or(u16::MAX);
            for word in &class.words {
                let stem = self.stem(key(word), word);
                self.by_stem.entry(stem).or_insert(number);
            }
            for phrase in &class.phrases {
                let mut stems = phrase.split(' ').map(|word| self.stem(key(word), word));
                if let Some(first) = stems.next() {
                    let rest = stems.collect();
                    self.phrases.entry(first).or_default().push((rest, number));
                }
            }
            self.classes.push(class);
        }
    }

    fn give(&mut self, list: &[String], role: Role) {
        for word in list {
            *self.roles.entry(key(word)).or_default() |= 1 << role as u8;
        }
    }

    fn fix(&mut self, list: &[String], phrase: Phrase) {
        for text in list {
            let keys: Vec<u64> = words(text).iter().map(|word| word.key).collect();
            if let Some((first, rest)) = keys.split_first() {
                self.fixed.entry(*first).or_default().push((rest.to_vec(), phrase));
            }
        }
    }

    /// Whether the word of that key does so.
    pub fn is(&self, word: u64, role: Role) -> bool {
        self.roles.get(&word).is_some_and(|bits| bits & (1 << role as u8) != 0)
    }

    /// The stem of a word, as a key: that of its base form where the table has one, else what Porter's rules leave of it.
    pub fn stem(&self, word_key: u64, word: &str) -> u64 {
        if let Some(base) = self.forms.get(&word_key) {
            return key(&self.stemmer.stem(base));
        }
        let lower = word.to_lowercase();
        let lower = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(&lower);
        key(&self.stemmer.stem(lower))
    }

    /// The class of a stem.
    pub fn class(&self, stem: u64) -> Option<u16> {
        self.by_stem.get(&stem).copied()
    }

    /// The class by its number.
    pub fn class_of(&self, number: u16) -> &Class {
        &self.classes[usize::from(number)]
    }

    /// The phrases of classes that begin with a stem.
    pub fn phrases(&self, first: u64) -> &[(Vec<u64>, u16)] {
        self.phrases.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The longest of the other phrases that these words begin with: how many words it has.
    pub fn fixed(&self, mut words: impl Iterator<Item = u64> + Clone, wanted: Phrase) -> Option<usize> {
        let first = words.next()?;
        let known = self.fixed.get(&first)?.iter().filter(|(_, phrase)| *phrase == wanted);
        known
            .filter(|(rest, _)| words.clone().take(rest.len()).eq(rest.iter().copied()))
            .map(|(rest, _)| rest.len() + 1)
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(word: &str) -> Option<&str> {
        let stem = LANGUAGE.stem(key(word), word);
        LANGUAGE.class(stem).map(|class| LANGUAGE.class_of(class).id.as_str())
    }

    #[test]
    fn forms_of_a_word_are_of_one_class() {
        for word in ["killed", "die", "died", "deaths", "fatalities"] {
            assert_eq!(class(word), Some("death"), "{word}");
        }
        assert_eq!((class("arrested"), class("detained")), (Some("arrest"), Some("arrest")));
        assert_eq!(class("umbrella"), None);
    }

    #[test]
    fn phrases_are_found_by_their_words() {
        let keys = |text: &str| words(text).iter().map(|word| word.key).collect::<Vec<_>>();
        assert_eq!(LANGUAGE.fixed(keys("according to the ministry").into_iter(), Phrase::According), Some(2));
        assert_eq!(LANGUAGE.fixed(keys("according with").into_iter(), Phrase::According), None);
    }
}
