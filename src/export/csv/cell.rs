//! Cells: what a spreadsheet would calculate is disarmed, and several values share a cell.

use serde::Serialize;

use crate::quantity::options;

/// The text of a cell that a spreadsheet leaves alone: an apostrophe before what it would take for a formula, and before an
/// apostrophe that would else be taken for such a one.
pub fn harmless(cell: &str) -> String {
    if is_formula(cell) || is_disarmed(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that [`harmless`] was given.
pub fn original(cell: &str) -> &str {
    if is_disarmed(cell) { &cell[1..] } else { cell }
}

/// Spreadsheets take a cell that begins so for a formula; some do so with wide letters, too.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        || (cell.starts_with('-') && cell.parse::<f64>().is_err())
}

fn is_disarmed(cell: &str) -> bool {
    cell.strip_prefix('\'').is_some_and(|rest| is_formula(rest) || rest.starts_with('\''))
}

/// Several values in one cell: with semicolons between them, or as a list of JSON where that could not be undone.
pub fn list<T: AsRef<str>>(values: &[T]) -> String {
    let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
    let plain = |value: &&str| !value.is_empty() && value.trim() == *value && !value.contains([';', '\n', '\r']);
    let is_plain = values.iter().all(plain) && values.first().is_none_or(|first| !first.starts_with('['));
    if is_plain { values.join("; ") } else { serde_json::to_string(&values).unwrap_or_default() }
}

/// The values that [`list`] was given.
pub fn values(cell: &str) -> Vec<String> {
    if cell.starts_with('[')
        && let Ok(values) = serde_json::from_str(cell)
    {
        return values;
    }
    cell.split(';').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// A value as the files of a graph write it; an empty cell if there is none.
pub fn ron<T: Serialize>(value: Option<&T>) -> String {
    value.and_then(|value| options().to_string(value).ok()).unwrap_or_default()
}

/// A text that may be missing.
pub fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("-4.5"), "-4.5");
        assert_eq!(harmless("'tis"), "'tis");
    }

    #[test]
    fn what_was_disarmed_comes_back() {
        for cell in ["", "'", "''", "'''", "'=1", "=1", "''=1", "'tis", "-4.5", "-x", "\t", "'-4.5", "＝1", "a'b"] {
            assert_eq!(original(&harmless(cell)), cell, "{cell:?}");
            assert!(!is_formula(&harmless(cell)), "{cell:?}");
        }
    }

    #[test]
    fn lists_come_back() {
        for list_of in
            [vec![], vec!["a"], vec!["a; b", "c"], vec!["[x]"], vec!["", " b"], vec!["a", "[b]"], vec!["l\nm"]]
        {
            assert_eq!(values(&list(&list_of)), list_of, "{list_of:?}");
        }
    }
}
