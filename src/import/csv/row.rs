//! A table as rows of cells by column, each with its line. Rows are read from the file each time they are asked for, so that
//! a table is never held whole.

use crate::codes::Code;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use csv::{ByteRecord, StringRecord};
use serde::de::DeserializeOwned;

use super::window::Window;
use crate::export::csv::cell::{original, values};
use crate::import::error::{Faults, ImportError};
use crate::import::file::File;
use crate::import::json::{short, variant};
use crate::quantity::options;

/// How much of a table is read in one go.
const BUFFER: usize = 1 << 16;

/// A table: its header, and what was seen when its rows were first counted.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// Its file.
    pub file: &'a File,
    /// The columns, as the graph names them.
    pub columns: Vec<String>,
    /// How many rows say something.
    pub count: usize,
    /// Columns that hold only whole numbers, one of them of five digits at least: where dates are asked for, they are days.
    pub whole: BTreeSet<usize>,
    /// Whether an export has written it.
    pub exported: bool,
    filled: Vec<usize>,
    delimiter: u8,
}

/// Looks a table through. Its first row is the header. A row with more or fewer cells is a fault.
///
/// # Errors
/// If it is no text, or no table.
pub fn sheet<'a>(file: &'a File, faults: &mut Faults) -> Result<Sheet<'a>, ImportError> {
    file.check_text()?;
    let delimiter = delimiter(file)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).buffer_capacity(BUFFER).from_reader(file.open()?);
    let header = reader.headers().map_err(|error| broken(&file.name, &error))?.clone();
    let columns: Vec<String> = header.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    let mut tally =
        Tally { filled: vec![0; columns.len()], numbers: vec![Numbers::default(); columns.len()], count: 0 };
    let mut row = ByteRecord::new();
    loop {
        let read = reader.read_byte_record(&mut row).map_err(|error| broken(&file.name, &error));
        match faults.kept(read)? {
            Some(true) => tally.note(&row),
            Some(false) => break,
            None => {}
        }
    }
    let Tally { filled, numbers, count } = tally;
    let whole = (0..columns.len()).filter(|column| numbers[*column].are_days()).collect();
    Ok(Sheet { file, columns, count, whole, exported: false, filled, delimiter })
}

/// What is seen of the rows.
struct Tally {
    filled: Vec<usize>,
    numbers: Vec<Numbers>,
    count: usize,
}

impl Tally {
    fn note(&mut self, row: &ByteRecord) {
        let mut says = false;
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            says = true;
            self.filled[column] += 1;
            self.numbers[column].note(cell);
        }
        self.count += usize::from(says);
    }
}

/// Whether cells are whole numbers, and whether one of them is long.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers {
    others: bool,
    long: bool,
}

impl Numbers {
    fn note(&mut self, cell: &[u8]) {
        if !self.others {
            let digits = cell.strip_prefix(b"-").unwrap_or(cell);
            self.others = digits.is_empty() || digits.len() > 6 || !digits.iter().all(u8::is_ascii_digit);
            self.long |= digits.len() >= 5;
        }
    }

    fn are_days(self) -> bool {
        self.long && !self.others
    }
}

/// Spreadsheets of some countries write semicolons or tabs.
fn delimiter(file: &File) -> Result<u8, ImportError> {
    let mut header = Vec::new();
    let read = file.open()?.read_until(b'\n', &mut header);
    read.map_err(|error| ImportError::at(Code::DiskRefused, &file.name, error.to_string(), "check the file"))?;
    let count = |letter: u8| header.iter().filter(|byte| **byte == letter).count();
    let all = [(count(b','), b','), (count(b';'), b';'), (count(b'\t'), b'\t')];
    Ok(all.into_iter().rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, letter)| letter))
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
            ImportError::at(Code::UnevenRow, at, message, help)
        }
        csv::ErrorKind::Utf8 { err, .. } => {
            ImportError::at(Code::NotUtf8, at, err.to_string(), "save the table as CSV in UTF-8")
        }
        _ => {
            let message = format!("the table cannot be read: {error}");
            ImportError::at(Code::DiskRefused, at, message, "check the file and who may read it")
        }
    }
}

