//! `extract`: the figures of texts.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::export::{FigureJson, FiguresJson, figure_json, figures_csv, figures_json};
use gainsay::extract::claims::{Candidate, Setting, candidates};
use gainsay::extract::{Kind, Mention, Value, extract};
use gainsay::ingest;
use gainsay::quantity::Hedge;
use gainsay::readers::Document;
use gainsay::text;
use serde::{Deserialize, Serialize};

use crate::cli::Done;
use crate::cli::error::CliError;
use crate::cli::opening::source;
use crate::cli::opening::source::open;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::{paint, table};

const EXAMPLES: &str = "Examples:
  gainsay extract report.txt page.html annex.pdf
  echo 'About 5 boats sank' | gainsay extract - --format json
  gainsay extract --batch lines.jsonl        lines {\"id\", \"text\"} in, {\"id\", \"quantities\"} out

No graph is needed.";

/// Arguments of `extract`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
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

/// A line of `--batch`.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

/// What `--batch` prints for it.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    quantities: Vec<FigureJson<'a>>,
}

/// What is found in all files.
#[derive(Serialize)]
struct All<'a> {
    extract: Vec<FiguresJson<'a>>,
}

/// What is found in a document: its figures, and the claims that they make.
struct Found<'a> {
    document: &'a Document,
    mentions: Vec<Mention>,
    claims: Vec<Candidate>,
}

impl<'a> Found<'a> {
    fn of(document: &'a Document) -> Self {
        let claims = candidates(&text::Document::new(&document.text), &Setting::of(document));
        Self { document, mentions: extract(&document.text), claims }
    }

    fn json(&self) -> FiguresJson<'_> {
        figures_json(self.document, &self.mentions, &self.claims)
    }

    /// The claim that a figure makes.
    fn claim(&self, mention: &Mention) -> Option<&Candidate> {
        let first = self.claims.partition_point(|claim| claim.mention.span.start < mention.span.start);
        let here = self.claims[first..].iter().take_while(|claim| claim.mention.span.start == mention.span.start);
        here.into_iter().find(|claim| claim.mention.span == mention.span)
    }
}

/// Finds the figures of each file.
pub fn run(options: &Extract, out: &mut Output) -> Done {
    let mut texts = Vec::new();
    for path in &options.files {
        if options.batch {
            batch(path, &source::text(path, source::MOST)?, out)?;
        } else {
            texts.extend(documents(path)?);
        }
    }
    if !options.batch {
        print(&texts, options.format, out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn documents(path: &Path) -> Result<Vec<Document>, CliError> {
    let name = path.display().to_string();
    ingest::documents(&name, open(path)?).map_err(|error| CliError::Read { path: path.to_owned(), error })
}

fn batch(path: &Path, text: &str, out: &mut Output) -> Result<(), CliError> {
    for (place, line) in text.as_bytes().lines().enumerate() {
        let failed = |error: io::Error| CliError::Io { path: PathBuf::from(path), error };
        let line = line.map_err(failed)?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| CliError::Line {
            path: PathBuf::from(path),
            line: place + 1,
            fields: "id\" and \"text",
            error,
        })?;
        let mentions = extract(&line.text);
        let quantities = mentions.iter().map(|mention| figure_json(&line.text, mention)).collect();
        out.json_line(&Answer { id: &line.id, quantities })?;
    }
    Ok(())
}

fn print(texts: &[Document], format: ExtractFormat, out: &mut Output) -> Result<(), CliError> {
    let found: Vec<Found<'_>> = texts.iter().map(Found::of).collect();
    match format {
        ExtractFormat::Json => {
            out.json(&All { extract: found.iter().map(Found::json).collect() })?;
        }
        ExtractFormat::Jsonl => {
            for one in &found {
                out.json_line(&one.json())?;
            }
        }
        ExtractFormat::Csv => {
            let mut bytes = Vec::new();
            let rows = found.iter().map(|one| (one.document, one.mentions.as_slice()));
            figures_csv(rows, &mut bytes).map_err(|error| CliError::Csv(error.to_string()))?;
            out.raw(&String::from_utf8_lossy(&bytes));
        }
        ExtractFormat::Text => found.iter().for_each(|one| people(one, found.len(), out)),
    }
    Ok(())
}

/// The text with its figures marked, and a table of those that are quantities.
fn people(found: &Found<'_>, texts: usize, out: &mut Output) {
    if texts > 1 {
        out.line(paint::bold(&paint::shown(&found.document.name())));
    }
    let text = found.document.text.as_str();
    out.line(marked(text, &found.mentions));
    out.line("");
    let kept: Vec<&Mention> = found.mentions.iter().filter(|mention| mention.kind.is_quantity()).collect();
    if kept.is_empty() {
        return out.line("no figure");
    }
    let rows: Vec<Vec<String>> = kept.iter().map(|mention| cells(text, mention, found.claim(mention))).collect();
    out.line(table::table(&["figure", "value", "unit", "kind", "counted", "where", "on whose word"], rows));
}

fn marked(text: &str, found: &[Mention]) -> String {
    let mut line = String::new();
    let mut at = 0;
    for mention in found.iter().filter(|mention| mention.kind.is_quantity() && mention.kind != Kind::Name) {
        line.push_str(&paint::shown(&text[at..mention.span.start]));
        line.push_str(&format!("[{}]", paint::bold(&paint::shown(&text[mention.span.clone()]))));
        at = mention.span.end;
    }
    line.push_str(&paint::shown(text[at..].trim_end()));
    line
}

fn cells(text: &str, mention: &Mention, claim: Option<&Candidate>) -> Vec<String> {
    let end = |value: &Option<Value>| value.as_ref().map_or(String::new(), Value::to_string);
    let (low, high) = (end(&mention.low), end(&mention.high));
    let hedge = mention.hedge.map_or("", Hedge::word);
    let about = match hedge {
        "" if mention.approx => "about ".to_owned(),
        "" => String::new(),
        word => format!("{word} "),
    };
    let value = match (low.as_str(), high.as_str()) {
        (low, "") if hedge.is_empty() => format!("{about}{low} or more"),
        ("", high) if hedge.is_empty() => format!("{about}{high} or less"),
        (one, "") | ("", one) => format!("{about}{one}"),
        (low, high) if low == high => format!("{about}{low}"),
        (low, high) => format!("{about}{low} to {high}"),
    };
    let shown = |text: &str| paint::shown(text).replace('\n', " ");
    vec![
        shown(&text[mention.span.clone()]),
        value,
        mention.unit.clone().unwrap_or_default(),
        mention.kind.word().to_owned(),
        mention.counted.as_deref().map(shown).unwrap_or_default(),
        claim.and_then(|claim| claim.place.as_deref()).map(shown).unwrap_or_default(),
        claim.and_then(|claim| claim.speaker.as_ref()).map(|speaker| shown(&speaker.name)).unwrap_or_default(),
    ]
}
