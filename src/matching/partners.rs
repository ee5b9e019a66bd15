//! Which claims are likened at all: all of them where there are few, else each with those that share the most with it.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::Corpus;
use super::tie::Tie;

/// Claims up to which each is likened with each.
const FEW: usize = 400;
/// Claims up to which one term leads from one to the others; the terms of more tell little.
const COMMON: usize = 64;
/// With how many others a claim is likened, the most alike first.
const MOST: usize = 24;

/// Pairs of places of claims, the lower first, in order. Two claims of a graph are no pair: the graph itself compares them.
pub fn partners(corpus: &Corpus, ties: &BTreeMap<(usize, usize), Tie>) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let may = |(a, b): &(usize, usize)| all[*a].known.is_none() || all[*b].known.is_none();
    if all.len() <= FEW {
        return (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b))).filter(may).collect();
    }
    let lists = by_term(corpus);
    let mut found: BTreeSet<(usize, usize)> = ties.keys().copied().collect();
    let mut shared = vec![0.0; all.len()];
    for a in 0..all.len() {
        let nearest = nearest(corpus, &lists, a, &mut shared);
        found.extend(nearest.into_iter().map(|b| (a.min(b), a.max(b))));
    }
    found.into_iter().filter(may).collect()
}

/// The places of the claims that share the most with one; `shared` is all zeros, before and after.
fn nearest(corpus: &Corpus, lists: &BTreeMap<u64, Vec<usize>>, a: usize, shared: &mut [f64]) -> Vec<usize> {
    let mut reached = Vec::new();
    for (key, weight) in corpus.entries()[a].rated() {
        for b in lists.get(&key).into_iter().flatten().filter(|b| **b != a) {
            if shared[*b] == 0.0 {
                reached.push(*b);
            }
            shared[*b] += weight;
        }
    }
    reached.sort_by(|one, other| shared[*other].total_cmp(&shared[*one]).then(one.cmp(other)));
    let nearest = reached.iter().take(MOST).copied().collect();
    reached.iter().for_each(|b| shared[*b] = 0.0);
    nearest
}

/// The places of the claims that have each term, for terms that are not in too many.
fn by_term(corpus: &Corpus) -> BTreeMap<u64, Vec<usize>> {
    let mut lists: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, entry) in corpus.entries().iter().enumerate() {
        for (key, _) in entry.rated() {
            lists.entry(key).or_default().push(place);
        }
    }
    lists.retain(|_, places| places.len() <= COMMON);
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Entry;
    use crate::matching::corpus::tests::corpus_of;
    use crate::model::ClaimId;

    #[test]
    fn few_claims_are_all_partners() {
        let corpus = corpus_of(&["Ten boats sank.", "It cost $40.", "Nine umbrellas broke."], None);
        assert_eq!(partners(&corpus, &BTreeMap::new()), [(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn many_claims_are_partners_by_a_term_that_few_have() {
        let rain = "It rained for 40 days. ".repeat(FEW);
        let corpus = corpus_of(&["Ten lanterns broke.", &rain, "Nine lanterns fell.", "Eight umbrellas fell."], None);
        let last = corpus.entries().len() - 1;
        let found = partners(&corpus, &BTreeMap::from([((1, last), Tie::Same)]));
        assert!(found.contains(&(0, last - 1)) && found.contains(&(1, last)));
        assert!(!found.contains(&(0, last)) && found.len() < 10, "{}", found.len());
    }

    #[test]
    fn two_claims_of_a_graph_are_no_partners() {
        let corpus = corpus_of(&["Ten boats sank.", "Nine boats sank.", "Eight boats sank."], None);
        let known = |(place, entry): (usize, &Entry)| match place {
            0 => entry.clone(),
            _ => Entry::known(entry.text, None, entry.claim.clone(), ClaimId::from(entry.label.as_str())),
        };
        let corpus = Corpus::new(corpus.entries().iter().enumerate().map(known));
        assert_eq!(partners(&corpus, &BTreeMap::new()), [(0, 1), (0, 2)]);
    }
}
