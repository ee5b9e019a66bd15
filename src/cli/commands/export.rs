//! `export`: the graph in another format.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, ValueEnum};
use gainsay::export::{Base, Format, Selection, Table, View, write, write_with_base};
use gainsay::findings::Desk;
use gainsay::model::{Archive, SourceId};
use gainsay::store::{outside, replace, unchanged};

use super::graphviz;
use super::part::described;
use crate::cli::Done;
use crate::cli::error::CliError;
use crate::cli::filters::Filters;
use crate::cli::opening::{source, waiting};
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::counted;

const EXAMPLES: &str = "Examples:
  gainsay export --output page.html                   a page to look at, in one file
  gainsay export --output graph.svg --only disagreements --about 'entered kazakhstan'
  gainsay export --output graph.svg --engine dot      drawn by Graphviz
  gainsay export --to dot --around kazakh-interior-ministry --hops 2 | dot -Tsvg > ministry.svg
  gainsay export --to mermaid --trace kz-arrivals-200k-ministry
  gainsay export --to turtle --place kazakhstan > kazakhstan.ttl
  gainsay export --to csv --output tables             a folder with five tables

docs/formats.md shows each format with an example.";

/// The formats, each with what it is for.
fn formats() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.help()));
    PossibleValuesParser::new(values).try_map(|name| Format::named(&name).ok_or("there is no such format"))
}

/// The tables of `--to csv`, each with what it holds.
fn tables_of_csv() -> impl TypedValueParser<Value = Table> {
    let values = Table::ALL.map(|table| PossibleValue::new(table.name()).help(table.help()));
    PossibleValuesParser::new(values).try_map(|name| Table::named(&name).ok_or("there is no such table"))
}

/// Who draws `--to svg`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum EngineArg {
    /// This program
    #[default]
    Own,
    /// The program `dot` of Graphviz, which must be installed
    Dot,
}

/// Parts of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PartArg {
    /// Claims that disagree, with their sources and origins
    Disagreements,
}

/// Arguments of `export`.
#[derive(Debug, ClapArgs)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// The format [default: the one that the name of the output ends with]
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub to: Option<Format>,
    /// File to write, in place of one that is there; for tables, a folder [default: standard output]
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Which table of --to csv [default: claims on standard output, all of them in a folder]
    #[arg(long, value_name = "TABLE", value_parser = tables_of_csv())]
    pub table: Option<Table>,
    /// What draws --to svg [default: own]
    #[arg(long, value_enum, value_name = "ENGINE")]
    pub engine: Option<EngineArg>,
    /// What names begin with in --to jsonld and turtle [default: urn:gainsay:]
    #[arg(long, value_name = "IRI", value_parser = Base::new)]
    pub base: Option<Base>,
    /// Folder with the texts of the sources: --to jsonld and turtle then give places of evidence in characters, too
    #[arg(long, value_name = "DIR")]
    pub texts: Option<PathBuf>,
    /// Only a part of the graph
    #[arg(long, value_enum, conflicts_with_all = ["around", "trace"])]
    pub only: Option<PartArg>,
    /// Only what is near the record with this id
    #[arg(long, value_name = "ID", conflicts_with = "trace")]
    pub around: Option<String>,
    /// With --around: within how many steps
    #[arg(long, allow_negative_numbers = true, value_name = "N", default_value_t = 2, requires = "around")]
    pub hops: usize,
    /// Only the chain of the claim with this id to its origins
    #[arg(long, value_name = "CLAIM")]
    pub trace: Option<String>,
    /// What narrows the graph
    #[command(flatten)]
    pub filters: Filters,
}

