//! `impact`: what rests on a record.

use std::process::ExitCode;

use gainsay::findings::{Desk, Impact, Question, impact};
use gainsay::graph::Node;
use gainsay::model::{Archive, ClaimId, nearest};
use serde_json::json;

use super::args::{Format, Impact as Options};
use super::error::CliError;
use super::output::Output;
use super::{Done, list, paint};

/// Shows what rests on a source, an actor or a claim.
pub fn run(archive: &Archive, options: &Options, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let node = record(&desk, &options.id)?;
    let found = impact(&desk, &node);
    match options.format {
        Format::Json => out.json(&as_json(&node, &found))?,
        Format::Text => text(&desk, &node, &found, out),
    }
    Ok(ExitCode::SUCCESS)
}

/// The source, actor or claim of that id.
pub fn record(desk: &Desk<'_>, id: &str) -> Result<Node, CliError> {
    let bears = |node: &&Node| matches!(node, Node::Source(_) | Node::Actor(_) | Node::Claim(_));
    if let Some(node) = desk.graph.with_id(id).find(bears) {
        return Ok(node.clone());
    }
    let near = nearest(id, desk.graph.nodes().filter(bears).map(Node::id)).map(str::to_owned);
    Err(CliError::Unknown { what: "source, actor or claim", id: id.to_owned(), near })
}

fn text(desk: &Desk<'_>, node: &Node, found: &Impact, out: &mut Output) {
    let label = paint::shown(&list::label(desk, node));
    out.line(format!("without the {} {}  {}", node.kind(), paint::id(node.id()), paint::bold(&label)));
    claims(desk, "claims that fall with it", found.claims.alone.iter(), out);
    claims(desk, "claims that rest on it partly, and stand", found.claims.partly.iter(), out);
    claims(desk, "claims of the same origin that do not come through it", found.same_origin.iter(), out);
    disagreements("disagreements that vanish", &found.vanish, out);
    disagreements("disagreements that stay with less behind them", &found.weaken, out);
    disagreements("disagreements that appear", &found.appear, out);
    if !found.to_correct.is_empty() {
        heading(&format!("to correct: {}", found.to_correct.len()), out);
        for id in &found.to_correct {
            let title = desk.archive.sources.get(id).map_or(id.as_str(), |source| source.label());
            out.line(format!("  {}  {}", paint::id(id.as_str()), paint::shown(title)));
        }
    }
}

fn heading(text: &str, out: &mut Output) {
    out.line("");
    out.line(paint::bold(text));
}

fn claims<'a>(desk: &Desk<'_>, title: &str, ids: impl ExactSizeIterator<Item = &'a ClaimId>, out: &mut Output) {
    if ids.len() == 0 {
        return;
    }
    heading(&format!("{title}: {}", ids.len()), out);
    for claim in ids.filter_map(|id| desk.archive.claims.get(id)) {
        let says = paint::wrap(&paint::shown(&claim.says), paint::width(), 6);
        out.line(format!("  {}  {}\n      {says}", paint::id(claim.id.as_str()), paint::dim(claim.source.as_str())));
    }
}

fn disagreements(title: &str, questions: &[Question], out: &mut Output) {
    if questions.is_empty() {
        return;
    }
    heading(&format!("{title}: {}", questions.len()), out);
    for question in questions {
        out.line(format!("  {} · {}", paint::shown(&question.title), paint::relation(question.relation)));
    }
}

fn as_json(node: &Node, found: &Impact) -> serde_json::Value {
    let titles = |questions: &[Question]| {
        let one = |question: &Question| {
            let claims: Vec<&str> = question.claims().into_iter().map(ClaimId::as_str).collect();
            json!({"title": question.title, "relation": question.relation, "claims": claims})
        };
        questions.iter().map(one).collect::<Vec<_>>()
    };
    json!({
        "record": node.kind(), "id": node.id(),
        "alone": found.claims.alone, "partly": found.claims.partly, "same_origin": found.same_origin,
        "vanish": titles(&found.vanish), "weaken": titles(&found.weaken), "appear": titles(&found.appear),
        "to_correct": found.to_correct,
    })
}
