//! Values as they are stated, which is the only form that is stored; what they allow is derived here.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, WordRule};
use super::bounds::{Bounds, ValueError};
use super::hedge::{Hedge, WidthRule};
use super::interval::{End, Interval, IntervalError};
use super::number::{is_within, pretty};

/// A value in the words of the text: number, hedge and kind of range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Stated {
    /// The number alone.
    Bare(Amount),
    /// "exactly".
    Exactly(Amount),
    /// "about", "around", "roughly".
    About(Amount),
    /// "almost", "nearly".
    Almost(Amount),
    /// "just over".
    JustOver(Amount),
    /// "more than".
    MoreThan(Amount),
    /// "at least".
    AtLeast(Amount),
    /// "less than".
    LessThan(Amount),
    /// "at most".
    AtMost(Amount),
    /// "up to".
    UpTo(Amount),
    /// A range because the figure is uncertain.
    Between(f64, f64),
    /// An uncertain range, hedged.
    AboutBetween(f64, f64),
    /// A range over members; may be written high to low.
    Spread(f64, f64),
    /// A range over time.
    Varying(f64, f64),
    /// A range of rival estimates.
    Rival(f64, f64),
    /// A change of level, which is a ratio of two levels.
    Change {
        /// The level before.
        from: f64,
        /// The level after.
        to: f64,
    },
}

impl Stated {
    /// The hedge and the amount, where the value is a single figure.
    pub fn single(&self) -> Option<(Hedge, &Amount)> {
        Some(match self {
            Stated::Bare(amount) => (Hedge::Bare, amount),
            Stated::Exactly(amount) => (Hedge::Exactly, amount),
            Stated::About(amount) => (Hedge::About, amount),
            Stated::Almost(amount) => (Hedge::Almost, amount),
            Stated::JustOver(amount) => (Hedge::JustOver, amount),
            Stated::MoreThan(amount) => (Hedge::MoreThan, amount),
            Stated::AtLeast(amount) => (Hedge::AtLeast, amount),
            Stated::LessThan(amount) => (Hedge::LessThan, amount),
            Stated::AtMost(amount) => (Hedge::AtMost, amount),
            Stated::UpTo(amount) => (Hedge::UpTo, amount),
            _ => return None,
        })
    }

    /// The two ends of a range or change, in the order of the text.
    pub fn pair(&self) -> Option<(f64, f64)> {
        match *self {
            Stated::Between(a, b) | Stated::AboutBetween(a, b) | Stated::Spread(a, b) => Some((a, b)),
            Stated::Varying(a, b) | Stated::Rival(a, b) | Stated::Change { from: a, to: b } => Some((a, b)),
            _ => None,
        }
    }

