//! A file to be imported: its bytes, or where they are, so that a large table is never held whole.

use crate::codes::Code;
use std::borrow::Cow;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::error::ImportError;

/// A file to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as it is told.
    pub name: String,
    content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Bytes(Vec<u8>),
    At(PathBuf),
}

/// How much of a file is looked at in one go.
const BLOCK: usize = 1 << 18;

impl File {
    /// A file that was read.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), content: Content::Bytes(bytes) }
    }

    /// A file that is read when it is needed. Tables are read a row at a time.
    pub fn at(path: &Path) -> Self {
        Self { name: path.display().to_string(), content: Content::At(path.to_owned()) }
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, ImportError> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::At(path) => fs::read(path).map(Cow::Owned).map_err(|error| self.unreadable(&error)),
        }
    }

    /// Its bytes, from the first.
    pub(super) fn open(&self) -> Result<Box<dyn BufRead + '_>, ImportError> {
        self.from(0).map_err(|error| self.unreadable(&error))
    }

    /// Its bytes from one on.
    fn from(&self, start: u64) -> io::Result<Box<dyn BufRead + '_>> {
        match &self.content {
            Content::Bytes(bytes) => {
                let start = usize::try_from(start).unwrap_or(usize::MAX);
                Ok(Box::new(bytes.get(start..).unwrap_or_default()))
            }
            Content::At(path) => {
                let mut file = fs::File::open(path)?;
                file.seek(SeekFrom::Start(start))?;
                Ok(Box::new(BufReader::with_capacity(BLOCK, file)))
            }
        }
    }

    /// Whether it begins with these bytes.
    pub(super) fn begins_with(&self, bytes: &[u8]) -> bool {
        let mut found = Vec::new();
        let read = self.open().map(|open| open.take(bytes.len() as u64).read_to_end(&mut found));
        read.is_ok() && found == bytes
    }

    /// How many line breaks stand right at a byte.
    pub(super) fn breaks_at(&self, byte: u64) -> u64 {
        let mut breaks = 0;
        let Ok(open) = self.from(byte) else { return breaks };
        for byte in open.bytes().map_while(Result::ok).take_while(|byte| matches!(byte, b'\n' | b'\r')) {
            breaks += u64::from(byte == b'\n');
        }
        breaks
    }

    /// Finds the first byte that is not UTF-8, and whether there is anything to read.
    ///
    /// # Errors
    /// If there is such a byte, or nothing to read.
    pub(super) fn check_text(&self) -> Result<(), ImportError> {
        let mut open = self.open()?;
        let (mut rest, mut lines, mut is_blank) = (Vec::new(), 1, true);
        loop {
            let read = (&mut open).take(BLOCK as u64).read_to_end(&mut rest);
            let at_end = read.map_err(|error| self.unreadable(&error))? == 0;
            let (text, bad) = match std::str::from_utf8(&rest) {
                Ok(text) => (text, None),
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    // A letter may go on in the next block.
                    let is_bad = error.error_len().is_some() || at_end;
                    (std::str::from_utf8(good).unwrap_or_default(), bad.first().copied().filter(|_| is_bad))
                }
            };
            lines += text.bytes().filter(|byte| *byte == b'\n').count();
            if let Some(byte) = bad {
                return Err(self.no_text(lines, byte));
            }
            is_blank &= text.trim_start_matches('\u{FEFF}').trim().is_empty();
            let done = text.len();
            rest.drain(..done);
            if at_end {
                return if is_blank { Err(self.empty()) } else { Ok(()) };
            }
        }
    }

    /// All of its text.
    ///
    /// # Errors
    /// If it is empty, or not UTF-8.
    pub(super) fn text(&self) -> Result<Cow<'_, str>, ImportError> {
        self.check_text()?;
        let mark = |text: &str| text.len() - text.trim_start_matches('\u{FEFF}').len();
        Ok(match self.bytes()? {
            Cow::Borrowed(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                let start = mark(&text);
                match text {
                    Cow::Borrowed(text) => Cow::Borrowed(&text[start..]),
                    Cow::Owned(text) => Cow::Owned(text[start..].to_owned()),
                }
            }
            Cow::Owned(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                Cow::Owned(text[mark(&text)..].to_owned())
            }
        })
    }

    fn unreadable(&self, error: &io::Error) -> ImportError {
        ImportError::at(
            Code::DiskRefused,
            &self.name,
            format!("the file cannot be read: {error}"),
            "check the file and who may read it",
        )
    }

    fn no_text(&self, line: usize, byte: u8) -> ImportError {
        let message = format!("the byte 0x{byte:02X} is not UTF-8");
        ImportError::at(Code::NotUtf8, format!("{}:{line}", self.name), message, "save the file as UTF-8")
    }

    fn empty(&self) -> ImportError {
        ImportError::at(Code::EmptyFile, &self.name, "the file is empty", "check that it is the right one")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_may_lie_across_two_blocks() {
        let mut text = "x".repeat(BLOCK - 1);
        text.push_str("é\n");
        assert!(File::new("a", text.clone().into_bytes()).check_text().is_ok());
        let mut bytes = text.into_bytes();
        bytes.extend([b'\n', 0xC3]);
        let error = File::new("a", bytes).check_text().unwrap_err().to_string();
        assert!(error.starts_with("a:3: the byte 0xC3 is not UTF-8"), "{error}");
    }

    #[test]
    fn blanks_and_a_mark_are_nothing_to_read() {
        for text in ["", " \n", "\u{FEFF}", "\u{FEFF}\n\n"] {
            assert!(File::new("a", text.as_bytes().to_vec()).text().is_err(), "{text:?}");
        }
        assert_eq!(File::new("a", "\u{FEFF}x".as_bytes().to_vec()).text().unwrap(), "x");
    }

    #[test]
    fn line_breaks_are_counted_where_a_row_begins() {
        let file = File::new("a", b"a\n\r\n\nb".to_vec());
        assert_eq!((file.breaks_at(1), file.breaks_at(5), file.breaks_at(99)), (3, 0, 0));
    }
}
