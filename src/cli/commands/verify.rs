//! `verify`: all evidence against the texts on disk.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use gainsay::codes::Explanation;
use gainsay::export::json;
use gainsay::model::Archive;
use gainsay::store::{Fate, TextFinding, TextReport, relocate, verify};

use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::counted;

const EXAMPLES: &str = "Examples:
  gainsay verify --texts texts/
  gainsay verify --texts texts/ --apply      keep the new places of fragments that have moved

Exit codes: 0 all evidence stands, 1 a text has changed, 2 a text is missing or evidence cannot be right.";

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Verify {
    /// Write the new places of fragments that have moved into the graph, beside the old ones
    #[arg(long)]
    pub apply: bool,
    /// Folder with the texts of the sources
    #[arg(long, value_name = "DIR")]
    pub texts: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Compares, and says what no longer stands.
pub fn run(archive: &Archive, dir: &Path, options: &Verify, out: &mut Output) -> Done {
    source::is_folder(&options.texts)?;
    let report = verify(archive, &options.texts);
    match options.format {
        Format::Json => out.json(&json::evidence(&report))?,
        Format::Text => text(&report, out),
    }
    if options.apply {
        let done = relocate(dir, &options.texts)?;
        if options.format == Format::Text {
            out.line(applied(done.moved, done.left));
        }
    }
    let fault = report.findings.iter().any(|finding| finding.problem.is_fault());
    Ok(match (report.findings.is_empty(), fault) {
        (true, _) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
        (false, true) => ExitCode::from(2),
    })
}

/// What was done about fragments that have moved.
fn applied(moved: usize, left: usize) -> String {
    match (moved, left) {
        (0, 0) => "nothing to apply: no fragment has moved".to_owned(),
        (0, left) => format!("nothing to apply: no fragment has moved to one new place; {left} left to you"),
        (moved, left) => {
            let places = counted(moved, "new place", "new places");
            format!("{places} written to relocations.ron, {left} left to you")
        }
    }
}

fn text(report: &TextReport, out: &mut Output) {
    for TextFinding { source, evidence, problem, fate } in &report.findings {
        let id = evidence.as_ref().map_or(source.as_str(), |(claim, _)| claim.as_str());
        let told = paint::shown(&problem.to_string().replace('\n', " "));
        out.line(format!("{} {told} {}", paint::id(id), paint::dim(&format!("[{}]", problem.code()))));
        if evidence.is_none() {
            let help = problem.code().explanation().map(Explanation::help).unwrap_or_default();
            out.line(format!("  {} {help}", paint::dim("help:")));
        }
        if let Some((_, evidence)) = evidence {
            out.line(format!("  {}", paint::dim(&format!("in {source}, written at {}", evidence.locus))));
            if let Some(fate) = fate {
                out.line(format!("  {}", paint::shown(&fate_text(fate))));
            }
        }
    }
    let broken = report.findings.iter().filter(|finding| finding.evidence.is_some()).count();
    let plural = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let pieces = |count: usize| plural(count, "piece of evidence", "pieces of evidence");
    let texts = plural(report.texts, "text", "texts");
    out.line(format!("{} found where the graph says, in {texts}", pieces(report.stands)));
    if broken > 0 {
        out.line(format!("{} no longer found there", pieces(broken)));
    }
    if report.without_text > 0 {
        let claims = plural(report.without_text, "claim rests", "claims rest");
        out.line(format!("{claims} on sources without a text here"));
    }
}

fn fate_text(fate: &Fate) -> String {
    match fate {
        Fate::Moved { to, times: 1 } => format!("moved to bytes {} to {}", to.0, to.1),
        Fate::Moved { to, times } => format!("stands {times} times, nearest at bytes {} to {}", to.0, to.1),
        Fate::ReadsDifferently { at, found } => format!("now reads “{found}” at bytes {} to {}", at.0, at.1),
        Fate::Vanished => "nothing like it stands in the text".to_owned(),
    }
}