    /// How the figure is hedged, or the kind of range: the `hedge` of JSON.
    pub fn hedge_name(&self) -> &'static str {
        match self {
            Stated::Bare(Amount::Word(_)) => "word",
            Stated::Between(..) => "between",
            Stated::AboutBetween(..) => "about_between",
            Stated::Spread(..) => "spread",
            Stated::Varying(..) => "varying",
            Stated::Rival(..) => "rival",
            Stated::Change { .. } => "change",
            _ => self.single().map_or("", |(hedge, _)| hedge.name()),
        }
    }

    /// The unit that the words bring with them ("half" is a share).
    pub fn own_unit(&self) -> Option<&'static str> {
        self.single().and_then(|(_, amount)| amount.unit())
    }

    /// The printed figures, low and high; the side that words leave open is `None`. Equal for a single figure.
    pub fn figures(&self) -> (Option<f64>, Option<f64>) {
        if let Some((a, b)) = self.pair() {
            return (Some(a.min(b)), Some(a.max(b)));
        }
        let Some((hedge, amount)) = self.single() else { return (None, None) };
        let number = amount.rule().map(WordRule::number);
        let is_floor = matches!(amount.rule(), Some(WordRule::Floor(_) | WordRule::Above(_)));
        match hedge {
            Hedge::AtMost | Hedge::UpTo if is_floor => (None, None),
            Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => (None, number),
            Hedge::MoreThan | Hedge::AtLeast => (number, None),
            _ if is_floor && hedge != Hedge::Almost => (number, None),
            _ => (number, number),
        }
    }

    /// The figures that the text prints, whichever side they bound.
    pub fn printed(&self) -> Vec<f64> {
        if let Some((a, b)) = self.pair() {
            return vec![a.min(b), a.max(b)];
        }
        self.single().and_then(|(_, amount)| amount.rule()).map(WordRule::number).into_iter().collect()
    }

    /// What the words assert and what a reader takes from them, in the unit of the text.
    ///
    /// # Errors
    /// If a word is not in `amounts.ron`, a number is not finite, or a range runs from high to low and is no spread.
    pub fn bounds(&self) -> Result<Bounds, ValueError> {
        match self {
            Stated::Spread(a, b) => Ok(Bounds::same(closed(a.min(*b), a.max(*b))?)),
            Stated::Between(low, high) | Stated::Varying(low, high) | Stated::Rival(low, high) => {
                Ok(Bounds::same(closed(*low, *high)?))
            }
            Stated::AboutBetween(low, high) => about_between(*low, *high),
            Stated::Change { from, to } => change(*from, *to),
            _ => self.single().map_or(Err(ValueError::NoRatio), |(hedge, amount)| hedged(hedge, amount)),
        }
    }

    /// What a limit asserts: a figure of its own, whatever word bounds it.
    ///
    /// # Errors
    /// As [`Stated::bounds`].
    pub fn limit_bounds(&self) -> Result<Bounds, ValueError> {
        match self.single().and_then(|(_, amount)| amount.rule()) {
            Some(WordRule::Number(number)) => Ok(Bounds::same(closed(number, number)?)),
            _ => self.bounds(),
        }
    }

    /// The value as a person reads it, without its unit.
    pub fn text(&self) -> String {
        let range = |(a, b): (f64, f64)| format!("{} to {}", pretty(a), pretty(b));
        match self {
            Stated::AboutBetween(a, b) => format!("about {}", range((*a, *b))),
            Stated::Change { from, to } => format!("from {}", range((*from, *to))),
            _ => match (self.single(), self.pair()) {
                (Some((hedge, amount)), _) => spoken(hedge, amount),
                (_, Some(pair)) => range(pair),
                _ => String::new(),
            },
        }
    }
}

fn spoken(hedge: Hedge, amount: &Amount) -> String {
    let figure = match amount {
        Amount::Number(number) => pretty(*number),
        Amount::Word(word) => word.clone(),
    };
    format!("{} {figure}", hedge.word()).trim_start().to_owned()
}

fn closed(low: f64, high: f64) -> Result<Interval, ValueError> {
    let interval = Interval::new(End::Closed(low), End::Closed(high))?;
    if is_within(low) && is_within(high) { Ok(interval) } else { Err(IntervalError::Beyond.into()) }
}

fn hedged(hedge: Hedge, amount: &Amount) -> Result<Bounds, ValueError> {
    let Some(rule) = amount.rule() else {
        let Amount::Word(word) = amount else { return Err(ValueError::NoRatio) };
        return Err(ValueError::UnknownWord(word.clone()));
    };
    let row = hedge.rule();
    if let Some(floor) = rule.floor() {
        return of_floor(hedge, floor, rule.number());
    }
    Ok(Bounds { logical: row.logical.about(rule.number())?, expected: row.expected.about(rule.number())? })
}

/// What a hedge leaves of a word that names the least: “fewer than hundreds” and “almost a majority” do not come to it, and
/// “up to thousands” has no end, as thousands have none.
fn of_floor(hedge: Hedge, floor: Interval, number: f64) -> Result<Bounds, ValueError> {
    let below = match floor.low() {
        End::Closed(number) => End::Strict(number),
        End::Strict(number) => End::Closed(number),
        End::Open => End::Open,
    };
    let almost = |row: WidthRule| Interval::new(row.about(number)?.low(), below).map_err(ValueError::from);
    let row = hedge.rule();
    match hedge {
        Hedge::UpTo | Hedge::AtMost => Ok(Bounds::same(Interval::new(End::Open, End::Open)?)),
        Hedge::LessThan | Hedge::Almost => {
            Ok(Bounds { logical: almost(row.logical)?, expected: almost(row.expected)? })
        }
        _ => Ok(Bounds::same(floor)),
    }
}

fn about_between(low: f64, high: f64) -> Result<Bounds, ValueError> {
    closed(low, high)?;
    let row = Hedge::About.rule();
    let logical = Interval::new(row.logical.about(low)?.low(), row.logical.about(high)?.high())?;
    Ok(Bounds { logical, expected: closed(low, high)? })
}

