//! A scale that several values share, with few marks that people can read.

use super::days;
use super::span::{Kind, Span};
use crate::quantity::{pretty, tidy};

/// Where the greatest is this many times the least, equal steps would hide the least; each mark is then ten times the last.
const WIDE: f64 = 200.0;
/// What is left free at each side, as a share of the whole.
const MARGIN: f64 = 0.08;
/// Marks that fit side by side on a telephone.
const MOST_MARKS: f64 = 5.0;

/// A scale from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// What it is of.
    pub kind: Kind,
    /// Whether each mark is ten times the last.
    pub by_tens: bool,
    /// Whether only whole numbers are marked.
    is_whole: bool,
    low: f64,
    high: f64,
}

impl Scale {
    /// The scale on which all spans have room, if they are of one kind and hold a number at all.
    pub fn over(spans: &[&Span]) -> Option<Self> {
        let kind = spans.first()?.kind;
        let one_kind = spans.iter().all(|span| span.kind == kind);
        one_kind.then(|| Self::of(kind, spans.iter().flat_map(|span| span.numbers())))?
    }

    /// The scale on which all numbers have room, if there are any.
    pub fn of(kind: Kind, numbers: impl Iterator<Item = f64>) -> Option<Self> {
        let ends = numbers.map(|number| (number, number)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let (least, most) = ends?;
        let by_tens = kind == Kind::Number && least > 0.0 && most / least > WIDE;
        let (low, high) = if by_tens { (least.log10(), most.log10()) } else { (least, most) };
        let same = if kind == Kind::Number { (high.abs() / 5.0).max(1e-9) } else { 4.0 };
        let room = if high > low { (high - low) * MARGIN } else { same };
        Some(Self { kind, by_tens, is_whole: false, low: low - room, high: high + room })
    }

    /// The same with marks at whole numbers only, if so asked.
    pub fn in_whole(self, is_whole: bool) -> Self {
        Self { is_whole, ..self }
    }

    /// Whether it is of amounts and has no zero.
    pub fn is_without_zero(&self) -> bool {
        self.kind == Kind::Number && !self.by_tens && (self.low > 0.0 || self.high < 0.0)
    }

    /// How far to the right a number stands, in percent.
    pub fn at(&self, number: f64) -> f64 {
        let number = if self.by_tens { number.log10() } else { number };
        (number - self.low) / (self.high - self.low) * 100.0
    }

    /// The marks with their words, from left to right.
    pub fn marks(&self) -> Vec<(f64, String)> {
        match self.kind {
            Kind::Day => days::marks(self.low, self.high),
            Kind::Place(_) => self.steps(self.step().max(1.0)),
            Kind::Number if self.by_tens => self.powers(),
            Kind::Number if self.is_whole => self.steps(self.step().max(1.0)),
            Kind::Number => self.steps(self.step()),
        }
    }

    /// The least of 1, 2, 5, 10, 20 … that makes few marks.
    fn step(&self) -> f64 {
        let least = (self.high - self.low) / MOST_MARKS;
        let power = 10_f64.powf(least.log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0];
        tidy(steps.into_iter().map(|step| step * power).find(|step| *step >= least).unwrap_or(10.0 * power))
    }

    fn steps(&self, step: f64) -> Vec<(f64, String)> {
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        let marks = (first..=last).map(|at| tidy(at as f64 * step));
        marks
            .filter(|mark| !matches!(self.kind, Kind::Place(_)) || *mark >= 1.0)
            .map(|mark| (mark, pretty(mark)))
            .collect()
    }

    fn powers(&self) -> Vec<(f64, String)> {
        let (first, last) = (self.low.ceil() as i32, self.high.floor() as i32);
        let every = ((f64::from(last - first + 1) / MOST_MARKS).ceil() as usize).max(1);
        (first..=last).step_by(every).map(|power| tidy(10_f64.powi(power))).map(|mark| (mark, pretty(mark))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(numbers: &[f64]) -> Vec<String> {
        let scale = Scale::of(Kind::Number, numbers.iter().copied()).unwrap();
        scale.marks().into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn marks_are_round_and_few() {
        assert_eq!(words(&[190_000.0, 300_000.0]), ["200,000", "250,000", "300,000"]);
        assert_eq!(words(&[0.1, 0.4]), ["0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(words(&[-3.0, 5.0]), ["−2", "0", "2", "4"]);
        assert_eq!(words(&[45.0]), ["40", "45", "50"]);
        assert_eq!(words(&[20.0, 2_000_000.0]), ["10", "1,000", "100,000"]);
    }

    #[test]
    fn things_are_not_marked_by_halves() {
        let scale = Scale::of(Kind::Number, [3.0, 4.0].into_iter()).unwrap();
        let words = |scale: Scale| scale.marks().into_iter().map(|(_, words)| words).collect::<Vec<_>>();
        assert_eq!(words(scale), ["3", "3.5", "4"]);
        assert_eq!(words(scale.in_whole(true)), ["3", "4"]);
        assert!(scale.is_without_zero());
        assert!(!Scale::of(Kind::Number, [0.0, 4.0].into_iter()).unwrap().is_without_zero());
    }

    #[test]
    fn the_greater_stands_further_right() {
        for numbers in [[1.0, 10.0], [1.0, 1_000_000.0], [-5.0, -4.0]] {
            let scale = Scale::of(Kind::Number, numbers.into_iter()).unwrap();
            let [low, high] = numbers.map(|number| scale.at(number));
            assert!(0.0 < low && low < high && high < 100.0, "{low} {high}");
        }
    }

    #[test]
    fn nothing_has_no_scale() {
        assert_eq!(Scale::of(Kind::Number, std::iter::empty()), None);
        assert_eq!(Scale::over(&[]), None);
    }
}
