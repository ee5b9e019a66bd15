//! How many findings are told of a claim in large collections: they grow with the claims, not with their square.

use std::cmp::Ordering;

use rayon::prelude::*;

use crate::compare::Relation;
use crate::matching::{Corpus, Pair};

/// Of its disagreements, and of all else, so many are told of a claim in any case: the likeliest.
const ALWAYS: usize = 2;
/// And up to so many where that is among the likeliest of the other claim, too.
const MOST: usize = 4;

/// A pair and how its claims relate.
pub type Judged = (Pair, Relation);

/// The pairs without those that are not among the likeliest of either claim. Disagreements are counted for themselves, so that a
/// claim which many repeat does not hide the one that says otherwise.
pub fn likeliest(corpus: &Corpus, judged: Vec<Judged>) -> Vec<Judged> {
    let mut ranks = vec![(usize::MAX, usize::MAX); judged.len()];
    for (side, rank) in ranked(corpus, &judged) {
        let (pair, first) = (side / 2, side % 2 == 0);
        *(if first { &mut ranks[pair].0 } else { &mut ranks[pair].1 }) = rank;
    }
    let told = |(a, b): &(usize, usize)| a.min(b) < &ALWAYS || a.max(b) < &MOST;
    judged.into_iter().zip(ranks).filter(|(_, ranks)| told(ranks)).map(|(judged, _)| judged).collect()
}

/// For both sides of each pair, twice its number and one more, the rank that it has for that claim.
fn ranked(corpus: &Corpus, judged: &[Judged]) -> Vec<(usize, usize)> {
    let side = |side: &usize| {
        let (pair, relation) = &judged[side / 2];
        let (own, other) = if side.is_multiple_of(2) { (pair.a, pair.b) } else { (pair.b, pair.a) };
        (own, *relation > Relation::Tension, pair.score, other)
    };
    let before = |one: &usize, another: &usize| -> Ordering {
        let (one, another) = (side(one), side(another));
        let score = another.2.total_cmp(&one.2);
        (one.0, one.1).cmp(&(another.0, another.1)).then(score).then_with(|| corpus.order(one.3, another.3))
    };
    let mut sides: Vec<usize> = (0..2 * judged.len()).collect();
    sides.par_sort_unstable_by(before);
    let of_claim = sides.chunk_by(|one, other| (side(one).0, side(one).1) == (side(other).0, side(other).1));
    of_claim.flat_map(|own| own.iter().copied().enumerate().map(|(rank, side)| (side, rank))).collect()
}
