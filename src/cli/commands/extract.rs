//! `extract`: the figures of texts.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::export::csv::cell::harmless;
use gainsay::extract::claims::Candidate;
use gainsay::extract::{Change, Kind, Mention, Value, extract};
use gainsay::ingest;
use gainsay::quantity::Hedge;
use gainsay::readers::Document;
use serde::{Deserialize, Serialize};

use super::extract_claims::{claim_json, claims};
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

/// A figure as JSON has it.
#[derive(Serialize)]
struct Figure<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    value_low: Option<Number>,
    value_high: Option<Number>,
    unit: Option<&'a str>,
    approx: bool,
    hedge: Option<&'a str>,
    kind: &'static str,
    counted: Option<&'a str>,
    change: Option<&'static str>,
    converts: Option<Place>,
}

/// Bytes of a text.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

/// A number or a day; whole numbers are printed without a fraction.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Fraction(f64),
    Time(String),
}

/// Whole numbers below this are exact.
const EXACT: f64 = 9e15;

#[expect(clippy::cast_possible_truncation, reason = "only whole numbers that an i64 holds")]
fn number(value: &Value) -> Number {
    match value {
        Value::Time(moment) => Number::Time(moment.to_string()),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => Number::Whole(*number as i64),
        Value::Number(number) => Number::Fraction(*number),
    }
}

fn figure<'a>(text: &'a str, mention: &'a Mention) -> Figure<'a> {
    Figure {
        start: mention.span.start,
        end: mention.span.end,
        text: &text[mention.span.clone()],
        value_low: mention.low.as_ref().map(number),
        value_high: mention.high.as_ref().map(number),
        unit: mention.unit.as_deref(),
        approx: mention.approx,
        hedge: mention.hedge.map(Hedge::name),
        kind: mention.kind.word(),
        counted: mention.counted.as_deref(),
        change: mention.change.map(Change::word),
        converts: mention.converts.as_ref().map(|span| Place { start: span.start, end: span.end }),
    }
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
    quantities: Vec<Figure<'a>>,
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
        let quantities: Vec<Figure<'_>> = mentions.iter().map(|mention| figure(&line.text, mention)).collect();
        out.json_line(&Answer { id: &line.id, quantities })?;
    }
    Ok(())
}

fn print(texts: &[Document], format: ExtractFormat, out: &mut Output) -> Result<(), CliError> {
    let found: Vec<Vec<Mention>> = texts.iter().map(|document| extract(&document.text)).collect();
    let all = || texts.iter().zip(&found);
    match format {
        ExtractFormat::Json => {
            let list = all().map(|(document, found)| text_json(document, found)).collect::<Vec<_>>();
            out.json(&serde_json::json!({"extract": list}))?;
        }
        ExtractFormat::Jsonl => {
            for (document, found) in all() {
                out.json_line(&text_json(document, found))?;
            }
        }
        ExtractFormat::Csv => csv(all(), out)?,
        ExtractFormat::Text => all().for_each(|(document, found)| people(document, found, texts.len(), out)),
    }
    Ok(())
}

fn text_json(document: &Document, found: &[Mention]) -> serde_json::Value {
    let quantities: Vec<Figure<'_>> = found.iter().map(|mention| figure(&document.text, mention)).collect();
    serde_json::json!({
        "file": document.file,
        "line": document.place(0).record,
        "id": document.id,
        "title": document.title.as_ref().map(|title| &title.text),
        "outlet": document.outlet,
        "date": document.date.map(|days| days.to_string()),
        "quantities": quantities,
        "claims": claims(document).iter().map(|claim| claim_json(document, claim)).collect::<Vec<_>>(),
    })
}

/// The file, and the line of the record in it if it has many.
fn name(document: &Document) -> String {
    document.place(0).record.map_or_else(|| document.file.clone(), |line| format!("{}:{line}", document.file))
}

fn csv<'a>(all: impl Iterator<Item = (&'a Document, &'a Vec<Mention>)>, out: &mut Output) -> Result<(), CliError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| CliError::Csv(error.to_string());
    let head = [
        "file",
        "start",
        "end",
        "text",
        "value_low",
        "value_high",
        "unit",
        "approx",
        "hedge",
        "kind",
        "counted",
        "change",
        "converts",
    ];
    writer.write_record(head).map_err(failed)?;
    for (document, found) in all {
        for mention in found {
            let row = row(&name(document), &document.text, mention).map(|cell| harmless(&cell));
            writer.write_record(row).map_err(failed)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| CliError::Csv(error.to_string()))?;
    out.raw(&String::from_utf8_lossy(&bytes));
    Ok(())
}

fn row(name: &str, text: &str, mention: &Mention) -> [String; 13] {
    let end = |value: &Option<Value>| value.as_ref().map_or(String::new(), Value::to_string);
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    [
        name.to_owned(),
        mention.span.start.to_string(),
        mention.span.end.to_string(),
        text[mention.span.clone()].to_owned(),
        end(&mention.low),
        end(&mention.high),
        word(&mention.unit),
        mention.approx.to_string(),
        mention.hedge.map_or("", Hedge::name).to_owned(),
        mention.kind.word().to_owned(),
        word(&mention.counted),
        mention.change.map_or("", Change::word).to_owned(),
        mention.converts.as_ref().map_or(String::new(), |span| format!("{}..{}", span.start, span.end)),
    ]
}

/// The text with its figures marked, and a table of those that are quantities.
fn people(document: &Document, found: &[Mention], texts: usize, out: &mut Output) {
    if texts > 1 {
        out.line(paint::bold(&paint::shown(&name(document))));
    }
    let text = document.text.as_str();
    out.line(marked(text, found));
    out.line("");
    let kept: Vec<&Mention> = found.iter().filter(|mention| mention.kind.is_quantity()).collect();
    if kept.is_empty() {
        return out.line("no figure");
    }
    let claims = claims(document);
    let of = |mention: &Mention| {
        let first = claims.partition_point(|claim| claim.mention.span.start < mention.span.start);
        let here = claims[first..].iter().take_while(|claim| claim.mention.span.start == mention.span.start);
        here.into_iter().find(|claim| claim.mention.span == mention.span)
    };
    let rows: Vec<Vec<String>> = kept.iter().map(|mention| cells(text, mention, of(mention))).collect();
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
    let about = if mention.approx { "about " } else { "" };
    let value = if low == high {
        format!("{about}{low}")
    } else if high.is_empty() {
        format!("{about}{low} or more")
    } else if low.is_empty() {
        format!("{about}{high} or less")
    } else {
        format!("{about}{low} to {high}")
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
