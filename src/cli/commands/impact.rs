//! `impact`: what rests on a record.

use std::collections::BTreeSet;
use std::process::ExitCode;

use clap::Args;
use gainsay::export::json;
use gainsay::findings::{self, CitedBy, Desk, Impact, Question, impact};
use gainsay::graph::Node;
use gainsay::model::{Archive, Claim, ClaimId, SourceId, nearest};

use super::list;
use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::{counted, first};

const EXAMPLES: &str = "Examples:
  gainsay impact kazakh-interior-minister
  gainsay impact rferl-2022-10-04
  gainsay contradictions --without rferl-2022-10-04     the graph as if it were gone";

/// Arguments of `impact`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Id of a source, an actor or a claim
    pub id: String,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Shows what rests on a source, an actor or a claim.
pub fn run(archive: &Archive, options: &Options, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let node = record(&desk, &options.id)?;
    let found = impact(&desk, &node);
    match options.format {
        Format::Json => out.json(&json::impact(&node, &found))?,
        Format::Text => text(&desk, &node, &found, options.all, out),
    }
    Ok(ExitCode::SUCCESS)
}

/// The source, actor or claim of that id.
pub fn record(desk: &Desk<'_>, id: &str) -> Result<Node, CliError> {
    let bears = |node: &Node| matches!(node, Node::Source(_) | Node::Actor(_) | Node::Claim(_));
    if let Some(node) = Node::named(desk.archive, id, bears).into_iter().next() {
        return Ok(node);
    }
    let near = nearest(id, desk.graph.nodes().filter(|node| bears(node)).map(Node::id)).map(str::to_owned);
    Err(CliError::Unknown { what: "source, actor or claim", id: id.to_owned(), near })
}

fn text(desk: &Desk<'_>, node: &Node, found: &Impact, all: bool, out: &mut Output) {
    let label = paint::shown(&list::label(desk, node));
    out.line(format!("without the {} {}  {}", node.kind(), paint::id(node.id()), paint::bold(&label)));
    let claims = |title: &str, ids: &BTreeSet<ClaimId>, out: &mut Output| {
        let known: Vec<&Claim> = ids.iter().filter_map(|id| desk.archive.claims.get(id)).collect();
        section(title, &known, all, out, claim);
    };
    claims("claims that fall with it", &found.claims.alone, out);
    claims("claims that rest on it partly, and stand", &found.claims.partly, out);
    claims("claims of the same origin that do not come through it", &found.same_origin, out);
    citing(desk, node, found.cited_by, all, out);
    section("disagreements that vanish", &found.vanish, all, out, question);
    section("disagreements that stay with less behind them", &found.weaken, all, out, question);
    section("disagreements that appear", &found.appear, all, out, question);
    let to_correct: Vec<&SourceId> = found.to_correct.iter().collect();
    section("to correct", &to_correct, all, out, |id| source(desk, id));
}

fn source(desk: &Desk<'_>, id: &SourceId) -> String {
    let title = desk.archive.sources.get(id).map_or(id.as_str(), |source| source.label());
    format!("  {}  {}", paint::id(id.as_str()), paint::shown(title))
}

/// A heading with how many there are, and a line for each of them.
fn section<T>(title: &str, items: &[T], all: bool, out: &mut Output, line: impl Fn(&T) -> String) {
    if items.is_empty() {
        return;
    }
    heading(&format!("{title}: {}", items.len()), out);
    let (shown, more) = first(items, all);
    shown.iter().map(line).chain(more.map(|more| format!("  {more}"))).for_each(|line| out.line(line));
}

fn citing(desk: &Desk<'_>, node: &Node, cited: Option<CitedBy>, all: bool, out: &mut Output) {
    let (Node::Source(id), Some(cited)) = (node, cited.filter(|cited| cited.sources > 0)) else { return };
    let sources = counted(cited.sources, "source cites", "sources cite");
    let claims = counted(cited.claims, "claim", "claims");
    heading(&format!("{sources} it, directly or through others, with {claims}"), out);
    let citing = findings::citing(desk, id);
    let (shown, more) = first(&citing, all);
    shown.iter().map(|id| source(desk, id)).chain(more.map(|more| format!("  {more}"))).for_each(|line| out.line(line));
}

fn heading(text: &str, out: &mut Output) {
    out.line("");
    out.line(paint::bold(text));
}

fn claim(claim: &&Claim) -> String {
    let says = paint::wrap(&paint::shown(&claim.says), paint::width(), 6);
    format!("  {}  {}\n      {says}", paint::id(claim.id.as_str()), paint::dim(claim.source.as_str()))
}

fn question(question: &Question) -> String {
    format!("  {} · {}", paint::shown(&question.title), paint::relation(question.relation))
}
