//! JSON-LD: schema.org for claims, sources and reviews, CiTO for relations between claims. `docs/vocabulary.md` says what
//! stands for what.

mod claim;
mod review;
mod serial;
mod source;

use std::io::{self, Write};

use self::serial::Document;
use super::rdf::{Base, Block, Dialect, Linked, each};
use super::view::View;

/// Writes a part of the graph: each kind of record after the other, by id.
pub(super) fn write(view: &View<'_>, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let linked = &Linked::new(view, base);
    let mut document = Document::new(out)?;
    let dialect = Dialect { graph, source: source::source, claim: claim::claim, judgement: review::review };
    each(linked, &dialect, |block| document.entry(block))?;
    document.finish()
}

fn graph(linked: &Linked<'_>) -> Block {
    Block::new(linked.graph(), &["schema:Dataset", "gainsay:Graph"]).add("schema:name", [&linked.archive().title])
}
