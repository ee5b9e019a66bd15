//! `reuse`: passages that texts share word for word.

use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use gainsay::export::json::{self, ComparedText};
use gainsay::model::Archive;
use gainsay::reuse::{self, Passage, PassageKind, Side, Which};
use gainsay::store::record::{PassageRecord, StretchRecord};
use gainsay::store::{ChangeError, change, texts_in};
use gainsay::text::Document;
use gainsay::text::one_line;

use super::reuse_files::{self, TextFile};
use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::counted;

const EXAMPLES: &str = "Examples:
  gainsay reuse texts/*.txt
  gainsay reuse draft.txt agency.txt --format json
  gainsay reuse --texts texts/ --record      keep what is found in the graph

No graph is needed. Where there is one, files that are texts of its sources get their ids, titles and dates.";

/// Arguments of `reuse`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
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

/// Words shown of each end of a passage.
const SHOWN: usize = 5;

/// Compares each text with each. Without a graph, dates and titles are not known.
pub fn run(
    load: impl FnOnce() -> Result<Archive, CliError>,
    directory: impl FnOnce() -> Result<PathBuf, CliError>,
    options: &Reuse,
    out: &mut Output,
) -> Done {
    options.texts.as_deref().map_or(Ok(()), source::is_folder)?;
    let archive = match load() {
        Ok(archive) => Some(archive),
        Err(CliError::NotFound(_)) if options.texts.is_none() => None,
        Err(error) => return Err(error),
    };
    let own = options.texts.as_ref().zip(archive.as_ref()).map(|(folder, archive)| texts_in(archive, folder));
    let files = reuse_files::read(own.as_ref().unwrap_or(&options.files), archive.as_ref())?;
    if let ([one], None) = (files.as_slice(), &options.texts) {
        return Err(CliError::OneFile { path: PathBuf::from(&one.name) });
    }
    let documents: Vec<Document<'_>> = files.iter().map(TextFile::document).collect();
    let texts = Texts(files.iter().zip(&documents).map(|(file, document)| file.compared(document)).collect());
    let passages = reuse::passages(&documents);
    if options.record {
        let records: Vec<PassageRecord> = passages.iter().filter_map(|one| texts.record(one)).collect();
        let path = change(&directory()?, |_, change| Ok::<_, ChangeError>(change.passages(&records)?))?;
        if options.format == Format::Text {
            out.line(format!("{} written to {}", records.len(), paint::shown(&path.display().to_string())));
        }
    }
    match options.format {
        Format::Json => out.json(&json::reuse(&texts.0, &passages))?,
        Format::Text => texts.print(&passages, out),
    }
    Ok(ExitCode::SUCCESS)
}

struct Texts<'a>(Vec<ComparedText<'a>>);

impl Texts<'_> {
    /// A passage as the graph keeps it; a quotation is nobody's copy, and is not kept.
    fn record(&self, passage: &Passage) -> Option<PassageRecord> {
        let stretch = |side: &Side| {
            let source = self.0[side.document].source?;
            Some(StretchRecord { source: source.id.to_string(), bytes: (side.bytes.start, side.bytes.end) })
        };
        let copied = passage.kind == PassageKind::Copied;
        let (a, b) = (stretch(&passage.a)?, stretch(&passage.b)?);
        copied.then_some(PassageRecord { a, b, words: passage.words })
    }

    fn print(&self, passages: &[Passage], out: &mut Output) {
        for passage in passages {
            out.line(self.place(&passage.a));
            out.line(self.place(&passage.b));
            let first = self.first(passage);
            out.line(format!("  {} shared words, {}; {first}", passage.words, passage.kind.word()));
            out.line(format!("  {}", paint::shown(&self.ends(&passage.a))));
            self.differences(passage, out);
            out.line("");
        }
        let count = match passages.len() {
            0 => "no shared passage".to_owned(),
            1 => "1 shared passage".to_owned(),
            more => format!("{more} shared passages"),
        };
        out.line(format!("{count} in {}", counted(self.0.len(), "text", "texts")));
    }

    /// `file:line:column-line:column`, the last character included, and the source.
    fn place(&self, side: &Side) -> String {
        let text = &self.0[side.document];
        let (start, end) = (text.lines.place(side.bytes.start), text.lines.place(side.bytes.end));
        let last = end.column.saturating_sub(1).max(1);
        let name = paint::shown(text.name);
        let source = text.source.map_or(String::new(), |source| {
            let title = source.title.as_ref().map_or(String::new(), |title| format!(" “{}”", paint::shown(title)));
            format!("  {}{title}", paint::id(source.id.as_str()))
        });
        format!("{}{source}", paint::bold(&format!("{name}:{}:{}-{}:{last}", start.line, start.column, end.line)))
    }

    fn first(&self, passage: &Passage) -> String {
        let side = match passage.first {
            None => return "which came first: not known".to_owned(),
            Some(Which::A) => &passage.a,
            Some(Which::B) => &passage.b,
        };
        let text = &self.0[side.document];
        let date = text.source.and_then(|source| source.published).map_or(String::new(), |date| format!(" ({date})"));
        format!("first in {}{date}", paint::shown(text.name))
    }

    /// The first and the last words, on one line.
    fn ends(&self, side: &Side) -> String {
        let document = self.0[side.document].document;
        let words = document.words();
        let from = words.partition_point(|word| word.start < side.bytes.start);
        let to = words.partition_point(|word| word.end <= side.bytes.end);
        let (head_end, tail_start) =
            (words[(from + SHOWN).min(to) - 1].end, words[to.saturating_sub(SHOWN).max(from)].start);
        let line = |range: Range<usize>| one_line(&document.text()[range]);
        format!("{} … {}", line(side.bytes.start..head_end), line(tail_start..side.bytes.end))
    }

    fn differences(&self, passage: &Passage, out: &mut Output) {
        let cut = |side: &Side, range: &Range<usize>| {
            let text = &self.0[side.document].document.text()[range.clone()];
            if text.is_empty() { "(nothing)".to_owned() } else { paint::shown(text).replace('\n', " ") }
        };
        let rows: Vec<(String, String)> =
            passage.differences.iter().map(|one| (cut(&passage.a, &one.a), cut(&passage.b, &one.b))).collect();
        let width = rows.iter().map(|(a, _)| a.chars().count()).max().unwrap_or(0);
        for (a, b) in rows {
            let pad = " ".repeat(width - a.chars().count());
            out.line(format!("  differs: {pad}{a} | {b}"));
        }
    }
}
