//! Commands that are not given as they must be: what clap says of them, with a code like all other errors.

use std::error::Error;
use std::io::{self, Write};
use std::num::{ParseFloatError, ParseIntError};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use gainsay::codes::Code;
use gainsay::export::BaseError;
use gainsay::model::DateError;

use super::paint::walled;
use super::report::cut;
use crate::cli::args::Args;

/// Shows what clap found, or the help or version that was asked for, and gives the exit code.
pub fn report(error: &clap::Error) -> ExitCode {
    let text = walled(&cut(&tipped(error.render().ansi().to_string(), error)));
    // Nothing is left to tell it to if this fails.
    let _ = match error.use_stderr() {
        true => anstream::AutoStream::auto(io::stderr()).write_all(coded(&text, code(error)).as_bytes()),
        false => anstream::AutoStream::auto(io::stdout()).write_all(text.as_bytes()),
    };
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// The help of a command, or of all.
pub fn help(command: Option<&str>) -> ExitCode {
    let words = [Some("gainsay"), command, Some("--help")];
    Args::try_parse_from(words.into_iter().flatten()).map_or_else(|error| report(&error), |_| ExitCode::SUCCESS)
}

/// The words with which clap points to the help, after all else.
const END: &str = "\n\nFor more information";

/// The text with what was expected, where clap says only that it was not.
fn tipped(text: String, error: &clap::Error) -> String {
    match expected(error) {
        Some(tip) if !text.contains("tip:") => text.replacen(END, &format!("\n\n  tip: {tip}{END}"), 1),
        _ => text,
    }
}

fn expected(error: &clap::Error) -> Option<&'static str> {
    match error.source() {
        Some(source) if source.is::<DateError>() => Some("write a year, a month or a day: 2022, 2022-09 or 2022-09-21"),
        Some(source) if source.is::<ParseIntError>() => Some("write a whole number, such as 3"),
        Some(source) if source.is::<ParseFloatError>() => Some("write a number, such as 0.5"),
        _ if error.kind() == ErrorKind::InvalidSubcommand => Some("gainsay --help lists the commands"),
        _ if error.kind() == ErrorKind::UnknownArgument => {
            Some("gainsay COMMAND --help lists the options of a command")
        }
        _ => None,
    }
}

/// The code of the value that was refused, or that of arguments at large.
fn code(error: &clap::Error) -> Code {
    let source = error.source();
    let base = source.and_then(|source| source.downcast_ref::<BaseError>()).map(BaseError::code);
    let date = source.and_then(|source| source.downcast_ref::<DateError>()).map(DateError::code);
    base.or(date).unwrap_or(Code::Usage)
}

/// Puts the code after the word that errors begin with. A help that is shown for want of arguments has none.
fn coded(text: &str, code: Code) -> String {
    text.replacen("error:", &format!("error[{code}]:"), 1)
}
