//! Claims that stand in passages which two texts share word for word: which of them are one claim.

use std::ops::Range;

use crate::matching::{Corpus, Entry, Tie};
use crate::reuse::{Difference, Passage, Side};

/// How many bytes a place may be off, for texts that differ in spaces and marks.
const OFF: usize = 4;

/// Tells the pairs of claims in shared passages, by their places in the corpus, the lower first.
pub fn reprints(corpus: &Corpus, passages: &[Passage], mut tell: impl FnMut(usize, usize, Tie)) {
    let places = places(corpus);
    for passage in passages {
        let inside = |side: &Side| -> Vec<usize> {
            let own = places.get(side.document).cloned().unwrap_or_default();
            own.filter(|place| lies_in(&corpus.entries()[*place], &side.bytes)).collect()
        };
        let right = inside(&passage.b);
        for a in inside(&passage.a) {
            let place = mapped(passage, corpus.entries()[a].claim.mention.span.start);
            let off = |other: usize| corpus.entries()[other].claim.mention.span.start.abs_diff(place);
            // Figures may stand nearer to each other than a place may be off.
            let nearest = right.iter().map(|other| off(*other)).min().filter(|nearest| *nearest <= OFF);
            for b in &right {
                let same = Some(off(*b)) == nearest;
                tell(a.min(*b), a.max(*b), if same { Tie::Same } else { Tie::Other });
            }
        }
    }
}

/// Where the claims of each text stand in the corpus; those of a graph are no text's.
fn places(corpus: &Corpus) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for (place, entry) in corpus.entries().iter().enumerate().filter(|(_, entry)| entry.known.is_none()) {
        places.resize(places.len().max(entry.text + 1), place..place);
        places[entry.text].end = place + 1;
    }
    places
}

fn lies_in(entry: &Entry, bytes: &Range<usize>) -> bool {
    let span = &entry.claim.mention.span;
    bytes.start <= span.start && span.end <= bytes.end
}

/// Where the other text has what stands at a byte of the first one.
fn mapped(passage: &Passage, byte: usize) -> usize {
    let before = passage.differences.iter().filter(|one| one.a.end <= byte || one.a.contains(&byte));
    let (mut from, mut to) = (passage.a.bytes.start, passage.b.bytes.start);
    for Difference { a, b } in before {
        if a.contains(&byte) {
            return b.start + (byte - a.start).min(b.len());
        }
        (from, to) = (a.end, b.end);
    }
    to + (byte - from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::corpus;
    use crate::reuse::passages;
    use crate::text::Document;

    /// What is printed of each pair, and its tie.
    fn shown(a: &str, b: &str) -> Vec<(String, String, Tie)> {
        let read = |text: &str| crate::ingest::documents("a", text.as_bytes()).unwrap().remove(0);
        let documents = [read(a), read(b)];
        let texts = documents.each_ref().map(|document| Document::new(&document.text));
        let corpus = corpus(&documents, &texts, None);
        let printed = |place: usize| corpus.entries()[place].claim.printed.clone();
        let mut found = Vec::new();
        reprints(&corpus, &passages(&texts), |a, b, tie| found.push((printed(a), printed(b), tie)));
        found
    }

    const A: &str =
        "The harbour master closed the port at noon, and 300 lorries had to wait in the rain for the next 12 ferries.";

    #[test]
    fn what_stands_at_one_place_is_one_claim() {
        let found = shown(A, A);
        let same = |one: &&(String, String, Tie)| one.2 == Tie::Same;
        assert!(
            found.iter().filter(same).count() == 3 && found.iter().filter(same).all(|one| one.0 == one.1),
            "{found:?}"
        );
        assert_eq!(found.len(), 9);
    }

    #[test]
    fn a_changed_figure_stands_at_the_place_of_the_old_one() {
        let found = shown(A, &A.replace("300", "1,500").replace("port", "harbour"));
        assert!(found.contains(&("300".into(), "1,500".into(), Tie::Same)), "{found:?}");
        assert!(found.contains(&("12".into(), "1,500".into(), Tie::Other)), "{found:?}");
    }

    #[test]
    fn figures_beside_each_other_are_two() {
        let list =
            "The ferries of the harbour company left the old town of Lorn at noon with crews of 44 20 36 and no cargo.";
        let same = shown(list, list).into_iter().filter(|one| one.2 == Tie::Same).collect::<Vec<_>>();
        assert!(same.iter().all(|one| one.0 == one.1) && same.len() >= 4, "{same:?}");
    }

    #[test]
    fn other_texts_have_no_ties() {
        assert_eq!(shown(A, "Some 300 lorries waited."), []);
    }
}
