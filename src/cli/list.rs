//! `list`: the records of one kind.

use std::process::ExitCode;

use gainsay::compare::value_text;
use gainsay::export::json;
use gainsay::findings::Desk;
use gainsay::graph::{Edge, Node};
use gainsay::model::nearest;
use gainsay::model::{Archive, Claim, SourceId};
use serde_json::{Value, json as object};

use super::args::{Format, Kind, List};
use super::error::CliError;
use super::output::Output;
use super::table::table;
use super::{Done, paint};

/// Lists the records.
pub fn run(archive: &Archive, options: &List, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    if let Some(source) = &options.source {
        if options.kind != Kind::Claims {
            return Err(CliError::OnlyClaims);
        }
        known_source(archive, source)?;
    }
    let wanted = |node: &&Node| is_of(node, options.kind) && of_source(&desk, node, options.source.as_deref());
    let mut nodes: Vec<&Node> = desk.graph.nodes().filter(wanted).collect();
    nodes.sort_by_key(|node| sort_key(&desk, node));
    match options.format {
        Format::Json => {
            let records = nodes.iter().map(|node| record(&desk, node)).collect::<Result<Vec<_>, _>>()?;
            out.json(&records)?;
        }
        Format::Text => out.line(text(&desk, options.kind, &nodes)),
    }
    Ok(ExitCode::SUCCESS)
}

fn known_source(archive: &Archive, source: &str) -> Result<(), CliError> {
    let near = || nearest(source, archive.sources.keys().map(SourceId::as_str)).map(str::to_owned);
    let known = archive.sources.contains_key(source);
    if known { Ok(()) } else { Err(CliError::Unknown { what: "source", id: source.to_owned(), near: near() }) }
}

/// Claims in the order of their source and text, everything else by id.
fn sort_key(desk: &Desk<'_>, node: &Node) -> (String, usize, String) {
    let claim = if let Node::Claim(id) = node { desk.archive.claims.get(id) } else { None };
    let source = claim.map_or_else(String::new, |claim| claim.source.to_string());
    let start = claim.and_then(|claim| claim.evidence.first()?.bytes).map_or(0, |(start, _)| start);
    (source, start, node.id().to_owned())
}

fn is_of(node: &Node, kind: Kind) -> bool {
    match kind {
        Kind::Claims => matches!(node, Node::Claim(_)),
        Kind::Sources => matches!(node, Node::Source(_)),
        Kind::Actors => matches!(node, Node::Actor(_)),
        Kind::Places => matches!(node, Node::Place(_)),
        Kind::Populations => matches!(node, Node::Population(_)),
        Kind::Events => matches!(node, Node::Event(_)),
        Kind::Measures => matches!(node, Node::Measure(_)),
        Kind::Propositions => matches!(node, Node::Proposition(_)),
    }
}

fn of_source(desk: &Desk<'_>, node: &Node, source: Option<&str>) -> bool {
    let own = || if let Node::Claim(id) = node { desk.archive.claims.get(id) } else { None };
    source.is_none_or(|source| own().is_some_and(|claim| claim.source.as_str() == source))
}

fn text(desk: &Desk<'_>, kind: Kind, nodes: &[&Node]) -> String {
    let archive = desk.archive;
    match kind {
        Kind::Claims => {
            let claims: Vec<&Claim> = nodes.iter().filter_map(|node| archive.claims.get(node.id())).collect();
            let by_source = claims.chunk_by(|a, b| a.source == b.source);
            let tables: Vec<String> = by_source.map(|claims| of_one_source(archive, claims)).collect();
            tables.join("\n\n")
        }
        Kind::Sources => {
            let sources = nodes.iter().filter_map(|node| archive.sources.get(node.id()));
            let rows = sources.map(|source| {
                let published = source.published.map_or_else(|| "not known".to_owned(), |date| date.to_string());
                let count = archive.claims_of(&source.id).count().to_string();
                vec![source.id.to_string(), published, count, source.label().to_owned()]
            });
            table(&["source", "published", "claims", "title"], rows)
        }
        _ => {
            let rows = nodes
                .iter()
                .map(|node| vec![node.id().to_owned(), claims_at(desk, node).to_string(), label(desk, node)]);
            table(&["id", "claims", "name"], rows)
        }
    }
}

