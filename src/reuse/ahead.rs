//! Reads two texts side by side, onwards or backwards, and finds where they agree again.

use super::limits::{BEYOND_GAP, GAP};
use crate::text::Word;

/// A gap and the run beyond it.
pub(super) struct Step {
    pub gap_a: usize,
    pub gap_b: usize,
    pub words: usize,
}

/// What lies on one side of a place in two texts: after it, or before it and read backwards.
pub(super) struct Ahead<'a> {
    pub a: &'a [Word],
    pub b: &'a [Word],
    pub back: bool,
}

impl Ahead<'_> {
    fn key(words: &[Word], at: usize, back: bool) -> Option<u64> {
        let index = if back { words.len().checked_sub(at + 1)? } else { at };
        words.get(index).map(|word| word.key)
    }

    /// How many words agree from here on, up to a limit.
    pub(super) fn same_from(&self, a: usize, b: usize, limit: usize) -> usize {
        let same = |ahead: &usize| {
            let key = Self::key(self.a, a + ahead, self.back);
            key.is_some() && key == Self::key(self.b, b + ahead, self.back)
        };
        (0..limit).take_while(same).count()
    }

    /// The runs that follow, each across a gap.
    pub(super) fn steps(self) -> Vec<Step> {
        let (mut a, mut b) = (0, 0);
        let mut steps = Vec::new();
        while let Some((gap_a, gap_b)) = self.next_run(a, b) {
            let words = self.same_from(a + gap_a, b + gap_b, usize::MAX);
            (a, b) = (a + gap_a + words, b + gap_b + words);
            steps.push(Step { gap_a, gap_b, words });
        }
        steps
    }

    /// The narrowest gap beyond which the texts agree for long enough; a change of as many words before words left out.
    fn next_run(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let long_enough = |&(gap_a, gap_b): &(usize, usize)| {
            let needed = gap_a.max(gap_b) + BEYOND_GAP;
            self.same_from(a + gap_a, b + gap_b, needed) == needed
        };
        (1..=GAP).flat_map(gaps).find(long_enough)
    }
}

/// The gaps whose wider side has `width` words.
fn gaps(width: usize) -> impl Iterator<Item = (usize, usize)> {
    let uneven = (0..width).rev().flat_map(move |less| [(width, less), (less, width)]);
    std::iter::once((width, width)).chain(uneven)
}
