//! Text reuse: the passages that texts share word for word.
//!
//! Fingerprints find places where two texts may share something (Schleimer, Wilkerson, Aiken, "Winnowing: Local
//! Algorithms for Document Fingerprinting", SIGMOD 2003); from each the shared words are followed in both directions,
//! across a few changed words; what is long enough is a passage. The work grows with the length of all texts together,
//! but for one sort of the fingerprints.

mod ahead;
mod differences;
mod edges;
mod extend;
mod fingerprint;
mod kind;
pub mod limits;
mod passage;
mod seeds;
mod select;
mod worth;

use rayon::prelude::*;

use self::limits::PARTNERS;
use crate::text::Document;

pub use passage::{Difference, Passage, PassageKind, Side, Which};

/// The passages that any two of the documents share, ordered by document and place. A document is not compared with
/// itself. Passages of one pair overlap in neither document; which ones are found does not depend on the order of the
/// documents. Where one passage stands in very many documents, each is compared with some of them only
/// ([`limits::PARTNERS`]).
///
/// ```
/// use gainsay::text::Document;
/// use gainsay::reuse::passages;
///
/// let a = Document::new("The port closed at noon on Sunday, and 300 lorries had to wait in the rain until dawn.");
/// let b = Document::new("Two people said it. The port closed at noon on Sunday, and 500 lorries had to wait in the \
///     rain until dawn.");
/// let found = passages(&[a, b]);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].a.bytes, 0..86);
/// assert_eq!(found[0].b.bytes, 20..106);
/// assert_eq!(found[0].differences.len(), 1);
/// ```
pub fn passages(documents: &[Document<'_>]) -> Vec<Passage> {
    passages_among(documents, PARTNERS, |index| index)
}

/// The same, where one fingerprint links a document with at most `partners` others; `name` orders documents of one text.
pub fn passages_among<K: Ord>(documents: &[Document<'_>], partners: usize, name: impl Fn(usize) -> K) -> Vec<Passage> {
    let order = in_text_order(documents, name);
    let texts: Vec<&[_]> = order.iter().map(|index| documents[*index].words()).collect();
    let seeds = seeds::Seeds::new(&texts, partners);
    let of_document = |first: usize| {
        let own = seeds.of(first);
        let pairs = own.chunk_by(|one, other| one.document == other.document);
        let pair = |same: &[seeds::Seed]| pair_passages(documents, [order[first], order[same[0].document]], same);
        pairs.flat_map(pair).collect::<Vec<_>>()
    };
    let mut found: Vec<Passage> = (0..texts.len()).into_par_iter().flat_map_iter(of_document).collect();
    found.sort_by_key(|passage| passage.place());
    found
}

/// Documents are worked through in the order of their texts, so that nothing depends on the order they were given in.
fn in_text_order<K: Ord>(documents: &[Document<'_>], name: impl Fn(usize) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by(|a, b| documents[*a].text().cmp(documents[*b].text()).then_with(|| name(*a).cmp(&name(*b))));
    order
}

fn pair_passages(documents: &[Document<'_>], pair: [usize; 2], seeds: &[seeds::Seed]) -> Vec<Passage> {
    let [a, b] = pair.map(|index| &documents[index]);
    let words = extend::Pair { a: a.words(), b: b.words() };
    let chains = select::select(extend::chains(words, seeds), |chain| worth::is_worth(a, b, chain));
    let passage = |chain| passage::passage(a, b, pair, chain);
    chains.into_iter().map(passage).map(|found| if pair[0] < pair[1] { found } else { found.mirrored() }).collect()
}
