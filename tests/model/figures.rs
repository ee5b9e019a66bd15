//! What figures allow, worked out from the tables of hedges, words and units.

use std::sync::LazyLock;

use gainsay::model::Basis;
use gainsay::quantity::{Amount, EndRule, Hedge, Stated, WidthRule, hedges, unit};
use serde::Deserialize;

use crate::world::Measure;

/// All numbers between two ends, each of which belongs to it or not; infinite where nothing bounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub low_in: bool,
    pub high: f64,
    pub high_in: bool,
}

impl Range {
    pub fn closed(low: f64, high: f64) -> Self {
        Self { low, low_in: true, high, high_in: true }
    }

    pub fn has(self, value: f64) -> bool {
        self.meets(Self::closed(value, value))
    }

    pub fn is_bounded(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }

    /// Whether neither lies wholly below the other.
    pub fn meets(self, other: Self) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    fn is_below(self, other: Self) -> bool {
        self.high < other.low || self.high == other.low && !(self.high_in && other.low_in)
    }

    /// The facing ends of two that lie apart.
    pub fn facing(self, other: Self) -> Option<(f64, f64)> {
        match () {
            () if self.is_below(other) => Some((self.high, other.low)),
            () if other.is_below(self) => Some((other.high, self.low)),
            () => None,
        }
    }

    pub fn times(self, factor: f64, offset: f64) -> Self {
        let Self { low, low_in, high, high_in } = self;
        let (first, last) = (tidy(low * factor + offset), tidy(high * factor + offset));
        if factor < 0.0 {
            Self { low: last, low_in: high_in, high: first, high_in: low_in }
        } else {
            Self { low: first, low_in, high: last, high_in }
        }
    }
}

/// A figure in the unit of its measure.
#[derive(Clone, Debug)]
pub struct Figure {
    pub stated: Stated,
    pub unit: String,
    pub logical: Range,
    pub expected: Range,
    /// The figures that are printed, in the unit of the measure.
    pub printed: Vec<f64>,
    /// What a bare or approximate number may have been rounded from.
    pub rounded_from: Option<Range>,
}

#[derive(Deserialize)]
enum Means {
    Number(f64),
    Floor(f64),
    Above(f64),
}

#[derive(Deserialize)]
struct Word {
    words: Vec<String>,
    means: Means,
    #[serde(default)]
    unit: Option<String>,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| crate::table(include_str!("../../src/quantity/amounts.ron")));

/// The number of an amount, and what it allows where it is a word for a floor.
fn amount(amount: &Amount) -> (f64, Option<Range>, Option<&'static str>) {
    let word = match amount {
        Amount::Number(number) => return (*number, None, None),
        Amount::Word(word) => WORDS.iter().find(|row| row.words.contains(word)).expect("a word of the table"),
    };
    let above = |low, low_in| Some(Range { low, low_in, high: f64::INFINITY, high_in: false });
    let (number, floor) = match word.means {
        Means::Number(number) => (number, None),
        Means::Floor(number) => (number, above(number, true)),
        Means::Above(number) => (number, above(number, false)),
    };
    (number, floor, word.unit.as_deref())
}

/// Twelve significant digits, to which all is tidied that comes of multiplication.
pub fn tidy(number: f64) -> f64 {
    if number.is_infinite() {
        return number;
    }
    format!("{number:.11e}").parse().unwrap()
}

/// What one more in the last digit that is not zero comes to, read off the digits as they are written.
fn last_digit(number: f64) -> f64 {
    let text = number.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if let Some(at) = fraction.rfind(|digit| digit != '0') {
        return format!("1e-{}", at + 1).parse().unwrap();
    }
    whole.rfind(|digit| digit != '0').map_or(1.0, |at| format!("1e{}", whole.len() - 1 - at).parse().unwrap())
}

fn about(rule: &WidthRule, number: f64) -> Range {
    match *rule {
        WidthRule::Point => Range::closed(number, number),
        WidthRule::Digits { units, least, most, exact_below } => {
            let digit = last_digit(number);
            let is_exact = number.abs() < exact_below && digit <= 1.0;
            let half = if is_exact { 0.0 } else { (units * digit).max(least * number.abs()).min(most * number.abs()) };
            Range::closed(tidy(number - half).min(number), tidy(number + half).max(number))
        }
        WidthRule::Ends(low, high) => {
            let end = |rule, open: f64| match rule {
                EndRule::Open => (open, false),
                EndRule::Closed(factor) => (tidy(factor * number), true),
                EndRule::Strict(factor) => (tidy(factor * number), false),
            };
            let (low, high) = (end(low, f64::NEG_INFINITY), end(high, f64::INFINITY));
            let turned = number < 0.0 && low.0.is_finite() && high.0.is_finite();
            let (low, high) = if turned { (high, low) } else { (low, high) };
            Range { low: low.0, low_in: low.1, high: high.0, high_in: high.1 }
        }
    }
}

fn of_hedge(hedge: Hedge, number: f64) -> (Range, Range) {
    let row = hedges().iter().find(|row| row.hedge == hedge).expect("a row of the table");
    (about(&row.logical, number), about(&row.expected, number))
}

