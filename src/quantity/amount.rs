//! Figures as texts give them: a number, or a word that stands for one ("half", "scores", "doubled").

use std::fmt;
use std::sync::LazyLock;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::data::table;
use super::interval::{End, Interval};

/// A number, or a word of `amounts.ron`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Amount {
    /// A number in digits.
    Number(f64),
    /// A word that stands for a number or a floor.
    Word(String),
}

/// What a word of quantity asserts.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum WordRule {
    /// Just this number.
    Number(f64),
    /// This number or any above it.
    Floor(f64),
    /// Any number above this one.
    Above(f64),
}

/// One row of `amounts.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordRow {
    words: Vec<String>,
    means: WordRule,
    #[serde(default)]
    unit: Option<String>,
}

static WORDS: LazyLock<Vec<WordRow>> = LazyLock::new(|| table("amounts.ron", include_str!("amounts.ron")));

/// All words that may stand where a number does.
pub fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|row| row.words.iter().map(String::as_str))
}

impl Amount {
    fn row(&self) -> Option<&'static WordRow> {
        let Amount::Word(word) = self else { return None };
        WORDS.iter().find(|row| row.words.iter().any(|known| known == word))
    }

    /// What the amount means; `None` for a word that the table does not know.
    pub fn rule(&self) -> Option<WordRule> {
        match self {
            Amount::Number(number) => Some(WordRule::Number(*number)),
            Amount::Word(_) => self.row().map(|row| row.means),
        }
    }

    /// The unit that the word brings with it: percent for "half", times for "doubled".
    pub fn unit(&self) -> Option<&'static str> {
        self.row()?.unit.as_deref()
    }
}

impl WordRule {
    /// The number that is stated, or at which the floor lies.
    pub fn number(self) -> f64 {
        match self {
            WordRule::Number(number) | WordRule::Floor(number) | WordRule::Above(number) => number,
        }
    }

    /// The interval that the word asserts, where it is more than a number.
    pub fn floor(self) -> Option<Interval> {
        let low = match self {
            WordRule::Number(_) => return None,
            WordRule::Floor(number) => End::Closed(number),
            WordRule::Above(number) => End::Strict(number),
        };
        Interval::new(low, End::Open).ok()
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a word such as \"half\" in quotes")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Amount, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Amount, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Amount, E> {
        Ok(Amount::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Amount, E> {
        Ok(Amount::Word(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::data::options;

    #[test]
    fn numbers_and_words_are_read_alike() {
        let read = |text: &str| options().from_str::<Amount>(text).unwrap();
        assert_eq!(read("300_000"), Amount::Number(300_000.0));
        assert_eq!(read("-2.5"), Amount::Number(-2.5));
        assert_eq!(read("\"scores\"").rule(), Some(WordRule::Floor(40.0)));
        assert_eq!(read("\"half\"").unit(), Some("percent"));
        assert_eq!(read("\"umpteen\"").rule(), None);
    }

    #[test]
    fn every_word_that_is_offered_stands_for_something() {
        assert!(words().any(|word| word == "one in five"));
        assert!(words().all(|word| Amount::Word(word.to_owned()).rule().is_some()));
    }

    #[test]
    fn what_is_neither_number_nor_word_is_told_what_it_should_be() {
        let error = options().from_str::<Amount>("true").unwrap_err().to_string();
        assert!(error.contains("a number, or a word such as \"half\" in quotes"), "{error}");
    }
}
