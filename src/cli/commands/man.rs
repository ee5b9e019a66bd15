//! `man`: the manual page, with a section for each command.

use std::process::ExitCode;

use clap_mangen::Man;

use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::{Done, groups};

/// What stands under its help.
pub const EXAMPLES: &str = "Examples:
  gainsay man | man -l -
  gainsay man > ~/.local/share/man/man1/gainsay.1";

/// Prints the page as roff.
pub fn run(out: &mut Output) -> Done {
    let command = groups::command();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).map_err(CliError::Output)?;
    for sub in command.get_subcommands() {
        Man::new(sub.clone()).render(&mut page).map_err(CliError::Output)?;
    }
    out.raw(&String::from_utf8_lossy(&page));
    Ok(ExitCode::SUCCESS)
}
