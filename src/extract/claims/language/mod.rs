//! The words by which claims are read: the tables of `claims/rules/`, read once, looked up by the key of a word.

pub(super) mod definition;
mod role;
mod tables;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

pub use self::role::{Phrase, Role};
use self::tables::{Denial, Scope, Speech, Voice};
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

/// The tables.
pub struct Language {
    classes: Vec<Class>,
    by_stem: FxHashMap<u64, u16>,
    /// Phrases of classes by the stem of their first word: the stems after it, and the class.
    phrases: FxHashMap<u64, Vec<(Vec<u64>, u16)>>,
    forms: FxHashMap<u64, Box<str>>,
    roles: FxHashMap<u64, u64>,
    /// Other phrases by the key of their first word: the keys after it.
    fixed: FxHashMap<u64, Vec<(Vec<u64>, Phrase)>>,
    possessives: Vec<String>,
    clause_endings: Vec<String>,
    news_endings: Vec<String>,
    body_endings: Vec<String>,
    stemmer: Stemmer,
}

/// The tables of classes.
const CLASSES: [(&str, &str); 8] = [
    ("events.ron", include_str!("../rules/classes/events.ron")),
    ("acts.ron", include_str!("../rules/classes/acts.ron")),
    ("public.ron", include_str!("../rules/classes/public.ron")),
    ("health.ron", include_str!("../rules/classes/health.ron")),
    ("nature.ron", include_str!("../rules/classes/nature.ron")),
    ("transport.ron", include_str!("../rules/classes/transport.ron")),
    ("money.ron", include_str!("../rules/classes/money.ron")),
    ("society.ron", include_str!("../rules/classes/society.ron")),
];

/// The language of the rules.
pub static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::read);

impl Language {
    fn read() -> Self {
        let forms: BTreeMap<String, String> = table("forms.ron", include_str!("../rules/forms.ron"));
        let mut language = Self {
            classes: CLASSES.iter().flat_map(|(name, text)| table::<Vec<Class>>(name, text)).collect(),
            by_stem: FxHashMap::default(),
            phrases: FxHashMap::default(),
            forms: forms.into_iter().map(|(form, base)| (key(&form), base.into_boxed_str())).collect(),
            roles: FxHashMap::default(),
            fixed: FxHashMap::default(),
            possessives: Vec::new(),
            clause_endings: Vec::new(),
            news_endings: Vec::new(),
            body_endings: Vec::new(),
            stemmer: Stemmer::create(Algorithm::English),
        };
        let small: Vec<String> = table("small_words.ron", include_str!("../rules/small_words.ron"));
        language.give(&small, Role::Small);
        language.add_speech(table("speech.ron", include_str!("../rules/speech.ron")));
        language.add_voice(table("voice.ron", include_str!("../rules/voice.ron")));
        let denial: Denial = table("denial.ron", include_str!("../rules/denial.ron"));
        language.give(&denial.verbs, Role::Denies);
        language.fix(&denial.phrases, Phrase::Denies);
        language.fix(&denial.negations, Phrase::Negates);
        language.add_scope(&table("scope.ron", include_str!("../rules/scope.ron")));
        language.add_classes();
        language
    }

    fn add_speech(&mut self, speech: Speech) {
        let lists = [
            (&speech.says, Role::Says),
            (&speech.acts, Role::Acts),
            (&speech.handles, Role::Handles),
            (&speech.handled, Role::Handled),
            (&speech.light, Role::Light),
            (&speech.clauses, Role::Clause),
            (&speech.numerals, Role::Numeral),
            (&speech.inverts, Role::Inverts),
            (&speech.counts, Role::Counts),
            (&speech.wants, Role::Wants),
            (&speech.tells, Role::Tells),
            (&speech.reduced, Role::Reduced),
            (&speech.counters, Role::Counter),
            (&speech.echoes, Role::Echo),
            (&speech.spoke, Role::Spoke),
            (&speech.theirs, Role::Theirs),
            (&speech.stands, Role::Stands),
            (&speech.ongoing, Role::Ongoing),
            (&speech.nouns, Role::SayingNoun),
            (&speech.pronouns, Role::Pronoun),
            (&speech.things, Role::It),
            (&speech.several, Role::They),
            (&speech.unsaid, Role::Unsaid),
            (&speech.titles, Role::Title),
            (&speech.courtesies, Role::Courtesy),
            (&speech.links, Role::Link),
            (&speech.joins, Role::And),
            (&speech.articles, Role::Article),
            (&speech.passives, Role::Be),
            (&speech.agents, Role::By),
            (&speech.who, Role::Who),
            (&speech.which, Role::Thing),
            (&speech.backshifts, Role::Backshift),
            (&speech.copulas, Role::Copula),
            (&speech.again, Role::Again),
            (&speech.reckoned, Role::Reckoned),
        ];
        lists.into_iter().for_each(|(list, role)| self.give(list, role));
        self.fix(&speech.according, Phrase::According);
        self.fix(&speech.hearings, Phrase::Hearing);
        self.fix(&speech.minutes, Phrase::Minutes);
        self.fix(&speech.says_phrases, Phrase::Says);
        self.fix(&speech.wants_phrases, Phrase::Wants);
        self.fix(&speech.unspoken, Phrase::Unspoken);
        self.possessives = speech.possessives;
        self.clause_endings = speech.clause_endings;
    }

