//! `show`: one record and what hangs on it.

use std::process::ExitCode;

use gainsay::export::json;
use gainsay::findings::Desk;
use gainsay::graph::{Edge, Node};
use gainsay::model::{Archive, Claim};
use gainsay::store::nearest;

use super::args::{Format, Show};
use super::error::CliError;
use super::output::Output;
use super::table::table;
use super::{Done, list, paint};

/// Shows every record that has the id.
pub fn run(archive: &Archive, options: &Show, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let nodes: Vec<&Node> = desk.graph.with_id(&options.id).collect();
    if nodes.is_empty() {
        let near = nearest(&options.id, desk.graph.nodes().map(Node::id)).map(str::to_owned);
        return Err(CliError::Unknown { what: "the id", id: options.id.clone(), near });
    }
    match options.format {
        Format::Json => json(&desk, &nodes, out)?,
        Format::Text => nodes.iter().for_each(|node| text(&desk, node, out)),
    }
    Ok(ExitCode::SUCCESS)
}

fn json(desk: &Desk<'_>, nodes: &[&Node], out: &mut Output) -> Result<(), CliError> {
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

fn text(desk: &Desk<'_>, node: &Node, out: &mut Output) {
    out.line(format!(
        "{} {}  {}",
        node.kind(),
        paint::id(node.id()),
        paint::bold(&paint::shown(&list::label(desk, node)))
    ));
    if let Some(claim) = desk.archive.claims.get(node.id()).filter(|_| matches!(node, Node::Claim(_))) {
        claim_text(desk, claim, out);
    } else if let Ok(record) = list::record(desk, node) {
        fields(&record, out);
    }
    let claims = desk.graph.around(node, 1);
    let claims: Vec<&Claim> = claims.iter().filter_map(|other| claim_of(desk, other)).collect();
    if !claims.is_empty() && !matches!(node, Node::Claim(_)) {
        out.line("");
        let rows = claims.iter().map(|claim| {
            vec![
                claim.id.to_string(),
                claim.source.to_string(),
                gainsay::compare::value_text(desk.archive, claim),
                claim.says.clone(),
            ]
        });
        out.line(table(&["claim", "source", "value", "says"], rows));
    }
}

fn claim_of<'a>(desk: &Desk<'a>, node: &Node) -> Option<&'a Claim> {
    if let Node::Claim(id) = node { desk.archive.claims.get(id) } else { None }
}

fn claim_text(desk: &Desk<'_>, claim: &Claim, out: &mut Output) {
    let record = serde_json::to_value(json::claim(desk, claim)).unwrap_or_default();
    fields(&record, out);
    let derived = desk.derived_from(claim);
    for figure in &derived {
        out.line(format!("  {} {}", paint::dim(&format!("{:<14}", "follows")), figure.figure.text));
    }
    let said = desk.graph.targets(&Node::Claim(claim.id.clone()), Edge::Supersedes).count();
    if said > 0 {
        out.line(format!("  {} {said}", paint::dim(&format!("{:<14}", "revises"))));
    }
}

/// The fields of a record that say something.
fn fields(record: &serde_json::Value, out: &mut Output) {
    let Some(object) = record.as_object() else { return };
    for (name, value) in object.iter().filter(|(name, _)| *name != "id") {
        let text = plain(value);
        if !text.is_empty() {
            let name = paint::dim(&format!("{:<14}", name.replace('_', " ")));
            out.line(format!("  {name} {}", paint::wrap(&paint::shown(&text.replace('\n', " ")), paint::width(), 17)));
        }
    }
}

fn plain(value: &serde_json::Value) -> String {
    use serde_json::Value;
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
