//! One file a subcommand; this one knows what they share.

mod add;
mod args;
mod begin;
mod check;
mod check_text;
mod codes;
mod compare;
mod completions;
mod contradictions;
mod dialogue;
mod diff;
mod diff_text;
mod dispute_talk;
mod editor;
mod error;
mod examples;
mod explain;
mod export;
mod extract;
mod extract_claims;
mod filters;
mod fold;
mod git;
mod git_error;
mod graphviz;
mod groups;
mod impact;
mod import;
mod init;
mod judge;
mod lint;
mod list;
mod list_units;
mod loading;
mod man;
mod named;
mod output;
mod paint;
mod part;
mod progress;
mod report;
mod reuse;
mod reuse_files;
mod review;
mod review_talk;
mod search;
mod sentence;
mod show;
mod show_claim;
mod shown;
mod source;
mod state;
mod table;
mod threads;
mod trace;
mod usage;
mod verify;
mod waiting;

use std::path::PathBuf;
use std::process::ExitCode;

use gainsay::model::Archive;
use gainsay::snapshot::Opened;
use gainsay::store;

use self::args::{Args, Command};
use self::error::CliError;
use self::output::Output;

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
    let Some(command) = &args.command else { return Ok(begin::run(directory(args).ok(), args.color)) };
    carry_out(command, args, out).map_err(|error| waiting::told(error, || directory(args)))
}

fn carry_out(command: &Command, args: &Args, out: &mut Output) -> Done {
    match command {
        Command::Contradictions(options) => contradictions::run(opened(args)?, &directory(args)?, options, out),
        Command::Explain(options) => explain::run(&around(args, &[&options.a, &options.b])?, options, out),
        Command::Trace(options) => trace::run(&around(args, &[&options.claim])?, options, out),
        Command::Impact(options) => impact::run(&load(args)?, options, out),
        Command::Diff(options) => diff::run(|| directory(args), options, out),
        Command::Show(options) => show::run(&of_claim(args, &options.id)?, options, out),
        Command::List(options) if options.kind == args::Kind::Units => list_units::run(options, out),
        Command::List(options) => list::run(&load(args)?, options, out),
        Command::Search(options) => search::run(&with_words(args, &options.words)?, options, out),
        Command::Verify(options) => verify::run(&load(args)?, &directory(args)?, options, out),
        Command::Reuse(options) => reuse::run(|| load(args), || directory(args), options, out),
        Command::Compare(options) => compare::run(options, out),
        Command::Check(options) => check::run(options, || found(args), args.color, out),
        Command::Extract(options) => extract::run(options, out),
        Command::Add(options) => add::run(&directory(args)?, options, args.color, out),
        Command::Review(options) => review::run(&directory(args)?, options, args.color, out),
        Command::Judge(options) => judge::run(&directory(args)?, options, out),
        Command::Lint(options) => lint::run(&load(args)?, options, out),
        Command::Export(options) => export::run(&load(args)?, options, out),
        Command::Import(options) => import::run(&directory(args)?, options, out),
        Command::Init(options) => init::run(options, named(args), out),
        Command::Completions(options) => completions::run(options, out),
        Command::Man => man::run(out),
        Command::Help(options) => Ok(usage::help(options.command.as_deref())),
    }
}

/// The graph by its snapshot, or by its files.
fn opened(args: &Args) -> Result<Opened, CliError> {
    let dir = directory(args)?;
    let whole = |archive| Opened::Archive(Box::new(archive));
    let opened = loading::opened(&dir, args.snapshot.into());
    Ok(opened.or_else(|error| loading::without_inbox(&dir, error, args.color).map(whole))?)
}

fn load(args: &Args) -> Result<Archive, CliError> {
    Ok(loading::archive(opened(args)?, &directory(args)?)?)
}

/// Some claims and all that must be known of them, or, if there are no such claims, the whole graph.
fn around(args: &Args, ids: &[&str]) -> Result<Archive, CliError> {
    Ok(loading::excerpt(opened(args)?, &directory(args)?, |stacks| stacks.around(ids))?)
}

/// A claim and all that is shown of it, or, if the id is not that of a claim alone, the whole graph.
fn of_claim(args: &Args, id: &str) -> Result<Archive, CliError> {
    Ok(loading::excerpt(opened(args)?, &directory(args)?, |stacks| stacks.of_claim(id))?)
}

/// All that may have some words.
fn with_words(args: &Args, words: &[String]) -> Result<Archive, CliError> {
    Ok(loading::excerpt(opened(args)?, &directory(args)?, |stacks| stacks.with_words(words))?)
}

/// The same, if there is one.
fn found(args: &Args) -> Result<Option<PathBuf>, CliError> {
    match directory(args) {
        Err(CliError::NotFound(_)) => Ok(None),
        found => found.map(Some),
    }
}

/// The directory of the graph that the arguments or the environment name.
fn named(args: &Args) -> Option<PathBuf> {
    let named = || std::env::var_os("GAINSAY_GRAPH").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    args.graph.clone().or_else(named)
}

/// The directory of the graph that the arguments or the working directory lead to.
fn directory(args: &Args) -> Result<PathBuf, CliError> {
    match named(args) {
        Some(dir) => source::graph(dir),
        None => {
            let here = std::env::current_dir().map_err(|error| CliError::Io { path: PathBuf::from("."), error })?;
            let found = store::find(&here)?;
            Ok(found.strip_prefix(&here).map(PathBuf::from).unwrap_or(found))
        }
    }
}
