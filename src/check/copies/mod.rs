//! Claims that texts have word for word from each other or say again: in large collections one stands for all.

pub(super) mod cap;
pub(super) mod repeated;

use petgraph::unionfind::UnionFind;

use self::repeated::firsts;
use super::ties::reprint::reprints;
use crate::matching::{Corpus, Entry, Tie};
use crate::readers::Document;
use crate::reuse::Passage;

/// For each claim the place of the first that says the same in the same words: in its own text, or in a passage that both
/// texts share. That is the one of the text that was published first ([`Corpus::order`]).
pub fn copies(corpus: &Corpus, documents: &[Document], passages: &[Passage]) -> Vec<usize> {
    let all = corpus.entries();
    let mut alike = UnionFind::new(all.len());
    for (place, first) in firsts(corpus, documents).into_iter().enumerate() {
        alike.union(place, first);
    }
    reprints(corpus, passages, |a, b, tie| {
        if tie == Tie::Same && is_copy(&all[a], &all[b], documents) {
            alike.union(a, b);
        }
    });
    firsts_of(corpus, &alike.into_labeling())
}

/// The first of those that have one label, for each claim.
fn firsts_of(corpus: &Corpus, labels: &[usize]) -> Vec<usize> {
    let mut firsts: Vec<usize> = (0..labels.len()).collect();
    for (place, label) in labels.iter().enumerate() {
        if corpus.order(place, firsts[*label]).is_lt() {
            firsts[*label] = place;
        }
    }
    labels.iter().map(|label| firsts[*label]).collect()
}

/// Whether two claims say the same of the same days in the same sentence.
fn is_copy(one: &Entry, other: &Entry, documents: &[Document]) -> bool {
    let sentence = |entry: &Entry| documents.get(entry.text)?.text.get(entry.claim.sentence.clone());
    one.claim.said == other.claim.said && sentence(one).is_some() && sentence(one) == sentence(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::corpus;
    use crate::reuse::passages;
    use crate::text;

    /// What is printed of each claim, and the text of the one that stands for it.
    fn shown(texts: &[&str]) -> Vec<(String, usize)> {
        let read = |(number, text): (usize, &&str)| {
            crate::ingest::documents(&format!("{number}.txt"), text.as_bytes()).unwrap().remove(0)
        };
        let documents: Vec<Document> = texts.iter().enumerate().map(read).collect();
        let texts: Vec<_> = documents.iter().map(|document| text::Document::new(&document.text)).collect();
        let corpus = corpus(&documents, &texts, None);
        let firsts = copies(&corpus, &documents, &passages(&texts));
        let of = |(place, entry): (usize, &Entry)| (entry.claim.printed.clone(), corpus.entries()[firsts[place]].text);
        corpus.entries().iter().enumerate().map(of).collect()
    }

    const A: &str = "The harbour master closed the port at noon on Sunday, and 300 lorries had to wait in the rain.";

    #[test]
    fn a_copy_stands_with_the_first() {
        let found = shown(&[A, "Nine umbrellas broke.", A]);
        assert!(found.contains(&("300".into(), 0)) && found.contains(&("Nine".into(), 1)), "{found:?}");
        assert!(found.iter().all(|(_, text)| *text < 2), "{found:?}");
    }

    #[test]
    fn a_changed_figure_and_a_sentence_like_others_are_none() {
        let found = shown(&[A, &A.replace("300", "500"), "Ten boats sank.", "Ten boats sank."]);
        assert!(found.contains(&("300".into(), 0)) && found.contains(&("500".into(), 1)), "{found:?}");
        assert!(found.contains(&("Ten".into(), 3)), "{found:?}");
    }
}
