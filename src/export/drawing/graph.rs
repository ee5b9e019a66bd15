//! A part of the graph as a drawing.

use std::borrow::Cow;

use super::palette::Class;
use super::words::{self, address};
use super::{Drawing, End, Group, Line};
use crate::compare::{Comparison, Relation};
use crate::export::view::View;
use crate::graph::{Edge, Node};
use crate::model::{Archive, Claim, ClaimId, Source, ruling};

/// Where each node of the graph is drawn, by its place among them.
type Ends = Vec<Option<End>>;

/// Draws sources with their claims, then all else, then what ties them together.
pub(super) fn drawing<'a>(view: &'a View<'_>) -> Drawing<'a> {
    let title = Cow::Borrowed(view.archive().title.as_str());
    let mut drawing = Drawing { title, groups: Vec::new(), shapes: Vec::new(), lines: Vec::new(), named_lines: false };
    let mut ends = vec![None; view.desk.graph.len()];
    groups(view, &mut drawing, &mut ends);
    alone(view, &mut drawing, &mut ends);
    drawing.lines.extend(view.desk.graph.edges_by_place().filter_map(|(from, edge, to)| {
        let (from, to) = (*ends.get(from)?, *ends.get(to)?);
        Some(Line { from: from?, to: to?, class: class(edge)?, label: String::new(), why: Cow::Borrowed("") })
    }));
    let disagreements = view.disagreements();
    drawing.lines.extend(disagreements.into_iter().filter_map(|pair| disagreement(view, &ends, pair)));
    drawing
}

/// Claims come without a look-up: the graph has its nodes in the order of the archive.
fn groups<'a>(view: &'a View<'_>, drawing: &mut Drawing<'a>, ends: &mut Ends) {
    let archive: &'a Archive = view.desk.archive;
    let graph = &view.desk.graph;
    let sources = archive.sources.len();
    let claims: Vec<&Claim> = archive.claims.values().collect();
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); sources];
    for (source, _, claim) in graph.edges_by_place().filter(|(_, edge, _)| *edge == Edge::Asserts) {
        if let Some(own) = own.get_mut(source)
            && graph.at(claim).is_some_and(|node| view.draws(node))
        {
            own.push(claim);
        }
    }
    for ((place, source), own) in archive.sources.values().enumerate().zip(own) {
        if !graph.at(place).is_some_and(|node| view.draws(node)) {
            continue;
        }
        ends[place] = Some(End::Group(drawing.groups.len()));
        let first = drawing.shapes.len();
        for claim in own {
            let Some(record) = claim.checked_sub(sources).and_then(|at| claims.get(at)) else { continue };
            ends[claim] = Some(End::Shape(drawing.shapes.len()));
            drawing.shapes.push(words::claim(archive, record));
        }
        drawing.groups.push(group(source, first..drawing.shapes.len()));
    }
}

fn group(source: &Source, shapes: std::ops::Range<usize>) -> Group<'_> {
    let known = [source.outlet.clone(), source.published.map(|date| date.to_string())];
    Group {
        id: source.id.as_str(),
        title: source.label(),
        about: known.into_iter().flatten().collect::<Vec<_>>().join(", "),
        address: source.url.as_deref().and_then(address),
        shapes,
    }
}

fn alone<'a>(view: &'a View<'_>, drawing: &mut Drawing<'a>, ends: &mut Ends) {
    for (place, node) in view.desk.graph.nodes().enumerate() {
        if !matches!(node, Node::Source(_) | Node::Claim(_)) && view.draws(node) {
            ends[place] = Some(End::Shape(drawing.shapes.len()));
            drawing.shapes.push(words::record(view.desk.archive, node));
        }
    }
}

/// A group shows already which source asserts a claim.
fn class(edge: Edge) -> Option<Class> {
    Some(match edge {
        Edge::Asserts => return None,
        Edge::AttributedTo | Edge::Quotes => Class::Attributed,
        Edge::SpeaksFor => Class::SpeaksFor,
        Edge::PartOf => Class::PartOf,
        Edge::Affirms => Class::Affirms,
        Edge::Denies => Class::Denies,
        Edge::TakenFrom => Class::TakenFrom,
        Edge::Cites => Class::Cites,
        Edge::Republishes => Class::Republishes,
        Edge::LinksTo => Class::LinksTo,
        Edge::Supersedes => Class::Revises,
        Edge::Converts => Class::Converts,
        Edge::HangsOn | Edge::Dates => Class::When,
        Edge::Measures | Edge::In | Edge::Of | Edge::Ranks => Class::About,
    })
}

fn disagreement<'a>(view: &'a View<'_>, ends: &Ends, pair: &'a Comparison) -> Option<Line<'a>> {
    let end = |id: &ClaimId| ends.get(view.desk.graph.place(&Node::Claim(id.clone()))?).copied()?;
    let (from, to) = (end(&pair.a)?, end(&pair.b)?);
    let class = if pair.relation == Relation::Contradiction { Class::Contradiction } else { Class::Tension };
    let gap = pair.gap.map_or_else(|| pair.relation.word().to_owned(), |gap| gap.to_string());
    let (label, why) = match pair.conditional_on.first() {
        Some(first) => (format!("{gap}, if …"), Cow::Owned(format!("{}, {}", pair.why, first.text))),
        None => (gap, Cow::Borrowed(pair.why.as_str())),
    };
    let archive = view.archive();
    let last = archive.judgements_on(&pair.a, &pair.b).pop().filter(|last| !last.is_reopened(archive));
    let ruled = last.and_then(|last| ruling(&last.verdict)).map_or_else(String::new, |word| format!(", {word}"));
    let label = label + &ruled;
    Some(Line { from, to, class, label, why })
}
