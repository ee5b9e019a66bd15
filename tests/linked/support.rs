//! Exports of graphs, and the triples that parsers of others find in them.

use std::collections::BTreeSet;
use std::path::Path;

use gainsay::export::{Format, View, write};
use gainsay::findings::Desk;
use gainsay::model::Archive;
use gainsay::store::load;
use oxjsonld::JsonLdParser;
use oxrdf::{Literal, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;

/// The namespace of our own terms.
pub const OWN: &str = "urn:gainsay:ns#";
/// The namespace of schema.org.
pub const SCHEMA: &str = "https://schema.org/";
/// The namespace of CiTO.
pub const CITO: &str = "http://purl.org/spar/cito/";

/// The graph that comes with the program.
pub fn shipped() -> Archive {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap_or_else(|error| panic!("{error:?}"))
}

/// A whole graph in a format.
pub fn exported(archive: &Archive, format: Format) -> String {
    let desk = Desk::new(archive);
    written(&View::whole(&desk), format)
}

/// A view in a format.
pub fn written(view: &View<'_>, format: Format) -> String {
    let mut out = Vec::new();
    write(view, format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The triples of a text in either format.
pub fn triples(text: &str, format: Format) -> BTreeSet<(String, String, String)> {
    let parsed: Vec<Triple> = match format {
        Format::Turtle => TurtleParser::new().for_slice(text).map(Result::unwrap).collect(),
        _ => JsonLdParser::new().for_slice(text).map(|quad| quad.unwrap().into()).collect(),
    };
    parsed.into_iter().map(plain).collect()
}

/// A triple as three texts; of a literal, its words or its value.
fn plain(triple: Triple) -> (String, String, String) {
    let NamedOrBlankNode::NamedNode(subject) = triple.subject else { panic!("a thing without a name") };
    let object = match triple.object {
        Term::NamedNode(node) => node.into_string(),
        Term::Literal(literal) => words(&literal),
        other => panic!("{other} has no name"),
    };
    (subject.into_string(), triple.predicate.into_string(), object)
}

/// The words of a literal; of a number, however it is written, its value.
fn words(literal: &Literal) -> String {
    let is_number = ["integer", "decimal", "double"].iter().any(|kind| literal.datatype().as_str().ends_with(kind));
    let number = literal.value().parse::<f64>().ok().filter(|_| is_number);
    number.map_or_else(|| literal.value().to_owned(), |number| number.to_string())
}

/// How many things are of a class.
pub fn of_class(triples: &BTreeSet<(String, String, String)>, class: &str) -> usize {
    triples.iter().filter(|(_, term, object)| term.ends_with("#type") && object == class).count()
}
