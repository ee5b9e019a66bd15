//! `list`: the records of one kind.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::compare::value_text;
use gainsay::export::json;
use gainsay::findings::Desk;
use gainsay::graph::Node;
use gainsay::model::nearest;
use gainsay::model::{Archive, Claim, SourceId};
use serde_json::Value;

use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::first;
use crate::cli::terminal::table::table;

const EXAMPLES: &str = "Examples:
  gainsay list sources
  gainsay list claims --source next-for-russians-2022
  gainsay list claims --format json";

/// Arguments of `list`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct List {
    /// What to list
    #[arg(value_enum)]
    pub kind: Kind,
    /// Only claims of this source
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Claims
    Claims,
    /// Sources
    Sources,
    /// Actors
    Actors,
    /// Places
    Places,
    /// Populations
    Populations,
    /// Events
    Events,
    /// Measures
    Measures,
    /// Propositions
    Propositions,
    /// Units of measures and values
    Units,
}

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
    nodes.sort_by_cached_key(|node| sort_key(&desk, node));
    match options.format {
        Format::Json => {
            let records = nodes.iter().map(|node| record(&desk, node)).collect::<Result<Vec<_>, _>>()?;
            out.json(&records)?;
        }
        Format::Text => {
            let (shown, more) = first(&nodes, options.all);
            out.line(text(&desk, options.kind, shown));
            more.into_iter().for_each(|more| out.line(more));
        }
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
    let start = claim.and_then(Claim::first_bytes).map_or(0, |(start, _)| start);
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
        // These are of the program, not of a graph.
        Kind::Units => false,
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
        Node::Actor(id) => serde_json::to_value(archive.actors.get(id).map(json::actor))?,
        Node::Place(id) => serde_json::to_value(archive.places.get(id).map(json::region))?,
        Node::Population(id) => serde_json::to_value(archive.populations.get(id).map(json::region))?,
        Node::Event(id) => serde_json::to_value(archive.events.get(id).map(json::event))?,
        Node::Measure(id) => serde_json::to_value(archive.measures.get(id).map(json::measure))?,
        Node::Proposition(id) => {
            serde_json::to_value(archive.propositions.get(id).map(|known| json::proposition(desk, known)))?
        }
    })
}
