//! Claims that stand in passages which two texts share word for word: which of them are one claim.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::matching::{Corpus, Entry, Tie};
use crate::trace::reuse::{Difference, Passage};

/// How many bytes a place may be off, for texts that differ in spaces and marks.
const OFF: usize = 4;

/// Pairs of claims in shared passages, by their places in the corpus.
pub fn reprints(corpus: &Corpus, passages: &[Passage]) -> BTreeMap<(usize, usize), Tie> {
    let mut found = BTreeMap::new();
    for passage in passages {
        let inside = |text: usize, bytes: &Range<usize>| {
            let all = corpus.entries();
            let first = all.partition_point(|entry| entry.text < text);
            let claims = all.iter().enumerate().skip(first).take_while(|(_, entry)| entry.text == text);
            claims.filter(|(_, entry)| lies_in(entry, bytes)).collect::<Vec<_>>()
        };
        let right = inside(passage.b.document, &passage.b.bytes);
        for (a, one) in inside(passage.a.document, &passage.a.bytes) {
            let place = mapped(passage, one.claim.mention.span.start);
            let off = |other: &Entry| other.claim.mention.span.start.abs_diff(place);
            // Figures may stand nearer to each other than a place may be off.
            let nearest = right.iter().map(|(_, other)| off(other)).min().filter(|nearest| *nearest <= OFF);
            for (b, other) in &right {
                let same = Some(off(other)) == nearest;
                found.insert((a.min(*b), a.max(*b)), if same { Tie::Same } else { Tie::Other });
            }
        }
    }
    found
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
