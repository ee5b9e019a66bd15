//! Fingerprints of a text: Winnowing over runs of words.

use super::limits::{GRAM, WINDOW};
use crate::text::Word;

/// Base of the rolling hash: odd, so that no word loses its weight in a run.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The kept fingerprints of a text: hash and first word, in order. From every [`WINDOW`] successive runs of [`GRAM`]
/// words the least hash is kept, the last of them where several are equal (Winnowing, definition 3).
pub(super) fn fingerprints(words: &[Word]) -> impl Iterator<Item = (u64, usize)> {
    let mut window = [(u64::MAX, 0); WINDOW];
    let mut kept = None;
    let full = words.len().saturating_sub(GRAM).min(WINDOW - 1);
    grams(words).enumerate().filter_map(move |(at, hash)| {
        window[at % WINDOW] = (hash, at);
        let least = window.into_iter().min_by_key(|(hash, at)| (*hash, std::cmp::Reverse(*at)))?;
        (at >= full && kept.replace(least) != Some(least)).then_some(least)
    })
}

/// Hashes of all runs of [`GRAM`] words, rolling as in Rabin and Karp's search.
fn grams(words: &[Word]) -> impl Iterator<Item = u64> {
    let leaving = (0..GRAM).fold(1u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0u64;
    let roll = move |at: usize| {
        let out = at.checked_sub(GRAM).map_or(0, |gone| words[gone].key.wrapping_mul(leaving));
        hash = hash.wrapping_mul(BASE).wrapping_add(words[at].key).wrapping_sub(out);
        hash ^ (hash >> 32)
    };
    (0..words.len()).map(roll).skip(GRAM - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::limits::RUN;
    use crate::text::words;

    #[test]
    fn every_run_of_guaranteed_length_has_a_fingerprint() {
        for step in 1..50 {
            let text: String = (0..500).map(|word| format!("w{} ", word * word * step % 97)).collect();
            let words = words(&text);
            let at: Vec<usize> = fingerprints(&words).map(|(_, at)| at).collect();
            assert!(at.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= WINDOW));
            assert!(at[0] + GRAM <= RUN && at[at.len() - 1] + RUN >= words.len());
        }
    }

    #[test]
    fn equal_runs_have_equal_hashes_wherever_they_stand() {
        let words = words("one two three four five six seven eight and so on one two three four five six seven eight");
        let hashes: Vec<u64> = grams(&words).collect();
        assert_eq!(hashes[..4], hashes[11..]);
        assert_ne!(hashes[0], hashes[1]);
    }

    #[test]
    fn short_texts_have_few_or_none() {
        assert_eq!(fingerprints(&words("one two three four")).count(), 0);
        assert_eq!(fingerprints(&words("one two three four five")).count(), 1);
        assert_eq!(fingerprints(&[]).count(), 0);
    }
}