    fn add_voice(&mut self, voice: Voice) {
        self.give(&voice.ours, Role::Ours);
        self.give(&voice.mine, Role::Mine);
        self.give(&voice.learns, Role::Learns);
        self.give(&voice.inner, Role::Inner);
        self.give(&voice.bodies, Role::Body);
        self.give(&voice.generic, Role::Generic);
        self.give(&voice.news, Role::News);
        self.give(&voice.papers, Role::Paper);
        self.fix(&voice.newsroom, Phrase::Newsroom);
        self.fix(&voice.releases, Phrase::Release);
        self.news_endings = voice.news_endings;
        self.body_endings = voice.body_endings;
    }

    fn add_scope(&mut self, scope: &Scope) {
        self.give(&scope.at, Role::At);
        self.give(&scope.generic, Role::NoPlace);
        self.give(&scope.of, Role::Of);
        self.give(&scope.short_places, Role::ShortPlace);
        self.give(&scope.abbreviations, Role::Abbreviation);
        self.give(&scope.anaphors, Role::Anaphor);
        self.give(&scope.superlatives, Role::Superlative);
        self.give(&scope.mosts, Role::Most);
        self.give(&scope.degrees, Role::Degree);
        self.give(&scope.breaks, Role::Breaks);
        self.give(&scope.definite, Role::Definite);
        self.give(&scope.from, Role::From);
        self.give(&scope.until, Role::Until);
        self.fix(&scope.up_to, Phrase::Until);
        self.fix(&scope.since, Phrase::Since);
        self.fix(&scope.total, Phrase::Total);
        self.fix(&scope.whole, Phrase::Whole);
        self.fix(&scope.parts, Phrase::Part);
        self.fix(&scope.dotted, Phrase::Dotted);
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

    /// Whether a word ends as those do that say whose something is.
    pub fn is_possessive(&self, word: &str) -> bool {
        self.possessives.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// Whether a word ends as those do with which a clause begins after a verb.
    pub fn begins_clause(&self, word: &str) -> bool {
        self.clause_endings.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// The ends of words in the names of newspapers.
    pub fn news_endings(&self) -> &[String] {
        &self.news_endings
    }

    /// The ends of words in the names of bodies.
    pub fn body_endings(&self) -> &[String] {
        &self.body_endings
    }

    /// Whether the word of that key does so.
    pub fn is(&self, word: u64, role: Role) -> bool {
        self.roles.get(&word).is_some_and(|bits| bits & (1 << role as u8) != 0)
    }

    /// The stem of a word, as a key: that of its base form where the table has one, else what Porter's rules leave of it.
    pub fn stem(&self, word_key: u64, word: &str) -> u64 {
        if let Some(base) = self.forms.get(&word_key) {
            return base.strip_prefix('=').map_or_else(|| key(&self.stemmer.stem(base)), key);
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

    /// All classes.
    pub fn classes(&self) -> &[Class] {
        &self.classes
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

    /// The lists of a table.
    fn lists(text: &str) -> BTreeMap<String, Vec<String>> {
        let value: ron::Value = table("lists", text);
        value.into_rust().unwrap()
    }

    #[test]
    fn every_word_of_the_tables_can_be_found_and_stands_once() {
        // Words are looked up one by one, as `words` parts a text: at hyphens, too. Only these lists hold phrases or ends of words.
        let phrases = [
            "says_phrases",
            "wants_phrases",
            "unspoken",
            "according",
            "hearings",
            "minutes",
            "newsroom",
            "releases",
            "phrases",
            "negations",
            "up_to",
            "since",
            "total",
            "whole",
            "parts",
            "dotted",
        ];
        let ends = ["possessives", "clause_endings", "body_endings", "news_endings"];
        let cut = |text: &str| words(text).iter().map(|word| text[word.start..word.end].to_owned()).collect::<Vec<_>>();
        let mut all: Vec<(String, Vec<String>)> = Vec::new();
        for text in [
            include_str!("../rules/speech.ron"),
            include_str!("../rules/voice.ron"),
            include_str!("../rules/denial.ron"),
            include_str!("../rules/scope.ron"),
        ] {
            all.extend(lists(text));
        }
        all.push(("small_words".into(), table("small_words.ron", include_str!("../rules/small_words.ron"))));
        for class in LANGUAGE.classes() {
            all.push((format!("words of {}", class.id), class.words.clone()));
            let unmatched: Vec<&String> =
                class.phrases.iter().filter(|phrase| cut(phrase).join(" ") != **phrase).collect();
            assert_eq!(unmatched, Vec::<&String>::new(), "phrases of {}", class.id);
            assert_eq!(repeated(&class.phrases), Vec::<&String>::new(), "phrases of {}", class.id);
        }
        for (list, own) in all.iter().filter(|(list, _)| !ends.contains(&list.as_str())) {
            let words = own.iter().filter(|word| !phrases.contains(&list.as_str()) && cut(word) != [word.as_str()]);
            assert_eq!(words.collect::<Vec<_>>(), Vec::<&String>::new(), "{list}");
            assert_eq!(repeated(own), Vec::<&String>::new(), "{list}");
        }
    }

    /// What stands in a list a second time.
    fn repeated(list: &[String]) -> Vec<&String> {
        let seen = |place: usize| list[..place].iter().any(|word| key_of(word) == key_of(&list[place]));
        (0..list.len()).filter(|place| seen(*place)).map(|place| &list[place]).collect()
    }

    fn key_of(phrase: &str) -> Vec<u64> {
        words(phrase).iter().map(|word| word.key).collect()
    }

    #[test]
    fn phrases_are_found_by_their_words() {
        let keys = |text: &str| words(text).iter().map(|word| word.key).collect::<Vec<_>>();
        assert_eq!(LANGUAGE.fixed(keys("according to the ministry").into_iter(), Phrase::According), Some(2));
        assert_eq!(LANGUAGE.fixed(keys("according with").into_iter(), Phrase::According), None);
    }
}
