//! Commands that are not given as they must be: what clap says of them, with a code like all other errors.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use gainsay::codes::Code;
use gainsay::export::BaseError;
use gainsay::model::DateError;

use super::paint::walled;
use super::report::cut;

/// Shows what clap found, or the help or version that was asked for, and gives the exit code.
pub fn report(error: &clap::Error) -> ExitCode {
    let text = walled(&cut(&error.render().ansi().to_string()));
    // Nothing is left to tell it to if this fails.
    let _ = match error.use_stderr() {
        true => anstream::AutoStream::auto(io::stderr()).write_all(coded(&text, code(error)).as_bytes()),
        false => anstream::AutoStream::auto(io::stdout()).write_all(text.as_bytes()),
    };
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
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
