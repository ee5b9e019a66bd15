//! Words with their numbers, looked up by hash; ASCII letters are compared without case.

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;

/// A word as three numbers: its bytes in small letters, eight by eight.
type Key = [u64; LONGEST / 8];

/// A table of words, made once and looked up for every word of a text.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    /// By hash, the rest of the hash and the place in `words` from 1; at most half full.
    table: Vec<(u32, u32)>,
    words: Vec<(Key, u32)>,
}

impl Dictionary {
    /// The number of a word; 0 if it is not known.
    pub fn get(&self, word: &[u8]) -> u32 {
        let Some(key) = key(word).filter(|_| !self.table.is_empty()) else { return 0 };
        self.table[self.place(&key)].1.checked_sub(1).map_or(0, |at| self.words[at as usize].1)
    }

    /// Gives a word a number, unless it has one; what it has then. Words that are too long get none.
    pub fn add(&mut self, word: &str, number: u32) -> u32 {
        let Some(key) = key(word.as_bytes()) else { return 0 };
        if 2 * (self.words.len() + 1) > self.table.len() {
            self.grow();
        }
        let known = self.get(word.as_bytes());
        if known == 0 {
            self.words.push((key, number));
            self.enter(self.words.len());
            return number;
        }
        known
    }

    fn grow(&mut self) {
        self.table = vec![(0, 0); (2 * self.table.len()).max(64)];
        (1..=self.words.len()).for_each(|at| self.enter(at));
    }

    fn enter(&mut self, at: usize) {
        let key = self.words[at - 1].0;
        let place = self.place(&key);
        self.table[place] = (mark(hash(&key)), u32::try_from(at).unwrap_or(0));
    }

    /// Where a word stands in the table, or the empty place where it would.
    fn place(&self, key: &Key) -> usize {
        let (last, hash) = (self.table.len() - 1, hash(key));
        let mut at = (hash >> 40) as usize & last;
        loop {
            match self.table[at] {
                (_, 0) => return at,
                (own, word) if own == mark(hash) && self.words[word as usize - 1].0 == *key => return at,
                _ => at = (at + 1) & last,
            }
        }
    }
}

/// Multiplication by odd numbers, the fractional parts of the square roots of 2, 3 and 5 (as SHA-512 has them).
fn hash(key: &Key) -> u64 {
    let mixed = key[0].wrapping_mul(0x6a09_e667_f3bc_c909)
        ^ key[1].wrapping_mul(0xbb67_ae85_84ca_a73b)
        ^ key[2].wrapping_mul(0x3c6e_f372_fe94_f82b);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x6a09_e667_f3bc_c909)
}

#[expect(clippy::cast_possible_truncation, reason = "the rest of the hash is cut on purpose")]
fn mark(hash: u64) -> u32 {
    hash as u32
}

fn key(word: &[u8]) -> Option<Key> {
    let (first, rest) = word.split_at(word.len().min(8));
    let (second, third) = rest.split_at(rest.len().min(8));
    (third.len() <= 8).then(|| [small(eight(first)), small(eight(second)), small(eight(third))])
}

/// At most eight bytes as a number, the first lowest.
fn eight(bytes: &[u8]) -> u64 {
    let shift = |at: usize| 8 * at as u64;
    match *bytes {
        [] => 0,
        [a, b, c, d, ..] => {
            let last = bytes.len().min(8) - 4;
            let tail = [bytes[last], bytes[last + 1], bytes[last + 2], bytes[last + 3]];
            u64::from(u32::from_le_bytes([a, b, c, d])) | u64::from(u32::from_le_bytes(tail)) << shift(last)
        }
        [first, ..] => {
            let (middle, last) = (bytes.len() / 2, bytes.len() - 1);
            u64::from(first) | u64::from(bytes[middle]) << shift(middle) | u64::from(bytes[last]) << shift(last)
        }
    }
}

/// Eight bytes with their ASCII capitals made small, all at once.
fn small(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let seven = bytes & (0x7F * EACH);
    let from_a = seven + (0x80 - u64::from(b'A')) * EACH;
    let after_z = seven + (0x7F - u64::from(b'Z')) * EACH;
    let capital = (from_a & !after_z) & !bytes & (0x80 * EACH);
    bytes | capital >> 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_found_in_any_case(words in prop::collection::btree_set("[a-zéß½'@\\[`{-]{1,24}", 1..200)) {
            let words: Vec<String> = words.into_iter().filter(|word| word.len() <= LONGEST).collect();
            let mut dictionary = Dictionary::default();
            for (number, word) in (1..).zip(&words) {
                prop_assert_eq!(dictionary.get(word.as_bytes()), 0);
                prop_assert_eq!(dictionary.add(word, number), number);
                prop_assert_eq!(dictionary.add(word, 999), number);
            }
            for (number, word) in (1..).zip(&words) {
                prop_assert_eq!(dictionary.get(word.to_ascii_uppercase().as_bytes()), number);
            }
        }

        #[test]
        fn letters_become_small(bytes in any::<[u8; 8]>()) {
            let small = small(u64::from_le_bytes(bytes)).to_le_bytes();
            prop_assert_eq!(small, bytes.map(|byte| byte.to_ascii_lowercase()));
        }
    }
}
