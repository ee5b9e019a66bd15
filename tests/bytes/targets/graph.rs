//! Any text as a file of a graph: faults lie in the text, and a graph that loads reads the same when it is written. What is
//! asked of it gives an answer. The first byte chooses the file.

use std::collections::BTreeMap;

use gainsay::export::{self, Format, View};
use gainsay::findings::{Desk, questions};
use gainsay::lint::lint;
use gainsay::model::{Archive, Claim};
use gainsay::store::record::AddedFile;
use gainsay::store::{Fault, Held, LoadError, load_texts, records, to_ron};

use super::choose;
use super::symmetry::asymmetry;

/// The files of the example that `init` makes.
const EXAMPLE: [(&str, &str); 10] = [
    ("graph.ron", include_str!("../../../src/store/write/template/graph.ron")),
    ("sources.ron", include_str!("../../../src/store/write/template/sources.ron")),
    ("actors.ron", include_str!("../../../src/store/write/template/actors.ron")),
    ("places.ron", include_str!("../../../src/store/write/template/places.ron")),
    ("populations.ron", include_str!("../../../src/store/write/template/populations.ron")),
    ("events.ron", include_str!("../../../src/store/write/template/events.ron")),
    ("measures.ron", include_str!("../../../src/store/write/template/measures.ron")),
    ("propositions.ron", include_str!("../../../src/store/write/template/propositions.ron")),
    ("claims/harbour-report.ron", include_str!("../../../src/store/write/template/claims/harbour-report.ron")),
    ("claims/evening-post.ron", include_str!("../../../src/store/write/template/claims/evening-post.ron")),
];

/// The file that a text stands in, one of each kind.
const FILES: [&str; 14] = [
    "graph.ron",
    "sources.ron",
    "actors.ron",
    "places.ron",
    "populations.ron",
    "events.ron",
    "measures.ron",
    "propositions.ron",
    "claims/harbour-report.ron",
    "judgements/any.ron",
    "reuse.ron",
    "relocations.ron",
    "added/any.ron",
    "inbox/any.ron",
];

/// Claims that are held against each other, at most.
const MOST: usize = 12;

type Texts = BTreeMap<String, String>;

pub fn run(bytes: &[u8]) {
    let Some((name, bytes)) = choose(bytes, &FILES) else { return };
    let mut texts: Texts = EXAMPLE.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    texts.insert(name.to_owned(), String::from_utf8_lossy(bytes).into_owned());
    match load_texts(&texts) {
        Err(error) => refused(error, &texts),
        Ok(held) => loaded(&held, bytes.len()),
    }
}

fn refused(error: LoadError, texts: &Texts) {
    let again = load_texts(texts).expect_err("it was refused before");
    assert_eq!(error.to_string(), again.to_string());
    let LoadError::Faulty(faults) = error else { panic!("{error}") };
    assert!(!faults.is_empty());
    faults.iter().for_each(|fault| lies_in_its_file(fault, texts));
}

fn lies_in_its_file(fault: &Fault, texts: &Texts) {
    let text = &texts[&fault.path];
    assert_eq!(*fault.text, **text);
    assert!(text.get(fault.span.clone()).is_some(), "{:?} is no piece of the text: {fault}", fault.span);
    let locus = fault.locus();
    assert!(locus.line >= 1 && locus.column >= 1 && locus.line <= text.matches('\n').count() + 1, "{fault}");
    assert!(!fault.message.is_empty());
}

fn loaded(held: &Held, chosen: usize) {
    let archive = &held.archive;
    let written = records(archive);
    let again = of_records(&written);
    assert_eq!(to_ron(&records(&again)).expect("as before"), to_ron(&written).expect("it was read"));
    asked(archive, Format::ALL[chosen % Format::ALL.len()]);
}

/// The graph of these records, which are of one that loads.
fn of_records(records: &AddedFile) -> Archive {
    let written = to_ron(records).expect("what was read can be written");
    let graph = "(title: \"t\", format: 1)".to_owned();
    let texts = Texts::from([("graph.ron".to_owned(), graph), ("added/all.ron".to_owned(), written.clone())]);
    match load_texts(&texts) {
        Ok(held) => held.archive,
        Err(LoadError::Faulty(faults)) => panic!("{}\n{written}", faults[0]),
        Err(error) => panic!("{error}"),
    }
}

fn asked(archive: &Archive, format: Format) {
    let desk = Desk::new(archive);
    questions(&desk);
    lint(&desk, None);
    let claims: Vec<&Claim> = archive.claims.values().take(MOST).collect();
    for (at, a) in claims.iter().enumerate() {
        for b in &claims[..at] {
            let found = asymmetry(&desk, a, b);
            assert!(found.is_none(), "{found:?}");
        }
    }
    export::write(&View::whole(&desk), format, &mut std::io::sink()).expect("nothing fails to take it");
}
