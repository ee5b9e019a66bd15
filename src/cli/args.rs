//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, value_parser};

use gainsay::snapshot::Keep;

use super::filters::Filters;
use super::threads::MOST;
use super::{examples, groups};

/// Where sources disagree, why, and who said it first.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, propagate_version = true, disable_help_subcommand = true, after_help = examples::PROGRAM)]
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
    #[command(after_help = examples::CONTRADICTIONS)]
    Contradictions(Contradictions),
    /// Show why two claims can or cannot both hold
    #[command(after_help = examples::EXPLAIN)]
    Explain(Explain),
    /// Follow a claim to whoever said it first
    #[command(after_help = examples::TRACE)]
    Trace(Trace),
    /// Show what falls if a source, an actor or a claim is corrected
    #[command(after_help = examples::IMPACT)]
    Impact(Impact),
    /// Show one record and what hangs on it
    #[command(after_help = examples::SHOW)]
    Show(Show),
    /// List the records of one kind
    #[command(after_help = examples::LIST)]
    List(List),
    /// Find words in claims, sources and actors
    #[command(after_help = examples::SEARCH)]
    Search(Search),
    /// Find which figures of texts contradict each other, and which only seem to
    Check(super::commands::check::Check),
    /// Say whether two sentences can both hold
    Compare(super::commands::compare::Compare),
    /// Find the figures in texts, with their bounds, units and what they count
    #[command(after_help = examples::EXTRACT)]
    Extract(Extract),
    /// Find passages that texts share word for word
    #[command(after_help = examples::REUSE)]
    Reuse(Reuse),
    /// Make a new graph
    #[command(after_help = examples::INIT)]
    Init(Init),
    /// Read texts and keep their claims as candidates
    Add(super::commands::add::Add),
    /// Accept, edit or reject candidates, and judge the contradictions that come with them
    Review(super::commands::review::Review),
    /// Write down an editor's word on whether two claims contradict each other
    Judge(super::commands::judge::Judge),
    /// Read tables, citations and published fact checks into the graph
    Import(super::commands::import::Import),
    /// Find what is doubtful in the graph and its sources
    #[command(after_help = examples::LINT)]
    Lint(Lint),
    /// Check that the evidence of claims still stands in the texts
    #[command(after_help = examples::VERIFY)]
    Verify(Verify),
    /// Show what changed in the graph between two revisions or directories
    Diff(super::commands::diff::Diff),
    /// Write the graph or a part of it as a page, a picture, tables, data or a report
    Export(super::commands::export::Export),
    /// Print completions for a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Print the manual page
    #[command(after_help = examples::MAN)]
    Man,
    /// Print the help of a command
    #[command(hide = true)]
    Help(Help),
}

/// Arguments of `contradictions`.
#[derive(Debug, ClapArgs)]
pub struct Contradictions {
    /// What narrows the graph
    #[command(flatten)]
    pub filters: Filters,
    /// Show agreements and explained differences too
    #[arg(long, conflicts_with = "relation")]
    pub all: bool,
    /// Show so many questions at most [default: all; in text, of more than 200 the first 20]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub limit: Option<usize>,
    /// Only count the pairs of claims that disagree: for each of --measure, --place, --actor and --source, one claim of a pair must be of it
    #[arg(long, conflicts_with_all = ["all", "limit", "relation", "deny"])]
    pub count: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = QuestionFormat::Text)]
    pub format: QuestionFormat,
    /// Exit with 1 if any of these is found (conditional ones only with --strict)
    #[arg(long, value_enum, value_delimiter = ',', num_args = 0..=1, default_missing_value = "contradiction", value_name = "RELATION")]
    pub deny: Vec<Denied>,
    /// With --deny: conditional ones count too
    #[arg(long, requires = "deny")]
    pub strict: bool,
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Denied {
    /// Contradictions
    Contradiction,
    /// Tensions
    Tension,
}

/// How to print questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QuestionFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// One row for each claim on each position
    Csv,
    /// To paste into a report
    Markdown,
}

/// How to print records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
}

/// Arguments of `explain`.
#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// Id of a claim, as `list claims` shows it
    pub a: String,
    /// Id of another claim
    pub b: String,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to print a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TraceFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// The DOT language of Graphviz
    Dot,
}

/// Arguments of `trace`.
#[derive(Debug, ClapArgs)]
pub struct Trace {
    /// Id of a claim, as `list claims` shows it
    pub claim: String,
    /// Show the sentence around each piece of evidence, from the texts in this folder
    #[arg(long, value_name = "DIR")]
    pub texts: Option<PathBuf>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub format: TraceFormat,
}

/// Arguments of `impact`.
#[derive(Debug, ClapArgs)]
pub struct Impact {
    /// Id of a source, an actor or a claim
    pub id: String,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `show`.
#[derive(Debug, ClapArgs)]
pub struct Show {
    /// Id of a claim, source, actor, place, population, event, measure or proposition
    pub id: String,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Claims
    Claims,
    /// Sources
    Sources,
    /// Actors
    Actors,
    /// Places
    Places,
    /// Populations
    Populations,
    /// Events
    Events,
    /// Measures
    Measures,
    /// Propositions
    Propositions,
    /// Units of measures and values
    Units,
}

/// Arguments of `list`.
#[derive(Debug, ClapArgs)]
pub struct List {
    /// What to list
    #[arg(value_enum)]
    pub kind: Kind,
    /// Only claims of this source
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `search`.
#[derive(Debug, ClapArgs)]
pub struct Search {
    /// Words, all of which must be found
    #[arg(required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub words: Vec<String>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `verify`.
#[derive(Debug, ClapArgs)]
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

/// Arguments of `reuse`.
#[derive(Debug, ClapArgs)]
pub struct Reuse {
    /// Plain texts, UTF-8, at least two; each is compared with each
    #[arg(required_unless_present = "texts", num_args = 2.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Compare the texts of the graph's own sources, which are in this folder
    #[arg(long, value_name = "DIR", conflicts_with = "files")]
    pub texts: Option<PathBuf>,
    /// Keep what is found in the graph: a copied passage then counts as one origin
    #[arg(long, requires = "texts")]
    pub record: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to print figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// For people: the text with its figures marked, and a table
    Text,
    /// For programs (docs/json.md)
    Json,
    /// For programs, one line for each file
    Jsonl,
    /// One row for each figure
    Csv,
}

/// Arguments of `extract`.
#[derive(Debug, ClapArgs)]
pub struct Extract {
    /// Plain texts, Markdown, HTML, PDF, DOCX, or JSON Lines of articles; `-` is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The files are JSON Lines with an id and a text each; one line for each is printed
    #[arg(long, conflicts_with = "format")]
    pub batch: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    pub format: ExtractFormat,
}

/// Arguments of `lint`.
#[derive(Debug, ClapArgs)]
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

/// Arguments of `init`.
#[derive(Debug, ClapArgs)]
pub struct Init {
    /// Directory to make [default: that of --graph, or `graph`]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Without the example: nothing but a title
    #[arg(long)]
    pub empty: bool,
}

/// Arguments of `help`.
#[derive(Debug, ClapArgs)]
pub struct Help {
    /// The command; left out, all are listed
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Arguments of `completions`.
#[derive(Debug, ClapArgs)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
