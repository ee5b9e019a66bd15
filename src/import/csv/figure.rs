//! The value of a row: as the graph writes it, as people write it, or as its two ends.

use super::row::Row;
use crate::extract::claim::stated;
use crate::extract::extract;
use crate::import::error::ImportError;
use crate::quantity::{Amount, Stated, words};

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

/// The value of a row, if it has one.
///
/// # Errors
/// If a cell for it holds none.
pub fn figure(row: &Row<'_>) -> Result<Option<Figure>, ImportError> {
    if let Some(cell) = row.get("value") {
        let value = row.ron("value").map(Figure::of).or_else(|| read(cell));
        return value.map(Some).ok_or_else(|| wrong(row, "value", cell));
    }
    if let Some(cell) = row.get("figure") {
        return read(cell).map(Some).ok_or_else(|| wrong(row, "figure", cell));
    }
    let (low, high): (Option<f64>, Option<f64>) = (row.number("low")?, row.number("high")?);
    Ok(ends(low, high).map(Figure::of))
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
        (Some(low), Some(high)) if low == high => Stated::Bare(Amount::Number(low)),
        (Some(low), Some(high)) => Stated::Between(low, high),
        (Some(low), None) => Stated::AtLeast(Amount::Number(low)),
        (None, Some(high)) => Stated::AtMost(Amount::Number(high)),
        (None, None) => return None,
    })
}

/// A figure in the words of people. A word that stands for a number is kept as it is.
fn read(cell: &str) -> Option<Figure> {
    let cell = cell.trim();
    if let Some(number) = cell.parse::<f64>().ok().filter(|number| number.is_finite()) {
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
        assert_eq!(read("40 percent").and_then(|figure| figure.unit).as_deref(), Some("percent"));
    }
}
