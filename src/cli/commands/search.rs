//! `search`: words in claims, sources, actors and the other records.

use std::process::ExitCode;

use clap::Args;
use gainsay::findings::Desk;
use gainsay::graph::Node;
use gainsay::model::Archive;
use regex::{Regex, RegexBuilder};

use super::list;
use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::shown::first;
use crate::cli::terminal::table::table;

const EXAMPLES: &str = "Examples:
  gainsay search visa
  gainsay search border longest";

/// Arguments of `search`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Search {
    /// Words, all of which must be found
    #[arg(required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub words: Vec<String>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Shows every record in which all words are found.
pub fn run(archive: &Archive, options: &Search, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let words: Vec<Regex> = options.words.iter().filter_map(|word| pattern(word)).collect();
    let matches = |node: &&Node| {
        let text = text_of(&desk, node);
        words.iter().all(|word| word.is_match(&text))
    };
    let found: Vec<&Node> = desk.graph.nodes().filter(matches).collect();
    match options.format {
        Format::Json => {
            let hit = |node: &&Node| serde_json::json!({"id": node.id(), "kind": node.kind(), "text": list::label(&desk, node)});
            out.json(&found.iter().map(hit).collect::<Vec<_>>())?;
        }
        Format::Text if found.is_empty() => out.line(format!("nothing found for {}", options.words.join(" "))),
        Format::Text => {
            let row = |node: &&Node| vec![node.id().to_owned(), node.kind().to_owned(), list::label(&desk, node)];
            let (shown, more) = first(&found, options.all);
            out.line(table(&["id", "kind", "text"], shown.iter().map(row)));
            more.into_iter().for_each(|more| out.line(more));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The word at the beginning of a word, whatever its case.
fn pattern(word: &str) -> Option<Regex> {
    let start = if word.starts_with(|letter: char| letter.is_alphanumeric()) { r"\b" } else { "" };
    RegexBuilder::new(&format!("{start}{}", regex::escape(word))).case_insensitive(true).build().ok()
}

/// All the words of a record: its id, its names, what it says and the fragments that it rests on.
fn text_of(desk: &Desk<'_>, node: &Node) -> String {
    let mut parts = vec![node.id().to_owned(), list::label(desk, node)];
    let archive = desk.archive;
    match node {
        Node::Claim(id) => parts.extend(archive.claims.get(id).map(|claim| claim.words())),
        Node::Actor(id) => {
            let actor = archive.actors.get(id);
            parts.extend(actor.into_iter().flat_map(|actor| actor.aliases.iter().cloned()));
            parts.extend(actor.into_iter().flat_map(|actor| actor.spellings.iter().map(|one| one.text.clone())));
        }
        Node::Source(id) => {
            let source = archive.sources.get(id);
            parts.extend(source.into_iter().flat_map(|source| source.authors.iter().chain(&source.outlet).cloned()));
        }
        Node::Place(id) => parts.extend(archive.places.get(id).into_iter().flat_map(|place| place.aliases.clone())),
        Node::Population(id) => {
            parts.extend(archive.populations.get(id).into_iter().flat_map(|one| one.aliases.clone()))
        }
        Node::Event(_) | Node::Measure(_) | Node::Proposition(_) => {}
    }
    parts.join("\n")
}
