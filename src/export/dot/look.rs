//! Shapes, colours and tooltips.

use super::label::{quoted, wrapped};
use crate::compare::{Comparison, Relation, stated_text, value_text};
use crate::findings::Desk;
use crate::graph::{Edge, Node};
use crate::model::{About, Claim};

/// A claim: shape and colour by kind.
pub(super) fn claim(desk: &Desk<'_>, claim: &Claim) -> String {
    let (shape, fill) = match &claim.about {
        About::Quantity(_) => ("box", "#e3f0fb"),
        About::Date(_) => ("box", "#fdf3d7"),
        About::Rank(_) => ("box", "#ece6f6"),
        About::Stance(_) => ("hexagon", "#e4f3e4"),
        About::Quote(_) => ("note", "#fbe9e2"),
    };
    let label = match &claim.about {
        About::Quantity(quantity) => format!("{}\n{}", stated_text(quantity), subject(desk, claim)),
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

/// A record that is neither source nor claim.
pub(super) fn record(desk: &Desk<'_>, node: &Node) -> String {
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

/// An edge between records.
pub(super) fn edge(edge: Edge) -> &'static str {
    match edge {
        Edge::AttributedTo | Edge::Quotes => "color=\"#2f6f4f\", penwidth=1.4, tooltip=\"said by\"",
        Edge::SpeaksFor => "color=\"#2f6f4f\", style=dashed, tooltip=\"speaks for\"",
        Edge::PartOf => "style=dotted, arrowhead=odiamond, tooltip=\"part of\"",
        Edge::Affirms => "color=\"#4f8f4f\", tooltip=\"affirms\"",
        Edge::Denies => "color=\"#4f8f4f\", arrowhead=tee, tooltip=\"denies\"",
        Edge::TakenFrom | Edge::Cites | Edge::Republishes => "color=\"#7a4fb5\", penwidth=1.4, tooltip=\"taken from\"",
        Edge::LinksTo => "color=\"#7a4fb5\", style=dotted, tooltip=\"links to\"",
        Edge::Supersedes => "color=\"#8a6d3b\", style=bold, tooltip=\"revises\"",
        Edge::Converts => "style=dashed, tooltip=\"converts\"",
        Edge::HangsOn | Edge::Dates => "style=dotted, tooltip=\"when\"",
        Edge::Asserts | Edge::Measures | Edge::In | Edge::Of | Edge::Ranks => {
            "tooltip=\"about\", color=\"#b9c2c8\", arrowhead=none"
        }
    }
}

/// A contradiction or tension, labelled with its gap.
pub(super) fn disagreement(pair: &Comparison) -> String {
    let gap = pair.gap.map_or_else(|| pair.relation.word().to_owned(), |gap| gap.to_string());
    let label = if pair.conditional_on.is_empty() { gap } else { format!("{gap}, if …") };
    let style = if pair.relation == Relation::Contradiction { "solid" } else { "dashed" };
    let tooltip =
        pair.conditional_on.first().map_or_else(|| pair.why.clone(), |first| format!("{}, {}", pair.why, first.text));
    format!(
        "dir=both, color=\"#c0281c\", fontcolor=\"#c0281c\", penwidth=2, style={style}, label={}, tooltip={}, labeltooltip={}",
        quoted(&label),
        quoted(&tooltip),
        quoted(&tooltip)
    )
}
