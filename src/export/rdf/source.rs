//! What is said of sources in both formats, and of outlets.

use super::block::{Block, Object};
use super::linked::Linked;
use crate::graph::Node;
use crate::model::{Source, SourceKind, Text};

/// Adds what both formats say alike: address, text, and the sources that it cites, links to or republishes.
pub(in crate::export) fn described(linked: &Linked<'_>, source: &Source, block: Block) -> Block {
    let original = source.republishes.as_ref().and_then(|id| linked.link(&Node::Source(id.clone())));
    block
        .add("schema:identifier", [source.id.as_str()])
        .add("dcterms:type", [source.kind.word()])
        .add("schema:url", source.url.clone().map(Object::Address))
        .add("gainsay:retrieved", source.retrieved)
        .add("cito:cites", linked.sources(&source.cites))
        .add("cito:linksTo", linked.sources(&source.links_to))
        .add("prov:wasQuotedFrom", original)
        .add("schema:encoding", source.text.as_ref().map(|own| text(linked, source, own)))
        .add("skos:note", &source.note)
}

/// The class of schema.org.
pub(in crate::export) fn class(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Article => "schema:Article",
        SourceKind::Report => "schema:Report",
        SourceKind::Dataset => "schema:Dataset",
        SourceKind::Statement => "schema:CreativeWork",
        SourceKind::Post => "schema:SocialMediaPosting",
    }
}

fn text(linked: &Linked<'_>, source: &Source, text: &Text) -> Block {
    Block::new(linked.name("source", &[source.id.as_str(), "text"]), &["schema:MediaObject"])
        .add("schema:name", [&text.file])
        .add("schema:sha256", [&text.sha256])
        .add("gainsay:bytes", text.bytes)
}

/// An outlet, which has a name and nothing else.
pub(in crate::export) fn outlet(linked: &Linked<'_>, name: &str) -> Block {
    Block::new(linked.name("outlet", &[name]), &["schema:Organization", "prov:Organization", "gainsay:Outlet"])
        .add("schema:name", [name])
}
