//! `show`: one record and what hangs on it.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use gainsay::compare::value_text;
use gainsay::findings::Desk;
use gainsay::graph::Node;
use gainsay::model::nearest;
use gainsay::model::{Archive, Claim};
use serde_json::Value;

use super::{list, show_claim};
use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::{counted, first};
use crate::cli::terminal::table::table;

const EXAMPLES: &str = "Examples:
  gainsay show kz-arrivals-300k
  gainsay show kazakhstan
  gainsay show rferl-2022-10-04 --format json";

/// Arguments of `show`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    /// Id of a claim, source, actor, place, population, event, measure or proposition
    pub id: String,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Shows every record that has the id.
pub fn run(archive: &Archive, options: &Show, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let nodes = Node::named(archive, &options.id, |_| true);
    if nodes.is_empty() {
        let near = nearest(&options.id, desk.graph.nodes().map(Node::id)).map(str::to_owned);
        return Err(CliError::Unknown { what: "record", id: options.id.clone(), near });
    }
    match options.format {
        Format::Json => json(&desk, &nodes, out)?,
        Format::Text => {
            for node in &nodes {
                text(&desk, node, options.all, out)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn json(desk: &Desk<'_>, nodes: &[Node], out: &mut Output) -> Result<(), CliError> {
    let mut records = Vec::new();
    for node in nodes {
        let mut record = list::record(desk, node)?;
        if let Some(object) = record.as_object_mut() {
            object.insert("record".into(), node.kind().into());
            object.insert("linked".into(), linked(desk, node).into());
        }
        records.push(record);
    }
    out.json(&records)
}

/// The ids of whatever points to the node or is pointed at.
fn linked(desk: &Desk<'_>, node: &Node) -> Vec<String> {
    desk.graph.around(node, 1).iter().filter(|other| *other != node).map(|other| other.id().to_owned()).collect()
}

fn text(desk: &Desk<'_>, node: &Node, all: bool, out: &mut Output) -> Result<(), CliError> {
    out.line(format!(
        "{} {}  {}",
        node.kind(),
        paint::id(node.id()),
        paint::bold(&paint::shown(&list::label(desk, node)))
    ));
    if let Node::Claim(id) = node {
        if let Some(claim) = desk.archive.claims.get(id) {
            show_claim::run(desk, claim, all, out);
        }
        return Ok(());
    }
    fields(&list::record(desk, node)?, out);
    let around = desk.graph.around(node, 1);
    let claims: Vec<&Claim> = around.iter().filter_map(|other| claim_of(desk, other)).collect();
    if matches!(node, Node::Measure(_)) {
        counted_by(&claims).into_iter().for_each(|text| line("counted", &text, out));
    }
    if !claims.is_empty() {
        out.line("");
        let (shown, more) = first(&claims, all);
        let rows = shown.iter().map(|claim| {
            vec![claim.id.to_string(), value_text(desk.archive, claim), format!("{}: {}", claim.source, claim.says)]
        });
        out.line(table(&["claim", "value", "says"], rows));
        more.into_iter().for_each(|more| out.line(more));
    }
    Ok(())
}

/// What the claims of a measure count, where they do not all count the same.
fn counted_by(claims: &[&Claim]) -> Option<String> {
    let mut by_word: BTreeMap<&str, usize> = BTreeMap::new();
    let own = claims.iter().filter_map(|claim| claim.about.as_quantity());
    own.filter_map(|quantity| quantity.counts.as_deref()).for_each(|word| *by_word.entry(word).or_default() += 1);
    let told = by_word.iter().map(|(word, count)| format!("{word} in {}", counted(*count, "claim", "claims")));
    (by_word.len() > 1).then(|| told.collect::<Vec<_>>().join(", "))
}

fn claim_of<'a>(desk: &Desk<'a>, node: &Node) -> Option<&'a Claim> {
    if let Node::Claim(id) = node { desk.archive.claims.get(id) } else { None }
}

/// The fields of a record that say something, but for those that the heading has.
fn fields(record: &Value, out: &mut Output) {
    let Some(object) = record.as_object() else { return };
    for (name, value) in object.iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "name")) {
        let text = plain(value);
        if !text.is_empty() {
            line(&name.replace('_', " "), &text, out);
        }
    }
}

/// A field and its value, aligned and wrapped.
pub fn line(name: &str, text: &str, out: &mut Output) {
    let text = paint::shown(&text.replace('\n', " "));
    out.line(format!("  {} {}", paint::dim(&format!("{name:<14}")), paint::wrap(&text, paint::width(), 17)));
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(object) => {
            let parts = object.iter().filter(|(_, value)| !value.is_null());
            parts.map(|(name, value)| format!("{name} {}", plain(value))).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use gainsay::store::{Contents, init, load};

    use super::*;

    #[test]
    fn a_measure_says_what_its_claims_count_only_where_that_differs() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("graph");
        init(&dir, Contents::Example).unwrap();
        let told = || counted_by(&load(&dir).unwrap().claims.values().collect::<Vec<_>>());
        assert_eq!(told(), None);
        let path = dir.join("claims/evening-post.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        let changed = text.replacen("place: \"port\"", "counts: \"landings\", place: \"port\"", 1);
        assert_ne!(changed, text);
        std::fs::write(&path, changed).unwrap();
        assert_eq!(told().as_deref(), Some("landings in 1 claim, persons in 1 claim"));
    }
}
