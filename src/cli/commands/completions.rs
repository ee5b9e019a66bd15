//! `completions`: a script that completes commands in a shell.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::output::Output;
use crate::cli::{Done, groups};

const EXAMPLES: &str = "Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish";

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Prints the script.
pub fn run(options: &Completions, out: &mut Output) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut groups::command(), "gainsay", &mut script);
    out.raw(&String::from_utf8_lossy(&script));
    Ok(ExitCode::SUCCESS)
}
