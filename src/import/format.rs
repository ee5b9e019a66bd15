//! The formats that are imported, and which of them a file is.

use super::error::ImportError;
use super::{File, claimreview, csl, json};
use crate::codes::Code;

/// A format of `import`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// Fact checks: ClaimReview of schema.org, or the answer of Google's claims:search.
    Claimreview,
    /// Tables with a header.
    Csv,
    /// Sources as CSL-JSON.
    Csl,
    /// Sources as BibTeX.
    Bibtex,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 4] = [Format::Claimreview, Format::Csv, Format::Csl, Format::Bibtex];

    /// Its name, as the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Claimreview => "claimreview",
            Format::Csv => "csv",
            Format::Csl => "csl",
            Format::Bibtex => "bibtex",
        }
    }

    /// What files it is of, in a line.
    pub fn help(self) -> &'static str {
        match self {
            Format::Claimreview => {
                "Fact checks: ClaimReview in JSON-LD or in a page, or the answer of Google's claims:search"
            }
            Format::Csv => "Tables with a header, those of an export or your own",
            Format::Csl => "Sources as CSL-JSON",
            Format::Bibtex => "Sources as BibTeX or biblatex",
        }
    }

    /// The format of a file: the one that is named, or else the one that the file looks like.
    ///
    /// # Errors
    /// If it looks like none, or is a workbook.
    pub fn told(file: &File, named: Option<Self>) -> Result<Self, ImportError> {
        let ends = |ends: &[&str]| ends.iter().any(|end| file.name.to_lowercase().ends_with(end));
        if ends(&WORKBOOKS) || file.begins_with(b"PK\x03\x04") {
            return Err(workbook(&file.name));
        }
        match named {
            Some(format) => Ok(format),
            None if ends(&TABLES) => Ok(Format::Csv),
            None if ends(&[".bib", ".bibtex"]) => Ok(Format::Bibtex),
            None => Self::of(file, ends(&[".json", ".jsonld"])),
        }
    }

    /// The format that a file is of, by what it begins with.
    fn of(file: &File, is_json: bool) -> Result<Self, ImportError> {
        let bytes = file.bytes()?;
        let text = String::from_utf8_lossy(&bytes);
        let start = text.trim_start_matches('\u{FEFF}').trim_start();
        match start.chars().next() {
            Some('<') => Ok(Format::Claimreview),
            Some('@') => Ok(Format::Bibtex),
            Some('{' | '[') if csl::looks_like(start) && !claimreview::looks_like(start) => Ok(Format::Csl),
            Some('{' | '[') if claimreview::looks_like(start) => Ok(Format::Claimreview),
            // A file that was cut off may have lost what it would be known by.
            Some('{' | '[') => json::parse(file).and(Err(unknown(&file.name))),
            _ if is_json => json::parse(file).and(Err(unknown(&file.name))),
            None => file.text().and(Err(unknown(&file.name))),
            _ => Err(unknown(&file.name)),
        }
    }
}

/// How the names of tables end.
pub const TABLES: [&str; 3] = [".csv", ".tsv", ".tab"];

/// How the names of workbooks end.
const WORKBOOKS: [&str; 4] = [".xlsx", ".xls", ".ods", ".numbers"];

fn workbook(name: &str) -> ImportError {
    let help = "save each sheet as CSV in UTF-8, and import that";
    ImportError::at(Code::Workbook, name, "it is a workbook, or packed otherwise, and is not read", help)
}

fn unknown(name: &str) -> ImportError {
    let names = Format::ALL.map(Format::name).join("|");
    ImportError::at(
        Code::UnknownFormat,
        name,
        "it does not look like a format that is imported",
        format!("name the format: --from {names}"),
    )
}
