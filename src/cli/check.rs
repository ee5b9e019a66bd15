//! `check`: which figures of texts contradict each other, and which only seem to.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use gainsay::check::check;
use gainsay::extract::claim::{Candidate, Said};
use serde_json::{Value, json};

use super::Done;
use super::error::CliError;
use super::output::Output;

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// The texts
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// How to print
    #[arg(long, default_value = "text")]
    pub format: String,
}

/// Checks the files.
pub fn run(options: &Check, graph: Option<&gainsay::model::Archive>, out: &mut Output) -> Done {
    let mut drafts = Vec::new();
    for path in &options.files {
        let file = std::fs::File::open(path).map_err(|error| CliError::Io { path: path.clone(), error })?;
        drafts.extend(
            gainsay::ingest::documents(&path.display().to_string(), file)
                .map_err(|error| CliError::Read { path: path.clone(), error })?,
        );
    }
    let checked = check(&drafts, graph);
    let entries = checked.corpus.entries();
    let claims: Vec<Value> = checked
        .told()
        .into_iter()
        .map(|place| (place, &entries[place]))
        .map(|(place, entry)| match &entry.known {
            Some(id) => json!({"id": id, "file": null}),
            None => {
                claim(place, std::path::Path::new(&drafts[entry.text].file), &entry.claim, &drafts[entry.text].text)
            }
        })
        .collect();
    let findings: Vec<Value> = checked.matches.iter().map(|one| {
        let id = |place: usize| entries[place].known.as_ref().map_or_else(|| format!("c{place}"), |id| id.to_string());
        json!({"a": id(one.a), "b": id(one.b), "relation": one.verdict.relation, "reason": one.verdict.reasons.first(), "reasons": one.verdict.reasons, "score": one.score})
    }).collect();
    let side = |side: &gainsay::trace::reuse::Side| json!({"file": drafts[side.document].file, "start": side.bytes.start, "end": side.bytes.end});
    let reuse: Vec<Value> =
        checked.passages.iter().map(|passage| json!({"a": side(&passage.a), "b": side(&passage.b)})).collect();
    out.json(&json!({"claims": claims, "findings": findings, "reuse": reuse}))?;
    Ok(ExitCode::SUCCESS)
}

fn claim(place: usize, file: &std::path::Path, claim: &Candidate, text: &str) -> Value {
    let (low, high, unit) = match &claim.said {
        Said::Figure { stated, unit } => {
            let (low, high) = stated.figures();
            (json!(low), json!(high), unit.clone())
        }
        Said::Days { first, last } => {
            (json!(first.map(|day| day.to_string())), json!(last.map(|day| day.to_string())), "date".to_owned())
        }
        Said::Clock(minutes) => {
            let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
            (json!(time), json!(time), "time".to_owned())
        }
        Said::Rank(rank) => (json!(rank), json!(rank), "rank".to_owned()),
    };
    let class = |number: u16| gainsay::extract::claim::LANGUAGE.class_of(number).id.clone();
    json!({
        "id": format!("c{place}"), "file": file.display().to_string(), "start": claim.fragment.start, "end": claim.fragment.end,
        "fragment": &text[claim.fragment.clone()],
        "stated_low": low, "stated_high": high, "stated_unit": unit, "attributed_to": claim.speaker.as_ref().map(|speaker| &speaker.name), "denied": claim.denied,
        "event": claim.event.map(class), "part": claim.part, "whole": claim.whole,
        "head": claim.head.map(|t| format!("{:?}{}", t.class.map(class), t.word)), "mods": claim.modifiers.len(), "places": claim.places.len(),
        "when": claim.when.as_ref().map(|when| &text[when.span.clone()]),
        "kind": claim.mention.kind.word(),
    })
}
