//! `compare`: two statements given as text.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use gainsay::check::compare;
use serde::{Deserialize, Serialize};

use super::Done;
use super::output::Output;

/// What to compare.
#[derive(Debug, Args)]
pub struct Compare {
    /// The two statements
    #[arg(required_unless_present = "batch", num_args = 2)]
    pub statements: Vec<String>,
    /// Read JSON Lines {"id","premise","hypothesis"} and write {"id","relation","reasons"}; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "statements")]
    pub batch: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    premise: String,
    hypothesis: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    relation: gainsay::compare::Relation,
    reasons: Vec<gainsay::compare::Reason>,
}

/// Compares the statements.
pub fn run(options: &Compare, out: &mut Output) -> Done {
    if let Some(path) = &options.batch {
        let text =
            std::fs::read_to_string(path).map_err(|error| super::error::CliError::Io { path: path.clone(), error })?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line)?;
            let found = compare(&line.premise, &line.hypothesis);
            out.line(serde_json::to_string(&Answer {
                id: &line.id,
                relation: found.relation,
                reasons: found.reasons,
            })?);
        }
    }
    Ok(ExitCode::SUCCESS)
}
