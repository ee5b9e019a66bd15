//! Words that are spellings of one another, found among many without holding each against each.

use std::collections::BTreeMap;

/// Words this alike (Jaro-Winkler) are taken for spellings of one.
const ALIKE: f64 = 0.93;
/// For two words to be that alike, the share of letters that they have in common, added for both, is at least this: four
/// common first letters raise a likeness of 0.8833 to 0.93, and that takes 3 × 0.8833 − 1.
const LEAST_SHARED: f64 = 1.649;
/// Among so many words, each is held against each.
const MANY: usize = 20_000;
/// Among more, against so many that come next in the order of letters, so that pairs grow with the words and not with their square.
const NEXT: usize = 5;

/// Words by number, and for each those that are alike, itself among them.
#[derive(Debug)]
pub(super) struct Alike<'a> {
    numbers: BTreeMap<&'a str, usize>,
    alike: Vec<Vec<usize>>,
}

impl<'a> Alike<'a> {
    /// Finds out which of the words are alike.
    pub fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<Word<'_>> = words.into_iter().map(Word::new).collect();
        words.sort_unstable_by_key(|word| (word.length, word.text));
        words.dedup_by_key(|word| word.text);
        let many = words.len() > MANY;
        if many {
            words.sort_unstable_by_key(|word| word.text);
        }
        let mut alike: Vec<Vec<usize>> = (0..words.len()).map(|own| vec![own]).collect();
        for (at, short) in words.iter().enumerate() {
            let reach = if many { NEXT } else { words.len() };
            let later = words.iter().enumerate().skip(at + 1).take(reach);
            let near = later.take_while(|(_, long)| many || short.fits(long.length));
            for (other, _) in near.filter(|(_, long)| short.may_be(long) && is_alike(short.text, long.text)) {
                alike[at].push(other);
                alike[other].push(at);
            }
        }
        Self { numbers: words.iter().enumerate().map(|(at, word)| (word.text, at)).collect(), alike }
    }

    /// The number of a word, and of those that are alike.
    pub fn of(&self, word: &str) -> &[usize] {
        self.number(word).map_or(&[], |at| &self.alike[at])
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<usize> {
        self.numbers.get(word).copied()
    }
}

/// Whether two words are spellings of one.
pub(super) fn is_alike(a: &str, b: &str) -> bool {
    strsim::jaro_winkler(a, b) >= ALIKE
}

/// A word with what tells at a glance that another is not like it.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    length: u32,
    /// A bit for each letter that occurs; several letters may share one.
    letters: u64,
}

impl<'a> Word<'a> {
    fn new(text: &'a str) -> Self {
        let letters = text.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64));
        Self { text, length: text.chars().count() as u32, letters }
    }

    fn fits(&self, longer: u32) -> bool {
        1.0 + f64::from(self.length) / f64::from(longer) >= LEAST_SHARED
    }

    /// A letter that the other has not is not shared.
    fn may_be(&self, other: &Self) -> bool {
        let own = self.length - (self.letters & !other.letters).count_ones();
        let theirs = other.length - (other.letters & !self.letters).count_ones();
        let shared = f64::from(own.min(theirs));
        shared / f64::from(self.length) + shared / f64::from(other.length) >= LEAST_SHARED
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn among_very_many_words_those_that_begin_alike_are_found() {
        let all: Vec<String> =
            (0..MANY).map(|number| format!("{number:06}a")).chain(["petrov".into(), "petrow".into()]).collect();
        let alike = Alike::new(all.iter().map(String::as_str));
        assert_eq!(alike.of("petrov"), [alike.number("petrov").unwrap(), alike.number("petrow").unwrap()]);
        assert!(all.iter().all(|word| alike.of(word).len() <= 2 * NEXT + 1));
    }

    proptest! {
        #[test]
        fn no_pair_is_missed(words in proptest::collection::btree_set("[abé]{1,9}", 1..24)) {
            let alike = Alike::new(words.iter().map(String::as_str));
            for a in &words {
                for b in &words {
                    let found = alike.of(a).contains(&alike.number(b).unwrap());
                    prop_assert_eq!(found, a == b || is_alike(a, b), "{} {}", a, b);
                }
            }
        }
    }
}
