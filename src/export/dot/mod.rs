//! The graph in the DOT language of Graphviz (<https://graphviz.org/doc/info/lang.html>): sources as boxes around their
//! claims, contradictions red and labelled with the gap, tensions dashed. The order of lines is that of ids.

mod label;
mod legend;
mod look;

use std::fmt::Write as _;
use std::io::{self, Write};

use self::label::{label, quoted, shown};
use super::drawing::{Class, Drawing, End, Group, Kind, Line, Shape};
use super::view::View;
use crate::findings::Desk;
use crate::trace::Step;

/// Sources with fewer claims than this are drawn as a column, which leaves more room for edges.
const SMALL: usize = 9;
/// How much is gathered before it is passed on.
const BLOCK: usize = 1 << 16;

/// Draws a part of the graph, or a chain.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    Dot::new(&Drawing::new(view)).write(out)
}

/// Draws a chain.
pub fn trace_dot(desk: &Desk<'_>, root: &Step) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail.
    let _ = Dot::new(&Drawing::of_chain(desk, root)).write(&mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// A drawing with what is the same in many of its lines.
struct Dot<'a> {
    drawing: &'a Drawing<'a>,
    nodes: Vec<(Kind, String)>,
    edges: Vec<(Class, String)>,
    /// Whether claims stand in rows. Not where they are tied to places and measures, which range them already: Graphviz
    /// fails on some drawings with both.
    has_grids: bool,
}

impl<'a> Dot<'a> {
    fn new(drawing: &'a Drawing<'a>) -> Self {
        let nodes = Kind::ALL.map(|kind| (kind, look::node(kind))).into();
        let edges = Class::ALL.map(|class| (class, look::edge(class))).into();
        let has_grids = drawing.shapes[drawing.alone()].iter().all(|shape| shape.kind == Kind::Actor);
        Self { drawing, nodes, edges, has_grids }
    }

    /// Line by line into a buffer that is passed on and used again, so that the whole is never in memory.
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut text = String::with_capacity(2 * BLOCK);
        self.head(&mut text);
        for group in &self.drawing.groups {
            self.cluster(&mut text, out, group)?;
        }
        for at in self.drawing.alone() {
            self.node(&mut text, "  ", &self.drawing.shapes[at]);
            pass_on(&mut text, out, BLOCK)?;
        }
        for line in &self.drawing.lines {
            self.edge(&mut text, line);
            pass_on(&mut text, out, BLOCK)?;
        }
        if !self.drawing.named_lines {
            legend::legend(&mut text, self.drawing);
        }
        text.push_str("}\n");
        pass_on(&mut text, out, 0)
    }

    fn head(&self, text: &mut String) {
        text.push_str("digraph gainsay {\n  graph [label=");
        quoted(text, &[&shown(&self.drawing.title)]);
        text.push_str(", labelloc=t, fontname=\"Helvetica\", fontsize=20, rankdir=LR, compound=true,\n");
        text.push_str("         nodesep=0.18, ranksep=0.7, splines=true, tooltip=\" \"];\n");
        text.push_str("  node [fontname=\"Helvetica\", fontsize=10, style=filled, color=\"#5b6770\"];\n");
        text.push_str("  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.6];\n");
    }

    fn cluster(&self, text: &mut String, out: &mut dyn Write, group: &Group<'_>) -> io::Result<()> {
        text.push_str("  subgraph ");
        quoted(text, &["cluster_", group.id]);
        text.push_str(" {\n    graph [label=");
        label(text, &[group.title, &group.about]);
        text.push_str(", style=\"rounded,filled\", fillcolor=\"#f4f6f7\", color=\"#b9c2c8\", fontsize=12, labelloc=t");
        text.push_str(",\n           tooltip=");
        quoted(
            text,
            &[
                group.id,
                ": ",
                &shown(group.title),
                if group.about.is_empty() { "" } else { ", " },
                &shown(&group.about),
            ],
        );
        if let Some(address) = group.address {
            text.push_str(", URL=");
            quoted(text, &[&shown(address)]);
            text.push_str(", target=\"_blank\"");
        }
        text.push_str("];\n");
        for shape in &self.drawing.shapes[group.shapes.clone()] {
            self.node(text, "    ", shape);
            pass_on(text, out, BLOCK)?;
        }
        if group.shapes.is_empty() {
            text.push_str("    ");
            quoted(text, &["anchor ", group.id]);
            text.push_str(" [shape=point, style=invis];\n");
        }
        self.grid(text, group);
        text.push_str("  }\n");
        pass_on(text, out, BLOCK)
    }

    fn node(&self, text: &mut String, indent: &str, shape: &Shape<'_>) {
        text.push_str(indent);
        name(text, shape);
        text.push_str(" [");
        text.push_str(self.nodes.iter().find(|(kind, _)| *kind == shape.kind).map_or("", |(_, look)| look));
        text.push_str(", label=");
        label(text, &[&shape.head, &shape.body]);
        text.push_str(", tooltip=");
        match shape.claim {
            Some(id) => quoted(text, &[id, ": ", &shown(shape.says)]),
            None => quoted(text, &[&shown(&shape.tooltip())]),
        }
        text.push_str("];\n");
    }

    /// Many claims of one source are drawn in rows about twice as long as there are rows, held by edges that are not seen.
    fn grid(&self, text: &mut String, group: &Group<'_>) {
        if !self.has_grids {
            return;
        }
        let shapes = &self.drawing.shapes[group.shapes.clone()];
        let columns = if shapes.len() < SMALL { 1 } else { ((shapes.len() / 3) as f64).sqrt().ceil() as usize };
        for row in shapes.chunks(columns.max(1)).filter(|row| row.len() > 1) {
            text.push_str("    ");
            for (at, shape) in row.iter().enumerate() {
                text.push_str(if at > 0 { " -> " } else { "" });
                name(text, shape);
            }
            text.push_str(" [style=invis, weight=20];\n");
        }
    }

    /// Edges cannot end at a cluster, so they end at a node inside it and are cut at its border.
    fn edge(&self, text: &mut String, line: &Line<'_>) {
        text.push_str("  ");
        let tail = self.end(text, line.from);
        text.push_str(" -> ");
        let head = self.end(text, line.to);
        text.push_str(" [");
        text.push_str(self.edges.iter().find(|(class, _)| *class == line.class).map_or("", |(_, look)| look));
        text.push_str(", tooltip=");
        quoted(text, &[&shown(line.tooltip())]);
        for (attribute, group, other) in [(", ltail=", tail, line.to), (", lhead=", head, line.from)] {
            // From inside a source, an edge to the source itself cannot be cut at its border.
            if let Some(group) = group.filter(|group| !is_inside(other, group)) {
                text.push_str(attribute);
                quoted(text, &["cluster_", group.id]);
            }
        }
        self.labelled(text, line);
        text.push_str("];\n");
    }

    fn labelled(&self, text: &mut String, line: &Line<'_>) {
        if !line.label.is_empty() {
            text.push_str(", label=");
            quoted(text, &[&shown(&line.label)]);
            let _ = write!(text, ", fontcolor=\"{}\", labeltooltip=", line.class.stroke().light);
            quoted(text, &[&shown(line.tooltip())]);
        }
        // Where claims stand in a grid, their disagreements must not pull them out of it.
        if line.class.is_disagreement() && self.drawing.shapes.len() > CROWDED {
            text.push_str(", weight=0");
        }
    }

    /// Writes the node at which an edge ends; the source, if it means all of it.
    fn end(&self, text: &mut String, end: End) -> Option<&'a Group<'a>> {
        match end {
            End::Shape(at) => {
                name(text, &self.drawing.shapes[at]);
                None
            }
            End::Group(at) => {
                let group = &self.drawing.groups[at];
                match self.drawing.shapes[group.shapes.clone()].first() {
                    Some(first) => name(text, first),
                    None => quoted(text, &["anchor ", group.id]),
                }
                Some(group)
            }
        }
    }
}

fn is_inside(end: End, group: &Group<'_>) -> bool {
    matches!(end, End::Shape(at) if group.shapes.contains(&at))
}

/// Drawings of more than this are crowded.
const CROWDED: usize = 80;

/// Records of two kinds may share an id; nodes of a drawing may not.
fn name(text: &mut String, shape: &Shape<'_>) {
    let kind = if shape.kind.is_claim() { "claim" } else { shape.kind.word() };
    quoted(text, &[kind, " ", &shape.id]);
}

fn pass_on(text: &mut String, out: &mut dyn Write, most: usize) -> io::Result<()> {
    if text.len() > most {
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    Ok(())
}
