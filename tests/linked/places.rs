//! Places of evidence in characters, where texts are at hand.

use std::collections::BTreeSet;

use gainsay::export::{Format, View};
use gainsay::findings::Desk;

use crate::linked::support::{of_class, shipped, triples, written};

const OA: &str = "http://www.w3.org/ns/oa#";

/// In a text of letters of two bytes each, a character's place is half of its byte's.
#[test]
fn characters_are_told_where_the_text_is_at_hand() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let mut view = View::whole(&desk);
    let text = "é".repeat(20_000);
    view.texts = archive.sources.keys().map(|id| (id.clone(), text.clone())).collect();
    let evidence = archive.claims.values().flat_map(|claim| &claim.evidence).filter_map(|evidence| evidence.bytes);
    let fits = |bytes: &(usize, usize)| bytes.0.is_multiple_of(2) && bytes.1.is_multiple_of(2) && bytes.1 <= text.len();
    let expected = evidence.filter(fits).count();
    assert!(expected > 10);
    for format in [Format::Turtle, Format::Jsonld] {
        let found = triples(&written(&view, format), format);
        let told = found.iter().filter(|(name, ..)| name.ends_with(".characters"));
        let names: BTreeSet<&str> = told
            .filter(|(_, _, object)| object.ends_with("TextPositionSelector"))
            .map(|(name, ..)| name.as_str())
            .collect();
        let claims = names.iter().filter(|name| name.contains(":claim/")).count();
        assert_eq!(claims, expected, "{format:?}");
        for name in names {
            let start = |name: &str| {
                let of = |(own, term, _): &&(String, String, String)| own == name && *term == format!("{OA}start");
                found.iter().find(of).map(|(.., object)| object.parse::<usize>().unwrap())
            };
            let bytes = start(&name.replace(".characters", ".bytes")).unwrap();
            assert_eq!(start(name).unwrap() * 2, bytes, "{name}");
        }
    }
}

#[test]
fn without_texts_there_are_bytes_alone() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let found = triples(&written(&View::whole(&desk), Format::Turtle), Format::Turtle);
    assert_eq!(of_class(&found, &format!("{OA}TextPositionSelector")), 0);
    assert!(of_class(&found, &format!("{OA}DataPositionSelector")) > 200);
}
