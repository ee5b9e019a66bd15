//! Holds docs/vocabulary.md to what is written: every term of our own and every namespace is named there, and all of them occur.

use std::collections::BTreeSet;
use std::path::Path;

use gainsay::export::Format;
use gainsay::model::{Archive, Judged, Judgement};
use regex::Regex;

use crate::linked::support::{OWN, exported, shipped, triples};
use crate::support::fixture::empty;

/// The shipped graph with what it lacks: a judgement that has reopened, and dates of all kinds.
fn full() -> Archive {
    let mut archive = shipped();
    let on = Judged { claim: "kz-arrivals-300k".into(), fingerprint: Some("000000000000".into()) };
    let date = "2026-01-02".parse().unwrap();
    archive.judgements =
        vec![Judgement { id: "one".into(), on: vec![on], verdict: "v".into(), by: "desk".into(), date }];
    archive.sources.values_mut().for_each(|source| source.retrieved = Some(date));
    archive
}

fn documented() -> BTreeSet<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/vocabulary.md")).unwrap();
    let own = text.split("## Terms of our own").nth(1).unwrap();
    let pattern = Regex::new("`gainsay:([A-Za-z]+)`").unwrap();
    pattern.captures_iter(own).map(|found| found[1].to_owned()).collect()
}

fn used(archive: &Archive, format: Format) -> BTreeSet<String> {
    let all = triples(&exported(archive, format), format);
    let terms = all.into_iter().flat_map(|(_, term, object)| [term, object]);
    terms.filter_map(|iri| iri.strip_prefix(OWN).map(str::to_owned)).collect()
}

#[test]
fn our_own_terms_are_those_of_the_document() {
    // The made-up graph has identities of all kinds.
    let mut archives = [full(), empty().clone()];
    archives[0].measures.values_mut().for_each(|measure| measure.tolerance = Some(5.0));
    let both = |archive| [Format::Turtle, Format::Jsonld].map(|format| used(archive, format));
    let used: BTreeSet<String> = archives.iter().flat_map(both).flatten().collect();
    let documented = documented();
    let unknown: Vec<&String> = used.difference(&documented).collect();
    assert!(unknown.is_empty(), "docs/vocabulary.md does not name {unknown:?}");
    let unused: Vec<&String> = documented.difference(&used).collect();
    assert!(unused.is_empty(), "docs/vocabulary.md names {unused:?}, which nothing has");
}

#[test]
fn every_term_is_of_a_known_vocabulary() {
    let known = [
        "http://purl.org/spar/cito/",
        "http://purl.org/dc/terms/",
        OWN,
        "http://www.w3.org/ns/oa#",
        "http://www.w3.org/ns/prov#",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/2000/01/rdf-schema#",
        "https://schema.org/",
        "http://www.w3.org/2004/02/skos/core#",
    ];
    for format in [Format::Turtle, Format::Jsonld] {
        for (_, term, _) in triples(&exported(&full(), format), format) {
            assert!(known.iter().any(|namespace| term.starts_with(namespace)), "{}: {term}", format.name());
        }
    }
}
