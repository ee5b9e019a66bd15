//! `check`: which figures of texts contradict each other, and which only seem to.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::check::{Checked, Step, check};
use gainsay::compare::Relation;
use gainsay::export::{check_html, check_json, check_markdown};
use gainsay::ingest;
use gainsay::matching::Match;
use gainsay::model::Archive;
use gainsay::readers::Document;
use rayon::prelude::*;

use super::check_text;
use crate::cli::Done;
use crate::cli::args::{Color, Denied};
use crate::cli::error::CliError;
use crate::cli::opening::{loading, source};
use crate::cli::terminal::output::Output;
use crate::cli::terminal::progress::Progress;

/// How findings are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// To paste into a report
    Markdown,
    /// A page to look at, in one file
    Html,
}

const EXAMPLES: &str = "Examples:
  gainsay check draft.txt agency.txt                 and against the nearest graph
  gainsay check draft.txt --against stories/flood/graph
  gainsay check a.pdf b.html --no-graph --all        agreements and explained differences, too
  gainsay check draft.docx --format html > report.html
  gainsay check draft.txt --deny contradiction       exit code 1 if there is one

docs/checking.md says what is compared and what is not found.";

/// What to check.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Plain texts, Markdown, HTML, PDF, DOCX, or JSON Lines of articles; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Hold the texts against the graph in this directory, too [default: that of --graph, or the nearest if there is one]
    #[arg(long, value_name = "DIR", conflicts_with = "no_graph")]
    pub against: Option<PathBuf>,
    /// Hold the texts against each other only
    #[arg(long)]
    pub no_graph: bool,
    /// Show agreements and explained differences, too
    #[arg(long)]
    pub all: bool,
    /// Show only pairs that speak of the same thing with at least this likelihood, 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = 0.0, value_parser = likelihood, allow_negative_numbers = true)]
    pub min_score: f64,
    /// Exit with 1 if there is a contradiction; with tension, if there is either
    #[arg(long, value_name = "RELATION")]
    pub deny: Option<Denied>,
    /// With --deny: what hangs on a condition counts, too
    #[arg(long, requires = "deny")]
    pub strict: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

fn likelihood(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a likelihood is a number from 0 to 1, such as 0.5".to_owned())
}

/// Checks the files. Those that cannot be read are told at the end, and do not keep the others from being checked.
pub fn run(
    options: &Check,
    found: impl FnOnce() -> Result<Option<PathBuf>, CliError>,
    color: Color,
    out: &mut Output,
) -> Done {
    let graph = graph(options, found, color)?;
    let progress = Progress::new(matches!(options.format, CheckFormat::Text));
    let (documents, failed) = read(&options.files, &progress);
    let all_read = failed.is_empty();
    failed.into_iter().for_each(|error| out.error(error));
    let checked = checked(&documents, graph.as_ref(), &progress);
    drop(progress);
    let findings = checked.findings(|one| is_shown(one, options));
    // Of nothing that was read, nothing is said to agree; programs get their empty answer.
    if all_read || !documents.is_empty() || !matches!(options.format, CheckFormat::Text) {
        print(options, &documents, graph.as_ref(), &checked, &findings, out)?;
    }
    if !all_read {
        return Ok(ExitCode::from(2));
    }
    let denied = checked.matches.iter().any(|one| is_denied(one, options));
    Ok(if denied { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn print(
    options: &Check,
    documents: &[Document],
    graph: Option<&Archive>,
    checked: &Checked,
    findings: &[&Match],
    out: &mut Output,
) -> Result<(), CliError> {
    match options.format {
        CheckFormat::Text => {
            check_text::print(documents, graph, checked, findings, (options.all, options.min_score), out);
        }
        CheckFormat::Json => out.json(&check_json(documents, graph, checked, findings))?,
        CheckFormat::Markdown => out.raw(&check_markdown(documents, graph, checked, findings)),
        CheckFormat::Html => out.raw(&check_html(documents, graph, checked, findings)),
    }
    Ok(())
}

/// The graph that is named; else the one that is found. A graph that is found and does not load is an error: it would
/// otherwise be left out in silence.
fn graph(
    options: &Check,
    found: impl FnOnce() -> Result<Option<PathBuf>, CliError>,
    color: Color,
) -> Result<Option<Archive>, CliError> {
    let directory = match &options.against {
        _ if options.no_graph => None,
        Some(directory) => Some(source::graph(directory.clone())?),
        None => found()?,
    };
    let load = |dir: PathBuf| {
        loading::load(&dir).or_else(|error| loading::without_inbox(&dir, error, color)).map_err(CliError::from)
    };
    directory.map(load).transpose()
}

/// What is found, with the steps told as they go.
fn checked(documents: &[Document], graph: Option<&Archive>, progress: &Progress) -> Checked {
    progress.step("taking claims from", documents.len(), "texts");
    check(documents, graph, &|step| match step {
        Step::Text => progress.one(),
        Step::Compare => progress.last("comparing claims"),
        _ => {}
    })
}

/// The documents of all files, in their order, and why some cannot be read.
fn read(files: &[PathBuf], progress: &Progress) -> (Vec<Document>, Vec<CliError>) {
    progress.step("reading", files.len(), "files");
    let read = |path: &PathBuf| {
        let read = of_file(path);
        progress.one();
        read
    };
    let all: Vec<Result<Vec<Document>, CliError>> = files.par_iter().map(read).collect();
    let (mut documents, mut failed) = (Vec::new(), Vec::new());
    for one in all {
        match one {
            Ok(found) => documents.extend(found),
            Err(error) => failed.push(error),
        }
    }
    (documents, failed)
}

fn of_file(path: &Path) -> Result<Vec<Document>, CliError> {
    source::is_text(path)?;
    let failed = |error| CliError::Read { path: path.to_path_buf(), error };
    ingest::documents(&path.display().to_string(), source::open(path)?).map_err(failed)
}

/// Disagreements always; all else only if asked for. Programs get all.
fn is_shown(one: &Match, options: &Check) -> bool {
    let disagree = one.verdict.relation.is_disagreement();
    let all = options.all && one.is_for_people() || matches!(options.format, CheckFormat::Json);
    one.score >= options.min_score && (disagree || all)
}

fn is_denied(one: &Match, options: &Check) -> bool {
    let relation = match options.deny {
        Some(Denied::Contradiction) => one.verdict.relation == Relation::Contradiction,
        Some(Denied::Tension) => one.verdict.relation <= Relation::Tension,
        None => false,
    };
    relation && one.score >= options.min_score && (options.strict || one.verdict.conditions.is_empty())
}
