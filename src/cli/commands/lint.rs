//! `lint`: faults of a graph that loads.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use gainsay::export::json;
use gainsay::findings::Desk;
use gainsay::lint::lint;
use gainsay::model::Archive;

use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::first;

const EXAMPLES: &str = "Examples:
  gainsay lint
  gainsay lint --texts texts/
  gainsay lint --deny                   exit code 1 if anything is found
  gainsay --explain spelling-variant    what a finding means";

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Lint {
    /// Hold evidence against the texts in this folder, too
    #[arg(long, value_name = "DIR")]
    pub texts: Option<PathBuf>,
    /// Exit with 1 if anything is found
    #[arg(long)]
    pub deny: bool,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Runs all checks.
pub fn run(archive: &Archive, options: &Lint, out: &mut Output) -> Done {
    options.texts.as_deref().map_or(Ok(()), source::is_folder)?;
    let found = lint(&Desk::new(archive), options.texts.as_deref());
    match options.format {
        Format::Json => out.json(&found.iter().map(json::lint).collect::<Vec<_>>())?,
        Format::Text => text(&found, options.all, out),
    }
    Ok(if options.deny && !found.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Of each code all, or as many as can be read.
fn text(found: &[gainsay::lint::Lint], all: bool, out: &mut Output) {
    for of_one in found.chunk_by(|a, b| a.code == b.code) {
        let (shown, more) = first(of_one, all);
        lints(shown, out);
        let code = of_one.first().map_or("", |lint| lint.code.name());
        more.into_iter().for_each(|more| out.line(format!("{}: {more}", paint::bold(code))));
    }
    match found.len() {
        0 => out.line("no faults found"),
        count => out.line(format!("{count} found; `gainsay --explain CODE` says more")),
    }
}

fn lints(found: &[gainsay::lint::Lint], out: &mut Output) {
    for lint in found {
        let place = lint.locus.as_ref().map_or_else(String::new, |locus| paint::shown(&format!("{locus}: ")));
        out.line(format!("{}{}: {}", place, paint::bold(lint.code.name()), paint::shown(&lint.message)));
        out.line(format!("  {} {}", paint::dim("help:"), paint::shown(&lint.help)));
    }
}
