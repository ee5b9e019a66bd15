//! What texts themselves say of two claims: that they are one, two, or a whole and its part.

mod parts;
pub(super) mod reprint;
mod restated;

use std::collections::BTreeMap;

use self::parts::parts;
use self::reprint::reprints;
use self::restated::restated;
use crate::matching::{Corpus, Tie};
use crate::reuse::Passage;

/// Ties between claims, by their places, the lower first.
pub type Ties = BTreeMap<(usize, usize), Tie>;

/// The ties of all claims.
pub fn ties(corpus: &Corpus, passages: &[Passage]) -> Ties {
    let mut ties = Ties::new();
    reprints(corpus, passages, |a, b, tie| {
        ties.insert((a, b), tie);
    });
    ties.extend(restated(corpus).into_iter().map(|pair| (pair, Tie::Same)));
    ties.extend(parts(corpus).into_iter().map(|pair| (pair, Tie::Part)));
    ties
}

/// The same where copies are told once: what holds for a copy holds for the claim that stands for it. Each copy in another
/// text is tied to that as the same.
pub fn folded(corpus: &Corpus, passages: &[Passage]) -> Ties {
    let mut ties = Ties::new();
    let text = |place: usize| corpus.entries()[place].text;
    reprints(corpus, passages, |a, b, tie| {
        let (a, b) = (corpus.first(a), corpus.first(b));
        if text(a) != text(b) {
            // One passage may have them at one place and another at two: then they are one.
            let known = ties.entry((a.min(b), a.max(b))).or_insert(tie);
            *known = if tie == Tie::Same { tie } else { *known };
        }
    });
    let told = (0..corpus.entries().len()).map(|copy| (corpus.first(copy), copy));
    ties.extend(
        told.filter(|(first, copy)| text(*first) != text(*copy))
            .map(|(first, copy)| ((first.min(copy), first.max(copy)), Tie::Same)),
    );
    let own = |pair: &(usize, usize)| stands_alone(corpus, *pair);
    ties.extend(restated(corpus).into_iter().filter(own).map(|pair| (pair, Tie::Same)));
    ties.extend(parts(corpus).into_iter().filter(own).map(|pair| (pair, Tie::Part)));
    ties
}

/// Whether no other text tells both claims in the stead of this one.
fn stands_alone(corpus: &Corpus, (a, b): (usize, usize)) -> bool {
    let (one, other) = (corpus.first(a), corpus.first(b));
    (one, other) == (a, b) || corpus.entries()[one].text != corpus.entries()[other].text
}
