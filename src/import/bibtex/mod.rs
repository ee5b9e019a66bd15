//! BibTeX and biblatex: sources of LaTeX and citation managers.

mod modest;
mod names;

use crate::codes::Code;
use biblatex::{Bibliography, ChunksExt, Entry, EntryType, RawBibliography};

use super::File;
use super::error::ImportError;
use super::incoming::Incoming;
use super::json::short;
use super::source::{date, shelve};
use crate::model::SourceKind;
use crate::store::record::SourceRecord;

/// Reads the entries of a file.
///
/// # Errors
/// If it is no BibTeX; with line and column.
pub fn read(file: &File, incoming: &mut Incoming) -> Result<(), ImportError> {
    let text = &*file.text()?;
    let bibliography = parse(file, text)?;
    if bibliography.is_empty() {
        return Err(ImportError::at(
            Code::NothingToImport,
            &file.name,
            "no entry was found",
            "an entry looks like @article{key, title = {…}}",
        ));
    }
    for entry in bibliography.iter() {
        let at = format!("{}, {}", file.name, entry.key);
        let read = Reader { at: &at, text, entry, incoming }.read();
        incoming.faults.kept(read)?;
    }
    Ok(())
}

fn parse(file: &File, text: &str) -> Result<Bibliography, ImportError> {
    let at = |byte: usize| format!("{}:{}", file.name, place(text, byte));
    let broken = |error: biblatex::ParseError| {
        let message = format!("this is no BibTeX: {}", error.kind);
        ImportError::at(
            Code::NotBibtex,
            at(error.span.start),
            message,
            "look for a brace or comma that is missing there",
        )
    };
    let mut raw = RawBibliography::parse(text).map_err(broken)?;
    modest::tame(&mut raw).map_err(|(span, message)| {
        ImportError::at(Code::Overgrown, at(span.start), message, "write it plainly; no bibliography needs so much")
    })?;
    Bibliography::from_raw(raw).map_err(broken)
}

struct Reader<'a> {
    at: &'a str,
    text: &'a str,
    entry: &'a Entry,
    incoming: &'a mut Incoming,
}

/// Fields that hold the outlet, those that say it best first.
const OUTLETS: [&str; 8] =
    ["journaltitle", "journal", "organization", "institution", "publisher", "school", "howpublished", "booktitle"];

/// Fields that hold a language, as a name of it or as its code.
const LANGUAGES: [&str; 2] = ["langid", "language"];

/// The fields that are read beside these.
const READ: [&str; 9] = ["title", "author", "date", "year", "month", "url", "urldate", "entrysubtype", "note"];

impl Reader<'_> {
    fn read(mut self) -> Result<(), ImportError> {
        let first = |names: &[&'static str]| names.iter().find(|name| self.entry.fields.contains_key(**name)).copied();
        let (outlet, language) = (first(&OUTLETS), first(&LANGUAGES));
        let source = SourceRecord {
            kind: self.kind(),
            title: self.text("title"),
            outlet: outlet.and_then(|name| self.text(name)),
            authors: self.authors(),
            url: self.address(),
            published: self.published(),
            retrieved: self.date("urldate"),
            language: language.and_then(|name| self.text(name)),
            note: self.text("note"),
            ..SourceRecord::new("")
        };
        let is_read = |name: &str| READ.contains(&name) || Some(name) == outlet || Some(name) == language;
        for (name, value) in self.entry.fields.iter().filter(|(name, _)| !is_read(name)) {
            let one = OUTLETS.contains(&name.as_str()) || LANGUAGES.contains(&name.as_str());
            let why = if one { "a source has one of it" } else { "a source has no field for it" };
            self.incoming.unmapped(format!("{}.{name}", self.at), short(&value.format_verbatim()), why);
        }
        shelve(Some(&self.entry.key), source, self.at, self.incoming).map(|_| ())
    }

    fn text(&self, name: &str) -> Option<String> {
        self.entry.get(name).map(ChunksExt::format_verbatim).filter(|text| !text.is_empty())
    }

    /// The address as it stands: nothing in it is a command or a dash.
    fn address(&self) -> Option<String> {
        let span = self.entry.get("url")?.span();
        let stands = self.text.get(span).filter(|text| !text.contains(['\\', '{', '}', '"', '\n']) && !text.is_empty());
        stands.map(str::to_owned).or_else(|| self.text("url"))
    }

    fn kind(&mut self) -> SourceKind {
        let subtype = self.text("entrysubtype");
        let (found, is_own) = match (&self.entry.entry_type, subtype.as_deref()) {
            (EntryType::Misc, Some("statement")) => return SourceKind::Statement,
            (EntryType::Online, Some("post")) => return SourceKind::Post,
            (EntryType::Article | EntryType::Online, _) => (SourceKind::Article, true),
            (EntryType::Report | EntryType::TechReport, _) => (SourceKind::Report, true),
            (EntryType::Dataset, _) => (SourceKind::Dataset, true),
            (EntryType::Misc | EntryType::Unpublished, _) => (SourceKind::Article, false),
            _ => (SourceKind::Report, false),
        };
        if !is_own {
            let kind = format!("@{}", self.entry.entry_type);
            self.incoming.assumed(self.at, kind, format!("taken for {found:?}"));
        }
        if let Some(subtype) = subtype {
            self.incoming.unmapped(format!("{}.entrysubtype", self.at), subtype, "a source has no field for it");
        }
        found
    }

    /// Names as people write them. One that stands in braces is left as it is.
    fn authors(&mut self) -> Vec<String> {
        let Some(chunks) = self.entry.get("author") else { return Vec::new() };
        let mut names = Vec::new();
        for own in names::split(chunks) {
            match names::name(&own) {
                Some(name) if name.is_empty() => {}
                Some(name) => names.push(name),
                None => {
                    let at = format!("{}.author", self.at);
                    self.incoming.unmapped(at, short(&own.format_verbatim()), "it is no name that can be read");
                }
            }
        }
        names
    }

    /// The date, or the year with its month.
    fn published(&mut self) -> Option<String> {
        if self.entry.fields.contains_key("date") {
            return self.date("date");
        }
        let year = self.text("year")?;
        let month = self.text("month");
        let with_month = month.as_deref().and_then(month_number).map(|number| format!("{year}-{number:02}"));
        let found = with_month.as_deref().or(Some(&year)).and_then(date);
        if found.is_none() {
            self.incoming.unmapped(format!("{}.year", self.at), year, "it is no date: a year, a month or a day");
        } else if let Some(month) = month.filter(|_| with_month.is_none()) {
            self.incoming.unmapped(format!("{}.month", self.at), month, "it is no month");
        }
        found
    }

    fn date(&mut self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        let (first, rest) = text.split_once('/').map_or((text.as_str(), None), |(first, rest)| (first, Some(rest)));
        let found = date(first);
        let left = if found.is_none() { Some(text.as_str()) } else { rest };
        if let Some(left) = left {
            let why = "a source has one date: a year, a month or a day";
            self.incoming.unmapped(format!("{}.{name}", self.at), left, why);
        }
        found
    }
}

/// The number of a month that is written as one, or as a word of which the first three letters count.
fn month_number(text: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.trim().to_lowercase();
    let number = lower.parse().ok().filter(|number| (1..=12).contains(number));
    number.or_else(|| MONTHS.iter().position(|month| lower.starts_with(month)).map(|at| at + 1))
}

/// Line and column of a byte.
fn place(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    format!("{}:{}", before.matches('\n').count() + 1, line.chars().count() + 1)
}
