//! Laws of checking texts against each other, on the clusters of reports, on texts made of their sentences, and on any text.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use gainsay::check::{Checked, check, compare};
use gainsay::compare::Relation;
use gainsay::extract::claims::{Setting, candidates, sentences};
use gainsay::ingest::documents;
use gainsay::matching::Entry;
use gainsay::readers::Document;
use gainsay::text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A side of a finding: the file and where its figure stands.
type Side = (String, usize, usize);

/// The folders of all clusters.
fn clusters() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clusters");
    let of = |part: &str| fs::read_dir(root.join(part)).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = ["tuned", "unread"].into_iter().flat_map(of).collect();
    all.sort();
    all
}

fn read(name: &str, text: &str) -> Document {
    documents(name, text.as_bytes()).unwrap().remove(0)
}

/// The reports of a cluster.
fn reports(folder: &Path) -> Vec<Document> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| read(&path.display().to_string(), &fs::read_to_string(path).unwrap())).collect()
}

/// All sentences of the reports that rules are tuned on.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tuned = clusters().into_iter().filter(|folder| folder.parent().is_some_and(|part| part.ends_with("tuned")));
    let all = tuned.flat_map(|folder| reports(&folder));
    let cut = |document: Document| {
        let own = sentences(&document.text, &text::words(&document.text));
        own.into_iter().map(|one| format!("{}.", &document.text[one.span])).collect::<Vec<_>>()
    };
    all.flat_map(cut).collect()
});

/// A text of some of these sentences, each once.
fn text_of(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let one = Just(()).prop_flat_map(|()| select(SENTENCES.clone()));
    vec(one, count).prop_map(|some| {
        let mut seen = BTreeSet::new();
        some.into_iter().filter(|one| seen.insert(one.clone())).collect::<Vec<_>>().join(" ")
    })
}

fn side(texts: &[Document], entry: &Entry) -> Side {
    (texts[entry.text].file.clone(), entry.claim.fragment.start, entry.claim.fragment.end)
}

/// The findings, whichever side comes first.
fn found(texts: &[Document], checked: &Checked) -> BTreeSet<(Side, Side, Relation)> {
    let entries = checked.corpus.entries();
    let pair = |one: &gainsay::matching::Match| {
        let (a, b) = (side(texts, &entries[one.a]), side(texts, &entries[one.b]));
        (a.clone().min(b.clone()), a.max(b), one.verdict.relation)
    };
    checked.matches.iter().map(pair).collect()
}

/// The contradictions between two texts, in words.
fn across(texts: &[Document], checked: &Checked) -> Vec<String> {
    let entries = checked.corpus.entries();
    let words = |entry: &Entry| texts[entry.text].text[entry.claim.sentence.clone()].to_owned();
    let between = checked
        .findings(|one| one.verdict.relation == Relation::Contradiction && entries[one.a].text != entries[one.b].text);
    between.iter().map(|one| format!("{}\n{}", words(&entries[one.a]), words(&entries[one.b]))).collect()
}

/// A text and the same once more: what one says, the other does not contradict, unless it contradicts itself.
fn with_itself(text: &str) -> Vec<String> {
    let alone = [read("a", text)];
    let checked = check(&alone, None, &|_| {});
    if checked.matches.iter().any(|one| one.verdict.relation == Relation::Contradiction) {
        return Vec::new();
    }
    let both = [read("a", text), read("b", text)];
    across(&both, &check(&both, None, &|_| {}))
}