/// Writes the part of the graph that was asked for.
pub fn run(archive: &Archive, dir: &Path, options: &Export, out: &mut Output) -> Done {
    let format = format(options)?;
    let mut seen = options.filters.seen(archive)?;
    if let Some(part) = described(options) {
        seen.archive.title = format!("{} ({part})", seen.archive.title);
    }
    let desk = Desk::new(&seen.archive);
    let mut view = View::new(&desk, &selection(options), &options.filters.filter())?;
    if let Some(folder) = &options.texts {
        source::is_folder(folder)?;
        view.texts = texts(desk.archive, folder)?;
    }
    if options.engine == Some(EngineArg::Dot) {
        return through_graphviz(&view, options, dir, out);
    }
    match (&options.output, format) {
        (Some(folder), Format::Csv) if !is_table(folder) => {
            let files = tables(&view, options, folder)?;
            let files = counted(files, "file", "files");
            wrote(folder, &format!("{files}, {}", contents(&view)), out);
            none(&view, dir, out);
            left_out(&view, out);
        }
        (Some(path), _) => {
            replace(path, |out| one(&view, format, options, out))?;
            told(path, options.table, &view, dir, out);
        }
        (None, _) => to_stdout(|out| one(&view, format, options, out))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn format(options: &Export) -> Result<Format, CliError> {
    let output = options.output.as_deref();
    let unknown = || CliError::NoFormat { output: output.map(Path::to_path_buf) };
    let format = options.to.or_else(|| output.and_then(Format::of_file)).ok_or_else(unknown)?;
    if options.table.is_some() && format != Format::Csv {
        return Err(CliError::NotForFormat { option: "--table", formats: "csv", format: format.name() });
    }
    if options.engine.is_some() && format != Format::Svg {
        return Err(CliError::NotForFormat { option: "--engine", formats: "svg", format: format.name() });
    }
    let is_linked = matches!(format, Format::Jsonld | Format::Turtle);
    for (option, given) in [("--base", options.base.is_some()), ("--texts", options.texts.is_some())] {
        if given && !is_linked {
            return Err(CliError::NotForFormat { option, formats: "jsonld and turtle", format: format.name() });
        }
    }
    Ok(format)
}

/// The texts that are in the folder; it is a mistake if none is.
fn texts(archive: &Archive, folder: &Path) -> Result<BTreeMap<SourceId, String>, CliError> {
    let texts = unchanged(archive, folder);
    if texts.is_empty() { Err(CliError::NoTexts { folder: folder.to_path_buf() }) } else { Ok(texts) }
}

/// The picture is there before the file is touched.
fn through_graphviz(view: &View<'_>, options: &Export, dir: &Path, out: &mut Output) -> Done {
    let mut text = Vec::new();
    write(view, Format::Dot, &mut text).map_err(CliError::Output)?;
    let picture = graphviz::svg(text)?;
    match &options.output {
        Some(path) => {
            replace(path, |out| out.write_all(&picture))?;
            told(path, None, view, dir, out);
        }
        None => to_stdout(|out| out.write_all(&picture))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn selection(options: &Export) -> Selection {
    match (&options.around, &options.trace, options.only) {
        (Some(id), ..) => Selection::Around { id: id.clone(), hops: options.hops },
        (_, Some(claim), _) => Selection::Trace { claim: claim.clone() },
        (.., Some(PartArg::Disagreements)) => Selection::Disagreements,
        // Of a graph that is not as it is, whoever said nothing any more is left out, too.
        _ if options.filters.without.is_some() || options.filters.known_at.is_some() => Selection::Claims,
        _ => Selection::Everything,
    }
}

/// Whether the name is that of a single table, and not of a folder for all.
fn is_table(path: &Path) -> bool {
    Format::of_file(path) == Some(Format::Csv)
}

fn one(view: &View<'_>, format: Format, options: &Export, out: &mut dyn Write) -> io::Result<()> {
    match options.table {
        Some(table) => table.write(view, out),
        None => write_with_base(view, format, &options.base.clone().unwrap_or_default(), out),
    }
}

fn tables(view: &View<'_>, options: &Export, folder: &Path) -> Result<usize, CliError> {
    if folder.is_file() {
        return Err(CliError::NotAFolder { path: folder.to_path_buf() });
    }
    outside(&folder.join("claims.csv"))?;
    std::fs::create_dir_all(folder).map_err(|error| CliError::Io { path: folder.to_path_buf(), error })?;
    let asked = Table::ALL.into_iter().filter(|table| options.table.is_none_or(|asked| asked == *table));
    let mut files = 0;
    for table in asked {
        replace(&folder.join(format!("{}.csv", table.name())), |out| table.write(view, out))?;
        files += 1;
    }
    Ok(files)
}

/// Says what was written, and what it holds; nothing of pipes and devices, one of which may be standard output.
fn told(path: &Path, table: Option<Table>, view: &View<'_>, dir: &Path, out: &mut Output) {
    if !path.is_file() {
        return;
    }
    match table {
        Some(table) => wrote(path, &format!("the table {}", table.name()), out),
        None => wrote(path, &contents(view), out),
    }
    none(view, dir, out);
}

fn wrote(path: &Path, what: &str, out: &mut Output) {
    out.line(format!("wrote {}: {what}", paint::shown(&path.display().to_string())));
}

/// Disagreements are counted where the format has asked for them: in a large graph they take long to find.
fn contents(view: &View<'_>) -> String {
    let disagreements = view.questions.counted().map(|count| counted(count, "disagreement", "disagreements") + ", ");
    disagreements.unwrap_or_default() + &counted(view.claims().count(), "claim", "claims")
}

/// Why nothing is there, where no claim is.
fn none(view: &View<'_>, dir: &Path, out: &mut Output) {
    if view.archive().claims.is_empty() {
        out.line("  the graph has no claims");
        waiting::line(dir).into_iter().for_each(|line| out.line(format!("  {line}")));
    } else if view.claims().next().is_none() {
        out.line("  no claim of the graph is about what was asked for");
    }
}

/// Says what tables have no place for, where the graph has it.
fn left_out(view: &View<'_>, out: &mut Output) {
    let (passages, moved) = (view.passages().len(), view.archive().relocations.len());
    let missing = [(passages, "shared passage", "shared passages"), (moved, "moved text", "moved texts")];
    let missing = missing.into_iter().filter(|(number, ..)| *number > 0);
    let missing: Vec<String> = missing.map(|(number, one, many)| counted(number, one, many)).collect();
    if !missing.is_empty() {
        let origins = if passages > 0 { "; after an import, origins may be counted higher without them" } else { "" };
        out.line(format!("not in the tables: {}{origins}", missing.join(", ")));
    }
}

fn to_stdout(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    fill(&mut out).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => CliError::BrokenPipe,
        _ => CliError::Output(error),
    })
}
