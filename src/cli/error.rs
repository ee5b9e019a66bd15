//! Errors of commands.

use std::io;
use std::path::{Path, PathBuf};

use gainsay::codes::Code;
use gainsay::export::ViewError;
use gainsay::findings::FilterError;
use gainsay::import::ImportError;
use gainsay::inbox::InboxError;
use gainsay::readers::ReadError;
use gainsay::store::{ChangeError, InitError, LoadError, NotFound, WriteError};

use super::commands::graphviz::GraphvizError;
use super::opening::git_error::GitError;

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
    #[error("no day lies between --since {since} and --until {until}")]
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
    #[error("{}; name a format: --to {}, or a file that ends in one of {}", output.as_ref().map_or("nothing says which format is meant".to_owned(), |path| format!("{}: no format has this ending", path.display())), gainsay::export::Format::ALL.map(gainsay::export::Format::name).join("|"), gainsay::export::Format::ALL.map(|format| format!(".{}", format.extension())).join(" "))]
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
    /// A file where the folder of a graph is needed.
    #[error("{}: this is a file, and a graph is a folder; {}", path.display(), graph_of(path))]
    GraphIsFile {
        /// The file.
        path: PathBuf,
    },
    /// A file where the folder of texts is needed.
    #[error("{}: this is a file, and a folder of texts is needed; name the folder that it is in: {}", path.display(), parent(path).display())]
    TextsAreFile {
        /// The file.
        path: PathBuf,
    },
    /// A graph, or a file of one, where texts are expected.
    #[error("{}: this is {what}, and texts were expected; name texts, as in gainsay check article.txt --against {}", path.display(), graph.display())]
    GraphNotText {
        /// What was named.
        path: PathBuf,
        /// What it is.
        what: &'static str,
        /// The folder of the graph.
        graph: PathBuf,
    },
    /// A candidate of the inbox where a record of the graph is needed.
    #[error(
        "\"{id}\" is no {what} yet: it waits in the inbox; gainsay review --accept {id} makes it a claim, gainsay review --list shows all that wait"
    )]
    Waits {
        /// What was asked for.
        id: String,
        /// The kind of thing.
        what: &'static str,
    },
    /// Questions, and nobody to answer them.
    #[error("{command} asks, and standard input is at its end; {instead}")]
    NoAnswers {
        /// The command.
        command: &'static str,
        /// What does it without questions.
        instead: &'static str,
    },
    /// Counts of what only a list can tell.
    #[error(
        "--count takes its figures from columns, which do not know {option}; leave out --count, or narrow by --measure, --place, --actor or --source"
    )]
    NotCounted {
        /// The option.
        option: &'static str,
    },
    /// A text with nothing to compare it to.
    #[error("{}: this one file alone was named, if twice, and a text is not compared with itself; name another one", path.display())]
    OneFile {
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
    #[error("{option} is for {formats}, not for {format}; leave it out, or name another format with --to")]
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
    /// A code that nothing has.
    #[error("there is no code \"{code}\"; {}`gainsay --explain` lists all codes", near.as_ref().map_or(String::new(), |near| format!("did you mean \"{near}\"? ")))]
    UnknownCode {
        /// What was asked for.
        code: String,
        /// The nearest known one.
        near: Option<String>,
    },
    /// The graph was not changed.
    #[error(transparent)]
    Change(#[from] ChangeError),
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
    #[error("--source is for claims; write gainsay list claims --source ID")]
    OnlyClaims,
    /// The editor could not be started, or ended badly.
    #[error("the editor \"{editor}\" {what}; set EDITOR to one that is here, such as EDITOR=nano")]
    Editor {
        /// What was started.
        editor: String,
        /// What became of it.
        what: String,
    },
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
    /// A folder that is not there.
    #[error("{}: there is no such folder; check its name, and that you are in the right one", path.display())]
    NoFolder {
        /// What was asked for.
        path: PathBuf,
    },
    /// A line that has not what each line must have.
    #[error("{}:{line}:{}: {}; write an object with \"{fields}\" on each line", path.display(), error.column(), error.to_string().split(" at line ").next().unwrap_or_default())]
    Line {
        /// The file.
        path: PathBuf,
        /// Its line.
        line: usize,
        /// The fields that are expected, in quotation marks but for the outer ones.
        fields: &'static str,
        /// What is wrong.
        error: serde_json::Error,
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

impl CliError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            CliError::NotFound(error) => error.code(),
            CliError::Load(error) | CliError::State { error, .. } => error.code(),
            CliError::Git(error) => error.code(),
            CliError::ThreeStates { .. } => Code::ThreeStates,
            CliError::NoTime { .. } => Code::ReversedTime,
            CliError::TooLarge => Code::TooLargeToCount,
            CliError::Filter(error) => error.code(),
            CliError::View(error) => error.code(),
            CliError::NoFormat { .. } => Code::NoFormat,
            CliError::NotAFolder { .. } | CliError::GraphIsFile { .. } | CliError::TextsAreFile { .. } => {
                Code::FileNotFolder
            }
            CliError::GraphNotText { .. } => Code::GraphNotText,
            CliError::NoAnswers { .. } => Code::NoAnswers,
            CliError::OneFile { .. } => Code::Usage,
            CliError::NoTexts { .. } => Code::NoTexts,
            CliError::NotForFormat { .. } | CliError::OneText | CliError::OnlyClaims | CliError::NotCounted { .. } => {
                Code::UnfitOption
            }
            CliError::Graphviz(error) => error.code(),
            CliError::Init(error) => error.code(),
            CliError::Write(error) => error.code(),
            CliError::Unknown { .. } | CliError::Waits { .. } => Code::UnknownId,
            CliError::UnknownCode { .. } => Code::UnknownCode,
            CliError::Change(error) => error.code(),
            CliError::Inbox(error) => error.code(),
            CliError::Import(error) => error.code(),
            CliError::Threads(_) => Code::NoThreads,
            CliError::Editor { .. } => Code::EditorFailed,
            CliError::Io { error, .. } if error.kind() == io::ErrorKind::InvalidData => Code::NotUtf8,
            CliError::Io { .. } => Code::DiskRefused,
            CliError::NoFolder { .. } => Code::NoFolder,
            CliError::Line { .. } => Code::NotAnArticle,
            CliError::NoFile { .. } => Code::NoFile,
            CliError::Folder { .. } => Code::FolderNotFile,
            CliError::Read { error, .. } => error.code(),
            CliError::Output(_) | CliError::BrokenPipe => Code::OutputRefused,
            CliError::Json(_) | CliError::Csv(_) => Code::UnwritableValue,
        }
    }
}

/// What is meant by a file where the folder of a graph is needed.
fn graph_of(path: &Path) -> String {
    let folder = parent(path);
    match folder.join("graph.ron").is_file() {
        true => format!("name its folder: {}", folder.display()),
        false => "name the folder that holds graph.ron, or leave it out to take the nearest graph".to_owned(),
    }
}

/// The folder of a file.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
