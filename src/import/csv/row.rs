//! A table as rows of cells by column, each with its line.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::export::csv::cell::{original, values};
use crate::import::File;
use crate::import::error::{Faults, ImportError};
use crate::import::json::{short, text};
use crate::quantity::options;

/// A table that was read.
#[derive(Debug)]
pub struct Sheet {
    /// The name of its file.
    pub file: String,
    /// The columns, as the graph names them.
    pub columns: Vec<String>,
    rows: Vec<(u64, csv::StringRecord)>,
}

/// Reads a table. Its first row is the header. A row with more or fewer cells is a fault.
///
/// # Errors
/// If it is no text, or no table.
pub fn sheet(file: &File, faults: &mut Faults) -> Result<Sheet, ImportError> {
    let text = text(file)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| broken(&file.name, &error))?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        let Some(row) = faults.kept(row.map_err(|error| broken(&file.name, &error)))? else { continue };
        let line = row.position().map_or(0, |at| line(text, at));
        if row.iter().any(|cell| !cell.is_empty()) {
            rows.push((line, row));
        }
    }
    let columns = header.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    Ok(Sheet { file: file.name.clone(), columns, rows })
}

/// The line of a row; empty ones before it are passed over without a word.
fn line(text: &str, at: &csv::Position) -> u64 {
    let start = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default().iter();
    let empty = rest.take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count();
    at.line() + empty as u64
}

/// Spreadsheets of some countries write semicolons or tabs.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |letter: char| header.matches(letter).count();
    let all = [(count(','), b','), (count(';'), b';'), (count('\t'), b'\t')];
    all.into_iter().rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, letter)| letter)
}

fn broken(name: &str, error: &csv::Error) -> ImportError {
    let line = error.position().map_or(String::new(), |at| format!(":{}", at.line()));
    let at = format!("{name}{line}");
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            let message = format!("the row has {len} cells, the header has {expected_len}");
            let help = if len < expected_len {
                "add the cells that are missing, empty ones too"
            } else {
                "put quotation marks around cells that hold commas or line breaks"
            };
            ImportError::at(at, message, help)
        }
        _ => ImportError::at(at, format!("this is no table: {error}"), "save the table as CSV in UTF-8"),
    }
}

impl Sheet {
    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, record)| {
            let columns = self.columns.iter().map(String::as_str);
            let cells = columns.zip(record.iter()).map(|(name, cell)| (name, original(cell)));
            let cells = cells.filter(|(_, cell)| !cell.is_empty());
            Row { file: &self.file, line: *line, cells: cells.collect() }
        })
    }

    /// How many cells of a column say something.
    pub fn filled(&self, column: usize) -> usize {
        self.rows.iter().filter(|(_, row)| row.get(column).is_some_and(|cell| !cell.is_empty())).count()
    }
}

/// A row of a table. Empty cells say nothing.
#[derive(Debug)]
pub struct Row<'a> {
    file: &'a str,
    line: u64,
    cells: BTreeMap<&'a str, &'a str>,
}

impl<'a> Row<'a> {
    /// Where it stands.
    pub fn at(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// The cell of a column.
    pub fn get(&self, column: &str) -> Option<&'a str> {
        self.cells.get(column).copied()
    }

    /// The cell of a column, to keep.
    pub fn text(&self, column: &str) -> Option<String> {
        self.get(column).map(str::to_owned)
    }

    /// The values in a cell.
    pub fn list(&self, column: &str) -> Vec<String> {
        self.get(column).map(values).unwrap_or_default()
    }

    /// The cell of a column that must say something.
    ///
    /// # Errors
    /// If it does not.
    pub fn need(&self, column: &'static str, what: &str) -> Result<&'a str, ImportError> {
        let missing =
            || ImportError::at(self.at(), format!("the column {column} says nothing"), format!("give {what}"));
        self.get(column).ok_or_else(missing)
    }

    /// One of the words that a field may have, in any of the usual spellings: `rate_total`, `Rate total`.
    ///
    /// # Errors
    /// If the field has no such word.
    pub fn word<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, ImportError> {
        self.get(column).map(|cell| self.variant(column, cell)).transpose()
    }

    fn variant<T: DeserializeOwned>(&self, column: &str, cell: &str) -> Result<T, ImportError> {
        let words = cell.split(['_', ' ', '-']).filter(|word| !word.is_empty());
        let camel: String = words.map(capital).collect();
        serde_json::from_value(serde_json::Value::String(camel)).map_err(|error| {
            let error = error.to_string();
            let expected = error.split_once("expected ").map_or("another word", |(_, words)| words);
            self.wrong(column, cell, &expected.replace('`', ""))
        })
    }

    /// A number.
    ///
    /// # Errors
    /// If the cell holds something else.
    pub fn number<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, ImportError> {
        let parsed = |cell: &str| cell.trim().parse().map_err(|_| self.wrong(column, cell, "a whole number"));
        self.get(column).map(parsed).transpose()
    }

    /// A value as the files of a graph write it.
    pub fn ron<T: DeserializeOwned>(&self, column: &str) -> Option<T> {
        options().from_str(self.get(column)?).ok()
    }

    /// That a cell is not as it must be.
    pub fn wrong(&self, column: &str, cell: &str, expected: &str) -> ImportError {
        let at = format!("{}, column {column}", self.at());
        ImportError::at(at, format!("found \"{}\"", short(cell)), format!("expected {expected}"))
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}
