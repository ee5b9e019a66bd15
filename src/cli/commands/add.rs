//! `add`: texts into the inbox.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use gainsay::inbox::{Added, Incoming, LeftOut, Outcome, Why, add, is_new, new_id};
use gainsay::ingest;
use gainsay::readers::{Days, Document, LIMIT, Part};
use gainsay::store::{ChangeError, writable};

use crate::cli::Done;
use crate::cli::args::Color;
use crate::cli::error::CliError;
use crate::cli::opening::loading;
use crate::cli::opening::source::{bytes, is_text};
use crate::cli::opening::whereabouts::lies_above;
use crate::cli::terminal::dialogue::Dialogue;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::number;

const EXAMPLES: &str = "Examples:
  gainsay add article.txt                      asks for what the text does not tell
  gainsay add report.pdf --id flood-report --date 2031-04-02 --yes
  gainsay add texts/*.txt --yes && gainsay review

What no option says is taken from the text, if it says so, and asked for otherwise.

Exit codes: 0 done, 1 a text has changed since it was added, 2 could not be done.";

/// What to add.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Add {
    /// Plain texts, Markdown, HTML, PDF, DOCX, or JSON Lines of articles
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Title of the text
    #[arg(long)]
    pub title: Option<String>,
    /// Who published it
    #[arg(long)]
    pub outlet: Option<String>,
    /// Who wrote it; several times for several
    #[arg(long, value_name = "NAME")]
    pub author: Vec<String>,
    /// When it was published: 2022, 2022-10 or 2022-10-04
    #[arg(long, value_parser = days)]
    pub date: Option<Days>,
    /// Its address
    #[arg(long)]
    pub url: Option<String>,
    /// Id of its source [default: made of outlet and date, or of the file's name]
    #[arg(long)]
    pub id: Option<String>,
    /// Ask nothing; what neither the text nor an option tells is left out
    #[arg(long)]
    pub yes: bool,
}

fn days(text: &str) -> Result<Days, String> {
    Days::of(text).ok_or_else(|| "write a year, a month or a day: 2022, 2022-10, 2022-10-04".to_owned())
}

/// Reads the files, asks for what they do not tell, and writes their candidates.
pub fn run(dir: &Path, options: &Add, color: Color, out: &mut Output) -> Done {
    let mut texts = Vec::new();
    for path in &options.files {
        texts.extend(read(path)?);
    }
    if texts.len() > 1 && (options.title.is_some() || options.url.is_some() || options.id.is_some()) {
        return Err(CliError::OneText);
    }
    let held = loading::open(dir)?;
    // Nobody is asked for what would be refused in the end.
    let asks = !options.yes && Dialogue::is_heard()?;
    if asks {
        writable(dir).map_err(ChangeError::Write)?;
    }
    for text in &mut texts {
        text.id.clone_from(&options.id);
        fill(&mut text.document, options);
        if asks && is_new(&held, text) {
            new_id(&held, text, &[])?;
            ask(&mut text.document, &mut Dialogue::new(color))?;
        }
    }
    let done = add(dir, &texts)?;
    done.iter().for_each(|one| tell(dir, one, out));
    if lies_above(dir) {
        out.line(format!("in the graph {}", paint::shown(&dir.display().to_string())));
    }
    if done.iter().any(|one| matches!(one.outcome, Outcome::Waiting { candidates: 1.., .. })) {
        out.line(format!("next: {}", paint::bold("gainsay review")));
    }
    let changed = done.iter().any(|one| one.outcome == Outcome::Changed);
    Ok(if changed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn read(path: &Path) -> Result<Vec<Incoming>, CliError> {
    is_text(path)?;
    let raw = bytes(path, LIMIT)?;
    let documents = ingest::documents(&path.display().to_string(), raw.as_slice())
        .map_err(|error| CliError::Read { path: path.to_owned(), error })?;
    let numbered = documents.into_iter().enumerate();
    Ok(numbered.map(|(number, document)| Incoming { document, raw: raw.clone(), number, id: None }).collect())
}

fn fill(document: &mut Document, options: &Add) {
    if let Some(title) = &options.title {
        document.title = Some(Part { text: title.clone(), span: None });
    }
    document.outlet = options.outlet.clone().or(document.outlet.take());
    document.url = options.url.clone().or(document.url.take());
    document.date = options.date.or(document.date);
    if !options.author.is_empty() {
        document.author.clone_from(&options.author);
    }
}

/// Asks for what is missing; an empty answer leaves it out.
fn ask(document: &mut Document, talk: &mut Dialogue) -> Result<(), CliError> {
    let file = paint::shown(&document.file);
    let mut question = |what: &str| -> Result<Option<String>, CliError> {
        Ok(talk.ask(&format!("{file}: {what}? "))?.filter(|answer| !answer.is_empty()))
    };
    if document.title.is_none() {
        document.title = question("title")?.map(|text| Part { text, span: None });
    }
    if document.outlet.is_none() {
        document.outlet = question("outlet")?;
    }
    if document.author.is_empty() {
        document.author.extend(question("author")?);
    }
    while document.date.is_none() {
        let Some(answer) = question("date (2022, 2022-10 or 2022-10-04)")? else { break };
        document.date = Days::of(&answer);
    }
    if document.url.is_none() {
        document.url = question("address")?;
    }
    Ok(())
}

fn tell(dir: &Path, one: &Added, out: &mut Output) {
    let (id, file) = (paint::id(&one.source), paint::shown(&one.file));
    match &one.outcome {
        Outcome::Same => out.line(format!("{id} {file}: is there already, nothing added")),
        Outcome::Changed => {
            out.line(format!("{id} {file}: has changed since it was added, nothing done"));
            out.line("  to add the new text as a source of its own, give it another id: --id ID");
        }
        Outcome::Waiting { candidates, at_odds, dated, left_out } => {
            let plural = if *candidates == 1 { "" } else { "s" };
            let odds = if *at_odds > 0 { format!(", {at_odds} at odds with others") } else { String::new() };
            out.line(format!("{id} {file}: {candidates} candidate{plural}{odds}"));
            if !dated {
                tell_undated(dir, &one.source, out);
            }
            tell_left_out(left_out, out);
        }
    }
}

/// A text is read once, by the date that it has then.
fn tell_undated(dir: &Path, source: &str, out: &mut Output) {
    let waiting = dir.join("inbox").join(format!("{source}.ron"));
    out.line("  no date is known: what it tells by weekday, or by month without a year, is left open");
    out.line(format!(
        "  to give it one, remove {} and add it with --date",
        paint::shown(&waiting.display().to_string())
    ));
}

/// Figures and dates left out for one reason that are named; the others are counted.
const MOST_LEFT_OUT: usize = 6;

/// What was left out, by why it was.
fn tell_left_out(all: &[LeftOut], out: &mut Output) {
    let mut by_why: BTreeMap<Why, Vec<String>> = BTreeMap::new();
    for LeftOut { words, place, why } in all {
        by_why.entry(*why).or_default().push(format!("“{}” ({place})", paint::shown(words)));
    }
    for (why, mut words) in by_why {
        let more = words.len().saturating_sub(MOST_LEFT_OUT);
        words.truncate(MOST_LEFT_OUT);
        let more = if more > 0 { format!(" and {} more", number(more)) } else { String::new() };
        out.line(format!("  left out: {}{more}: {}", words.join(", "), why.words()));
    }
}
