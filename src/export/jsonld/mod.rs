//! JSON-LD: schema.org for claims, sources and reviews, CiTO for relations between claims. `docs/vocabulary.md` says what
//! stands for what.

mod claim;
mod review;
mod serial;
mod source;

use std::io::{self, Write};

use self::serial::Document;
use super::rdf::{Base, Block, Linked, actor, comparison, outlet, passage, vocabulary};
use super::view::View;

/// Writes a part of the graph: each kind of record after the other, by id.
pub(super) fn write(view: &View<'_>, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let linked = &Linked::new(view, base);
    let mut document = Document::new(out)?;
    document.entry(&graph(linked))?;
    view.sources().try_for_each(|record| document.entry(&source::source(linked, record)))?;
    linked.outlets().into_iter().try_for_each(|name| document.entry(&outlet(linked, name)))?;
    view.actors().try_for_each(|record| document.entry(&actor(linked, record)))?;
    vocabulary(linked).try_for_each(|block| document.entry(&block))?;
    view.claims().try_for_each(|record| document.entry(&claim::claim(linked, record)))?;
    linked.comparisons.iter().try_for_each(|pair| document.entry(&comparison(linked, pair)))?;
    view.judgements().into_iter().try_for_each(|record| document.entry(&review::review(linked, record)))?;
    view.passages().into_iter().try_for_each(|record| document.entry(&passage(linked, record)))?;
    document.finish()
}

fn graph(linked: &Linked<'_>) -> Block {
    Block::new(linked.graph(), &["schema:Dataset", "gainsay:Graph"]).add("schema:name", [&linked.archive().title])
}
