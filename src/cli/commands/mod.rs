//! One file a subcommand, with the texts of the larger ones beside them.

pub mod add;
pub mod begin;
pub mod check;
pub mod check_text;
pub mod codes;
pub mod compare;
pub mod completions;
pub mod contradictions;
pub mod diff;
pub mod diff_text;
pub mod dispute_talk;
pub mod explain;
pub mod export;
pub mod extract;
pub mod graphviz;
pub mod impact;
pub mod import;
pub mod init;
pub mod judge;
pub mod lint;
pub mod list;
pub mod list_units;
pub mod man;
pub mod part;
pub mod reuse;
pub mod reuse_files;
pub mod review;
pub mod review_talk;
pub mod search;
pub mod show;
pub mod show_claim;
pub mod trace;
pub mod verify;

use self::list::Kind;
use super::Done;
use super::args::{Args, Command};
use super::opening::whereabouts::Whereabouts;
use super::terminal::output::Output;
use super::terminal::usage;

/// Carries a command out.
pub fn run(command: &Command, args: &Args, out: &mut Output) -> Done {
    let graph = Whereabouts::of(args);
    match command {
        Command::Contradictions(options) => contradictions::run(graph.opened()?, &graph.directory()?, options, out),
        Command::Explain(options) => explain::run(&graph.around(&[&options.a, &options.b])?, options, out),
        Command::Trace(options) => trace::run(&graph.around(&[&options.claim])?, options, out),
        Command::Impact(options) => impact::run(&graph.load()?, options, out),
        Command::Diff(options) => diff::run(|| graph.directory(), options, out),
        Command::Show(options) => show::run(&graph.of_claim(&options.id)?, options, out),
        Command::List(options) if options.kind == Kind::Units => list_units::run(options, out),
        Command::List(options) => list::run(&graph.load()?, options, out),
        Command::Search(options) => search::run(&graph.with_words(&options.words)?, options, out),
        Command::Verify(options) => verify::run(&graph.load()?, &graph.directory()?, options, out),
        Command::Reuse(options) => reuse::run(|| graph.load(), || graph.directory(), options, out),
        Command::Compare(options) => compare::run(options, out),
        Command::Check(options) => check::run(options, || graph.found(), args.color, out),
        Command::Extract(options) => extract::run(options, out),
        Command::Add(options) => add::run(&graph.directory()?, options, args.color, out),
        Command::Review(options) => review::run(&graph.directory()?, options, args.color, out),
        Command::Judge(options) => judge::run(&graph.directory()?, options, out),
        Command::Lint(options) => lint::run(&graph.load()?, options, out),
        Command::Export(options) => export::run(&graph.load()?, &graph.directory()?, options, out),
        Command::Import(options) => import::run(&graph.directory()?, options, out),
        Command::Init(options) => init::run(options, graph.named(), out),
        Command::Completions(options) => completions::run(options, out),
        Command::Man => man::run(out),
        Command::Help(options) => Ok(usage::help(options.command.as_deref())),
    }
}
