//! The chain of a claim in the DOT language: the origin on the right, proposals dashed.

use std::fmt::{self, Write};

use super::label::{quoted, wrapped};
use crate::compare::stated_text;
use crate::findings::Desk;
use crate::trace::{End, How, Step, What};

/// Draws a chain.
pub fn trace_dot(desk: &Desk<'_>, root: &Step) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = draw(&mut out, desk, root);
    out
}

fn draw(out: &mut String, desk: &Desk<'_>, root: &Step) -> fmt::Result {
    writeln!(out, "digraph trace {{")?;
    writeln!(out, "  graph [rankdir=LR, nodesep=0.25, ranksep=0.6, fontname=\"Helvetica\"];")?;
    writeln!(out, "  node [fontname=\"Helvetica\", fontsize=10, style=filled, fillcolor=white, color=\"#5b6770\"];")?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#2f6f4f\", arrowsize=0.6];")?;
    step(out, desk, root, "s")?;
    writeln!(out, "}}")
}

/// A step stands once for each way that leads to it, so that the drawing is the tree.
fn step(out: &mut String, desk: &Desk<'_>, from: &Step, name: &str) -> fmt::Result {
    let look = match (&from.what, &from.end) {
        (What::Claim(_), Some(End::Circular)) => "shape=box, fillcolor=\"#f6d5d2\"",
        (What::Claim(_), _) => "shape=box, fillcolor=\"#e3f0fb\"",
        (What::Actor(_), Some(_)) => "shape=ellipse, penwidth=2",
        (What::Actor(_), None) => "shape=ellipse",
        _ => "shape=box, style=\"filled,rounded\", fillcolor=\"#f4f6f7\"",
    };
    writeln!(out, "  {} [{look}, label={}];", quoted(name), quoted(&wrapped(&label(desk, from))))?;
    for (at, above) in from.above.iter().enumerate() {
        let next = format!("{name}.{at}");
        step(out, desk, above, &next)?;
        writeln!(out, "  {} -> {} [{}];", quoted(name), quoted(&next), edge(above.how))?;
    }
    Ok(())
}

fn label(desk: &Desk<'_>, from: &Step) -> String {
    let archive = desk.archive;
    let text = match &from.what {
        What::Actor(id) => archive.actor_name(id).to_owned(),
        What::Outlet(name) => name.clone(),
        What::Source(id) => archive.sources.get(id).map_or(id.as_str(), |source| source.label()).to_owned(),
        What::Claim(id) => archive.claims.get(id).map_or_else(String::new, |claim| {
            let date = archive.sources.get(&claim.source).and_then(|source| source.published);
            let date = date.map_or_else(|| "date not known".to_owned(), |date| date.to_string());
            let value = claim.about.as_quantity().map_or_else(|| claim.says.clone(), stated_text);
            format!("{value}\n{}\n{date}", claim.source)
        }),
    };
    match &from.end {
        Some(End::Unnamed(words)) => format!("{text}\nunnamed: “{words}”"),
        _ => text,
    }
}

fn edge(how: How) -> &'static str {
    match how {
        How::Asked | How::TakenFrom => "label=\"taken from\", color=\"#7a4fb5\"",
        How::AttributedTo => "label=\"attributed to\"",
        How::SpeaksFor => "label=\"speaks for\", style=dashed",
        How::SharesPassage => "label=\"shares its passage with\", color=\"#8a6d3b\"",
        How::Proposed => "label=\"perhaps\", style=dotted, color=\"#9aa5ad\"",
    }
}
