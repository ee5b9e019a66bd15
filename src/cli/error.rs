//! Errors of commands, and how they are shown.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use gainsay::export::ViewError;
use gainsay::findings::FilterError;
use gainsay::import::{ImportError, MOST_TOLD, Trouble};
use gainsay::inbox::InboxError;
use gainsay::readers::ReadError;
use gainsay::store::{ChangeError, Fault, InitError, LoadError, NotFound, WriteError};

use super::args::Color;
use super::git_error::GitError;
use super::graphviz::GraphvizError;
use super::output::choice;
use super::paint::{is_obeyed, shown, walled};
use super::shown::{counted, number};

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// No graph where one was looked for.
    #[error(transparent)]
    NotFound(#[from] NotFound),
    /// The graph does not load.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A state of the graph does not load.
    #[error("{name} does not load: {error}")]
    State {
        /// The directory or revision.
        name: String,
        /// Why.
        error: LoadError,
    },
    /// A revision cannot be read.
    #[error(transparent)]
    Git(#[from] GitError),
    /// A range of revisions, and one more.
    #[error("\"{range}\" names two states, and \"{new}\" would be a third")]
    ThreeStates {
        /// The range.
        range: String,
        /// What comes after it.
        new: String,
    },
    /// A time that ends before it begins.
    #[error("--since {since} is after --until {until}; nothing lies between them")]
    NoTime {
        /// Its beginning.
        since: gainsay::model::PartialDate,
        /// Its end.
        until: gainsay::model::PartialDate,
    },
    /// The graph cannot be packed.
    #[error("the graph is too large to be counted: its texts come to more than four gigabytes")]
    TooLarge,
    /// A filter cannot be used.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// There is nothing of the kind to export.
    #[error(transparent)]
    View(#[from] ViewError),
    /// Nothing says which format is meant.
    #[error("{}name a format: --to {}; or a file that ends in one of {}", output.as_ref().map_or(String::new(), |path| format!("{}: no format has this ending; ", path.display())), gainsay::export::Format::ALL.map(gainsay::export::Format::name).join("|"), gainsay::export::Format::ALL.map(|format| format!(".{}", format.extension())).join(" "))]
    NoFormat {
        /// The file that was named, if one was.
        output: Option<PathBuf>,
    },
    /// A file where a folder is needed.
    #[error("{}: tables are written into a folder, and this is a file; name a folder, or one table: --table claims --output claims.csv", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A folder that holds none of the texts.
    #[error("{}: no text of the graph's sources is here as it was; name their folder, or see gainsay verify --texts {}", folder.display(), folder.display())]
    NoTexts {
        /// The folder.
        folder: PathBuf,
    },
    /// An option that the format does not have.
    #[error("{option} is for {formats}, not for {format}")]
    NotForFormat {
        /// The option.
        option: &'static str,
        /// The formats that have it.
        formats: &'static str,
        /// The one that was asked for.
        format: &'static str,
    },
    /// Graphviz drew nothing.
    #[error(transparent)]
    Graphviz(#[from] GraphvizError),
    /// A graph cannot be made.
    #[error(transparent)]
    Init(#[from] InitError),
    /// A file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// An id that nothing has.
    #[error("no {what} has the id \"{id}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// The kind of thing.
        what: &'static str,
        /// What was asked for.
        id: String,
        /// The nearest known one.
        near: Option<String>,
    },
    /// A code that no check has.
    #[error("no check has the code \"{code}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    UnknownCode {
        /// What was asked for.
        code: String,
        /// The nearest known one.
        near: Option<String>,
    },
    /// Nothing was added or decided.
    #[error(transparent)]
    Inbox(#[from] InboxError),
    /// Nothing was imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Threads that the system does not give.
    #[error("{0}; ask for fewer --threads")]
    Threads(rayon::ThreadPoolBuildError),
    /// Options that are for one text, with several.
    #[error("--title, --url and --id are for one text; add the texts one by one")]
    OneText,
    /// `--source` where no source is asked for.
    #[error("--source is for claims: gainsay list claims --source ID")]
    OnlyClaims,
    /// Something on disk.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file that is not there.
    #[error("{}: there is no such file; check its name, and that you are in the right folder", path.display())]
    NoFile {
        /// What was asked for.
        path: PathBuf,
    },
    /// A folder instead of a file.
    #[error("{}: a folder was found, a file was expected; name the files in it: {}", path.display(), path.join("*").display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A file is no text that can be read.
    #[error("{}: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What was found in it.
        error: ReadError,
    },
    /// The output could not be written.
    #[error("the output could not be written: {0}")]
    Output(io::Error),
    /// The reader of the output has gone; no error.
    #[error("the reader of the output has gone")]
    BrokenPipe,
    /// The output could not be made.
    #[error("the output could not be made: {0}")]
    Json(#[from] serde_json::Error),
    /// The table could not be made.
    #[error("the table could not be made: {0}")]
    Csv(String),
}

/// Shows an error on standard error.
pub fn report(error: &CliError, color: Color) {
    use io::Write;
    let mut stream = anstream::AutoStream::new(io::stderr(), choice(color));
    // Nothing is left to tell it to if this fails.
    let _ = stream.write_all(walled(&cut(&render(error))).as_bytes());
}

/// Shows what clap has to say: help, or an error that names what was typed.
pub fn told_by_clap(error: &clap::Error) -> ExitCode {
    use io::Write;
    let text = walled(&cut(&error.render().ansi().to_string()));
    // Nothing is left to tell it to if this fails.
    let _ = match error.use_stderr() {
        true => anstream::stderr().write_all(text.as_bytes()),
        false => anstream::stdout().write_all(text.as_bytes()),
    };
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Letters of a line of an error, at most: an id or a name may be of any length.
const MOST_LETTERS: usize = 2_000;

/// The error with its long lines cut.
fn cut(text: &str) -> String {
    let line = |line: &str| match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…\n", &line[..end]),
        None => line.to_owned(),
    };
    text.split_inclusive('\n').map(line).collect()
}

fn render(error: &CliError) -> String {
    match error {
        CliError::Load(LoadError::Faulty(faults)) => faulty(faults, None),
        CliError::Inbox(InboxError::Change(
            ChangeError::Refused(faults) | ChangeError::Load(LoadError::Faulty(faults)),
        ))
        | CliError::Import(ImportError::Change(
            ChangeError::Refused(faults) | ChangeError::Load(LoadError::Faulty(faults)),
        )) => faulty(faults, Some(UNCHANGED)),
        CliError::Import(ImportError::Refused(troubles)) => format!("{}{UNCHANGED}\n", several(troubles)),
        CliError::Import(ImportError::Input(one)) => format!("{}{UNCHANGED}\n", trouble(one)),
        CliError::Inbox(InboxError::Edited(fault)) => faulty(std::slice::from_ref(fault), Some(UNCHANGED)),
        CliError::State { name, error: LoadError::Faulty(faults) } => {
            format!("error: {} does not load\n\n{}", line(name), faulty(faults, None))
        }
        CliError::NotFound(NotFound { looked }) => {
            let places: Vec<String> = looked.iter().map(|path| format!("  {}\n", line(path.display()))).collect();
            let advice = "type `gainsay init` for a new graph here, or name one: --graph DIR, or GAINSAY_GRAPH=DIR";
            format!("error: no graph found; looked for graph.ron in\n{}help: {advice}\n", places.concat())
        }
        CliError::Load(LoadError::NotAGraph { .. } | LoadError::Missing { .. }) => {
            format!(
                "error: {}\nhelp: type `gainsay init --dir DIR` for a new graph, or name another: --graph DIR\n",
                line(error)
            )
        }
        CliError::Init(InitError::Exists(_)) => {
            format!("error: {}\nhelp: name another directory: --dir DIR\n", line(error))
        }
        _ => format!("error: {}\n", line(error)),
    }
}

/// What is shown of something that people have named.
fn line(told: impl std::fmt::Display) -> String {
    shown(&told.to_string())
}

fn trouble(trouble: &Trouble) -> String {
    fault_line(trouble) + &help_line(trouble)
}

/// Many faults; advice that is the same for several in a row is given once, after them.
fn several(troubles: &[Trouble]) -> String {
    let told = troubles.get(..MOST_TOLD).unwrap_or(troubles);
    let groups = told.chunk_by(|one, next| one.help == next.help);
    let group = |group: &[Trouble]| group.iter().map(fault_line).chain(group.last().map(help_line)).collect::<String>();
    let more = match troubles.len() - told.len() {
        0 => String::new(),
        more => format!("and {more} more\n"),
    };
    groups.map(group).collect::<String>() + &more
}

fn fault_line(trouble: &Trouble) -> String {
    let shown = |text: &str| shown(&text.replace('\n', " "));
    format!("error: {}: {}\n", shown(&trouble.at), shown(&trouble.message))
}

fn help_line(trouble: &Trouble) -> String {
    format!("help: {}\n", shown(&trouble.help.replace('\n', " ")))
}

/// Faults with one message are shown so often; the others are counted.
const MOST_ALIKE: usize = 20;

/// What commands say in the end that would have changed the graph.
const UNCHANGED: &str = "nothing was changed";

/// Faults are shown so often at most, whatever they say.
const MOST_SHOWN: usize = 200;

fn faulty(faults: &[Fault], end: Option<&str>) -> String {
    let renderer = Renderer::styled();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut out, mut told, mut left) = (String::new(), 0, 0);
    for fault in faults {
        let same = alike.entry(&fault.message).or_default();
        *same += 1;
        if *same <= MOST_ALIKE && told < MOST_SHOWN {
            told += 1;
            out.push_str(&drawn(fault, &renderer));
        } else if *same <= MOST_ALIKE {
            left += 1;
        }
    }
    for (message, count) in alike.into_iter().filter(|(_, count)| *count > MOST_ALIKE) {
        out.push_str(&format!("and {} more: {}\n", number(count - MOST_ALIKE), shown(&message.replace('\n', " "))));
    }
    if left > 0 {
        out.push_str(&format!("and {} more of other kinds\n", number(left)));
    }
    let files: BTreeSet<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    let (faults, files) = (counted(faults.len(), "fault", "faults"), counted(files.len(), "file", "files"));
    let end = end.map_or_else(String::new, |end| format!("; {end}"));
    out.push_str(&format!("{faults} in {files}{end}\n"));
    out
}

/// Bytes of a line that are shown around what is at fault, on each side.
const AROUND: usize = 1_000;

/// A fault with the line that it is in, or, of a line longer than any that people write, what is around it.
fn drawn(fault: &Fault, renderer: &Renderer) -> String {
    let text = &*fault.text;
    let start = before(text, fault.span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let locus = fault.locus();
    // A long value is marked on its first line only.
    let end = before(text, fault.span.end.clamp(start, line_end));
    let is_long = line_end - line_start > 2 * AROUND;
    let from = if is_long { before(text, start.saturating_sub(AROUND)).max(line_start) } else { line_start };
    let to = if is_long { before(text, (start + AROUND).min(line_end)) } else { line_end };
    let (ahead, own) = (plain(&text[from..start]), plain(&text[start..end.clamp(start, to)]));
    let marked = AnnotationKind::Primary.span(ahead.len()..ahead.len() + own.len());
    let source = format!("{ahead}{own}{}", plain(&text[end.clamp(start, to)..to]));
    let (path, message) = (shown(&fault.path), shown(&fault.message));
    let snippet = Snippet::source(source.as_str()).line_start(locus.line).annotation(marked);
    let snippet = if is_long { snippet } else { snippet.path(path.as_str()) };
    let title = Level::ERROR.primary_title(message.as_str());
    let group = if is_long {
        let place = Origin::path(path.as_str()).line(locus.line).char_column(locus.column);
        Group::with_title(title).element(place).element(snippet)
    } else {
        title.element(snippet)
    };
    let help = fault.help.as_deref().map(shown);
    let group = match &help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    };
    format!("{}\n\n", renderer.render(&[group]))
}

/// A line with a sign in place of each character that a terminal would obey, so that marks stand below what is meant.
fn plain(line: &str) -> String {
    let sign = |letter: char| if letter != '\t' && is_obeyed(letter) { '\u{FFFD}' } else { letter };
    line.trim_end_matches('\r').chars().map(sign).collect()
}

/// The byte, or the one before it that begins a letter.
fn before(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_with_one_message_are_shown_a_few_times_and_counted() {
        let fault = |message: &str| Fault {
            path: "claims/one.ron".into(),
            text: "[]".into(),
            span: 0..1,
            message: message.into(),
            help: None,
        };
        let mut faults: Vec<Fault> = (0..1_500).map(|_| fault("no actor has the id \"office\"")).collect();
        faults.push(fault("another"));
        let told = faulty(&faults, Some(UNCHANGED));
        assert_eq!(told.matches("claims/one.ron").count(), MOST_ALIKE + 1, "{told}");
        assert!(told.contains("another"), "{told}");
        let end = "and 1,480 more: no actor has the id \"office\"\n1,501 faults in 1 file; nothing was changed\n";
        assert!(told.ends_with(end), "{told}");
    }

    #[test]
    fn faults_of_many_kinds_are_shown_a_few_times_and_counted() {
        let fault = |number: usize| Fault {
            path: "claims/one.ron".into(),
            text: "[]".into(),
            span: 0..1,
            message: format!("no actor has the id \"a{number}\""),
            help: None,
        };
        let told = faulty(&(0..1_500).map(fault).collect::<Vec<_>>(), None);
        assert_eq!(told.matches("claims/one.ron").count(), MOST_SHOWN, "{told}");
        assert!(told.ends_with("and 1,300 more of other kinds\n1,500 faults in 1 file\n"), "{told}");
    }

    #[test]
    fn of_a_line_without_end_what_is_around_the_fault_is_shown() {
        let text = format!("one\n{}here{}", "é".repeat(50_000), "é".repeat(50_000));
        let start = text.find("here").unwrap();
        let fault = |text: &str, start| Fault {
            path: "claims/one.ron".into(),
            text: text.into(),
            span: start..start + 4,
            message: "this".into(),
            help: None,
        };
        let told = faulty(&[fault(&text, start)], None);
        assert!(told.contains("claims/one.ron:2:50001") && told.contains("here") && told.len() < 2_000, "{told}");
        let short = faulty(&[fault("one\ntwo here", 8)], None);
        assert!(short.contains("claims/one.ron:2:5") && short.contains("two here"), "{short}");
    }
}
