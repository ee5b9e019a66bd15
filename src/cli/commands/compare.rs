//! `compare`: two statements given as text.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use gainsay::check::{Statements, compare, value_text, why};
use gainsay::compare::{Reason, Relation};
use gainsay::export::statements_json;
use gainsay::readers::{LIMIT, ReadError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::{paint, table};

const EXAMPLES: &str = "Examples:
  gainsay compare \"The fire burnt 1,200 hectares\" \"Nearly 3,000 acres were burnt by the fire\"
  gainsay compare --batch pairs.jsonl > relations.jsonl

No graph is needed.";

/// What to compare.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Compare {
    /// Two statements, each in quotes
    #[arg(required_unless_present = "batch", num_args = 2, value_names = ["A", "B"])]
    pub statements: Vec<String>,
    /// Read JSON Lines {"id","premise","hypothesis"} and write {"id","relation","reasons"}; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "statements")]
    pub batch: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "batch")]
    pub format: Format,
}

/// A line of `--batch`.
#[derive(Deserialize)]
struct Line {
    id: Value,
    premise: String,
    hypothesis: String,
}

/// What `--batch` prints for it.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    relation: Relation,
    reasons: Vec<Reason>,
}

/// Compares the statements.
pub fn run(options: &Compare, out: &mut Output) -> Done {
    match (&options.batch, options.statements.as_slice()) {
        (Some(path), _) => batch(path, out)?,
        (None, [a, b]) => {
            let found = compare(a, b);
            match options.format {
                Format::Json => out.json(&statements_json(&found))?,
                Format::Text => text(&found, out),
            }
        }
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn batch(path: &Path, out: &mut Output) -> Result<(), CliError> {
    let failed = |error| CliError::Io { path: path.to_path_buf(), error };
    let mut reader = BufReader::new(source::open(path)?);
    for number in 1_usize.. {
        let mut line = String::new();
        let read = (&mut reader).take(LIMIT + 1).read_line(&mut line).map_err(failed)?;
        match read as u64 {
            0 => break,
            1..=LIMIT => {}
            _ => return Err(too_long(path, number)),
        }
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| CliError::Line {
            path: path.to_path_buf(),
            line: number,
            fields: "id\", \"premise\" and \"hypothesis",
            error,
        })?;
        let found = compare(&line.premise, &line.hypothesis);
        out.json_line(&Answer { id: &line.id, relation: found.relation, reasons: found.reasons })?;
    }
    Ok(())
}

fn too_long(path: &Path, line: usize) -> CliError {
    let path = PathBuf::from(format!("{}:{line}", path.display()));
    CliError::Read { path, error: ReadError::TooLarge { what: "the line is", limit: LIMIT } }
}

fn text(found: &Statements, out: &mut Output) {
    let reasons: Vec<&str> = found.reasons.iter().map(|reason| reason.word()).collect();
    let list = if reasons.is_empty() { String::new() } else { format!(" · {}", reasons.join(", ")) };
    out.line(format!("{}{list}", paint::relation(found.relation)));
    let entries = found.corpus.entries();
    if found.pairs.is_empty() {
        return out.line("no figure of one answers a figure of the other");
    }
    let rows = found.pairs.iter().map(|one| {
        let (a, b) = (&entries[one.a], &entries[one.b]);
        vec![
            paint::shown(&value_text(a)),
            paint::shown(&value_text(b)),
            one.verdict.relation.word().to_owned(),
            paint::shown(&why(one, a, b)),
        ]
    });
    out.line(table::table(&["A", "B", "", "why"], rows));
}
