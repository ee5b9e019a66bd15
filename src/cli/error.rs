//! Errors of commands.

use std::io;
use std::path::PathBuf;

use gainsay::codes::Code;
use gainsay::export::ViewError;
use gainsay::findings::FilterError;
use gainsay::import::ImportError;
use gainsay::inbox::InboxError;
use gainsay::readers::ReadError;
use gainsay::store::{ChangeError, InitError, LoadError, NotFound, WriteError};

use super::git_error::GitError;
use super::graphviz::GraphvizError;

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
    #[error("--source is for claims: gainsay list claims --source ID")]
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
    #[error("{}:{line}:{}: {}; expected an object with \"{fields}\" on each line", path.display(), error.column(), error.to_string().split(" at line ").next().unwrap_or_default())]
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
            CliError::NotAFolder { .. } => Code::FileNotFolder,
            CliError::NoTexts { .. } => Code::NoTexts,
            CliError::NotForFormat { .. } | CliError::OneText | CliError::OnlyClaims => Code::UnfitOption,
            CliError::Graphviz(error) => error.code(),
            CliError::Init(error) => error.code(),
            CliError::Write(error) => error.code(),
            CliError::Unknown { .. } => Code::UnknownId,
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
