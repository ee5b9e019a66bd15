//! Which claims are held side by side: how alike each pair is, and whether each is the other's best match.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::likeness::signs;
use super::partners::partners;
use super::sign::{Sign, Signs, WEIGHTS, likelihood};
use super::tie::Tie;

/// How much less a sum may be than the best one and count as that, too: less tells nothing.
const NEARLY: f64 = 0.5;
/// Pairs that one thread works through at a time: fewer are not worth the handing over.
const SHARE: usize = 256;

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
    /// The sign that one is the best match of the other, if so.
    pub best: Option<Sign>,
}

impl Pair {
    /// The signs that the two show; none if their values are of two kinds.
    pub fn signs(&self, corpus: &Corpus) -> Option<Signs> {
        let mut signs = signs(corpus, corpus.entries().get(self.a)?, corpus.entries().get(self.b)?)?;
        signs.add(self.best);
        Some(signs)
    }
}

/// All pairs that may speak of the same thing, with their likelihoods; of those that are tied, the ties decide.
pub fn pairs(corpus: &Corpus, ties: &BTreeMap<(usize, usize), Tie>) -> Vec<Pair> {
    let partners = partners(corpus, ties);
    let alike = partners.into_par_iter().with_min_len(SHARE).filter_map(|(a, b)| pair(corpus, a, b));
    let mut pairs: Vec<Pair> = alike.collect();
    let best = Best::new(corpus, &pairs);
    pairs.par_iter_mut().with_min_len(SHARE).for_each(|pair| {
        pair.best = match (best.is(corpus, pair.a, pair.b, pair.score), best.is(corpus, pair.b, pair.a, pair.score)) {
            (true, true) => Some(Sign::BestBoth),
            (false, false) => None,
            _ => Some(Sign::BestOne),
        };
        pair.tie = ties.get(&(pair.a, pair.b)).copied();
        pair.score = match pair.tie {
            Some(Tie::Same | Tie::Part) => 1.0,
            Some(Tie::Other) => 0.0,
            None => likelihood(pair.score + pair.best.map_or(0.0, |sign| WEIGHTS.same.weight(sign))),
        };
        pair.related = match pair.tie {
            Some(Tie::Same | Tie::Part) => 1.0,
            _ => likelihood(pair.related + pair.best.map_or(0.0, |sign| WEIGHTS.matter.weight(sign))),
        };
    });
    pairs
}

/// A pair with the sum of its signs for a score.
fn pair(corpus: &Corpus, a: usize, b: usize) -> Option<Pair> {
    let signs = signs(corpus, &corpus.entries()[a], &corpus.entries()[b])?;
    Some(Pair { a, b, score: signs.sum(&WEIGHTS.same), related: signs.sum(&WEIGHTS.matter), tie: None, best: None })
}

/// The best sum of each claim in each text, by the claim and the number of the text.
struct Best(Vec<(usize, usize, f64)>);

impl Best {
    fn new(corpus: &Corpus, pairs: &[Pair]) -> Self {
        let text = |place: usize| corpus.entries()[place].text;
        let sides = |one: &Pair| [(one.a, text(one.b), one.score), (one.b, text(one.a), one.score)];
        let mut all: Vec<_> = pairs.iter().flat_map(sides).collect();
        all.par_sort_unstable_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)).then(other.2.total_cmp(&one.2)));
        all.dedup_by_key(|one| (one.0, one.1));
        Self(all)
    }

    /// Whether that is the sum of the best match of a claim in the text of the other, or nearly so.
    fn is(&self, corpus: &Corpus, own: usize, other: usize, sum: f64) -> bool {
        let wanted = (own, corpus.entries()[other].text);
        let place = self.0.partition_point(|one| (one.0, one.1) < wanted);
        self.0.get(place).is_some_and(|one| (one.0, one.1) == wanted && one.2 - sum <= NEARLY)
    }
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
        let corpus = corpus_of(&TEXTS, None);
        let found = pairs(&corpus, &BTreeMap::new());
        let marked = |a: usize, b: usize| {
            let pair = found.iter().find(|pair| (pair.a, pair.b) == (a, b)).unwrap();
            pair.signs(&corpus).unwrap().named().any(|(name, _)| name == "best_both")
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
