//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, value_parser};

use gainsay::snapshot::Keep;

use super::groups;
use super::threads::MOST;

const EXAMPLES: &str = "Examples:
  gainsay init && gainsay contradictions       a new graph with a small example
  gainsay contradictions                       the questions on which sources disagree
  gainsay explain kz-arrivals-300k kz-arrivals-200k-ministry
  gainsay check draft.txt agency.txt           texts against each other and the graph
  gainsay COMMAND --help                       options and examples of a command

Exit codes: 0 done, 1 found what --deny forbids, 2 could not be done.
docs/commands.md says which command answers which question.";

/// Where sources disagree, why, and who said it first.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, propagate_version = true, disable_help_subcommand = true, after_help = EXAMPLES)]
pub struct Args {
    /// Directory of the graph [default: GAINSAY_GRAPH, or the nearest `graph` upward from here]
    #[arg(long, global = true, value_name = "DIR", help_heading = groups::EVERYWHERE)]
    pub graph: Option<PathBuf>,
    /// When to use colours: auto (on a terminal, unless NO_COLOR is set), always, never [default: auto]
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, hide_default_value = true, hide_possible_values = true, value_name = "WHEN", help_heading = groups::EVERYWHERE)]
    pub color: Color,
    /// When to keep a snapshot of the graph in its folder, which only saves time: auto (of graphs over a megabyte), always, never
    /// [default: GAINSAY_SNAPSHOT, or auto]
    #[arg(long, global = true, value_enum, default_value_t = SnapshotArg::Auto, env = "GAINSAY_SNAPSHOT", hide_env = true, hide_default_value = true, hide_possible_values = true, value_name = "WHEN", help_heading = groups::EVERYWHERE)]
    pub snapshot: SnapshotArg,
    /// How many threads to use; the answers are the same for any number [default: GAINSAY_THREADS, or one a processor]
    #[arg(long, global = true, help_heading = groups::EVERYWHERE, env = "GAINSAY_THREADS", hide_env = true, value_name = "N", value_parser = value_parser!(u16).range(1..=MOST))]
    pub threads: Option<u16>,
    /// Only say what the code of an error or a finding means and what to do; without CODE, list all codes
    #[arg(long, global = true, value_name = "CODE", num_args = 0..=1, help_heading = groups::EVERYWHERE)]
    pub explain: Option<Option<String>>,
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// When to keep a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SnapshotArg {
    /// For graphs of more than a megabyte
    Auto,
    /// Always
    Always,
    /// Never; none is used, either
    Never,
}

impl From<SnapshotArg> for Keep {
    fn from(argument: SnapshotArg) -> Self {
        match argument {
            SnapshotArg::Auto => Keep::Large,
            SnapshotArg::Always => Keep::Always,
            SnapshotArg::Never => Keep::Never,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the questions on which sources disagree, the firmest first
    Contradictions(super::commands::contradictions::Contradictions),
    /// Show why two claims can or cannot both hold
    Explain(super::commands::explain::Explain),
    /// Follow a claim to whoever said it first
    Trace(super::commands::trace::Trace),
    /// Show what falls if a source, an actor or a claim is corrected
    Impact(super::commands::impact::Options),
    /// Show one record and what hangs on it
    Show(super::commands::show::Show),
    /// List the records of one kind
    List(super::commands::list::List),
    /// Find words in claims, sources and actors
    Search(super::commands::search::Search),
    /// Find which figures of texts contradict each other, and which only seem to
    Check(super::commands::check::Check),
    /// Say whether two sentences can both hold
    Compare(super::commands::compare::Compare),
    /// Find the figures in texts, with their bounds, units and what they count
    Extract(super::commands::extract::Extract),
    /// Find passages that texts share word for word
    Reuse(super::commands::reuse::Reuse),
    /// Make a new graph
    Init(super::commands::init::Init),
    /// Read texts and keep their claims as candidates
    Add(super::commands::add::Add),
    /// Accept, edit or reject candidates, and judge the contradictions that come with them
    Review(super::commands::review::Review),
    /// Write down an editor's word on whether two claims contradict each other
    Judge(super::commands::judge::Judge),
    /// Read tables, citations and published fact checks into the graph
    Import(super::commands::import::Import),
    /// Find what is doubtful in the graph and its sources
    Lint(super::commands::lint::Lint),
    /// Check that the evidence of claims still stands in the texts
    Verify(super::commands::verify::Verify),
    /// Show what changed in the graph between two revisions or directories
    Diff(super::commands::diff::Diff),
    /// Write the graph or a part of it as a page, a picture, tables, data or a report
    Export(super::commands::export::Export),
    /// Print completions for a shell
    Completions(super::commands::completions::Completions),
    /// Print the manual page
    #[command(after_help = super::commands::man::EXAMPLES)]
    Man,
    /// Print the help of a command
    #[command(hide = true)]
    Help(Help),
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Denied {
    /// Contradictions
    Contradiction,
    /// Tensions
    Tension,
}

/// How to print records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
}

/// Arguments of `help`.
#[derive(Debug, ClapArgs)]
pub struct Help {
    /// The command; left out, all are listed
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
