//! The command line: parses, calls, and maps errors to exit codes (0 fine, 1 findings under --deny, 2 could not do it).
#![forbid(unsafe_code)]

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
