//! What is found in the articles that lie beside the project, where they do.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use gainsay::check::{Checked, check};
use gainsay::compare::Relation;
use gainsay::ingest::documents;
use gainsay::matching::Entry;
use gainsay::readers::Document;

/// The articles with what is found in them; none where they are not at hand.
static CHECKED: LazyLock<Option<(Vec<Document>, Checked)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(entries) = fs::read_dir(folder) else {
        println!("no articles beside the project: nothing to check");
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        documents(&name, fs::read(path).unwrap().as_slice()).unwrap()
    };
    let texts: Vec<Document> = paths.iter().flat_map(read).collect();
    let checked = check(&texts, None, &|_| {});
    Some((texts, checked))
});

/// A figure: how the name of its file begins, and how its fragment does.
type Figure = (&'static str, &'static str);

fn is(texts: &[Document], entry: &Entry, (file, fragment): Figure) -> bool {
    let own = &texts[entry.text];
    let shown = &own.text[entry.claim.fragment.clone()];
    own.file.starts_with(file) && (shown == fragment || shown.starts_with(&format!("{fragment} ")))
}

/// How two figures are found to relate; none where the articles are not at hand.
fn relations(a: Figure, b: Figure) -> Option<Vec<Relation>> {
    let (texts, checked) = CHECKED.as_ref()?;
    let entries = checked.corpus.entries();
    for figure in [a, b] {
        assert!(entries.iter().any(|entry| is(texts, entry, figure)), "no claim {figure:?}");
    }
    let of = |x: usize, y: usize| is(texts, &entries[x], a) && is(texts, &entries[y], b);
    let found = checked.matches.iter().filter(|one| of(one.a, one.b) || of(one.b, one.a));
    Some(found.map(|one| one.verdict.relation).collect())
}

fn contradict(a: Figure, b: Figure) {
    if let Some(found) = relations(a, b) {
        assert!(found.contains(&Relation::Contradiction), "{a:?} and {b:?}: {found:?}");
    }
}

fn do_not_contradict(a: Figure, b: Figure) {
    if let Some(found) = relations(a, b) {
        assert!(!found.contains(&Relation::Contradiction), "{a:?} and {b:?}");
    }
}

#[test]
fn the_articles_share_one_passage() {
    if let Some((texts, checked)) = CHECKED.as_ref() {
        let files = |one: &gainsay::reuse::Passage| [one.a.document, one.b.document].map(|at| &texts[at].file[..3]);
        assert_eq!(checked.passages.iter().map(files).collect::<Vec<_>>(), [["000", "002"]]);
    }
}

#[test]
fn the_length_of_the_border_is_one() {
    if let Some(found) = relations(("000", "7 644-kilometre"), ("003", "7,644 kilometers")) {
        assert_eq!(found, [Relation::Agreement]);
    }
}

#[test]
fn a_week_does_not_contradict_a_fortnight() {
    do_not_contradict(("001", "100,000"), ("002", "200,000"));
    do_not_contradict(("001", "100,000"), ("003", "300,000"));
}

#[test]
fn applications_and_dollars_are_no_arrivals() {
    do_not_contradict(("003", "200,000 applications"), ("003", "300,000"));
    do_not_contradict(("003", "200,000 applications"), ("002", "200,000"));
    do_not_contradict(("003", "$300,000"), ("003", "300,000"));
    do_not_contradict(("003", "$300,000"), ("002", "200,000"));
}

#[test]
fn arrivals_after_the_mobilisation_contradict() {
    contradict(("002", "200,000"), ("003", "300,000"));
}

#[test]
fn arrivals_of_two_countries_do_not_contradict() {
    do_not_contradict(("002", "200,000"), ("003", "80,000"));
}

#[test]
fn a_slip_of_a_conversion_contradicts() {
    contradict(("003", "1400 km"), ("003", "250 miles"));
}

#[test]
fn a_right_conversion_does_not_contradict() {
    do_not_contradict(("003", "400 km"), ("003", "250 miles"));
}

#[test]
fn the_days_of_the_mobilisation_contradict() {
    contradict(("000", "October 2022"), ("003", "September 21"));
}
