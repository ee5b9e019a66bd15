//! Any text: its figures, times, head and claims keep the laws, and it does not contradict its own copy.

use std::ops::Range;

use gainsay::check::check;
use gainsay::compare::Relation;
use gainsay::extract::claim::{Setting, candidates, sentences};
use gainsay::ingest::{documents, head};
use gainsay::readers::Document;
use gainsay::text;

use super::laws;

/// Texts are held against their copies up to that length.
const SHORT: usize = 4_000;

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    laws::figures(&text).and_then(|()| laws::moments(&text)).unwrap_or_else(|broken| panic!("{broken}"));
    headed(&text);
    claims(&text);
    if text.len() <= SHORT
        && let Some(found) = documents("a.txt", text.as_bytes()).ok()
    {
        found.iter().for_each(with_its_copy);
    }
}

fn lies_in(text: &str, span: &Range<usize>) {
    assert!(text.get(span.clone()).is_some(), "{span:?} is no piece of {text:?}");
}

fn headed(text: &str) {
    let found = head(text);
    let parts = [&found.title, &found.outlet, &found.place, &found.agency];
    parts.into_iter().flatten().chain(&found.authors).for_each(|span| lies_in(text, span));
    lies_in(text, &(found.body..text.len()));
    if let Some((days, span)) = found.date {
        assert!(days.first <= days.last, "{days}");
        lies_in(text, &span);
    }
}

fn claims(text: &str) {
    let document = text::Document::new(text);
    document.words().iter().for_each(|word| lies_in(text, &(word.start..word.end)));
    document.quoted().iter().for_each(|span| lies_in(text, span));
    sentences(text, document.words()).iter().for_each(|sentence| lies_in(text, &sentence.span));
    let found = candidates(&document, &Setting::default());
    for claim in &found {
        lies_in(text, &claim.fragment);
        lies_in(text, &claim.sentence);
    }
    assert_eq!(found, candidates(&document, &Setting::default()), "read differently when read again");
}

/// What a text says, its copy does not contradict, unless it contradicts itself.
fn with_its_copy(document: &Document) {
    let is_opposed = |documents: &[Document]| {
        let checked = check(documents, None);
        checked.matches.iter().any(|one| one.verdict.relation == Relation::Contradiction)
    };
    if !is_opposed(std::slice::from_ref(document)) {
        let mut copy = document.clone();
        "b.txt".clone_into(&mut copy.file);
        assert!(!is_opposed(&[document.clone(), copy]), "it contradicts its copy: {:?}", document.text);
    }
}
