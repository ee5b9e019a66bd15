//! The graph in the DOT language of Graphviz (<https://graphviz.org/doc/info/lang.html>).

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use crate::compare::{Comparison, Relation, value_text};
use crate::findings::{Desk, Question};
use crate::graph::{Edge, Node};
use crate::model::{About, Claim, ClaimId};
use crate::store::nearest;

/// Which part of the graph to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All of it.
    Everything,
    /// Claims that disagree, with their sources and origins.
    Disagreements,
    /// Whatever is within so many edges of a record.
    Around {
        /// The record's id.
        id: String,
        /// How many edges away.
        hops: usize,
    },
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DotError {
    /// No record has the id.
    #[error("nothing in the graph has the id \"{id}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// The id.
        id: String,
        /// The nearest known one.
        near: Option<String>,
    },
}

/// Characters to a line of a label.
const WRAP: usize = 26;
/// Characters of a label in all.
const LONGEST: usize = 110;

/// Draws a part of the graph: sources as boxes around their claims, contradictions red and labelled with the gap,
/// tensions dashed. The order of lines is that of ids.
///
/// # Errors
/// If the record to draw around does not exist.
pub fn dot(desk: &Desk<'_>, questions: &[Question], selection: &Selection) -> Result<String, DotError> {
    let drawn = selected(desk, questions, selection)?;
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = draw(&mut out, desk, questions, &drawn);
    Ok(out)
}

fn selected(desk: &Desk<'_>, questions: &[Question], selection: &Selection) -> Result<BTreeSet<Node>, DotError> {
    match selection {
        Selection::Everything => Ok(desk.graph.nodes().cloned().collect()),
        Selection::Disagreements => Ok(disagreeing(desk, questions)),
        Selection::Around { id, hops } => {
            let centres: Vec<&Node> = desk.graph.with_id(id).collect();
            if centres.is_empty() {
                let near = nearest(id, desk.graph.nodes().map(Node::id)).map(str::to_owned);
                return Err(DotError::Unknown { id: id.clone(), near });
            }
            Ok(with_sources(desk, centres.into_iter().flat_map(|node| desk.graph.around(node, *hops)).collect()))
        }
    }
}

fn disagreeing(desk: &Desk<'_>, questions: &[Question]) -> BTreeSet<Node> {
    let pairs = questions.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    let claims: BTreeSet<Node> = pairs.flat_map(|pair| [pair.a.clone(), pair.b.clone()]).map(Node::Claim).collect();
    let said_by = claims.iter().flat_map(|claim| desk.graph.targets(claim, Edge::AttributedTo)).cloned();
    let actors: BTreeSet<Node> = said_by.collect();
    let masters: Vec<Node> = actors.iter().flat_map(|actor| desk.graph.around(actor, 2)).filter(is_actor).collect();
    let spoken_for = masters.into_iter().filter(|node| actors.iter().any(|actor| speaks_for(desk, actor, node)));
    let all = claims.iter().cloned().chain(actors.iter().cloned()).chain(spoken_for).collect();
    with_sources(desk, all)
}

fn is_actor(node: &Node) -> bool {
    matches!(node, Node::Actor(_))
}

fn speaks_for(desk: &Desk<'_>, actor: &Node, other: &Node) -> bool {
    let mut open = vec![actor.clone()];
    let mut seen = BTreeSet::new();
    while let Some(node) = open.pop() {
        if node == *other {
            return true;
        }
        if seen.insert(node.clone()) {
            open.extend(desk.graph.targets(&node, Edge::SpeaksFor).cloned());
        }
    }
    false
}

/// A claim is never drawn without its source.
fn with_sources(desk: &Desk<'_>, mut nodes: BTreeSet<Node>) -> BTreeSet<Node> {
    let sources: Vec<Node> = nodes.iter().flat_map(|node| desk.graph.origins(node, Edge::Asserts)).cloned().collect();
    nodes.extend(sources);
    nodes
}

fn draw(out: &mut String, desk: &Desk<'_>, questions: &[Question], drawn: &BTreeSet<Node>) -> fmt::Result {
    writeln!(out, "digraph gainsay {{")?;
    writeln!(out, "  graph [label={}, labelloc=t, fontname=\"Helvetica\", fontsize=20, rankdir=LR, compound=true,", quoted(&desk.archive.title))?;
    writeln!(out, "         nodesep=0.18, ranksep=0.9, newrank=true, splines=true, tooltip=\" \"];")?;
    writeln!(out, "  node [fontname=\"Helvetica\", fontsize=10, style=filled, fillcolor=white, color=\"#5b6770\"];")?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#9aa5ad\", arrowsize=0.6];")?;
    for node in drawn.iter().filter(|node| matches!(node, Node::Source(_))) {
        cluster(out, desk, drawn, node)?;
    }
    for node in drawn.iter().filter(|node| !matches!(node, Node::Source(_) | Node::Claim(_))) {
        writeln!(out, "  {} [{}];", name(node), record_look(desk, node))?;
    }
    for (from, edge, to) in desk.graph.edges() {
        if edge != Edge::Asserts && drawn.contains(from) && drawn.contains(to) {
            writeln!(out, "  {} -> {} [{}];", name(from), name(to), edge_look(edge))?;
        }
    }
    disagreements(out, questions, drawn)?;
    legend(out)?;
    writeln!(out, "}}")
}