#[test]
fn a_report_does_not_contradict_itself() {
    for report in clusters().iter().flat_map(|folder| reports(folder)) {
        let found = with_itself(&report.text);
        assert!(found.is_empty(), "{}: {}", report.file, found.len());
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    for folder in clusters() {
        let mut texts = reports(&folder);
        let forth = found(&texts, &check(&texts, None, &|_| {}));
        texts.reverse();
        let back = found(&texts, &check(&texts, None, &|_| {}));
        let differ: Vec<_> = forth.symmetric_difference(&back).collect();
        assert!(differ.is_empty() && !forth.is_empty(), "{}: {differ:?}", folder.display());
    }
}

#[test]
fn the_order_of_many_files_changes_nothing() {
    let mut texts: Vec<Document> = clusters().iter().flat_map(|folder| reports(folder)).collect();
    // Every third report once more under another name, so that there are copies.
    let again = |one: &Document| read(&format!("{} again", one.file), &one.text);
    let copies: Vec<Document> = texts.iter().step_by(3).map(again).collect();
    texts.extend(copies);
    let forth = check(&texts, None, &|_| {});
    assert!(forth.corpus.is_large());
    let forth = found(&texts, &forth);
    texts.reverse();
    let back = found(&texts, &check(&texts, None, &|_| {}));
    assert!(forth == back, "{:?}", forth.symmetric_difference(&back).take(5).collect::<Vec<_>>());
    let by_name = |document: &Document| document.text.len() * 7 % 31;
    texts.sort_by_key(by_name);
    assert!(forth == found(&texts, &check(&texts, None, &|_| {})));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_text_of_any_sentences_does_not_contradict_itself(text in text_of(1..24)) {
        let found = with_itself(&text);
        prop_assert!(found.is_empty(), "{}", found.join("\n\n"));
    }

    #[test]
    fn the_order_of_any_texts_changes_nothing(a in text_of(1..16), b in text_of(1..16)) {
        let texts = [read("a", &a), read("b", &b)];
        let turned = [read("b", &b), read("a", &a)];
        prop_assert_eq!(found(&texts, &check(&texts, None, &|_| {})), found(&turned, &check(&turned, None, &|_| {})));
    }

    #[test]
    fn statements_contradict_either_way_round(a in text_of(1..2), b in text_of(1..2)) {
        let contradict = |a: &str, b: &str| compare(a, b).relation == Relation::Contradiction;
        prop_assert_eq!(contradict(&a, &b), contradict(&b, &a));
    }

    #[test]
    fn claims_stand_in_their_text(text in prop_oneof![any::<String>(), mixed()]) {
        let document = text::Document::new(&text);
        for claim in candidates(&document, &Setting::default()) {
            let span = claim.mention.span.clone();
            for part in [&span, &claim.sentence, &claim.fragment] {
                prop_assert!(text.get(part.clone()).is_some(), "{part:?}");
            }
            prop_assert!(claim.fragment.start == span.start && claim.fragment.end >= span.end);
            let after = &text[span.end..claim.fragment.end];
            prop_assert!(text::words(after).len() <= 8, "{after:?}");
        }
    }

    #[test]
    fn any_texts_are_checked(a in prop_oneof![any::<String>(), mixed()], b in mixed()) {
        let texts = [("a", &a), ("b", &b)].map(|(name, text)| documents(name, text.as_bytes()));
        let texts: Vec<Document> = texts.into_iter().flatten().flatten().collect();
        let checked = check(&texts, None, &|_| {});
        for one in &checked.matches {
            prop_assert!((0.0..=1.0).contains(&one.score), "{}", one.score);
            prop_assert!(one.a < one.b && one.b < checked.corpus.entries().len());
        }
    }
}

/// Figures, words and signs in any order.
fn mixed() -> impl Strategy<Value = String> {
    let bits = "40|3 million|$5|12 percent|two weeks|Monday|4 May|in|Lorn|people|boats|killed|denied|said|of them|the|largest|from|to|by|,|.|\n\n|“|”|(|)|é|\u{301}|😀|—|%|-";
    vec(select(bits.split('|').collect::<Vec<_>>()), 0..40).prop_map(|bits| bits.join(" "))
}

#[test]
fn a_paragraph_ten_times_gives_each_finding_once() {
    let paragraph = "Police counted 7,500 people at the march through Lorn on Monday.";
    let other = "About 12,000 people marched through Lorn on Monday, the union said.";
    let once = [read("a", paragraph), read("b", other)];
    let often = [read("a", &[paragraph; 10].join("\n\n")), read("b", other)];
    let (once, often) = (across(&once, &check(&once, None, &|_| {})), across(&often, &check(&often, None, &|_| {})));
    assert_eq!((once.len(), often.len()), (1, 1));
}