impl Sheet<'_> {
    /// Gives the columns the names that the graph has for them.
    pub fn rename(&mut self, renamed: impl Fn(&str) -> String) {
        self.columns.iter_mut().for_each(|column| *column = renamed(column));
    }

    /// The place of a column. Few names are as long as another, so that a search is quicker than any table.
    fn index(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|own| own == column)
    }

    /// Whether the table has a column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|own| own == column)
    }

    /// Reads every row that says something. Those of another length were told when the table was looked through.
    ///
    /// # Errors
    /// Those of `read`; if the file cannot be read any more.
    pub fn each(&self, mut read: impl FnMut(&Row<'_>) -> Result<(), ImportError>) -> Result<(), ImportError> {
        let file = Window::new(self.file.open()?);
        let mut reader = csv::ReaderBuilder::new().delimiter(self.delimiter).buffer_capacity(BUFFER).from_reader(file);
        let mut cells = StringRecord::new();
        loop {
            match reader.read_record(&mut cells) {
                Ok(false) => return Ok(()),
                Err(error) if matches!(error.kind(), csv::ErrorKind::UnequalLengths { .. }) => {}
                Err(error) => return Err(broken(&self.file.name, &error)),
                Ok(true) if cells.iter().all(str::is_empty) => {}
                Ok(true) => {
                    let line = cells.position().map_or(0, |at| self.line(at, reader.get_ref()));
                    read(&Row { sheet: self, cells: &cells, line })?;
                }
            }
        }
    }

    /// The line of a row; empty ones before it are passed over without a word.
    fn line<R>(&self, at: &csv::Position, file: &Window<R>) -> u64 {
        at.line() + file.breaks_at(at.byte()).unwrap_or_else(|| self.file.breaks_at(at.byte()))
    }

    /// How many cells of a column say something.
    pub fn filled(&self, column: usize) -> usize {
        self.filled.get(column).copied().unwrap_or_default()
    }

    /// A line of it, in words.
    pub fn at(&self, line: u64) -> String {
        format!("{}:{line}", self.file.name)
    }
}

/// A row of a table. Empty cells say nothing.
#[derive(Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet<'a>,
    cells: &'a StringRecord,
    /// Its line.
    pub line: u64,
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.sheet.file.name, self.line)
    }
}

impl<'a> Row<'a> {
    /// Where it stands, in words.
    pub fn at(&self) -> String {
        self.sheet.at(self.line)
    }

    /// The table that it is of.
    pub fn sheet(&self) -> &'a Sheet<'a> {
        self.sheet
    }

    /// All of its cells, one behind the other.
    pub fn all(&self) -> &'a str {
        self.cells.as_slice()
    }

    /// The cell of a column.
    pub fn get(&self, column: &str) -> Option<&'a str> {
        let cell = self.cells.get(self.sheet.index(column)?)?;
        Some(original(cell)).filter(|cell| !cell.is_empty())
    }

    /// A day since 1 January 1970, if the column is one of whole numbers, some of which have five digits.
    pub fn days(&self, column: &str) -> Option<i64> {
        let index = self.sheet.index(column).filter(|index| self.sheet.whole.contains(index))?;
        self.cells.get(index)?.parse().ok()
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
        let missing = || {
            ImportError::at(
                Code::EmptyCell,
                self.at(),
                format!("the column {column} says nothing"),
                format!("give {what}"),
            )
        };
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
        variant(cell).map_err(|error| {
            let error = error.to_string();
            let expected = error.split_once("expected ").map_or("another word", |(_, words)| words);
            self.wrong(column, cell, &expected.replace('`', ""))
        })
    }

    /// A whole number.
    ///
    /// # Errors
    /// If the cell holds something else.
    pub fn whole<T: FromStr>(&self, column: &str) -> Result<Option<T>, ImportError> {
        self.number(column, "a whole number")
    }

    /// A number as `expected` tells it.
    ///
    /// # Errors
    /// If the cell holds something else.
    pub fn number<T: FromStr>(&self, column: &str, expected: &str) -> Result<Option<T>, ImportError> {
        let parsed = |cell: &str| cell.trim().parse().map_err(|_| self.wrong(column, cell, expected));
        self.get(column).map(parsed).transpose()
    }

    /// A value as the files of a graph write it.
    pub fn ron<T: DeserializeOwned>(&self, column: &str) -> Option<T> {
        options().from_str(self.get(column)?).ok()
    }

    /// That a cell is not as it must be.
    pub fn wrong(&self, column: &str, cell: &str, expected: &str) -> ImportError {
        let at = format!("{}, column {column}", self.at());
        ImportError::at(Code::WrongCell, at, format!("found \"{}\"", short(cell)), format!("expected {expected}"))
    }
}
