//! `import`: files of other programs into the graph.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;
use gainsay::codes::Code;
use gainsay::import::{File, Format, ImportError, Listed, Report, Settings, TABLES, Told, Trouble, import};

use crate::cli::Done;
use crate::cli::args::Format as Print;
use crate::cli::choices::choices;
use crate::cli::error::CliError;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::progress::Progress;

const EXAMPLES: &str = "Examples:
  gainsay import fact-checks.json                  ClaimReview, or an answer of claims:search
  gainsay import --from csv tables/ --dry-run      what would become of the tables of a folder
  gainsay import library.bib sources.csl.json
  gainsay import --from csv tables/ --tolerance 5  figures of new measures agree within 5 percent
  gainsay import sheet.csv --deny                  exit code 1 if anything was left out

docs/import.md says what is read of each format, and what becomes of the rest.";

/// Arguments of `import`.
#[derive(Debug, ClapArgs)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// Files, or folders of tables; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Format of the files [default: the one that each looks like]
    #[arg(long, value_parser = choices(&Format::ALL, Format::name, Format::help))]
    pub from: Option<Format>,
    /// Only say what would become of them
    #[arg(long)]
    pub dry_run: bool,
    /// Exit with 1 if anything was not taken, or is otherwise in the graph
    #[arg(long)]
    pub deny: bool,
    /// Let figures agree that differ by at most so many percent of the larger, for measures that the import makes
    #[arg(long, value_name = "PERCENT", value_parser = percent, allow_negative_numbers = true)]
    pub tolerance: Option<f64>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Print::Text)]
    pub format: Print,
}

/// A tolerance that measures can have.
fn percent(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..100.0).contains(number));
    number.ok_or_else(|| "a tolerance is a number of percent from 0 to below 100".to_owned())
}

/// Imports the files, all or none.
pub fn run(dir: &Path, options: &Import, out: &mut Output) -> Done {
    let mut files = Vec::new();
    for path in &options.files {
        for path in expanded(path)? {
            files.push(file(path, options.from)?);
        }
    }
    let progress = Progress::new(matches!(options.format, Print::Text));
    let told = |told| match told {
        Told::Rows(rows) => progress.step("reading", rows, "rows"),
        Told::Read(rows) => progress.more(rows),
        Told::Checking => progress.last("checking"),
    };
    let settings =
        Settings { format: options.from, write: !options.dry_run, tolerance: options.tolerance, told: &told };
    let report = import(dir, &files, &settings)?;
    drop(progress);
    match options.format {
        Print::Json => out.json(&report)?,
        Print::Text => text(&report, options.dry_run, out),
    }
    Ok(if options.deny && !report.is_whole() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// A file: tables are read while they are imported, all else at once.
fn file(path: PathBuf, from: Option<Format>) -> Result<File, CliError> {
    if path.is_file() && (is_table(&path) || from == Some(Format::Csv)) {
        return Ok(File::at(&path));
    }
    let bytes = source::bytes(&path, source::MOST)?;
    Ok(File::new(path.display().to_string(), bytes))
}

/// The tables of a folder, or the file itself.
fn expanded(path: &Path) -> Result<Vec<PathBuf>, CliError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let error = |error| CliError::Io { path: path.to_owned(), error };
    let entries = fs::read_dir(path).map_err(error)?.collect::<Result<Vec<_>, _>>().map_err(error)?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| is_table(file));
    files.sort();
    if files.is_empty() { Err(no_tables(path).into()) } else { Ok(files) }
}

fn is_table(file: &Path) -> bool {
    let name = file.to_string_lossy().to_lowercase();
    TABLES.iter().any(|end| name.ends_with(end))
}

fn no_tables(path: &Path) -> ImportError {
    ImportError::Refused(vec![Trouble {
        code: Code::NothingToImport,
        at: path.display().to_string(),
        message: format!("there are no tables in the folder ({})", TABLES.join(", ")),
        help: "name the files that are to be read; sheets of a workbook are saved as CSV first".to_owned(),
    }])
}

fn text(report: &Report, is_dry: bool, out: &mut Output) {
    let added = if is_dry { "would be added" } else { "added" };
    out.line(format!("{added}: {}", counts(&report.added)));
    if !report.present.is_empty() {
        out.line(format!("already there: {}", counts(&report.present)));
    }
    if !report.conflicts.is_empty() {
        out.line(format!("\notherwise in the graph, which stays as it is: {}", report.conflicts.len()));
    }
    let mut room = MOST_SHOWN;
    for conflict in report.conflicts.iter().take(MOST_SHOWN) {
        let (id, field) = (paint::bold(&conflict.id), &conflict.field);
        out.line(format!(
            "  {} {id}, {}  {}",
            conflict.kind,
            paint::shown(field),
            paint::dim(&paint::shown(&conflict.at))
        ));
        out.line(format!("    graph: {}", shown(&conflict.graph)));
        out.line(format!("    file:  {}", shown(&conflict.file)));
    }
    rest(report.conflicts.len().saturating_sub(MOST_SHOWN), out);
    listed("not taken", &report.unmapped, &mut room, out);
    listed("taken to be so", &report.assumed, &mut MOST_SHOWN.clone(), out);
}

/// The most lines of a list that are shown.
const MOST_SHOWN: usize = 20;

/// The list, by reason.
fn listed(title: &str, all: &[Listed], room: &mut usize, out: &mut Output) {
    if all.is_empty() {
        return;
    }
    out.line(format!("\n{title}: {}", all.len()));
    let mut groups: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    all.iter().for_each(|one| groups.entry(&one.why).or_default().push(one));
    for (why, group) in groups {
        if *room == 0 {
            break;
        }
        out.line(format!("  {}", shown(why)));
        for one in group.into_iter().take(*room) {
            *room -= 1;
            out.line(format!("    {}: {}", shown(&one.at), shown(&one.what)));
        }
    }
    rest(all.len().saturating_sub(MOST_SHOWN), out);
}

fn rest(count: usize, out: &mut Output) {
    if count > 0 {
        out.line(paint::dim(&format!("  and {count} more; --format json lists all")));
    }
}

/// A text on one line, and not too long for it.
fn shown(text: &str) -> String {
    const MOST: usize = 160;
    let line = paint::shown(&text.replace('\n', " "));
    if line.chars().count() <= MOST { line } else { format!("{}…", line.chars().take(MOST).collect::<String>()) }
}

fn counts(records: &BTreeMap<&'static str, Vec<String>>) -> String {
    let plural = |kind: &str, count: usize| match (count, kind) {
        (1, _) => format!("1 {kind}"),
        (_, "identity") => format!("{count} identities"),
        _ => format!("{count} {kind}s"),
    };
    let all: Vec<String> = records.iter().map(|(kind, ids)| plural(kind, ids.len())).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(", ") }
}
