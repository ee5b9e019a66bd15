//! The formats that are imported, and which of them a file is.

use super::error::ImportError;
use super::{File, claimreview, csl};

/// A format of `import`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The format that a file is of: by the end of its name, or else by what it begins with.
    ///
    /// # Errors
    /// If it looks like none.
    pub fn of(file: &File) -> Result<Self, ImportError> {
        let name = file.name.to_lowercase();
        let ends = |end: &str| name.ends_with(end);
        if ends(".csv") {
            return Ok(Format::Csv);
        }
        if ends(".bib") || ends(".bibtex") {
            return Ok(Format::Bibtex);
        }
        let text = String::from_utf8_lossy(&file.bytes);
        let start = text.trim_start_matches('\u{FEFF}').trim_start();
        match start.chars().next() {
            Some('<') => Ok(Format::Claimreview),
            Some('@') => Ok(Format::Bibtex),
            Some('{' | '[') if csl::looks_like(start) && !claimreview::looks_like(start) => Ok(Format::Csl),
            Some('{' | '[') if claimreview::looks_like(start) => Ok(Format::Claimreview),
            _ => Err(unknown(&file.name)),
        }
    }
}

fn unknown(name: &str) -> ImportError {
    let names = Format::ALL.map(Format::name).join("|");
    ImportError::at(name, "it does not look like a format that is imported", format!("name the format: --from {names}"))
}