/// The ratio of two bare levels, each with its own precision.
fn change(from: f64, to: f64) -> Result<Bounds, ValueError> {
    let level = |number: f64| Hedge::Bare.rule().logical.about(number);
    let logical = level(to)?.over(level(from)?).ok_or(ValueError::NoRatio)?;
    let expected = closed(to, to)?.over(closed(from, from)?).ok_or(ValueError::NoRatio)?;
    Ok(Bounds { logical, expected })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn logical(stated: &Stated) -> (Option<f64>, Option<f64>) {
        let interval = stated.bounds().unwrap().logical;
        (interval.low().value(), interval.high().value())
    }

    #[test]
    fn neither_end_of_a_range_lies_beyond_all_bounds() {
        let beyond =
            |low: f64, high: f64| matches!(closed(low, high), Err(ValueError::Interval(IntervalError::Beyond)));
        assert!(beyond(1.0, 1e61) && beyond(-1e61, 1.0) && beyond(-1e61, 1e61) && beyond(1e-61, 1.0));
        assert!(!beyond(-1e60, 1e60) && !beyond(0.0, 1.0));
    }

    fn number(value: f64) -> Amount {
        Amount::Number(value)
    }

    #[test]
    fn the_words_bound_as_the_table_says() {
        let rows = [
            (Stated::Bare(number(147_000.0)), (Some(146_500.0), Some(147_500.0))),
            (Stated::Bare(number(200_000.0)), (Some(190_000.0), Some(210_000.0))),
            (Stated::Bare(number(14.0)), (Some(14.0), Some(14.0))),
            (Stated::Bare(number(40.0)), (Some(38.0), Some(42.0))),
            (Stated::About(number(200_000.0)), (Some(180_000.0), Some(220_000.0))),
            (Stated::About(number(220_000.0)), (Some(210_000.0), Some(230_000.0))),
            (Stated::About(number(147_000.0)), (Some(143_325.0), Some(150_675.0))),
            (Stated::Almost(number(300_000.0)), (Some(270_000.0), Some(300_000.0))),
            (Stated::UpTo(number(40.0)), (None, Some(40.0))),
            (Stated::Bare(Amount::Word("tens of thousands".into())), (Some(20_000.0), None)),
            (Stated::Spread(5.0, 0.5), (Some(0.5), Some(5.0))),
        ];
        for (stated, ends) in rows {
            assert_eq!(logical(&stated), ends, "{stated:?}");
        }
    }

    #[test]
    fn a_range_that_is_no_spread_runs_low_to_high() {
        assert!(Stated::Between(5.0, 2.0).bounds().is_err());
        assert!(Stated::AboutBetween(5.0, 2.0).bounds().is_err());
        assert!(Stated::Bare(Amount::Word("umpteen".into())).bounds().is_err());
    }

    #[test]
    fn a_limit_is_its_figure() {
        let ends = Stated::UpTo(number(90.0)).limit_bounds().unwrap().logical;
        assert_eq!(ends, Interval::point(90.0));
    }

    #[test]
    fn a_change_of_level_is_a_ratio() {
        let bounds = Stated::Change { from: 150.0, to: 400.0 }.bounds().unwrap();
        assert!(bounds.expected.contains(tidy_ratio(400.0 / 150.0)) && bounds.expected.is_within(bounds.logical));
        assert!(Stated::Change { from: 0.0, to: 4.0 }.bounds().is_err());
    }

    fn tidy_ratio(value: f64) -> f64 {
        crate::quantity::tidy(value)
    }

    #[test]
    fn values_read_as_the_text_has_them() {
        assert_eq!(Stated::Almost(number(300_000.0)).text(), "almost 300,000");
        assert_eq!(Stated::AboutBetween(10_000.0, 11_000.0).text(), "about 10,000 to 11,000");
        assert_eq!(Stated::Bare(Amount::Word("scores".into())).text(), "scores");
    }

    /// A value of each kind with its name, its words, the sides of what it prints, and the ends of what it asserts.
    type Row = (Stated, &'static str, &'static str, (Option<f64>, Option<f64>), (Option<f64>, Option<f64>));

    fn rows() -> Vec<Row> {
        let of = |form: fn(Amount) -> Stated| form(number(200.0));
        let of_word = |form: fn(Amount) -> Stated, word: &str| form(Amount::Word(word.into()));
        let (some, both) = (Some(200.0), (Some(200.0), Some(200.0)));
        let range = (Some(200.0), Some(300.0));
        vec![
            (of(Stated::Bare), "bare", "200", both, (Some(190.0), Some(210.0))),
            (of(Stated::Exactly), "exactly", "exactly 200", both, both),
            (of(Stated::About), "about", "about 200", both, (Some(180.0), Some(220.0))),
            (of(Stated::Almost), "almost", "almost 200", both, (Some(180.0), some)),
            (of(Stated::JustOver), "just_over", "just over 200", both, (some, Some(220.0))),
            (of(Stated::MoreThan), "more_than", "more than 200", (some, None), (some, None)),
            (of(Stated::AtLeast), "at_least", "at least 200", (some, None), (some, None)),
            (of(Stated::LessThan), "less_than", "less than 200", (None, some), (None, some)),
            (of(Stated::AtMost), "at_most", "at most 200", (None, some), (None, some)),
            (of(Stated::UpTo), "up_to", "up to 200", (None, some), (None, some)),
            (Stated::Bare(Amount::Word("hundreds".into())), "word", "hundreds", (some, None), (some, None)),
            (
                Stated::Bare(Amount::Word("half".into())),
                "word",
                "half",
                (Some(50.0), Some(50.0)),
                (Some(47.5), Some(52.5)),
            ),
            (of_word(Stated::UpTo, "hundreds"), "up_to", "up to hundreds", (None, None), (None, None)),
            (of_word(Stated::AtMost, "hundreds"), "at_most", "at most hundreds", (None, None), (None, None)),
            (of_word(Stated::LessThan, "hundreds"), "less_than", "less than hundreds", (None, some), (None, some)),
            (of_word(Stated::Almost, "hundreds"), "almost", "almost hundreds", both, (Some(180.0), some)),
            (of_word(Stated::About, "hundreds"), "about", "about hundreds", (some, None), (some, None)),
            (Stated::Between(200.0, 300.0), "between", "200 to 300", range, range),
            (
                Stated::AboutBetween(200.0, 300.0),
                "about_between",
                "about 200 to 300",
                range,
                (Some(180.0), Some(330.0)),
            ),
            (Stated::Spread(300.0, 200.0), "spread", "300 to 200", range, range),
            (Stated::Varying(200.0, 300.0), "varying", "200 to 300", range, range),
            (Stated::Rival(200.0, 300.0), "rival", "200 to 300", range, range),
            (
                Stated::Change { from: 7.0, to: 14.0 },
                "change",
                "from 7 to 14",
                (Some(7.0), Some(14.0)),
                (Some(2.0), Some(2.0)),
            ),
        ]
    }

    #[test]
    fn every_kind_of_value_has_its_name_words_sides_and_ends() {
        for (stated, name, text, sides, ends) in rows() {
            assert_eq!((stated.hedge_name(), &stated.text()[..]), (name, text));
            assert_eq!((stated.figures(), logical(&stated)), (sides, ends), "{text}");
            assert_ne!(stated.single().is_some(), stated.pair().is_some(), "{text}");
            let printed: BTreeSet<u64> = [sides.0, sides.1].into_iter().flatten().map(|figure| figure as u64).collect();
            if sides == (None, None) {
                continue;
            }
            assert_eq!(
                stated.printed().into_iter().map(|figure| figure as u64).collect::<BTreeSet<_>>(),
                printed,
                "{text}"
            );
        }
    }

    #[test]
    fn less_than_a_majority_is_half_or_less() {
        let of = |form: fn(Amount) -> Stated| form(Amount::Word("majority".into())).bounds().unwrap().logical;
        assert_eq!(of(Stated::LessThan), Interval::new(End::Open, End::Closed(50.0)).unwrap());
        assert_eq!(of(Stated::Almost), Interval::new(End::Closed(45.0), End::Closed(50.0)).unwrap());
        assert_eq!(of(Stated::MoreThan), Interval::new(End::Strict(50.0), End::Open).unwrap());
    }

    #[test]
    fn of_a_hedged_range_a_reader_takes_the_range() {
        let bounds = Stated::AboutBetween(200.0, 300.0).bounds().unwrap();
        assert_eq!(bounds.expected, closed(200.0, 300.0).unwrap());
    }

    #[test]
    fn words_bring_their_unit_and_numbers_do_not() {
        assert_eq!(Stated::Almost(Amount::Word("half".into())).own_unit(), Some("percent"));
        assert_eq!(Stated::Bare(Amount::Word("doubled".into())).own_unit(), Some("times"));
        assert_eq!(Stated::Bare(number(50.0)).own_unit(), None);
    }
}
