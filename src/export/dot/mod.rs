//! The graph in the DOT language of Graphviz (<https://graphviz.org/doc/info/lang.html>).

mod label;
mod look;
mod trace;

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::io;

use self::label::{name, quoted, wrapped};
pub use self::trace::trace_dot;
use super::view::View;
use crate::compare::Comparison;
use crate::findings::{Desk, Question};
use crate::graph::{Edge, Node};
use crate::model::ClaimId;

/// Drawings of more claims than this are crowded.
const CROWDED: usize = 60;
/// Sources with fewer claims than this are drawn as a column, which leaves more room for edges.
const SMALL: usize = 9;
/// Draws a part of the graph: sources as boxes around their claims, contradictions red and labelled with the gap,
/// tensions dashed. The order of lines is that of ids.
pub(super) fn write(view: &View<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = String::new();
    if let Some(chain) = &view.chain {
        return out.write_all(trace_dot(view.desk, chain).as_bytes());
    }
    // Writing to a string cannot fail.
    let drawn: BTreeSet<Node> = view.desk.graph.nodes().filter(|node| view.draws(node)).cloned().collect();
    let _ = draw(&mut text, view.desk, &view.questions, &drawn);
    out.write_all(text.as_bytes())
}

fn draw(out: &mut String, desk: &Desk<'_>, questions: &[Question], drawn: &BTreeSet<Node>) -> fmt::Result {
    head(out, &desk.archive.title)?;
    for node in drawn.iter().filter(|node| matches!(node, Node::Source(_))) {
        cluster(out, desk, drawn, node)?;
    }
    for node in drawn.iter().filter(|node| !matches!(node, Node::Source(_) | Node::Claim(_))) {
        writeln!(out, "  {} [{}];", name(node), look::record(desk, node))?;
    }
    for (from, edge, to) in desk.graph.edges() {
        if edge != Edge::Asserts && drawn.contains(from) && drawn.contains(to) {
            let (from, to) = (End::new(desk, drawn, from), End::new(desk, drawn, to));
            let (tail, head) = (from.cluster("ltail"), to.cluster("lhead"));
            writeln!(out, "  {} -> {} [{}{tail}{head}];", from.node, to.node, look::edge(edge))?;
        }
    }
    disagreements(out, questions, drawn)?;
    legend(out)?;
    writeln!(out, "}}")
}

/// One end of an edge. Edges cannot end at a cluster, so they end at a node inside it and are cut at its border.
struct End {
    node: String,
    source: Option<String>,
}

impl End {
    fn new(desk: &Desk<'_>, drawn: &BTreeSet<Node>, node: &Node) -> Self {
        if !matches!(node, Node::Source(_)) {
            return Self { node: name(node), source: None };
        }
        let claim = desk.graph.successors(node, Edge::Asserts).find(|claim| drawn.contains(*claim));
        Self { node: claim.map_or_else(|| anchor(node), name), source: Some(node.id().to_owned()) }
    }

    fn cluster(&self, attribute: &str) -> String {
        let quoted = self.source.as_ref().map(|id| quoted(&format!("cluster_{id}")));
        quoted.map_or_else(String::new, |cluster| format!(", {attribute}={cluster}"))
    }
}

/// The node that stands for a source none of whose claims is drawn.
fn anchor(source: &Node) -> String {
    quoted(&format!("anchor {}", source.id()))
}

fn head(out: &mut String, title: &str) -> fmt::Result {
    writeln!(out, "digraph gainsay {{")?;
    writeln!(
        out,
        "  graph [label={}, labelloc=t, fontname=\"Helvetica\", fontsize=20, rankdir=LR, compound=true,",
        quoted(title)
    )?;
    writeln!(out, "         nodesep=0.18, ranksep=0.7, newrank=true, splines=true, tooltip=\" \"];")?;
    writeln!(out, "  node [fontname=\"Helvetica\", fontsize=10, style=filled, fillcolor=white, color=\"#5b6770\"];")?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#9aa5ad\", arrowsize=0.6];")
}

