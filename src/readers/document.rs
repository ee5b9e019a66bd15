//! A document: the text that a person sees, what is known of it, and where it stands in its file.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use super::format::Format;
use super::places::Places;

/// Words of a document and, if they stand in its text, where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: String,
    /// Their bytes in [`Document::text`].
    pub span: Option<Range<usize>>,
}

/// The days on one of which something was published: a month or a year is all that many dates say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first that it may be.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Days {
    /// Of a date that begins like `2022-10-04`, or is `2022-10` or `2022`.
    pub fn of(written: &str) -> Option<Self> {
        let day = |text: &str| text.parse::<Date>().ok();
        if let Some(day) = written.get(..10).and_then(day) {
            return Some(Self { first: day, last: day });
        }
        let digits = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        match written.len() {
            7 if digits => day(&format!("{written}-01")).map(|first| Self { first, last: first.last_of_month() }),
            4 if digits => day(&format!("{written}-01-01")).map(|first| Self { first, last: first.last_of_year() }),
            _ => None,
        }
    }
}

/// As precise as it is known: `2022-10-04`, `2022-10` or `2022`; `2022-10-03/2022-10-09` for other days.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = *self;
        match () {
            () if first == last => write!(f, "{first}"),
            () if first.day() == 1 && last == first.last_of_month() => {
                write!(f, "{:04}-{:02}", first.year(), first.month())
            }
            () if first.day_of_year() == 1 && last == first.last_of_year() => write!(f, "{:04}", first.year()),
            () => write!(f, "{first}/{last}"),
        }
    }
}

/// A link of a document. It is no citation by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The bytes of the linked words in [`Document::text`].
    pub span: Range<usize>,
    /// Where it leads, as written.
    pub url: String,
    /// The linked words.
    pub text: String,
}

/// Where something stands, as a person finds it; all are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The page, in PDF.
    pub page: Option<usize>,
    /// The paragraph: of the page in PDF, of the document in DOCX.
    pub paragraph: Option<usize>,
    /// The line of the file that holds the record, in JSON Lines.
    pub record: Option<usize>,
    /// The line: of the file for plain texts, Markdown and HTML; of the text as it was taken from the file for the others.
    pub line: usize,
    /// The column in that line, in characters.
    pub column: usize,
}

/// `12:5` in files that have lines; `page 3, paragraph 2`, `paragraph 7` or `record 4, 1:20` in the others.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { page, paragraph, record, line, column } = self;
        match (page, paragraph, record) {
            (Some(page), Some(paragraph), _) => write!(f, "page {page}, paragraph {paragraph}"),
            (Some(page), None, _) => write!(f, "page {page}"),
            (None, Some(paragraph), _) => write!(f, "paragraph {paragraph}"),
            (None, None, Some(record)) => write!(f, "record {record}, {line}:{column}"),
            (None, None, None) => write!(f, "{line}:{column}"),
        }
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The file, as it was named.
    pub file: String,
    /// Its format, as its bytes show.
    pub format: Format,
    /// Its encoding by the name of the web (`UTF-8`, `windows-1252`); that of its text for PDF and DOCX.
    pub encoding: &'static str,
    /// The id that a record of JSON Lines gives.
    pub id: Option<String>,
    /// The title.
    pub title: Option<Part>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// The day on which it was published, or the days.
    pub date: Option<Days>,
    /// The date as written, where it does not begin like `2022-10-04`.
    pub dated: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What a person reads. All offsets are bytes of it. For plain texts in UTF-8 it is the file, byte for byte; for
    /// Markdown it is as long as the file, with blanks for the markup; for the others it is taken from the file.
    pub text: String,
    /// The first byte of the body; before it stand title, outlet and date.
    pub body: usize,
    /// The links, by place.
    pub links: Vec<Link>,
    pub(super) places: Places,
    /// Whether the file is UTF-8 without a fault, so that bytes of the text can be bytes of the file.
    pub(super) is_file: bool,
}

impl Document {
    /// A document of which only the text is known.
    pub(super) fn new(format: Format, text: String, places: Places) -> Self {
        Self {
            file: String::new(),
            format,
            encoding: "UTF-8",
            id: None,
            title: None,
            outlet: None,
            author: Vec::new(),
            date: None,
            dated: None,
            url: None,
            text,
            body: 0,
            links: Vec::new(),
            places,
            is_file: false,
        }
    }

    /// The place of a byte of the text.
    pub fn place(&self, byte: usize) -> Place {
        self.places.place(&self.text, byte)
    }

    /// The file, and the line of the record in it if it has many.
    pub fn name(&self) -> String {
        self.place(0).record.map_or_else(|| self.file.clone(), |line| format!("{}:{line}", self.file))
    }

    /// The bytes of the file from which a range of the text comes. None if the file is not UTF-8 or its format (PDF, DOCX,
    /// JSON Lines) does not hold the text as it is.
    pub fn source_range(&self, range: Range<usize>) -> Option<Range<usize>> {
        if self.is_file { self.places.source_range(range) } else { None }
    }

    /// Takes a date as written; one that [`Days::of`] does not know waits in [`Document::dated`].
    pub(super) fn set_date(&mut self, written: &str) {
        let written = written.trim();
        match Days::of(written) {
            Some(days) => self.date = Some(days),
            None if !written.is_empty() => self.dated = Some(written.to_owned()),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_as_precise_as_they_were_written() {
        for text in ["2022-10-04", "2022-10", "2022", "2024-02"] {
            assert_eq!(Days::of(text).map(|days| days.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Days::of("2022-10-04T08:00:00Z").map(|days| days.to_string()).as_deref(), Some("2022-10-04"));
        for text in ["", "soon", "2022-13", "2022-02-30", "04.10.2022", "20-22", "----"] {
            assert_eq!(Days::of(text), None, "{text}");
        }
    }
}
