//! The words in which two copies of a passage differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::extend::{Chain, Run};
use super::passage::Difference;
use crate::text::{Document, Word, fold};

/// Differences between the runs of a chain, and how many words the gaps share nevertheless: words between two changed
/// ones, and words that differ in spaces and hyphens only ("percent", "per cent"; a word parted at the end of a line).
pub(super) fn differences(a: &Document<'_>, b: &Document<'_>, chain: &Chain) -> (Vec<Difference>, usize) {
    let mut found = Vec::new();
    let mut shared = 0;
    for pair in chain.windows(2) {
        let gap = Gap { a, b, from_a: pair[0].a + pair[0].words, from_b: pair[0].b + pair[0].words };
        shared += gap.differences(&pair[1], &mut found);
    }
    (found, shared)
}

struct Gap<'a> {
    a: &'a Document<'a>,
    b: &'a Document<'a>,
    from_a: usize,
    from_b: usize,
}

impl Gap<'_> {
    /// Adds the differences before the next run; gives the number of words that are none.
    fn differences(&self, next: &Run, found: &mut Vec<Difference>) -> usize {
        if let Some(same) = self.same_letters((self.from_a, next.a), (self.from_b, next.b)) {
            return same;
        }
        let keys = |words: &[Word]| words.iter().map(|word| word.key).collect::<Vec<_>>();
        let (old, new) = (keys(&self.a.words()[self.from_a..next.a]), keys(&self.b.words()[self.from_b..next.b]));
        let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
        ops.iter().map(|op| self.add(op, found)).sum()
    }

    fn add(&self, op: &DiffOp, found: &mut Vec<Difference>) -> usize {
        if let DiffOp::Equal { len, .. } = op {
            return *len;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let in_a = (self.from_a + old.start, self.from_a + old.end);
        let in_b = (self.from_b + new.start, self.from_b + new.end);
        let same = self.same_letters(in_a, in_b);
        if same.is_none() {
            found.push(Difference { a: bytes(self.a, in_a), b: bytes(self.b, in_b) });
        }
        same.unwrap_or(0)
    }

    /// The number of words, if both sides have the same letters.
    fn same_letters(&self, a: (usize, usize), b: (usize, usize)) -> Option<usize> {
        let same = letters(self.a, a) == letters(self.b, b);
        same.then_some((a.1 - a.0).min(b.1 - b.0))
    }
}

fn letters(document: &Document<'_>, (start, end): (usize, usize)) -> String {
    document.words()[start..end].iter().map(|word| fold(&document.text()[word.start..word.end])).collect()
}

/// The bytes of words; of none, the end of the word before.
fn bytes(document: &Document<'_>, (start, end): (usize, usize)) -> std::ops::Range<usize> {
    let words = document.words();
    match words[start..end].first() {
        Some(first) => first.start..words[end - 1].end,
        None => start.checked_sub(1).map_or(0..0, |before| words[before].end..words[before].end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str, chain: &[(usize, usize, usize)]) -> (Vec<(String, String)>, usize) {
        let chain: Chain = chain.iter().map(|(a, b, words)| Run { a: *a, b: *b, words: *words }).collect();
        let (found, shared) = differences(&Document::new(a), &Document::new(b), &chain);
        let cut = |one: Difference| (a[one.a].to_owned(), b[one.b].to_owned());
        (found.into_iter().map(cut).collect(), shared)
    }

    #[test]
    fn changed_words_stand_side_by_side() {
        let (found, shared) = between("a 200,000 came b", "a 300 000 who came b", &[(0, 0, 1), (3, 4, 1)]);
        assert_eq!(found, [("200,000".to_owned(), "300 000 who".to_owned())]);
        assert_eq!(shared, 1);
    }

    #[test]
    fn what_agrees_between_two_changed_words_is_shared() {
        let (found, shared) = between("z a one x two b", "y z a three four x five b", &[(0, 1, 2), (5, 7, 1)]);
        let pairs = [("one", "three four"), ("two", "five")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!((found, shared), (pairs.to_vec(), 1));
        assert_eq!(between("z a one 10 per cent b", "a three 10 percent b", &[(1, 0, 1), (6, 4, 1)]).1, 2);
    }

    #[test]
    fn a_word_left_out_has_an_empty_other_side() {
        let (found, _) = between("a very b", "a b", &[(0, 0, 1), (2, 1, 1)]);
        assert_eq!(found, [("very".to_owned(), String::new())]);
    }

    #[test]
    fn spaces_and_hyphens_make_no_difference() {
        let chain = [(0, 0, 1), (3, 2, 1)];
        assert_eq!(between("10 per cent of", "10 percent of", &chain), (vec![], 1));
        assert_eq!(between("a mobili-\nsation b", "a mobilisation b", &chain), (vec![], 1));
    }

    #[test]
    fn words_that_only_spaces_part_count_as_the_fewer() {
        let chain = [(0, 0, 1), (2, 3, 1)];
        assert_eq!(between("10 percent of", "10 per cent of", &chain), (vec![], 1));
        let later = [(4, 4, 1), (7, 6, 1)];
        assert_eq!(between("a b c d 10 per cent of", "a b c d 10 percent of", &later), (vec![], 1));
    }
}
