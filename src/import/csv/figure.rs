//! The value of a row: as the graph writes it, as people write it, or as its two ends.

use super::numeral::{Doubt, doubt};
use super::row::Row;
use crate::codes::Code;
use crate::extract::claims::stated;
use crate::extract::extract;
use crate::import::error::ImportError;
use crate::import::json::short;
use crate::quantity::{Amount, Stated, is_within, unit, words};

/// A value, with what its words say of its unit and of what is counted.
#[derive(Debug)]
pub struct Figure {
    pub value: Stated,
    pub unit: Option<String>,
    pub counted: Option<String>,
}

impl Figure {
    fn of(value: Stated) -> Self {
        Self { value, unit: None, counted: None }
    }
}

/// The value of a row, if it has one. The unit is that of what is measured, as far as it is known.
///
/// # Errors
/// If a cell for it holds none, or may be two.
pub fn figure(row: &Row<'_>, measured_in: Option<&str>) -> Result<Option<Figure>, ImportError> {
    if let Some(cell) = row.get("value") {
        let own = row.ron("value");
        return own.map_or_else(|| words_of(row, "value", cell, measured_in), |value| Ok(Figure::of(value))).map(Some);
    }
    if let Some(cell) = row.get("figure") {
        return words_of(row, "figure", cell, measured_in).map(Some);
    }
    Ok(ends(end(row, "low")?, end(row, "high")?).map(Figure::of))
}

fn words_of(row: &Row<'_>, column: &str, cell: &str, measured_in: Option<&str>) -> Result<Figure, ImportError> {
    certain(row, column, cell)?;
    let found = read(cell).ok_or_else(|| wrong(row, column, cell))?;
    let in_millions = with_millions(cell).filter(|_| found.unit.as_deref() == Some("metre"));
    let Some(in_millions) = in_millions else { return Ok(found) };
    // An `m` is no metre where no length is measured.
    match measured_in.map(unit) {
        Some(Ok(unit)) if unit.dimension == "length" => Ok(found),
        Some(_) => read(&in_millions).ok_or_else(|| wrong(row, column, cell)),
        None => Err(two_units(row, column, cell, &in_millions)),
    }
}

fn two_units(row: &Row<'_>, column: &str, cell: &str, in_millions: &str) -> ImportError {
    let at = format!("{}, column {column}", row.at());
    let found = format!("\"{}\" may be {} or metres", short(cell), short(in_millions));
    let help = format!("write {}, or the word metres, or say the unit in a column measure_unit", short(in_millions));
    ImportError::at(Code::AmbiguousFigure, at, found, help)
}

/// Refuses numbers that may be two.
fn certain(row: &Row<'_>, column: &str, cell: &str) -> Result<(), ImportError> {
    let Some(Doubt { found, may_be, write }) = doubt(cell) else { return Ok(()) };
    let at = format!("{}, column {column}", row.at());
    Err(ImportError::at(Code::AmbiguousFigure, at, format!("\"{found}\" may be {may_be}"), format!("write {write}")))
}

/// The cell with `million` for each `m` after digits, if it has one.
fn with_millions(cell: &str) -> Option<String> {
    let (mut done, mut rest) = (String::new(), cell);
    while let Some((before, after)) = rest.split_once('m') {
        let ends_word = !after.starts_with(char::is_alphanumeric);
        let number = before.trim_end();
        if ends_word && number.ends_with(|letter: char| letter.is_ascii_digit()) {
            done = done + number + " million";
        } else {
            done = done + before + "m";
        }
        rest = after;
    }
    done += rest;
    (done != cell).then_some(done)
}

/// An end of a range: a number and nothing else.
fn end(row: &Row<'_>, column: &str) -> Result<Option<f64>, ImportError> {
    let Some(cell) = row.get(column) else { return Ok(None) };
    certain(row, column, cell)?;
    match read(cell) {
        Some(Figure { value: Stated::Bare(Amount::Number(number)), unit: None, counted: None }) => Ok(Some(number)),
        _ => Err(row.wrong(column, cell, "a number, such as 4000, 4,000 or 0.5")),
    }
}

fn wrong(row: &Row<'_>, column: &str, cell: &str) -> ImportError {
    row.wrong(
        column,
        cell,
        "one figure, such as 200000, about 200,000, more than 40 percent, 2 to 5, or Almost(300000)",
    )
}

fn ends(low: Option<f64>, high: Option<f64>) -> Option<Stated> {
    Some(match (low, high) {
        (Some(low), Some(high)) if low == high => Stated::Exactly(Amount::Number(low)),
        (Some(low), Some(high)) => Stated::Between(low, high),
        (Some(low), None) => Stated::AtLeast(Amount::Number(low)),
        (None, Some(high)) => Stated::AtMost(Amount::Number(high)),
        (None, None) => return None,
    })
}

/// A figure in the words of people. A word that stands for a number is kept as it is.
fn read(cell: &str) -> Option<Figure> {
    let cell = cell.trim();
    if let Some(number) = cell.parse::<f64>().ok().filter(|number| is_within(*number)) {
        return Some(Figure::of(Stated::Bare(Amount::Number(number))));
    }
    let lower = cell.to_lowercase();
    if words().any(|word| word == lower) {
        return Some(Figure::of(Stated::Bare(Amount::Word(lower))));
    }
    // Alone, "about 1900" would be a year; in this column it is a number.
    in_words(cell).or_else(|| in_words(&format!("{cell} persons")).map(|figure| Figure { counted: None, ..figure }))
}

fn in_words(text: &str) -> Option<Figure> {
    let mentions = extract(text);
    let [mention] = mentions.as_slice() else { return None };
    let (value, unit) = stated(mention)?;
    Some(Figure { value, unit: Some(unit).filter(|unit| unit != "count"), counted: mention.counted.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_figures_in_words() {
        let value = |cell: &str| read(cell).map(|figure| figure.value);
        assert_eq!(value("about 200,000"), Some(Stated::About(Amount::Number(200_000.0))));
        assert_eq!(value("200000"), Some(Stated::Bare(Amount::Number(200_000.0))));
        assert_eq!(value("-4.5"), Some(Stated::Bare(Amount::Number(-4.5))));
        assert_eq!(value("scores"), Some(Stated::Bare(Amount::Word("scores".into()))));
        assert_eq!(value("about 1900"), Some(Stated::About(Amount::Number(1_900.0))));
        assert_eq!(value("many"), None);
        assert_eq!(with_millions("from 2m to 3 m").as_deref(), Some("from 2 million to 3 million"));
        assert_eq!(with_millions("some 5 miles"), None);
        assert_eq!(read("40 percent").and_then(|figure| figure.unit).as_deref(), Some("percent"));
    }
}