fn of_one_source(archive: &Archive, claims: &[&Claim]) -> String {
    let source = claims.first().map_or("", |claim| claim.source.as_str());
    let title = archive.sources.get(source).map_or(source, |source| source.label());
    let rows = claims.iter().map(|claim| vec![claim.id.to_string(), value_text(archive, claim), claim.says.clone()]);
    format!(
        "{}  {}\n{}",
        paint::id(source),
        paint::bold(&paint::shown(title)),
        table(&["claim", "value", "says"], rows)
    )
}

fn claims_at(desk: &Desk<'_>, node: &Node) -> usize {
    desk.graph.around(node, 1).iter().filter(|other| matches!(other, Node::Claim(_))).count()
}

/// The name of a record; what a claim says.
pub fn label(desk: &Desk<'_>, node: &Node) -> String {
    let archive = desk.archive;
    let label = match node {
        Node::Source(id) => archive.sources.get(id).map(|source| source.label()),
        Node::Claim(id) => archive.claims.get(id).map(|claim| claim.says.as_str()),
        Node::Actor(id) => Some(archive.actor_name(id)),
        Node::Place(id) => Some(archive.place_name(id)),
        Node::Population(id) => Some(archive.population_name(id)),
        Node::Event(id) => Some(archive.event_name(id)),
        Node::Measure(id) => archive.measures.get(id).map(|measure| measure.name.as_str()),
        Node::Proposition(id) => archive.propositions.get(id).map(|known| known.text.as_str()),
    };
    label.unwrap_or_default().to_owned()
}

/// A record as JSON.
pub fn record(desk: &Desk<'_>, node: &Node) -> Result<Value, CliError> {
    let archive = desk.archive;
    Ok(match node {
        Node::Claim(id) => serde_json::to_value(archive.claims.get(id).map(|claim| json::claim(desk, claim)))?,
        Node::Source(id) => serde_json::to_value(archive.sources.get(id).map(|source| json::source(desk, source)))?,
        Node::Actor(id) => archive.actors.get(id).map_or(Value::Null, |actor| {
            object!({
                "id": actor.id, "name": actor.name, "kind": format!("{:?}", actor.kind).to_lowercase(),
                "aliases": actor.aliases, "languages": actor.languages,
                "spellings": actor.spellings.iter().map(|one| object!({"text": one.text, "source": one.source})).collect::<Vec<_>>(),
                "speaks_for": actor.speaks_for.iter().map(|other| other.actor.as_str()).collect::<Vec<_>>(),
                "standing": actor.standing.map(|standing| format!("{standing:?}").to_lowercase()), "note": actor.note,
            })
        }),
        Node::Place(id) => region(archive.places.get(id)),
        Node::Population(id) => region(archive.populations.get(id)),
        Node::Event(id) => archive.events.get(id).map_or(Value::Null, |event| {
            object!({
                "id": event.id, "name": event.name, "date": event.date.map(|date| date.to_string()),
                "until": event.until.map(|date| date.to_string()), "note": event.note,
            })
        }),
        Node::Measure(id) => archive.measures.get(id).map_or(Value::Null, |measure| {
            object!({
                "id": measure.id, "name": measure.name, "basis": measure.basis.word(), "unit": measure.unit,
                "counts": measure.counts, "question": measure.question, "stakes": measure.stakes, "note": measure.note,
            })
        }),
        Node::Proposition(id) => {
            let by = |edge| desk.graph.predecessors(node, edge).map(Node::id).collect::<Vec<_>>();
            let text = archive.propositions.get(id).map(|known| known.text.as_str());
            object!({"id": id, "text": text, "affirmed_by": by(Edge::Affirms), "denied_by": by(Edge::Denies)})
        }
    })
}

fn region<Id: serde::Serialize>(region: Option<&gainsay::model::Region<Id>>) -> Value {
    region.map_or(Value::Null, |region| {
        object!({
            "id": region.id, "name": region.name, "aliases": region.aliases, "part_of": region.part_of,
            "vague": region.vague, "note": region.note,
        })
    })
}
