//! Turtle: PROV-O for who has it from whom, Web Annotation for evidence, CiTO for relations, Dublin Core for sources.
//! `docs/vocabulary.md` says what stands for what.

mod claim;
mod judgement;
mod serial;
mod source;

use std::io::{self, Write};

use self::serial::Serializer;
use super::rdf::{Base, Block, Linked, actor, comparison, outlet, passage, vocabulary};
use super::view::View;

/// Kinds whose names get a prefix.
const KINDS: [&str; 12] = [
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
];

/// Writes a part of the graph: each kind of record after the other, by id.
pub(super) fn write(view: &View<'_>, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let linked = &Linked::new(view, base);
    let kinds = KINDS.into_iter().chain(["source"]);
    let mut turtle = Serializer::new(kinds.map(|kind| (kind, linked.of_kind(kind))), out)?;
    turtle.block(&graph(linked))?;
    view.sources().try_for_each(|record| turtle.block(&source::source(linked, record)))?;
    linked.outlets().into_iter().try_for_each(|name| turtle.block(&outlet(linked, name)))?;
    view.actors().try_for_each(|record| turtle.block(&actor(linked, record)))?;
    vocabulary(linked).try_for_each(|block| turtle.block(&block))?;
    view.claims().try_for_each(|record| turtle.block(&claim::claim(linked, record)))?;
    linked.comparisons.iter().try_for_each(|pair| turtle.block(&comparison(linked, pair)))?;
    view.judgements().into_iter().try_for_each(|record| turtle.block(&judgement::judgement(linked, record)))?;
    view.passages().into_iter().try_for_each(|record| turtle.block(&passage(linked, record)))?;
    turtle.finish()
}

fn graph(linked: &Linked<'_>) -> Block {
    Block::new(linked.graph(), &["schema:Dataset", "gainsay:Graph"]).add("dcterms:title", [&linked.archive().title])
}