/// The hedge and the amount of a value that is one figure.
pub fn single(stated: &Stated) -> Option<(Hedge, &Amount)> {
    use Stated::{About, Almost, AtLeast, AtMost, Bare, Exactly, JustOver, LessThan, MoreThan, UpTo};
    Some(match stated {
        Bare(amount) => (Hedge::Bare, amount),
        Exactly(amount) => (Hedge::Exactly, amount),
        About(amount) => (Hedge::About, amount),
        Almost(amount) => (Hedge::Almost, amount),
        JustOver(amount) => (Hedge::JustOver, amount),
        MoreThan(amount) => (Hedge::MoreThan, amount),
        AtLeast(amount) => (Hedge::AtLeast, amount),
        LessThan(amount) => (Hedge::LessThan, amount),
        AtMost(amount) => (Hedge::AtMost, amount),
        UpTo(amount) => (Hedge::UpTo, amount),
        _ => return None,
    })
}

/// The figures that a text prints, the lower first.
pub fn printed(stated: &Stated) -> Vec<f64> {
    match *stated {
        Stated::Between(a, b)
        | Stated::AboutBetween(a, b)
        | Stated::Spread(a, b)
        | Stated::Varying(a, b)
        | Stated::Rival(a, b)
        | Stated::Change { from: a, to: b } => vec![a.min(b), a.max(b)],
        _ => single(stated).map(|(_, figure)| amount(figure).0).into_iter().collect(),
    }
}

/// A word for a floor under a hedge that bounds from above: its floor is not reached, or there is no end to be reached.
fn of_floor(hedge: Hedge, number: f64, floor: Range) -> (Range, Range) {
    let below = |low: Range| Range { high: floor.low, high_in: !floor.low_in, ..low };
    let any = Range { low: f64::NEG_INFINITY, low_in: false, high: f64::INFINITY, high_in: false };
    match hedge {
        Hedge::UpTo | Hedge::AtMost => (any, any),
        Hedge::LessThan => (below(any), below(any)),
        Hedge::Almost => {
            let (logical, expected) = of_hedge(hedge, number);
            (below(logical), below(expected))
        }
        _ => (floor, floor),
    }
}

fn bounds(stated: &Stated, is_limit: bool) -> (Range, Range) {
    let twice = |range| (range, range);
    match *stated {
        Stated::Spread(a, b) => twice(Range::closed(a.min(b), a.max(b))),
        Stated::Between(a, b) | Stated::Varying(a, b) | Stated::Rival(a, b) => twice(Range::closed(a, b)),
        Stated::AboutBetween(a, b) => {
            let (low, high) = (of_hedge(Hedge::About, a).0, of_hedge(Hedge::About, b).0);
            (Range { low: low.low, low_in: low.low_in, high: high.high, high_in: high.high_in }, Range::closed(a, b))
        }
        Stated::Change { from, to } => {
            let (before, after) = (of_hedge(Hedge::Bare, from).0, of_hedge(Hedge::Bare, to).0);
            let expected = tidy(to / from);
            (
                Range::closed(tidy(after.low / before.high), tidy(after.high / before.low)),
                Range::closed(expected, expected),
            )
        }
        _ => {
            let (hedge, figure) = single(stated).expect("one figure");
            let (number, floor, _) = amount(figure);
            match floor {
                Some(floor) => of_floor(hedge, number, floor),
                None if is_limit => twice(Range::closed(number, number)),
                None => of_hedge(hedge, number),
            }
        }
    }
}

/// The unit in which a value is printed.
pub fn unit_of(stated: &Stated, own: Option<&str>, measure: &Measure) -> String {
    let of_word = single(stated).and_then(|(_, figure)| amount(figure).2);
    own.or(of_word).unwrap_or(measure.unit).to_owned()
}

/// From one unit to another: a factor, and what is added.
pub fn conversion(from: &str, to: &str) -> (f64, f64) {
    if from == to {
        return (1.0, 0.0);
    }
    let (from, to) = (unit(from).unwrap(), unit(to).unwrap());
    (from.factor / to.factor, (from.offset - to.offset) / to.factor)
}

impl Figure {
    pub fn new(stated: &Stated, own_unit: Option<&str>, measure: &Measure) -> Self {
        let is_limit = measure.basis == Basis::Limit;
        let unit = unit_of(stated, own_unit, measure);
        // The ratio of two levels has no unit of its own.
        let is_change = matches!(stated, Stated::Change { .. });
        let (factor, offset) = conversion(&unit, measure.unit);
        let (logical, expected) = bounds(stated, is_limit);
        let own = |range: Range| if is_change { range } else { range.times(factor, offset) };
        let printed = match is_change {
            true => vec![expected.low],
            false => printed(stated).iter().map(|figure| tidy(figure * factor + offset)).collect(),
        };
        let rounded_from = rounded_from(stated).filter(|_| !is_limit).map(|range| range.times(factor, offset));
        Self { stated: stated.clone(), unit, logical: own(logical), expected: own(expected), printed, rounded_from }
    }

    pub fn is_one_sided(&self) -> bool {
        !self.logical.is_bounded()
    }
}

/// Half of the last digit to each side, and at most one part in twenty.
fn rounded_from(stated: &Stated) -> Option<Range> {
    let (Hedge::Bare | Hedge::About, figure) = single(stated)? else { return None };
    let (number, floor, _) = amount(figure);
    let rule = WidthRule::Digits { units: 0.5, least: 0.0, most: 0.05, exact_below: 0.0 };
    floor.is_none().then(|| about(&rule, number))
}
