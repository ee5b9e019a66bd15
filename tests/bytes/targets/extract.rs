//! Any text: its figures, times, head and claims lie in it and keep the laws.

use std::ops::Range;

use gainsay::extract::claims::{Setting, candidates, sentences};
use gainsay::ingest::head;
use gainsay::text;

use super::laws;

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    laws::figures(&text).and_then(|()| laws::moments(&text)).unwrap_or_else(|broken| panic!("{broken}"));
    headed(&text);
    claims(&text);
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
