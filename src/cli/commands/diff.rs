//! `diff`: what changed in the graph between two states.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::export::{diff_markdown, json};
use gainsay::findings::{Desk, diff};

use super::{contradictions, diff_text};
use crate::cli::Done;
use crate::cli::args::Denied;
use crate::cli::error::CliError;
use crate::cli::opening::state;
use crate::cli::opening::state::State;
use crate::cli::terminal::output::Output;

const EXAMPLES: &str = "Examples:
  gainsay diff                               the last commit against the files as they are
  gainsay diff HEAD~1                        the commit before it
  gainsay diff v1..v2                        two revisions; v1...v2 is what v2 changed since it parted from v1
  gainsay diff old/graph new/graph           two directories
  gainsay diff main...HEAD --format markdown --deny

A name that is a directory means the directory. Revisions are read by the program git.";

/// Which states to compare, and how to print it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Diff {
    /// A directory or a revision [default: HEAD]
    #[arg(value_name = "OLD")]
    pub old: Option<String>,
    /// A directory or a revision [default: the graph as it is]
    #[arg(value_name = "NEW")]
    pub new: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// Exit with 1 if any of these is new (conditional ones only with --strict)
    #[arg(long, value_enum, value_delimiter = ',', num_args = 0..=1, default_missing_value = "contradiction", value_name = "RELATION")]
    pub deny: Vec<Denied>,
    /// With --deny: conditional ones count too
    #[arg(long, requires = "deny")]
    pub strict: bool,
}

/// How to print what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// To comment on a change under review
    Markdown,
}

/// Compares two states of the graph.
pub fn run(graph: impl Fn() -> Result<PathBuf, CliError>, options: &Diff, out: &mut Output) -> Done {
    let is_directory = |name: &str| Path::new(name).is_dir();
    let (old, new) = state::two(options.old.as_deref(), options.new.as_deref(), is_directory)?;
    let (old, new) = (State::load(&old, &graph)?, State::load(&new, &graph)?);
    let (from, to) = (Desk::new(&old.archive), Desk::new(&new.archive));
    let found = diff(&from, &to);
    match options.format {
        DiffFormat::Json => out.json(&json::diff((&old.name, &from), (&new.name, &to), &found))?,
        DiffFormat::Markdown => out.raw(&diff_markdown(&old.name, &new.name, &found)),
        DiffFormat::Text => diff_text::text(&old.name, &new.name, &found, out),
    }
    let denied = found.is_new(|question| contradictions::is_denied(question, &options.deny, options.strict));
    Ok(if denied { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
