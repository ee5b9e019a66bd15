//! What a pair of claims is of, for headings.

use std::collections::BTreeSet;

use super::told::value_text;
use crate::extract::claims::terms_of;
use crate::matching::{Entry, Match};
use crate::model::Archive;
use crate::readers::Document;
use crate::text::one_line;

/// The most words that two sentences share which are told.
const WORDS: usize = 3;

/// What a pair is of, where its values do not name it: the measure of the graph, else what is counted, else the words that
/// both sentences have.
pub fn subject(documents: &[Document], graph: Option<&Archive>, entries: &[Entry], one: &Match) -> Option<String> {
    let pair = [&entries[one.a], &entries[one.b]];
    let measure = pair.iter().find_map(|entry| measure(graph, entry));
    measure.or_else(|| match pair.iter().find_map(|entry| entry.claim.counted.as_deref()) {
        Some(counted) => {
            let counted = one_line(counted);
            (!pair.iter().any(|entry| value_text(entry).contains(&counted))).then_some(counted)
        }
        None => shared(documents, pair),
    })
}

fn measure(graph: Option<&Archive>, entry: &Entry) -> Option<String> {
    let archive = graph?;
    let claim = archive.claims.get(entry.known.as_ref()?)?;
    archive.measure_of(claim).map(|measure| measure.name.clone())
}

fn shared(documents: &[Document], [a, b]: [&Entry; 2]) -> Option<String> {
    let sentence = documents.get(a.text)?.text.get(a.claim.sentence.clone())?;
    let other: BTreeSet<u64> = b.claim.terms.iter().map(|one| one.term.key).collect();
    let mut told = Vec::new();
    for word in sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '’') {
        let is_shared = terms_of(word).iter().any(|term| other.contains(&term.key));
        if is_shared && word.starts_with(char::is_alphabetic) && !told.contains(&word) {
            told.push(word);
        }
    }
    told.truncate(WORDS);
    (!told.is_empty()).then(|| told.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;

    fn subject_of(a: &str, b: &str) -> Option<String> {
        let read = |name: &str, text: &str| crate::ingest::documents(name, text.as_bytes()).unwrap().remove(0);
        let documents = [read("a", a), read("b", b)];
        let checked = check(&documents, None, &|_| {});
        subject(&documents, None, checked.corpus.entries(), checked.findings(|_| true)[0])
    }

    #[test]
    fn an_amount_is_told_with_what_both_say_of_it() {
        let found = subject_of(
            "The mayor of Lorn said the repair of the bridge would cost 5 million euros.",
            "The repair of the bridge in Lorn cost 50 million euros, the council said.",
        );
        let found = found.unwrap();
        assert!(found.contains("repair") && found.contains("bridge"), "{found}");
    }

    #[test]
    fn what_a_value_names_is_not_told_again() {
        let found = subject_of("The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats in Lorn.");
        assert_eq!(found, None);
    }
}