fn cluster(out: &mut String, desk: &Desk<'_>, drawn: &BTreeSet<Node>, source: &Node) -> fmt::Result {
    let record = desk.archive.sources.get(source.id());
    let label = record.map_or(source.id(), |record| record.label());
    let about = record.map_or_else(String::new, |record| {
        let known = [record.outlet.clone(), record.published.map(|date| date.to_string())];
        known.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    writeln!(out, "  subgraph {} {{", quoted(&format!("cluster_{}", source.id())))?;
    writeln!(out, "    graph [label={}, style=\"rounded,filled\", fillcolor=\"#f4f6f7\", color=\"#b9c2c8\", fontsize=12, labelloc=t,", quoted(&wrapped(label)))?;
    let url = record.and_then(|record| record.url.as_deref()).map_or_else(String::new, |url| format!(", URL={}", quoted(url)));
    writeln!(out, "           tooltip={}{url}];", quoted(if about.is_empty() { label } else { &about }))?;
    let claims = desk.graph.targets(source, Edge::Asserts).filter(|claim| drawn.contains(*claim));
    let mut any = false;
    for claim in claims.filter_map(|node| desk.archive.claims.get(node.id())) {
        any = true;
        writeln!(out, "    {} [{}];", name(&Node::Claim(claim.id.clone())), claim_look(desk, claim))?;
    }
    if !any {
        writeln!(out, "    {} [shape=point, style=invis];", quoted(&format!("anchor {}", source.id())))?;
    }
    writeln!(out, "  }}")
}

fn claim_look(desk: &Desk<'_>, claim: &Claim) -> String {
    let (shape, fill) = match &claim.about {
        About::Quantity(_) => ("box", "#e3f0fb"),
        About::Date(_) => ("box", "#fdf3d7"),
        About::Rank(_) => ("box", "#ece6f6"),
        About::Stance(_) => ("hexagon", "#e4f3e4"),
        About::Quote(_) => ("note", "#fbe9e2"),
    };
    let label = match &claim.about {
        About::Quantity(quantity) => format!("{}\n{}", crate::compare::stated_text(quantity), subject(desk, claim)),
        About::Stance(_) => claim.says.clone(),
        _ => format!("{}\n{}", value_text(desk.archive, claim), claim.says),
    };
    let tooltip = format!("{}: {}", claim.id, claim.says);
    format!("shape={shape}, fillcolor=\"{fill}\", label={}, tooltip={}", quoted(&wrapped(&label)), quoted(&tooltip))
}

fn subject(desk: &Desk<'_>, claim: &Claim) -> String {
    let measure = desk.archive.measure_of(claim).map_or("", |measure| measure.name.as_str());
    let place = claim.scope.place.as_ref().map_or_else(String::new, |id| format!(", {}", desk.archive.place_name(id)));
    format!("{measure}{place}")
}

fn record_look(desk: &Desk<'_>, node: &Node) -> String {
    let archive = desk.archive;
    let name = match node {
        Node::Actor(id) => archive.actor_name(id),
        Node::Place(id) => archive.place_name(id),
        Node::Population(id) => archive.population_name(id),
        Node::Event(id) => archive.event_name(id),
        Node::Measure(id) => archive.measures.get(id).map_or(id.as_str(), |measure| &measure.name),
        Node::Proposition(id) => archive.propositions.get(id).map_or(id.as_str(), |known| &known.text),
        Node::Source(id) => id.as_str(),
        Node::Claim(id) => id.as_str(),
    };
    let look = match node {
        Node::Actor(_) => "shape=ellipse, fillcolor=\"#ffffff\", penwidth=1.6",
        Node::Place(_) => "shape=house, fillcolor=\"#f7f7f2\"",
        Node::Population(_) => "shape=oval, style=\"filled,dashed\", fillcolor=\"#f7f7f2\"",
        Node::Event(_) => "shape=cds, fillcolor=\"#fdf8ea\"",
        Node::Measure(_) => "shape=parallelogram, fillcolor=\"#eef2f5\"",
        _ => "shape=plaintext, style=\"\"",
    };
    format!("{look}, label={}, tooltip={}", quoted(&wrapped(name)), quoted(&format!("{} {}", node.kind(), node.id())))
}

fn edge_look(edge: Edge) -> &'static str {
    match edge {
        Edge::AttributedTo | Edge::Quotes => "color=\"#2f6f4f\", penwidth=1.4, tooltip=\"said by\"",
        Edge::SpeaksFor => "color=\"#2f6f4f\", style=dashed, tooltip=\"speaks for\"",
        Edge::PartOf => "style=dotted, arrowhead=odiamond, tooltip=\"part of\"",
        Edge::Affirms => "color=\"#4f8f4f\", tooltip=\"affirms\"",
        Edge::Denies => "color=\"#4f8f4f\", arrowhead=tee, tooltip=\"denies\"",
        Edge::Supersedes => "color=\"#8a6d3b\", style=bold, tooltip=\"revises\"",
        Edge::Converts => "style=dashed, tooltip=\"converts\"",
        Edge::HangsOn | Edge::Dates => "style=dotted, tooltip=\"when\"",
        Edge::Asserts | Edge::Measures | Edge::In | Edge::Of | Edge::Ranks => "tooltip=\"about\", constraint=false",
    }
}

fn disagreements(out: &mut String, questions: &[Question], drawn: &BTreeSet<Node>) -> fmt::Result {
    let pairs = questions.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    let is_drawn = |id: &ClaimId| drawn.contains(&Node::Claim(id.clone()));
    let mut shown: Vec<&Comparison> = pairs.filter(|pair| is_drawn(&pair.a) && is_drawn(&pair.b)).collect();
    shown.sort_by(|a, b| (&a.a, &a.b).cmp(&(&b.a, &b.b)));
    for pair in shown {
        let (from, to) = (Node::Claim(pair.a.clone()), Node::Claim(pair.b.clone()));
        writeln!(out, "  {} -> {} [{}];", name(&from), name(&to), disagreement_look(pair))?;
    }
    Ok(())
}

fn disagreement_look(pair: &Comparison) -> String {
    let gap = pair.gap.map_or_else(|| pair.relation.word().to_owned(), |gap| gap.to_string());
    let label = if pair.conditional_on.is_empty() { gap } else { format!("{gap}, if …") };
    let style = if pair.relation == Relation::Contradiction { "solid" } else { "dashed" };
    let tooltip = pair.conditional_on.first().map_or_else(|| pair.why.clone(), |first| format!("{}, {}", pair.why, first.text));
    format!(
        "dir=both, color=\"#c0281c\", fontcolor=\"#c0281c\", penwidth=2, style={style}, label={}, tooltip={}, labeltooltip={}",
        quoted(&label),
        quoted(&tooltip),
        quoted(&tooltip)
    )
}

fn legend(out: &mut String) -> fmt::Result {
    writeln!(out, "  subgraph cluster_legend {{")?;
    writeln!(out, "    graph [label=\"Legend\", style=rounded, color=\"#b9c2c8\", fontsize=11];")?;
    writeln!(out, "    legend [shape=plaintext, style=\"\", fontsize=10, label=<<table border=\"0\" cellspacing=\"3\" cellpadding=\"2\">")?;
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
    ];
    for (colour, line, text) in lines {
        writeln!(out, "      <tr><td><font color=\"{colour}\">{line}</font></td><td align=\"left\">{text}</td></tr>")?;
    }
    writeln!(out, "    </table>>];\n  }}")
}

