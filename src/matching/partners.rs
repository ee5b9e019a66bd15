//! Which claims are likened at all: all of them where there are few, else each with those that share the most with it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::tie::Tie;

/// Claims up to which one term leads from one to the others; the terms of more tell little.
const COMMON: usize = 64;
/// With how many others a claim is likened, the most alike first.
const MOST: usize = 24;
/// Claims that one thread works through at a time: each share has a table of all claims of its own.
const SHARE: usize = 512;

/// Pairs of places of claims, the lower first, in order. Two claims of a graph are no pair: the graph itself compares them.
pub fn partners(corpus: &Corpus, ties: &BTreeMap<(usize, usize), Tie>) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let may = |(a, b): &(usize, usize)| all[*a].known.is_none() || all[*b].known.is_none();
    if !corpus.is_large() {
        return (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b))).filter(may).collect();
    }
    let told: Vec<usize> = (0..all.len()).filter(|place| corpus.first(*place) == *place).collect();
    let lists = by_term(corpus, &told);
    let share = |places: &[usize]| {
        let mut shared = vec![0.0; all.len()];
        let of = |a: &usize| pairs_of(*a, nearest(corpus, &lists, *a, &mut shared));
        places.iter().flat_map(of).collect::<Vec<_>>()
    };
    let mut found: Vec<(usize, usize)> = told.par_chunks(SHARE).flat_map_iter(share).filter(may).collect();
    found.extend(of_copies(corpus, &found));
    // What is tied as two claims is not told, and need not be likened.
    found.extend(ties.iter().filter(|(_, tie)| **tie != Tie::Other).map(|(pair, _)| *pair).filter(may));
    found.par_sort_unstable();
    found.dedup();
    found
}

fn pairs_of(a: usize, others: Vec<usize>) -> impl Iterator<Item = (usize, usize)> {
    others.into_iter().map(move |b| (a.min(b), a.max(b)))
}

/// The pairs of copies with claims of a graph, with which the claims that stand for them are likened: what the graph has
/// is told of every text.
fn of_copies(corpus: &Corpus, found: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in (0..all.len()).filter(|place| corpus.first(*place) != *place) {
        copies.entry(corpus.first(place)).or_default().push(place);
    }
    let sides = found.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
    let known = sides.filter(|(known, _)| all[*known].known.is_some());
    let of = |(known, own): (usize, usize)| {
        copies.get(&own).into_iter().flatten().map(move |copy| (known.min(*copy), known.max(*copy)))
    };
    known.flat_map(of).collect()
}

/// The claims that have a term, by place, with its weight among all of theirs.
type Having = Vec<(usize, f64)>;

/// The places of the claims whose terms lie nearest to those of one, by the cosine of the angle between them; `shared` is
/// all zeros, before and after.
fn nearest(corpus: &Corpus, lists: &[Having], a: usize, shared: &mut [f64]) -> Vec<usize> {
    let mut reached = Vec::new();
    for (term, weight) in corpus.entries()[a].rated() {
        for (b, other) in lists[term as usize].iter().filter(|(b, _)| *b != a) {
            if shared[*b] == 0.0 {
                reached.push(*b);
            }
            shared[*b] += weight * other;
        }
    }
    let nearer =
        |one: &usize, other: &usize| shared[*other].total_cmp(&shared[*one]).then_with(|| corpus.order(*one, *other));
    let mut nearest = reached.clone();
    if nearest.len() > MOST {
        nearest.select_nth_unstable_by(MOST, nearer);
        nearest.truncate(MOST);
    }
    reached.iter().for_each(|b| shared[*b] = 0.0);
    nearest
}

/// The claims that have each term; none for terms that too many have.
fn by_term(corpus: &Corpus, told: &[usize]) -> Vec<Having> {
    let mut lists: Vec<Having> = vec![Vec::new(); corpus.terms()];
    let mut counts = vec![0; corpus.terms()];
    let terms = |place: usize| corpus.entries()[place].rated().map(|(term, weight)| (term as usize, weight));
    told.iter().flat_map(|place| terms(*place)).for_each(|(term, _)| counts[term] += 1);
    for place in told {
        let length = corpus.entries()[*place].length();
        for (term, weight) in terms(*place).filter(|(term, _)| counts[*term] <= COMMON) {
            lists[term].push((*place, weight / length));
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Entry;
    use crate::matching::corpus::FEW;
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
