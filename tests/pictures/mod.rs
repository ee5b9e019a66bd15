//! Pictures of graphs: each format is read again under its own grammar, for small, made-up and hostile graphs.

mod change;
mod counting;
mod dot_grammar;
mod graphs;
mod hostile;
#[allow(dead_code, reason = "benchmarks use the rest")]
mod made;
mod mermaid_grammar;
mod shown;
mod xml;

use gainsay::export::{Format, Selection, View, write};
use gainsay::findings::{Desk, Filter};
use gainsay::model::Archive;

/// What is written of a view.
fn written(view: &View<'_>, format: Format) -> String {
    let mut out = Vec::new();
    write(view, format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What is written of a part of a graph.
fn exported(archive: &Archive, selection: &Selection, format: Format) -> String {
    let desk = Desk::new(archive);
    let view = View::new(&desk, selection, &Filter::default()).unwrap();
    written(&view, format)
}

const PICTURES: [Format; 4] = [Format::Dot, Format::Svg, Format::Mermaid, Format::Graphml];