/// Records of two kinds may share an id; nodes of a drawing may not.
fn name(node: &Node) -> String {
    quoted(&format!("{} {}", node.kind(), node.id()))
}

/// A string of the DOT language. Backslashes are doubled, so that no text is taken for an escape; line breaks are `\n`.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Breaks lines between words, and cuts what is too long for a picture.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for line in text.split('\n') {
        if !out.is_empty() {
            out.push('\n');
            column = 0;
        }
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if out.chars().count() + length > LONGEST {
                out.push('…');
                return out;
            }
            if column > 0 {
                let breaks = column + 1 + length > WRAP;
                out.push(if breaks { '\n' } else { ' ' });
                column = if breaks { 0 } else { column + 1 };
            }
            out.push_str(word);
            column += length;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_escapes_from_its_string() {
        assert_eq!(quoted("a \"b\" \\n\nc\u{7}"), "\"a \\\"b\\\" \\\\n\\nc \"");
    }

    #[test]
    fn labels_are_wrapped_and_cut() {
        let text = "word ".repeat(60);
        let label = wrapped(&text);
        assert!(label.lines().all(|line| line.chars().count() <= WRAP + 1));
        assert!(label.ends_with('…'));
        assert_eq!(wrapped("one\ntwo"), "one\ntwo");
    }
}
