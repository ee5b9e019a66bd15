//! Of chains that overlap, keeps the longest whole and of the others what is left.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::extend::{Chain, Run};

/// Chains that are worth it and overlap in neither text, by place in the first.
pub(super) fn select(mut chains: Vec<Chain>, is_worth: impl Fn(&Chain) -> bool) -> Vec<Chain> {
    chains.sort_by_key(|chain| (Reverse(shared(chain)), chain[0].a, chain[0].b));
    let (mut taken_a, mut taken_b) = (Taken::default(), Taken::default());
    let mut kept = Vec::new();
    for chain in chains {
        let free = longest_free(chain, &taken_a, &taken_b);
        if let (Some(first), Some(last)) = (free.first(), free.last())
            && is_worth(&free)
        {
            taken_a.take(first.a, last.a + last.words);
            taken_b.take(first.b, last.b + last.words);
            kept.push(free);
        }
    }
    kept.sort_by_key(|chain| chain[0].a);
    kept
}

/// How many words the runs of a chain have.
pub(super) fn shared(chain: &Chain) -> usize {
    chain.iter().map(|run| run.words).sum()
}

/// Ranges of words that do not overlap.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    fn take(&mut self, start: usize, end: usize) {
        self.0.insert(start, end);
    }

    fn meets(&self, start: usize, end: usize) -> bool {
        self.0.range(..end).next_back().is_some_and(|(_, taken)| *taken > start)
    }
}

fn longest_free(chain: Chain, taken_a: &Taken, taken_b: &Taken) -> Chain {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return chain };
    let meets = taken_a.meets(first.a, last.a + last.words) || taken_b.meets(first.b, last.b + last.words);
    if !meets {
        return chain;
    }
    let is_free = |a, b| !taken_a.meets(a, a + 1) && !taken_b.meets(b, b + 1);
    let mut pieces: Vec<Chain> = vec![Vec::new()];
    for (a, b) in chain.iter().flat_map(|run| (0..run.words).map(|word| (run.a + word, run.b + word))) {
        match pieces.last_mut() {
            Some(piece) if is_free(a, b) => add(piece, a, b),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.into_iter().rev().max_by_key(shared).unwrap_or_default()
}

fn add(piece: &mut Chain, a: usize, b: usize) {
    match piece.last_mut() {
        Some(run) if run.a + run.words == a && run.b + run.words == b => run.words += 1,
        _ => piece.push(Run { a, b, words: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_chain_is_kept_and_the_shorter_one_cut() {
        let run = |a, b, words| Run { a, b, words };
        let chains = vec![vec![run(18, 0, 10)], vec![run(0, 30, 20)], vec![run(5, 60, 4)]];
        let kept = select(chains, |chain| shared(chain) >= 4);
        assert_eq!(kept, [vec![run(0, 30, 20)], vec![run(20, 2, 8)]]);
    }

    #[test]
    fn a_chain_that_is_cut_below_worth_is_dropped() {
        let run = |a, b, words| Run { a, b, words };
        let chains = vec![vec![run(0, 0, 20)], vec![run(40, 5, 3), run(44, 21, 7)]];
        assert_eq!(select(chains, |chain| shared(chain) >= 8), [vec![run(0, 0, 20)]]);
    }

    /// Each longer chain with what it leaves of a shorter one that overlaps with it.
    #[test]
    fn what_overlaps_is_cut_to_the_word_in_either_text() {
        let run = |a, b, words| Run { a, b, words };
        let rows = [
            (run(3, 30, 20), run(0, 60, 10), run(0, 60, 3)),
            (run(30, 3, 20), run(60, 0, 10), run(60, 0, 3)),
            (run(0, 30, 20), run(15, 60, 10), run(20, 65, 5)),
            (run(30, 0, 20), run(60, 15, 10), run(65, 20, 5)),
        ];
        for (longer, shorter, left) in rows {
            let mut kept = select(vec![vec![shorter], vec![longer]], |_| true);
            kept.sort_by_key(shared);
            assert_eq!(kept, [vec![left], vec![longer]], "{shorter:?}");
        }
    }

    #[test]
    fn what_is_left_of_a_chain_keeps_its_gaps() {
        let run = |a, b, words| Run { a, b, words };
        let longer = vec![run(11, 40, 30)];
        for cut in [vec![run(0, 0, 5), run(5, 6, 5)], vec![run(0, 0, 5), run(6, 5, 5)]] {
            let shorter = [cut.clone(), vec![run(12, 12, 3)]].concat();
            assert_eq!(select(vec![longer.clone(), shorter], |_| true), [cut, longer.clone()]);
        }
    }
}
