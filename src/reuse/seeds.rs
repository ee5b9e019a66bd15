//! Seeds: where two texts have the same fingerprint. Their number is bounded by that of the fingerprints.

use super::fingerprint::fingerprints;
use super::limits::REPEATS;
use crate::text::Word;

/// The same fingerprint in this document and in a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    /// The later document.
    pub document: usize,
    /// The word in this document.
    pub a: usize,
    /// The word in the later one.
    pub b: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    hash: u64,
    document: usize,
    word: usize,
}

/// The fingerprints that several documents have.
pub(super) struct Seeds {
    shared: Vec<Entry>,
    /// For each document the places of its own among them.
    own: Vec<Vec<usize>>,
    partners: usize,
}

impl Seeds {
    /// Finds them; one leads from a document to at most `partners` later ones.
    pub(super) fn new(texts: &[&[Word]], partners: usize) -> Self {
        let shared = shared(entries(texts));
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
        for (index, entry) in shared.iter().enumerate() {
            own[entry.document].push(index);
        }
        Self { shared, own, partners }
    }

    /// The seeds of a document in later ones, in order.
    pub(super) fn of(&self, document: usize) -> Vec<Seed> {
        let own = self.own.get(document).into_iter().flatten();
        let mut seeds: Vec<Seed> = own.flat_map(|index| partners(&self.shared[*index..], self.partners)).collect();
        seeds.sort_unstable();
        seeds
    }
}

fn entries(texts: &[&[Word]]) -> Vec<Entry> {
    let of = |(document, words)| fingerprints(words).map(move |(hash, word)| Entry { hash, document, word });
    let mut entries: Vec<Entry> = texts.iter().copied().enumerate().flat_map(of).collect();
    entries.sort_unstable();
    entries
}

/// Those whose hash more than one document has, the first [`REPEATS`] of each document.
fn shared(entries: Vec<Entry>) -> Vec<Entry> {
    let mut shared = Vec::new();
    for group in entries.chunk_by(|one, other| one.hash == other.hash) {
        if group[0].document != group[group.len() - 1].document {
            let in_document = group.chunk_by(|one, other| one.document == other.document);
            shared.extend(in_document.flat_map(|repeats| &repeats[..repeats.len().min(REPEATS)]));
        }
    }
    shared
}

/// The seeds of the first entry: with the same hash in the next `most` documents that have it.
fn partners(from: &[Entry], most: usize) -> impl Iterator<Item = Seed> {
    let own = from[0];
    let later = from.iter().take_while(move |entry| entry.hash == own.hash);
    let mut last = own.document;
    let mut partners = 0;
    let later = later.filter(move |entry| entry.document != own.document).take_while(move |entry| {
        partners += usize::from(entry.document != last);
        last = entry.document;
        partners <= most
    });
    later.map(move |entry| Seed { document: entry.document, a: own.word, b: entry.word })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::limits::PARTNERS;
    use crate::text::words;

    fn count(texts: &[String]) -> usize {
        let words: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
        let texts: Vec<&[Word]> = words.iter().map(Vec::as_slice).collect();
        let seeds = Seeds::new(&texts, PARTNERS);
        (0..texts.len()).map(|document| seeds.of(document).len()).sum()
    }

    #[test]
    fn what_one_document_repeats_has_a_bounded_number_of_seeds() {
        let texts = ["all work and no play ".repeat(1000), "all work and no play ".repeat(2000)];
        assert!(count(&texts) <= 5 * REPEATS * REPEATS);
    }

    #[test]
    fn what_all_documents_share_has_a_linear_number_of_seeds() {
        let text = |count| vec!["one two three four five six seven eight".to_owned(); count];
        let per_document = count(&text(4 * PARTNERS)) / (4 * PARTNERS);
        assert!(per_document <= 4 * PARTNERS, "{per_document}");
        assert!(count(&text(4 * PARTNERS)) > count(&text(2 * PARTNERS)));
    }

    #[test]
    fn one_document_has_none() {
        assert_eq!(count(&["one two three four five six seven eight ".repeat(9)]), 0);
    }

    #[test]
    fn a_fingerprint_leads_to_as_many_documents_as_it_may() {
        let words = words("one two three four five");
        let texts = [words.as_slice(); 5];
        let reached = |partners, document| {
            let seeds = Seeds::new(&texts, partners).of(document);
            seeds.into_iter().map(|seed| seed.document).collect::<Vec<usize>>()
        };
        assert_eq!(reached(1, 0), [1]);
        assert_eq!(reached(2, 0), [1, 2]);
        assert_eq!(reached(9, 0), [1, 2, 3, 4]);
        assert_eq!(reached(2, 2), [3, 4]);
    }
}
