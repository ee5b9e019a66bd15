//! Follows shared words from a seed, in both directions, across a few changed words.

use std::collections::BTreeMap;

use super::ahead::Ahead;
use super::limits::RUN;
use super::seeds::Seed;
use crate::text::Word;

/// The words of two texts.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub a: &'a [Word],
    pub b: &'a [Word],
}

/// Words that stand in both texts one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first word in one text.
    pub a: usize,
    /// The first word in the other.
    pub b: usize,
    /// How many.
    pub words: usize,
}

/// Runs in the order of both texts.
pub(super) type Chain = Vec<Run>;

/// The chains that seeds lead to, by place.
pub(super) fn chains(pair: Pair<'_>, seeds: &[Seed]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut followed = Followed::default();
    for seed in seeds {
        if followed.holds(seed) {
            continue;
        }
        let run = pair.run_around(seed);
        followed.add(&run);
        if run.words >= RUN {
            let chain = pair.chain_around(run);
            chain.iter().for_each(|run| followed.add(run));
            chains.push(chain);
        }
    }
    chains
}

/// How far in the first text each alignment is followed: an alignment is how far apart two words stand, as
/// (ahead in the first, ahead in the second).
#[derive(Default)]
struct Followed(BTreeMap<(usize, usize), usize>);

impl Followed {
    fn alignment(a: usize, b: usize) -> (usize, usize) {
        (a.saturating_sub(b), b.saturating_sub(a))
    }

    fn holds(&self, seed: &Seed) -> bool {
        self.0.get(&Self::alignment(seed.a, seed.b)).is_some_and(|end| seed.a < *end)
    }

    fn add(&mut self, run: &Run) {
        let end = self.0.entry(Self::alignment(run.a, run.b)).or_default();
        *end = (*end).max(run.a + run.words);
    }
}

impl<'a> Pair<'a> {
    fn after(self, a: usize, b: usize) -> Ahead<'a> {
        Ahead { a: &self.a[a..], b: &self.b[b..], back: false }
    }

    fn before(self, a: usize, b: usize) -> Ahead<'a> {
        Ahead { a: &self.a[..a], b: &self.b[..b], back: true }
    }

    /// The whole run that a seed is part of; empty if the hashes were the same and the words are not.
    fn run_around(self, seed: &Seed) -> Run {
        let after = self.after(seed.a, seed.b).same_from(0, 0, usize::MAX);
        let before = self.before(seed.a, seed.b).same_from(0, 0, usize::MAX);
        Run { a: seed.a - before, b: seed.b - before, words: before + after }
    }

    fn chain_around(self, run: Run) -> Chain {
        let mut chain = Vec::new();
        let (mut a, mut b) = (run.a, run.b);
        for step in self.before(a, b).steps() {
            (a, b) = (a - step.gap_a - step.words, b - step.gap_b - step.words);
            chain.push(Run { a, b, words: step.words });
        }
        chain.reverse();
        chain.push(run);
        let (mut a, mut b) = (run.a + run.words, run.b + run.words);
        for step in self.after(a, b).steps() {
            (a, b) = (a + step.gap_a, b + step.gap_b);
            chain.push(Run { a, b, words: step.words });
            (a, b) = (a + step.words, b + step.words);
        }
        chain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn follow(a: &str, b: &str, seed: (usize, usize)) -> Vec<(usize, usize, usize)> {
        let (a, b) = (words(a), words(b));
        let seed = Seed { document: 1, a: seed.0, b: seed.1 };
        let chains = chains(Pair { a: &a, b: &b }, &[seed, seed]);
        assert!(chains.len() <= 1, "a seed is followed once");
        chains.into_iter().flatten().map(|run| (run.a, run.b, run.words)).collect()
    }

    #[test]
    fn a_changed_word_and_words_left_out_are_bridged() {
        let a = "x a b c d 1 e f g h i j k l m o p q r y";
        let b = "z z a b c d 2 e f g h i j k l m n n o p q r v";
        assert_eq!(follow(a, b, (8, 9)), [(1, 2, 4), (6, 7, 9), (15, 18, 4)]);
    }

    #[test]
    fn several_gaps_are_bridged_one_after_another_onwards_and_backwards() {
        let (a, b) = (
            "a b c d e f g h 1 i j k l m 2 n o p q r 3 s t u v w",
            "a b c d e f g h 4 5 i j k l m 6 n o p q r 7 s t u v w",
        );
        let found = [(0, 0, 8), (9, 10, 5), (15, 16, 5), (21, 22, 5)];
        assert_eq!(follow(a, b, (0, 0)), found);
        let turned = |text: &str| text.split(' ').rev().collect::<Vec<_>>().join(" ");
        assert_eq!(follow(&turned(a), &turned(b), (20, 21)), [(0, 0, 5), (6, 6, 5), (12, 12, 5), (18, 19, 8)]);
    }

    #[test]
    fn a_passage_that_stands_twice_in_the_other_text_is_followed_twice() {
        let passage = "a b c d e f g h i j";
        let (a, b) = (words(passage), words(&format!("{passage} 1 2 3 4 5 6 7 8 9 10 11 12 {passage}")));
        let seeds = [Seed { document: 1, a: 0, b: 0 }, Seed { document: 1, a: 0, b: 22 }];
        let found = chains(Pair { a: &a, b: &b }, &seeds);
        let starts: Vec<_> = found.iter().flatten().map(|run| (run.a, run.b, run.words)).collect();
        assert_eq!(starts, [(0, 0, 10), (0, 22, 10)]);
    }

    #[test]
    fn short_agreement_beyond_a_gap_is_chance() {
        assert_eq!(follow("a b c d e f g h 1 i j 2 3 4 5", "a b c d e f g h 6 i j 7 8 9 0", (2, 2)), [(0, 0, 8)]);
        assert_eq!(follow("a b c d e f g 1 2 3", "a b c d e f g 4 5 6", (0, 0)), []);
    }
}
