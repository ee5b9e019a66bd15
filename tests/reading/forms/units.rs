//! Numbers with units: all spellings of the table, and currencies on either side.

use proptest::prelude::*;
use proptest::sample::select;

use super::numbers::number;
use super::rules::{Sort, UnitRow, units};
use super::{SENTENCES, Written, read_back, sentence};
use crate::support::cases::cases;

/// Spellings that mean something else, too, and are read as that: million, thousand, times of day, another unit.
const OTHERWISE: [(&str, &str); 13] = [
    ("m", "metre"),
    ("b", "bit"),
    ("K", "kelvin"),
    ("k.m.", "kilometre"),
    ("k.g.", "kilogram"),
    ("mN", "millinewton"),
    ("am", "attometre"),
    ("pm", "picometre"),
    ("s", "second"),
    ("quarters", "quarter"),
    ("dm", "deutsche mark"),
    ("kb", "kilobyte"),
    ("kt", "knot"),
];

/// Where a unit stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Before,
    After,
    Joined,
}

/// A unit as it is written beside a number.
#[derive(Clone, Debug)]
struct Spelled {
    text: String,
    name: String,
    times: f64,
    place: Place,
}

impl Spelled {
    fn with(&self, number: &Written) -> Written {
        let gap = if self.text.ends_with(char::is_alphanumeric) { " " } else { "" };
        let text = match self.place {
            Place::Before => format!("{}{gap}{}", self.text, number.text),
            Place::After => format!("{} {}", number.text, self.text),
            Place::Joined => format!("{}{}", number.text, self.text),
        };
        Written { text, ..number.clone() }.times(self.times).in_unit(&self.name)
    }

    /// Only digits without a space among them can have a unit joined to them.
    fn suits(&self, number: &Written) -> bool {
        let joins = !number.text.contains(' ') && number.text.ends_with(|last: char| last.is_ascii_digit());
        self.place != Place::Joined || joins
    }
}

fn of_row(row: &UnitRow) -> Vec<Spelled> {
    let spelled =
        |text: &String, place| Spelled { text: text.clone(), name: row.name.clone(), times: row.times, place };
    let after = row.words.iter().chain(&row.exact).map(|text| spelled(text, Place::After));
    let joined = row.exact.iter().chain(&row.glued).map(|text| spelled(text, Place::Joined));
    after.chain(joined).chain(row.before.iter().map(|text| spelled(text, Place::Before))).collect()
}

fn spellings() -> Vec<Spelled> {
    let otherwise = |unit: &Spelled| OTHERWISE.contains(&(unit.text.as_str(), unit.name.as_str()));
    // A mark for feet is one for minutes of an arc, too; a letter apart from a sign may be an article.
    let apart = |unit: &Spelled| unit.place == Place::Before && unit.text.as_bytes().get(1) == Some(&b' ');
    let doubtful = |unit: &Spelled| otherwise(unit) || apart(unit) || (unit.text == "′" && unit.name == "foot");
    let rows = units().into_iter().filter(|row| row.sort != Sort::Clock);
    rows.flat_map(|row| of_row(&row)).filter(|unit| !doubtful(unit)).collect()
}

/// Numbers with units that are sayings, and no figures: "my two cents".
const SAYINGS: [&str; 2] = ["two cents", "two pennies"];

/// A number with any unit.
pub fn measured() -> impl Strategy<Value = Written> {
    let pairs = (select(spellings()), number()).prop_filter("they suit", |(unit, number)| unit.suits(number));
    let written = pairs.prop_map(|(unit, number)| unit.with(&number));
    written.prop_filter("no saying", |written| !SAYINGS.contains(&written.text.as_str()))
}

#[test]
fn every_spelling_of_the_table_is_read_back() {
    let spellings = spellings();
    assert!(spellings.len() > 1_000, "only {} spellings", spellings.len());
    let numbers = [("40", 40.0), ("12,500", 12_500.0), ("3.5", 3.5), ("seven", 7.0)];
    for unit in &spellings {
        for (place, (text, value)) in numbers.into_iter().enumerate() {
            let number = Written::number(text, value);
            if unit.suits(&number) {
                read_back(SENTENCES[place], &unit.with(&number)).unwrap_or_else(|error| panic!("{unit:?}: {error}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn numbers_with_units_are_read_back(written in measured(), sentence in sentence()) {
        read_back(sentence, &written)?;
    }
}
