//! Quantities as people write them, each with what it says; read back, it says the same.

mod dates;
mod hedges;
mod numbers;
mod ordinals;
mod ranges;
mod rules;
mod units;
mod words;

use gainsay::extract::{Mention, Value, extract};
use proptest::prelude::*;
use proptest::sample::select;

/// A quantity as it stands in a text, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The letters.
    pub text: String,
    /// The lower end; none if it is open.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// The unit.
    pub unit: Option<String>,
}

impl Written {
    /// A number that says one thing and has no unit.
    pub fn number(text: impl Into<String>, value: f64) -> Self {
        Self { text: text.into(), low: Some(value), high: Some(value), unit: None }
    }

    /// The same in a unit.
    pub fn in_unit(self, unit: &str) -> Self {
        Self { unit: Some(unit.to_owned()), ..self }
    }

    /// Both ends times a number.
    pub fn times(self, factor: f64) -> Self {
        let times = |end: Option<f64>| end.map(|value| value * factor);
        Self { low: times(self.low), high: times(self.high), ..self }
    }
}

/// Sentences that say nothing about a number in them.
pub const SENTENCES: [&str; 6] = [
    "The clerk wrote {} into the log.",
    "The log has {}.",
    "{} stood in the log.",
    "The log, it seems, has {}, which nobody saw.",
    "“It was {},” the clerk wrote.",
    "The clerk wrote ({}) into the log.",
];

/// A sentence around any quantity.
pub fn sentence() -> impl Strategy<Value = &'static str> {
    select(&SENTENCES[..])
}

/// The only figure of a sentence with that text in it.
pub fn read(sentence: &str, text: &str) -> Result<Mention, TestCaseError> {
    let whole = sentence.replace("{}", text);
    match &extract(&whole)[..] {
        [mention] => Ok(mention.clone()),
        others => Err(TestCaseError::fail(format!("{} figures in {whole:?}: {others:?}", others.len()))),
    }
}

/// Reads a quantity back and compares.
pub fn read_back(sentence: &str, written: &Written) -> Result<Mention, TestCaseError> {
    let mention = read(sentence, &written.text)?;
    let ends = is(mention.low.as_ref(), written.low) && is(mention.high.as_ref(), written.high);
    prop_assert!(ends && mention.unit == written.unit, "{mention} for {written:?} in {sentence:?}");
    Ok(mention)
}

fn is(end: Option<&Value>, wanted: Option<f64>) -> bool {
    match (end, wanted) {
        (Some(Value::Number(own)), Some(wanted)) => same(*own, wanted),
        (own, wanted) => own.is_none() && wanted.is_none(),
    }
}

/// Whether two numbers are one but for the last digits.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}
