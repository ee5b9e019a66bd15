//! Which claims are likened at all: all of them where there are few, else those that share a term which is not in too many.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::Corpus;
use super::tie::Tie;

/// Claims up to which each is likened with each.
const FEW: usize = 600;
/// Claims up to which one term leads from one to the others.
const COMMON: usize = 48;

/// Pairs of places of claims, the lower first, in order. Two claims of a graph are no pair: the graph itself compares them.
pub fn partners(corpus: &Corpus, ties: &BTreeMap<(usize, usize), Tie>) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let may = |(a, b): &(usize, usize)| all[*a].known.is_none() || all[*b].known.is_none();
    if all.len() <= FEW {
        return (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b))).filter(may).collect();
    }
    let mut found: BTreeSet<(usize, usize)> = ties.keys().copied().collect();
    for claims in by_term(corpus).into_values().filter(|claims| claims.len() <= COMMON) {
        for (place, a) in claims.iter().enumerate() {
            found.extend(claims[place + 1..].iter().map(|b| (*a, *b)));
        }
    }
    found.into_iter().filter(may).collect()
}

fn by_term(corpus: &Corpus) -> BTreeMap<u64, Vec<usize>> {
    let mut lists: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, entry) in corpus.entries().iter().enumerate() {
        for one in &entry.claim.terms {
            lists.entry(one.term.key).or_default().push(place);
        }
    }
    lists
}
