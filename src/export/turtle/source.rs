//! Sources in Dublin Core.

use crate::export::rdf::{Block, Linked, Object, class, described};
use crate::graph::Node;
use crate::model::Source;

/// A source.
pub(super) fn source(linked: &Linked<'_>, source: &Source) -> Block {
    let classes = [class(source.kind), "prov:Entity", "gainsay:Source"];
    let title = source.title.iter().map(|title| Object::Tagged(title.clone(), source.language.clone()));
    let block = Block::new(linked.iri(&Node::Source(source.id.clone())), &classes)
        .add("dcterms:title", title)
        .add("dcterms:creator", authors(linked, source))
        .add("dcterms:publisher", source.outlet.as_deref().map(|name| linked.outlet(name)))
        .add("dcterms:issued", source.published)
        .add("dcterms:language", [&source.language]);
    described(linked, source, block)
}

/// Each source has authors of its own: nothing says that two of one name are one.
fn authors(linked: &Linked<'_>, source: &Source) -> Vec<Object> {
    let numbered = source.authors.iter().enumerate();
    let author = |(at, name): (usize, &String)| {
        let id = linked.name("source", &[source.id.as_str(), "author", &(at + 1).to_string()]);
        Block::new(id, &["prov:Agent"]).add("schema:name", [name]).into()
    };
    numbered.map(author).collect()
}
