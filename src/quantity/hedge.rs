//! Hedges, and the table that says what each of them allows.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::bounds::ValueError;
use super::data::table;
use super::interval::{End, Interval, IntervalError};
use super::number::{is_within, last_digit, tidy};

/// How a text bounds or softens a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Hedge {
    /// The number alone.
    Bare,
    /// "exactly".
    Exactly,
    /// "about", "some", "roughly".
    About,
    /// "almost", "nearly".
    Almost,
    /// "just over".
    JustOver,
    /// "more than".
    MoreThan,
    /// "at least".
    AtLeast,
    /// "less than".
    LessThan,
    /// "at most".
    AtMost,
    /// "up to": the limit is implied, not asserted.
    UpTo,
}

/// One end of an interval as a multiple of the stated number.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum EndRule {
    /// Nothing bounds this side.
    Open,
    /// The number times this, included.
    Closed(f64),
    /// The number times this, not included.
    Strict(f64),
}

/// How wide an interval lies about the stated number `n`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum WidthRule {
    /// `n` alone.
    Point,
    /// `n` give or take so many units of its last non-zero digit, but at least and at most these shares of `n`.
    Digits {
        /// Units of the last non-zero digit.
        units: f64,
        /// Smallest half-width, as a share of `n`.
        least: f64,
        /// Greatest half-width, as a share of `n`.
        most: f64,
        /// Numbers below this that end in no zero are exact; nothing is exact where this is left out.
        #[serde(default)]
        exact_below: f64,
    },
    /// From one multiple of `n` to another.
    Ends(EndRule, EndRule),
}

/// One row of `hedges.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeRule {
    /// The hedge that the row is about.
    pub hedge: Hedge,
    /// The words by which texts express it.
    pub words: Vec<String>,
    /// What the words assert.
    pub logical: WidthRule,
    /// What a reader takes from them.
    pub expected: WidthRule,
    /// Whether the limit is only implied.
    #[serde(default)]
    pub implied: bool,
}

static HEDGES: LazyLock<Vec<HedgeRule>> = LazyLock::new(|| table("hedges.ron", include_str!("hedges.ron")));

/// The table of hedges.
pub fn hedges() -> &'static [HedgeRule] {
    &HEDGES
}

impl Hedge {
    /// The name of the hedge in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::Almost => "almost",
            Self::JustOver => "just_over",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::UpTo => "up_to",
        }
    }

    /// The row of the table for this hedge.
    ///
    /// # Panics
    /// If the built-in table lacks the hedge, which its test rules out.
    pub fn rule(self) -> &'static HedgeRule {
        let row = hedges().iter().find(|rule| rule.hedge == self);
        row.unwrap_or_else(|| panic!("hedges.ron has no row for {self:?}"))
    }

    /// The word that stands for the hedge when a value is shown; empty for a bare number.
    pub fn word(self) -> &'static str {
        self.rule().words.first().map_or("", String::as_str)
    }
}

impl WidthRule {
    /// The interval about `number`.
    ///
    /// # Errors
    /// If the number is not finite.
    pub fn about(self, number: f64) -> Result<Interval, ValueError> {
        if !number.is_finite() {
            return Err(IntervalError::NotFinite.into());
        }
        if !is_within(number) {
            return Err(IntervalError::Beyond.into());
        }
        match self {
            WidthRule::Point => Ok(Interval::new(End::Closed(number), End::Closed(number))?),
            WidthRule::Digits { .. } => {
                let half = self.half_width(number);
                // Tidying keeps twelve digits; a number of more must still lie in its own interval.
                let (low, high) = (tidy(number - half).min(number), tidy(number + half).max(number));
                Ok(Interval::new(End::Closed(low), End::Closed(high))?)
            }
            WidthRule::Ends(low, high) => ends(low, high, number),
        }
    }

    fn half_width(self, number: f64) -> f64 {
        let WidthRule::Digits { units, least, most, exact_below } = self else { return 0.0 };
        let (size, digit) = (number.abs(), last_digit(number));
        if size < exact_below && digit <= 1.0 {
            return 0.0;
        }
        (units * digit).clamp(least * size, most * size)
    }
}

/// Both ends as multiples of the number; below zero, "almost" comes from the other side.
fn ends(low: EndRule, high: EndRule, number: f64) -> Result<Interval, ValueError> {
    let end = |rule: EndRule| match rule {
        EndRule::Open => End::Open,
        EndRule::Closed(factor) => End::Closed(factor).map(|factor| factor * number),
        EndRule::Strict(factor) => End::Strict(factor).map(|factor| factor * number),
    };
    let (low, high) = (end(low), end(high));
    let turned = number < 0.0 && low != End::Open && high != End::Open;
    Ok(if turned { Interval::new(high, low)? } else { Interval::new(low, high)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Hedge; 10] = [
        Hedge::Bare,
        Hedge::Exactly,
        Hedge::About,
        Hedge::Almost,
        Hedge::JustOver,
        Hedge::MoreThan,
        Hedge::AtLeast,
        Hedge::LessThan,
        Hedge::AtMost,
        Hedge::UpTo,
    ];

    #[test]
    fn every_hedge_has_one_row() {
        for hedge in ALL {
            assert_eq!(hedges().iter().filter(|rule| rule.hedge == hedge).count(), 1, "{hedge:?}");
        }
        assert_eq!(hedges().len(), ALL.len());
    }

    #[test]
    fn the_expected_interval_lies_inside_the_logical_one() {
        for hedge in ALL {
            for number in [3.0, 14.0, 48.2, 147_000.0, 200_000.0, -260.0] {
                let rule = hedge.rule();
                let (logical, expected) = (rule.logical.about(number).unwrap(), rule.expected.about(number).unwrap());
                assert!(expected.is_within(logical), "{hedge:?} {number}: {expected:?} in {logical:?}");
            }
        }
    }
}
