//! Which claims are held side by side: how alike each pair is, and whether each is the other's best match.

use std::collections::BTreeMap;

use super::corpus::Corpus;
use super::likeness::signs;
use super::partners::partners;
use super::sign::{Sign, Signs, WEIGHTS, likelihood};
use super::tie::Tie;

/// Two claims and how likely they speak of the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The place of the first in the corpus.
    pub a: usize,
    /// The place of the second, which is greater.
    pub b: usize,
    /// How likely they speak of the same thing: 0 to 1.
    pub score: f64,
    /// How likely they are of one matter, though perhaps of other people, places, times or parts of it: 0 to 1.
    pub related: f64,
    /// What their texts say of them, if they do.
    pub tie: Option<Tie>,
    /// The signs that they show.
    pub signs: Signs,
}

/// All pairs that may speak of the same thing, with their likelihoods; of those that are tied, the ties decide.
pub fn pairs(corpus: &Corpus, ties: &BTreeMap<(usize, usize), Tie>) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = partners(corpus, ties).into_iter().filter_map(|(a, b)| pair(corpus, a, b)).collect();
    let best = best(corpus, &pairs);
    for pair in &mut pairs {
        let is_best = |own: usize, other: usize| best.get(&(own, corpus.entries()[other].text)) == Some(&pair.score);
        let mutual = match (is_best(pair.a, pair.b), is_best(pair.b, pair.a)) {
            (true, true) => Some(Sign::BestBoth),
            (false, false) => None,
            _ => Some(Sign::BestOne),
        };
        pair.tie = ties.get(&(pair.a, pair.b)).copied();
        pair.score = match pair.tie {
            Some(Tie::Same | Tie::Part) => 1.0,
            Some(Tie::Other) => 0.0,
            None => likelihood(pair.score + mutual.map_or(0.0, |sign| WEIGHTS.same.weight(sign))),
        };
        pair.signs.add(mutual);
        pair.related = match pair.tie {
            Some(Tie::Same | Tie::Part) => 1.0,
            _ => likelihood(pair.signs.sum(&WEIGHTS.matter)),
        };
    }
    pairs
}

/// A pair with the sum of its signs for a score.
fn pair(corpus: &Corpus, a: usize, b: usize) -> Option<Pair> {
    let signs = signs(corpus, &corpus.entries()[a], &corpus.entries()[b])?;
    Some(Pair { a, b, score: signs.sum(&WEIGHTS.same), related: 0.0, tie: None, signs })
}

/// The best sum of each claim in each text.
fn best(corpus: &Corpus, pairs: &[Pair]) -> BTreeMap<(usize, usize), f64> {
    let mut best: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for one in pairs {
        for (own, other) in [(one.a, one.b), (one.b, one.a)] {
            let known = best.entry((own, corpus.entries()[other].text)).or_insert(f64::NEG_INFINITY);
            *known = known.max(one.score);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::corpus::tests::corpus_of;

    const TEXTS: [&str; 2] = [
        "The mill in Lorn employs 840 workers. Nine umbrellas broke in the hall.",
        "The mill in Lorn has 900 workers. Ten umbrellas broke in the hall.",
    ];

    fn score(pairs: &[Pair], a: usize, b: usize) -> f64 {
        pairs.iter().find(|pair| (pair.a, pair.b) == (a, b)).map_or(-1.0, |pair| pair.score)
    }

    #[test]
    fn what_is_alike_is_likelier() {
        let found = pairs(&corpus_of(&TEXTS, None), &BTreeMap::new());
        assert!(found.iter().all(|pair| (0.0..=1.0).contains(&pair.score) && pair.a < pair.b));
        assert!(score(&found, 0, 2) > score(&found, 0, 3) && score(&found, 1, 3) > score(&found, 1, 2));
    }

    #[test]
    fn the_best_of_both_are_marked() {
        let found = pairs(&corpus_of(&TEXTS, None), &BTreeMap::new());
        let marked = |a: usize, b: usize| {
            let pair = found.iter().find(|pair| (pair.a, pair.b) == (a, b)).unwrap();
            pair.signs.named().any(|(name, _)| name == "best_both")
        };
        assert!(marked(0, 2) && marked(1, 3) && !marked(0, 3));
    }

    #[test]
    fn ties_decide() {
        let ties = BTreeMap::from([((0, 2), Tie::Other), ((0, 3), Tie::Same), ((1, 2), Tie::Part)]);
        let found = pairs(&corpus_of(&TEXTS, None), &ties);
        let scores = [score(&found, 0, 2), score(&found, 0, 3), score(&found, 1, 2)];
        assert!(scores.iter().zip([0.0, 1.0, 1.0]).all(|(one, other)| (one - other).abs() < 1e-9), "{scores:?}");
    }
}
