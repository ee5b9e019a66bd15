//! The words that rules name, numbered, and the phrases made of them as tries.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::scan::{self, Token};
use crate::text::dictionary::Dictionary;

/// Words with their numbers, from 1; letters are compared without case.
#[derive(Default)]
pub struct Lexicon {
    ids: Dictionary,
    last: u32,
    split: BTreeSet<u32>,
}

impl Lexicon {
    /// The number of a word; 0 if no rule names it.
    pub fn id(&self, word: &[u8]) -> u32 {
        self.ids.get(word)
    }

    /// The number of a word, which it gets now if it has none.
    pub fn add(&mut self, word: &str) -> u32 {
        let id = self.ids.add(word, self.last + 1);
        self.last = self.last.max(id);
        id
    }

    /// Has digits that follow this word without a space be a number: USD115.
    pub fn split(&mut self, word: &str) {
        let id = self.add(word);
        self.split.insert(id);
    }

    /// Whether digits that follow the word are a number.
    pub fn splits(&self, word: &[u8]) -> bool {
        self.split.contains(&self.id(word))
    }

    /// The numbers of all words of a phrase, in order.
    pub fn phrase(&mut self, phrase: &str) -> Vec<u32> {
        let tokens = scan::scan(phrase, &Self::default());
        tokens.iter().map(|token| self.add(&phrase[token.start..token.end])).collect()
    }

    /// How many numbers are given, and 0.
    pub fn size(&self) -> usize {
        self.last as usize + 1
    }
}

/// Phrases, each with a value.
pub struct Trie<T> {
    steps: FxHashMap<(u32, u32), u32>,
    values: Vec<Vec<T>>,
    /// Whether a phrase begins with that word.
    begins: Vec<bool>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { steps: FxHashMap::default(), values: vec![Vec::new()], begins: Vec::new() }
    }
}

impl<T> Trie<T> {
    /// Adds a phrase.
    pub fn insert(&mut self, words: impl IntoIterator<Item = u32>, value: T) {
        let mut node = 0;
        for word in words {
            if node == 0 {
                let place = word as usize;
                self.begins.resize(self.begins.len().max(place + 1), false);
                self.begins[place] = true;
            }
            let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            let known = *self.steps.entry((node, word)).or_insert(next);
            if known == next {
                self.values.push(Vec::new());
            }
            node = known;
        }
        self.values[node as usize].push(value);
    }

    /// Has what one phrase can mean tried in the order of a key.
    pub fn rank<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.values.iter_mut().for_each(|values| values.sort_by_key(&key));
    }

    /// The longest phrase that the tokens begin with and that passes; how many tokens it has, and its value.
    pub fn longest<'a, 't>(
        &'a self,
        tokens: impl Iterator<Item = &'t Token>,
        passes: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, &'a T)> {
        let (mut node, mut found) = (0, None);
        for (place, token) in tokens.enumerate() {
            let begins = place > 0 || self.begins.get(token.id as usize) == Some(&true);
            match self.steps.get(&(node, token.id)) {
                Some(next) if begins && token.id != 0 => node = *next,
                _ => break,
            }
            let fits = self.values[node as usize].iter().find(|value| passes(place + 1, value));
            found = fits.map(|value| (place + 1, value)).or(found);
        }
        found
    }
}
