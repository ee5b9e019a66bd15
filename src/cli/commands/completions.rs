//! `completions`: a script that completes commands in a shell.

use std::process::ExitCode;

use crate::cli::args::Completions;
use crate::cli::terminal::output::Output;
use crate::cli::{Done, groups};

/// Prints the script.
pub fn run(options: &Completions, out: &mut Output) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut groups::command(), "gainsay", &mut script);
    out.raw(&String::from_utf8_lossy(&script));
    Ok(ExitCode::SUCCESS)
}
