//! Sources in schema.org.

use crate::export::rdf::{Block, Linked, Object, class, described, outlet};
use crate::graph::Node;
use crate::model::Source;

/// A source.
pub(super) fn source(linked: &Linked<'_>, source: &Source) -> Block {
    let block = brief(linked, source, &[class(source.kind), "gainsay:Source"])
        .add("schema:author", authors(linked, source))
        .add("schema:publisher", source.outlet.as_deref().map(|name| outlet(linked, name)))
        .add("schema:inLanguage", [&source.language])
        .add("schema:citation", linked.sources(&source.cites))
        .add("schema:isBasedOn", source.republishes.as_ref().and_then(|id| linked.link(&Node::Source(id.clone()))));
    described(linked, source, block)
}

/// A source in short: what it is, title, address and date.
pub(super) fn brief(linked: &Linked<'_>, source: &Source, classes: &[&'static str]) -> Block {
    Block::new(linked.iri(&Node::Source(source.id.clone())), classes)
        .add("schema:name", &source.title)
        .add("schema:url", source.url.clone().map(Object::Address))
        .add("schema:datePublished", source.published)
}

/// Each source has authors of its own: nothing says that two of one name are one.
pub(super) fn authors(linked: &Linked<'_>, source: &Source) -> Vec<Object> {
    let numbered = source.authors.iter().enumerate();
    let author = |(at, name): (usize, &String)| {
        let id = linked.name("source", &[source.id.as_str(), "author", &(at + 1).to_string()]);
        Block::new(id, &["schema:Person"]).add("schema:name", [name]).into()
    };
    numbered.map(author).collect()
}
