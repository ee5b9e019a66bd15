//! Hedges of the table on either side of a quantity.

use proptest::prelude::*;
use proptest::sample::select;

use super::rules::{Bound, HedgeRow, hedges};
use super::units::measured;
use super::{SENTENCES, Written, read_back, sentence};
use crate::support::cases::cases;

/// A hedge as it is written beside a quantity.
#[derive(Clone, Debug)]
struct Hedge {
    text: String,
    bound: Bound,
    approx: bool,
    before: bool,
}

impl Hedge {
    fn with(&self, written: &Written) -> Written {
        let gap = if self.text.starts_with(char::is_alphabetic) { " " } else { "" };
        let text = match self.before {
            true => format!("{} {}", self.text, written.text),
            false => format!("{}{gap}{}", written.text, self.text),
        };
        let low = written.low.filter(|_| self.bound != Bound::High);
        let high = written.high.filter(|_| self.bound != Bound::Low);
        Written { text, low, high, unit: written.unit.clone() }
    }

    fn read_back(&self, sentence: &str, written: &Written) -> Result<(), TestCaseError> {
        let mention = read_back(sentence, &self.with(written))?;
        prop_assert_eq!(mention.approx, self.approx, "{:?} in {:?}", self, written);
        Ok(())
    }
}

fn of_row(row: &HedgeRow) -> Vec<Hedge> {
    let make = |text: &String, before| Hedge { text: text.clone(), bound: row.bound, approx: row.approx, before };
    row.before.iter().map(|text| make(text, true)).chain(row.after.iter().map(|text| make(text, false))).collect()
}

fn spellings() -> Vec<Hedge> {
    // With a dollar sign, "ca" is Canada's; what follows "until" may be a year.
    let clear = |hedge: &Hedge| !["ca", "up until"].contains(&hedge.text.as_str());
    hedges().iter().flat_map(of_row).filter(clear).collect()
}

#[test]
fn every_hedge_of_the_table_is_read_back() {
    let quantities = [
        Written::number("40", 40.0),
        Written::number("seventy-two", 72.0),
        Written::number("12,500 km", 12_500.0).in_unit("kilometre"),
        Written::number("$3.5 million", 3.5e6).in_unit("USD"),
        Written::number("7.5%", 7.5).in_unit("percent"),
    ];
    for hedge in spellings() {
        for (quantity, sentence) in quantities.iter().flat_map(|one| SENTENCES.map(|sentence| (one, sentence))) {
            hedge.read_back(sentence, quantity).unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn hedged_quantities_are_read_back(hedge in select(spellings()), quantity in measured(), sentence in sentence()) {
        // "Thirty second" is an ordinal, or the first half of "a thirty second pause".
        prop_assume!(!quantity.text.ends_with(" second"));
        hedge.read_back(sentence, &quantity)?;
    }
}