fn cluster(out: &mut String, desk: &Desk<'_>, drawn: &BTreeSet<Node>, source: &Node) -> fmt::Result {
    let record = desk.archive.sources.get(source.id());
    let label = record.map_or(source.id(), |record| record.label());
    let about = record.map_or_else(String::new, |record| {
        let known = [record.outlet.clone(), record.published.map(|date| date.to_string())];
        known.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    writeln!(out, "  subgraph {} {{", quoted(&format!("cluster_{}", source.id())))?;
    writeln!(
        out,
        "    graph [label={}, style=\"rounded,filled\", fillcolor=\"#f4f6f7\", color=\"#b9c2c8\", fontsize=12, labelloc=t,",
        quoted(&wrapped(label))
    )?;
    let url = record
        .and_then(|record| record.url.as_deref())
        .map_or_else(String::new, |url| format!(", URL={}", quoted(url)));
    writeln!(out, "           tooltip={}{url}];", quoted(if about.is_empty() { label } else { &about }))?;
    let claims: Vec<&Node> =
        desk.graph.successors(source, Edge::Asserts).filter(|claim| drawn.contains(*claim)).collect();
    for claim in claims.iter().filter_map(|node| desk.archive.claims.get(node.id())) {
        writeln!(out, "    {} [{}];", name(&Node::Claim(claim.id.clone())), look::claim(desk, claim))?;
    }
    if claims.is_empty() {
        writeln!(out, "    {} [shape=point, style=invis];", anchor(source))?;
    }
    grid(out, &claims)?;
    writeln!(out, "  }}")
}

/// Many claims of one source are drawn in rows about twice as long as there are rows, held by edges that are not seen.
fn grid(out: &mut String, claims: &[&Node]) -> fmt::Result {
    let columns = if claims.len() < SMALL { 1 } else { ((claims.len() / 3) as f64).sqrt().ceil() as usize };
    for row in claims.chunks(columns.max(1)).filter(|row| row.len() > 1) {
        let chain: Vec<String> = row.iter().map(|claim| name(claim)).collect();
        writeln!(out, "    {} [style=invis, weight=20];", chain.join(" -> "))?;
    }
    Ok(())
}

fn disagreements(out: &mut String, questions: &[Question], drawn: &BTreeSet<Node>) -> fmt::Result {
    let pairs = questions.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    let is_drawn = |id: &ClaimId| drawn.contains(&Node::Claim(id.clone()));
    let mut shown: Vec<&Comparison> = pairs.filter(|pair| is_drawn(&pair.a) && is_drawn(&pair.b)).collect();
    shown.sort_by(|a, b| (&a.a, &a.b).cmp(&(&b.a, &b.b)));
    let shown_claims = drawn.iter().filter(|node| matches!(node, Node::Claim(_))).count();
    for pair in shown {
        let (from, to) = (Node::Claim(pair.a.clone()), Node::Claim(pair.b.clone()));
        // Where many claims stand in a grid, their disagreements must not pull them out of it.
        let weight = if shown_claims > CROWDED { ", weight=0" } else { "" };
        writeln!(out, "  {} -> {} [{}{weight}];", name(&from), name(&to), look::disagreement(pair))?;
    }
    Ok(())
}

fn legend(out: &mut String) -> fmt::Result {
    writeln!(out, "  subgraph cluster_legend {{")?;
    writeln!(out, "    graph [label=\"Legend\", style=rounded, color=\"#b9c2c8\", fontsize=11];")?;
    writeln!(
        out,
        "    legend [shape=plaintext, style=\"\", fontsize=10, label=<<table border=\"0\" cellspacing=\"3\" cellpadding=\"2\">"
    )?;
    let rows = [
        ("#e3f0fb", "quantity"),
        ("#fdf3d7", "date"),
        ("#ece6f6", "rank"),
        ("#e4f3e4", "stance"),
        ("#fbe9e2", "quotation"),
    ];
    for (colour, text) in rows {
        writeln!(out, "      <tr><td bgcolor=\"{colour}\" width=\"18\"> </td><td align=\"left\">{text}</td></tr>")?;
    }
    let lines = [
        ("#c0281c", "━━", "contradiction, with the gap; “if …” where conditional"),
        ("#c0281c", "╍╍", "tension"),
        ("#2f6f4f", "━━", "attributed to"),
        ("#2f6f4f", "╍╍", "speaks for"),
        ("#7a4fb5", "━━", "taken from"),
        ("#8a6d3b", "━━", "revises"),
    ];
    for (colour, line, text) in lines {
        writeln!(out, "      <tr><td><font color=\"{colour}\">{line}</font></td><td align=\"left\">{text}</td></tr>")?;
    }
    writeln!(out, "    </table>>];\n  }}")
}
