//! Why a file could not be read: what was found, what was expected, what to do.

use crate::codes::Code;
use std::borrow::Cow;
use std::io;

use super::format::Format;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in it.
    #[error(
        "the file is empty, a text was expected; check that it was saved, or that the program before it printed anything"
    )]
    Empty,
    /// More than can be read.
    #[error("{what} over {} MB, which is the most that is read; split it", limit / 1_000_000)]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The most, in bytes.
        limit: u64,
    },
    /// More parts than can be read.
    #[error("over {limit} {what} were found, which is the most that is read; split it")]
    TooMany {
        /// The parts.
        what: &'static str,
        /// The most.
        limit: usize,
    },
    /// No text, and no format that holds one.
    #[error("{found} was found, a text was expected; save it as plain text, Markdown, HTML, PDF, DOCX or JSON Lines")]
    NotText {
        /// What it seems to be.
        found: Cow<'static, str>,
    },
    /// Of a known format, but not as that should be.
    #[error("a broken {format} file was found ({reason}); open it where it came from and save it anew")]
    Broken {
        /// The format.
        format: Format,
        /// What is wrong.
        reason: String,
    },
    /// Named as a format that it has not.
    #[error(
        "its name ends with .{named}, but no {format} was found in it; if it is a text, give it a name that ends with .txt, .md or .html, else get it anew"
    )]
    Mislabelled {
        /// How its name ends.
        named: String,
        /// The format of such a name.
        format: Format,
    },
    /// Under a password.
    #[error("a protected {format} file was found, one without a password was expected; save it without protection")]
    Encrypted {
        /// The format.
        format: Format,
    },
    /// It holds no letters, as scans do.
    #[error(
        "no readable letters were found in this {format} file ({reason}); recognise its text first (OCR), or save what you see as a text"
    )]
    NoText {
        /// The format.
        format: Format,
        /// Why there are none.
        reason: &'static str,
    },
    /// A line of JSON Lines is no article.
    #[error(
        "line {line} of JSON Lines is no article: {reason}; expected an object with \"text\" or \"body\"; mend that line, or leave it out"
    )]
    Record {
        /// The line.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A format that this build leaves out.
    #[error("{format} was found, which this build does not read; build it with the feature \"{feature}\"")]
    LeftOut {
        /// The format.
        format: Format,
        /// The feature of the crate.
        feature: &'static str,
    },
    /// The system could not read it.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl ReadError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            ReadError::Empty => Code::EmptyFile,
            ReadError::TooLarge { .. } | ReadError::TooMany { .. } => Code::TooLarge,
            ReadError::NotText { .. } => Code::NotText,
            ReadError::Broken { .. } => Code::BrokenFile,
            ReadError::Mislabelled { .. } => Code::WrongEnding,
            ReadError::Encrypted { .. } => Code::ProtectedFile,
            ReadError::NoText { .. } => Code::NoLetters,
            ReadError::Record { .. } => Code::NotAnArticle,
            ReadError::LeftOut { .. } => Code::LeftOut,
            ReadError::Io(_) => Code::DiskRefused,
        }
    }
}

impl ReadError {
    /// A broken file.
    pub(super) fn broken(format: Format, reason: impl Into<String>) -> Self {
        Self::Broken { format, reason: reason.into() }
    }
}
