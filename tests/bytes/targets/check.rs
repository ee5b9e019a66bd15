//! Any text, checked: it does not contradict its own copy, unless it contradicts itself, and what is found lies in the texts.

use gainsay::check::{Checked, check};
use gainsay::compare::Relation;
use gainsay::ingest::documents;
use gainsay::readers::Document;

pub fn run(bytes: &[u8]) {
    let Ok(found) = documents("a.txt", bytes) else { return };
    if opposed(&found) {
        return;
    }
    let mut both = found.clone();
    both.extend(found);
    both.iter_mut().zip(["a.txt", "b.txt"]).for_each(|(document, name)| name.clone_into(&mut document.file));
    assert!(!opposed(&both), "it contradicts its copy: {:?}", both[0].text);
}

/// Whether some claims contradict each other.
fn opposed(documents: &[Document]) -> bool {
    let checked = check(documents, None, &|_| {});
    lie_in(documents, &checked);
    checked.matches.iter().any(|one| one.verdict.relation == Relation::Contradiction)
}

fn lie_in(documents: &[Document], checked: &Checked) {
    for entry in checked.corpus.entries() {
        let text = &documents[entry.text].text;
        assert!(text.get(entry.claim.fragment.clone()).is_some(), "{:?}", entry.claim.fragment);
    }
    let count = checked.corpus.entries().len();
    assert!(checked.matches.iter().all(|one| one.a < count && one.b < count && one.a != one.b));
}
