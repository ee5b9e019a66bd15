//! Counts of the shipped graph in each format are those of the graph, and both formats relate the same claims.

use std::collections::BTreeSet;

use gainsay::export::{Format, Selection, View};
use gainsay::findings::{Desk, Filter};
use gainsay::model::Archive;
use serde_json::Value;

use crate::linked::support::{CITO, OWN, SCHEMA, exported, of_class, shipped, triples, written};

const BOTH: [Format; 2] = [Format::Turtle, Format::Jsonld];

/// Counts that linked data must come to.
pub fn check(archive: &Archive) {
    let desk = Desk::new(archive);
    let view = View::whole(&desk);
    for format in BOTH {
        let found = triples(&written(&view, format), format);
        let own = |class: &str| of_class(&found, &format!("{OWN}{class}"));
        let evidence = found.iter().filter(|(_, term, _)| *term == format!("{CITO}citesAsEvidence")).count();
        let disagree = found.iter().filter(|(_, term, _)| *term == format!("{CITO}disagreesWith")).count();
        let name = format.name();
        assert_eq!(of_class(&found, &format!("{SCHEMA}Claim")), archive.claims.len(), "{name}");
        assert_eq!(own("Source"), archive.sources.len(), "{name}");
        assert_eq!(own("Actor"), archive.actors.len(), "{name}");
        assert_eq!(own("Place"), archive.places.len(), "{name}");
        assert_eq!(own("Population"), archive.populations.len(), "{name}");
        assert_eq!(own("Event"), archive.events.len(), "{name}");
        assert_eq!(own("Measure"), archive.measures.len(), "{name}");
        assert_eq!(own("Identity"), archive.identities.len(), "{name}");
        assert_eq!(own("Proposition"), archive.propositions.len(), "{name}");
        assert_eq!(own("SharedPassage"), archive.passages.len(), "{name}");
        assert_eq!(own("Comparison"), view.comparisons().len(), "{name}");
        assert_eq!(evidence, archive.claims.values().map(|claim| claim.evidence.len()).sum::<usize>(), "{name}");
        // To disagree is mutual, and stands at both claims.
        assert_eq!(disagree, 2 * view.disagreements().len(), "{name}");
    }
}

/// The triples whose terms are in a namespace.
fn of_namespace(archive: &Archive, format: Format, namespace: &str) -> BTreeSet<(String, String, String)> {
    let all = triples(&exported(archive, format), format);
    all.into_iter().filter(|(_, term, _)| term.starts_with(namespace)).collect()
}

/// What both formats say in the same terms must be the same.
pub fn both_agree(archive: &Archive) {
    for namespace in [CITO, OWN, "http://www.w3.org/ns/oa#"] {
        let [turtle, jsonld] = BOTH.map(|format| of_namespace(archive, format, namespace));
        assert!(turtle == jsonld, "{namespace}: {:?}", turtle.symmetric_difference(&jsonld).next());
    }
}

/// Whatever is named as a value is told of, too.
fn nothing_dangles(view: &View<'_>) {
    for format in BOTH {
        let found = triples(&written(view, format), format);
        let told: BTreeSet<&str> = found.iter().map(|(subject, ..)| subject.as_str()).collect();
        let ours = |object: &&str| object.starts_with("urn:gainsay:") && !object.starts_with(OWN);
        let values = found.iter().filter(|(_, term, _)| *term != format!("{SCHEMA}url"));
        let dangling: Vec<&str> =
            values.map(|(.., object)| object.as_str()).filter(ours).filter(|object| !told.contains(object)).collect();
        assert!(dangling.is_empty(), "{}: {:?}", format.name(), dangling);
    }
}

#[test]
fn the_shipped_graph_counts_the_same() {
    let archive = shipped();
    assert!(!View::whole(&Desk::new(&archive)).disagreements().is_empty());
    check(&archive);
    both_agree(&archive);
}

#[test]
fn whatever_is_named_is_told_of() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    nothing_dangles(&View::whole(&desk));
    let around = Selection::Around { id: "kazakhstan".into(), hops: 1 };
    let trace = Selection::Trace { claim: "kz-arrivals-200k-novaya".into() };
    for selection in [Selection::Disagreements, around, trace] {
        let view = View::new(&desk, &selection, &Filter::default()).unwrap();
        assert!(view.claims().count() > 0 && view.claims().count() < archive.claims.len(), "{selection:?}");
        nothing_dangles(&view);
    }
}

#[test]
fn json_holds_every_record_and_counts_them() {
    let archive = shipped();
    let json: Value = serde_json::from_str(&exported(&archive, Format::Json)).unwrap();
    let listed = |kind: &str| json[kind].as_array().unwrap().len();
    let counted = |what: &str| json["counts"][what].as_u64().unwrap();
    assert_eq!(listed("claims"), archive.claims.len());
    assert_eq!(listed("sources"), archive.sources.len());
    assert_eq!(listed("actors"), archive.actors.len());
    assert_eq!(listed("places"), archive.places.len());
    assert_eq!(listed("populations"), archive.populations.len());
    assert_eq!(listed("events"), archive.events.len());
    assert_eq!(listed("measures"), archive.measures.len());
    assert_eq!(listed("identities"), archive.identities.len());
    assert_eq!(listed("propositions"), archive.propositions.len());
    assert_eq!(listed("passages"), archive.passages.len());
    let desk = Desk::new(&archive);
    let pairs = View::whole(&desk).disagreements().len() as u64;
    assert_eq!(counted("contradictions") + counted("tensions"), pairs);
    assert_eq!(counted("claims") as usize, archive.claims.len());
}
