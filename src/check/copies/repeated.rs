//! Claims that a text makes several times in the same words: what is found of them is told once.

use std::collections::{BTreeMap, BTreeSet};

use crate::matching::{Corpus, Entry, Match};
use crate::readers::Document;

/// The pairs without those that repeat others, without a claim beside its own repetition, and without disagreements of a
/// sentence with its own copy.
pub fn once(corpus: &Corpus, documents: &[Document], matches: Vec<Match>) -> Vec<Match> {
    let firsts = firsts(corpus, documents);
    let first = |place: usize| firsts.get(place).copied().unwrap_or(place);
    let mut told = BTreeSet::new();
    let mut found = matches;
    found.retain(|one| {
        let (a, b) = (first(one.a), first(one.b));
        a != b && !within_a_copy(corpus, documents, one) && told.insert((a, b, one.verdict.relation))
    });
    found
}

/// Whether figures of two texts disagree that stand at different places of one sentence, word for word: in the one text they
/// are two claims, and so they are in both.
fn within_a_copy(corpus: &Corpus, documents: &[Document], one: &Match) -> bool {
    let (a, b) = (&corpus.entries()[one.a], &corpus.entries()[one.b]);
    let disagree = one.verdict.relation.is_disagreement();
    let sides = if disagree && a.text != b.text { words(a, documents).zip(words(b, documents)) } else { None };
    sides.is_some_and(|((own, at), (other, there))| own == other && at != there)
}

/// For each claim the first that its text makes at the same place of the same sentence.
pub fn firsts(corpus: &Corpus, documents: &[Document]) -> Vec<usize> {
    let mut known: BTreeMap<(usize, usize, &str), usize> = BTreeMap::new();
    let first = |(place, entry): (usize, &Entry)| match words(entry, documents) {
        Some((sentence, at)) => *known.entry((entry.text, at, sentence)).or_insert(place),
        None => place,
    };
    corpus.entries().iter().enumerate().map(first).collect()
}

/// The sentence of a claim of a document, and where in it the figure stands.
fn words<'a>(entry: &Entry, documents: &'a [Document]) -> Option<(&'a str, usize)> {
    let document = documents.get(entry.text).filter(|_| entry.known.is_none())?;
    let sentence = document.text.get(entry.claim.sentence.clone())?;
    Some((sentence, entry.claim.mention.span.start.checked_sub(entry.claim.sentence.start)?))
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::compare::Relation;
    use crate::ingest::documents;
    use crate::matching::Match;
    use crate::readers::Document;

    fn read(name: &str, text: &str) -> Document {
        documents(name, text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn what_is_repeated_is_told_once() {
        let police = "Police counted 7,500 people at the march through Lorn on Monday.";
        let union = read("b", "About 12,000 people marched through Lorn on Monday, the union said.");
        for often in [1, 2, 5] {
            let texts = [read("a", &vec![police; often].join("\n\n")), union.clone()];
            let figures = check(&texts, None, &|_| {}).findings(|one| one.verdict.gap.is_some()).len();
            assert_eq!(figures, 1, "{often} times");
        }
    }

    #[test]
    fn a_sentence_does_not_disagree_with_its_copy() {
        for sentence in ["They counted 7 (6 before) boats.", "Boats: 7, 6, 44 and 750"] {
            let texts = [read("a", sentence), read("b", sentence)];
            let found = check(&texts, None, &|_| {});
            assert!(!found.matches.is_empty(), "{sentence}");
            let disagree = |one: &Match| one.verdict.relation.is_disagreement();
            assert!(!found.matches.iter().any(disagree), "{sentence}");
        }
        let other = [read("a", "They counted 7 (6 before) boats."), read("b", "They counted 9 (8 before) boats.")];
        assert!(check(&other, None, &|_| {}).matches.iter().any(|one| one.verdict.relation == Relation::Contradiction));
    }
}
