//! Turtle: PROV-O for who has it from whom, Web Annotation for evidence, CiTO for relations, Dublin Core for sources.
//! `docs/vocabulary.md` says what stands for what.

mod claim;
mod judgement;
mod serial;
mod source;

use std::io::{self, Write};

use self::serial::Serializer;
use super::rdf::{Base, Block, Dialect, Linked, each};
use super::view::View;

/// Kinds whose names get a prefix.
const KINDS: [&str; 13] = [
    "actor",
    "claim",
    "comparison",
    "event",
    "identity",
    "judgement",
    "measure",
    "outlet",
    "passage",
    "place",
    "population",
    "proposition",
    "source",
];

/// Writes a part of the graph: each kind of record after the other, by id.
pub(super) fn write(view: &View<'_>, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let linked = &Linked::new(view, base);
    let mut turtle = Serializer::new(KINDS.into_iter().map(|kind| (kind, linked.of_kind(kind))), out)?;
    let dialect = Dialect { graph, source: source::source, claim: claim::claim, judgement: judgement::judgement };
    each(linked, &dialect, |block| turtle.block(block))?;
    turtle.finish()
}

fn graph(linked: &Linked<'_>) -> Block {
    Block::new(linked.graph(), &["schema:Dataset", "gainsay:Graph"]).add("dcterms:title", [&linked.archive().title])
}
