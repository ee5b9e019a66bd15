//! `init`: a new graph directory.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use gainsay::store::{self, Contents};

use crate::cli::Done;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;

const EXAMPLES: &str = "Examples:
  gainsay init                               with a small invented example
  gainsay init --empty
  gainsay init --dir stories/flood/graph";

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Init {
    /// Directory to make [default: that of --graph, or `graph`]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Without the example: nothing but a title
    #[arg(long)]
    pub empty: bool,
}

/// Makes the directory, by default that which other commands are told to use, and says what to do next.
pub fn run(options: &Init, named: Option<PathBuf>, out: &mut Output) -> Done {
    let dir = options.dir.clone().or(named).unwrap_or_else(|| PathBuf::from("graph"));
    let contents = if options.empty { Contents::Empty } else { Contents::Example };
    let written = store::init(&dir, contents)?;
    for path in &written {
        out.line(format!("made {}", paint::shown(&path.display().to_string())));
    }
    let graph = dir.display().to_string();
    let option = if graph == "graph" { String::new() } else { format!(" --graph {graph}") };
    let next = if options.empty { "add FILE…" } else { "contradictions" };
    out.line(format!("next: {}", paint::bold(&format!("gainsay{option} {next}"))));
    Ok(ExitCode::SUCCESS)
}
