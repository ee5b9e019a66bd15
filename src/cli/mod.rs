//! The program: it reads arguments, opens what they name, calls the library, and shows what comes of it.

mod args;
mod choices;
mod commands;
mod error;
mod filters;
mod groups;
mod opening;
mod terminal;
mod threads;

use std::process::ExitCode;

use self::args::Args;
use self::commands::{begin, codes};
use self::error::CliError;
use self::opening::waiting;
use self::opening::whereabouts::Whereabouts;
use self::terminal::output::Output;
use self::terminal::{report, usage};

/// What a command came to: 0, or 1 for findings that were denied.
pub type Done = Result<ExitCode, CliError>;

/// Runs the command line.
pub fn run() -> ExitCode {
    let args = match groups::parsed() {
        Ok(args) => args,
        Err(error) => return usage::report(&error),
    };
    let mut output = Output::new(args.color);
    let done = dispatch(&args, &mut output);
    match done.and_then(|code| output.finish().map(|()| code)) {
        Ok(code) => code,
        Err(CliError::BrokenPipe) => ExitCode::SUCCESS,
        Err(error) => {
            report::report(&[error], args.color);
            ExitCode::from(2)
        }
    }
}

fn dispatch(args: &Args, out: &mut Output) -> Done {
    if let Some(code) = &args.explain {
        return codes::run(code.as_deref(), out);
    }
    threads::set(args.threads)?;
    let graph = Whereabouts::of(args);
    let Some(command) = &args.command else { return Ok(begin::run(graph.directory().ok(), args.color)) };
    commands::run(command, args, out).map_err(|error| waiting::told(error, || graph.directory()))
}
