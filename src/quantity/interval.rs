//! Intervals whose ends are closed, strict or open, and the arithmetic on them.

use std::cmp::Ordering;
use std::fmt;

use super::number::{FARTHEST, pretty, tidy};
use crate::codes::Code;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// Nothing bounds this side.
    Open,
    /// Up to and including the number.
    Closed(f64),
    /// Up to, but not including, the number.
    Strict(f64),
}

impl End {
    /// The number at this end, if one bounds it.
    pub fn value(self) -> Option<f64> {
        match self {
            End::Open => None,
            End::Closed(value) | End::Strict(value) => Some(value),
        }
    }

    /// The same kind of end at another number.
    pub(crate) fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            End::Open => End::Open,
            End::Closed(value) => End::Closed(tidy(change(value))),
            End::Strict(value) => End::Strict(tidy(change(value))),
        }
    }

    fn with(self, other: Self, change: impl Fn(f64, f64) -> f64) -> Self {
        match (self, other) {
            (End::Open, _) | (_, End::Open) => End::Open,
            (End::Closed(a), End::Closed(b)) => End::Closed(tidy(change(a, b))),
            (End::Closed(a) | End::Strict(a), End::Closed(b) | End::Strict(b)) => End::Strict(tidy(change(a, b))),
        }
    }
}

/// Why two ends make no interval.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IntervalError {
    /// An end is infinite or not a number.
    #[error("an end is not a finite number")]
    NotFinite,
    /// A figure is larger than any, or smaller.
    #[error("a figure is beyond {:e}, or nearer to nought than {:e}", FARTHEST.0, FARTHEST.1)]
    Beyond,
    /// The low end lies above the high one, or nothing lies between two strict ends.
    #[error("the low end {} lies above the high end {}", pretty(*low), pretty(*high))]
    Reversed {
        /// The number at the low end.
        low: f64,
        /// The number at the high end.
        high: f64,
    },
}

impl IntervalError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            IntervalError::NotFinite => Code::NotFinite,
            IntervalError::Beyond => Code::BeyondFigures,
            IntervalError::Reversed { .. } => Code::ReversedRange,
        }
    }
}

/// All numbers between two ends; never empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    low: End,
    high: End,
}

impl Interval {
    /// The interval from `low` to `high`.
    ///
    /// # Errors
    /// If an end is not finite, or no number lies between them.
    pub fn new(low: End, high: End) -> Result<Self, IntervalError> {
        for value in [low.value(), high.value()].into_iter().flatten() {
            if !value.is_finite() {
                return Err(IntervalError::NotFinite);
            }
        }
        let interval = Self { low, high };
        match (low.value(), high.value()) {
            (Some(low), Some(high)) if low > high || interval.is_empty() => Err(IntervalError::Reversed { low, high }),
            _ => Ok(interval),
        }
    }

    /// The interval that holds one number.
    pub fn point(value: f64) -> Self {
        Self { low: End::Closed(value), high: End::Closed(value) }
    }

    fn is_empty(self) -> bool {
        match (self.low, self.high) {
            (End::Closed(low), End::Closed(high)) => low > high,
            (End::Closed(low) | End::Strict(low), End::Closed(high) | End::Strict(high)) => low >= high,
            _ => false,
        }
    }

    /// The low end.
    pub fn low(self) -> End {
        self.low
    }

    /// The high end.
    pub fn high(self) -> End {
        self.high
    }

    /// Whether both ends are bounded.
    pub fn is_bounded(self) -> bool {
        self.low != End::Open && self.high != End::Open
    }

    /// Whether `value` lies in the interval.
    pub fn contains(self, value: f64) -> bool {
        self.meets(Self::point(value))
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Self) -> bool {
        !Self { low: higher(self.low, other.low), high: lower(self.high, other.high) }.is_empty()
    }

    /// The numbers that lie in both.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.meets(other).then(|| Self { low: higher(self.low, other.low), high: lower(self.high, other.high) })
    }

    /// Whether every number of `self` lies in `other`.
    pub fn is_within(self, other: Self) -> bool {
        higher(self.low, other.low) == self.low && lower(self.high, other.high) == self.high
    }

    /// The two facing ends of intervals that lie apart, the lower first.
    pub fn facing_ends(self, other: Self) -> Option<(f64, f64)> {
        if self.meets(other) {
            return None;
        }
        let pair = |below: Self, above: Self| Some((below.high.value()?, above.low.value()?));
        pair(self, other).filter(|(low, high)| low <= high).or_else(|| pair(other, self))
    }

    /// Every number times `factor`, plus `offset`. A negative factor turns the interval round.
    #[must_use]
    pub fn scaled(self, factor: f64, offset: f64) -> Self {
        let change = |value: f64| value * factor + offset;
        let (low, high) = (self.low.map(change), self.high.map(change));
        if factor < 0.0 { Self { low: high, high: low } } else { Self { low, high } }
    }

    /// All differences between a number of `self` and one of `other`.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { low: self.low.with(other.high, |a, b| a - b), high: self.high.with(other.low, |a, b| a - b) }
    }

    /// All quotients of numbers of `self` and `other`, where neither goes below zero and `other` stays above it.
    pub fn over(self, other: Self) -> Option<Self> {
        let positive = self.low.value()? >= 0.0 && other.low.value()? > 0.0;
        let quotient =
            Self { low: self.low.with(other.high, |a, b| a / b), high: self.high.with(other.low, |a, b| a / b) };
        positive.then_some(quotient)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = |high| if matches!(high, End::Strict(_)) { "up to, not including," } else { "to" };
        match (self.low, self.high) {
            (End::Open, End::Open) => f.write_str("any"),
            (End::Open, End::Closed(high)) => write!(f, "at most {}", pretty(high)),
            (End::Open, End::Strict(high)) => write!(f, "below {}", pretty(high)),
            (End::Closed(low), End::Open) => write!(f, "at least {}", pretty(low)),
            (End::Strict(low), End::Open) => write!(f, "above {}", pretty(low)),
            (End::Closed(low), End::Closed(high)) if low == high => f.write_str(&pretty(low)),
            (End::Closed(low), high @ (End::Closed(end) | End::Strict(end))) => {
                write!(f, "{} {} {}", pretty(low), until(high), pretty(end))
            }
            (End::Strict(low), high @ (End::Closed(end) | End::Strict(end))) => {
                write!(f, "above {} {} {}", pretty(low), until(high), pretty(end))
            }
        }
    }
}

fn higher(a: End, b: End) -> End {
    further(a, b, Ordering::Greater)
}

fn lower(a: End, b: End) -> End {
    further(a, b, Ordering::Less)
}

/// Of two ends the one that lies that way, or, of two in one place, the one that leaves less.
fn further(a: End, b: End, way: Ordering) -> End {
    let (Some(x), Some(y)) = (a.value(), b.value()) else { return if a == End::Open { b } else { a } };
    match x.partial_cmp(&y) {
        None | Some(Ordering::Equal) => stricter(a, b),
        Some(order) if order == way => a,
        Some(_) => b,
    }
}

fn stricter(a: End, b: End) -> End {
    if matches!(a, End::Strict(_)) { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(low: f64, high: f64) -> Interval {
        Interval::new(End::Closed(low), End::Closed(high)).unwrap()
    }

    #[test]
    fn a_strict_end_does_not_hold_its_number() {
        let almost = Interval::new(End::Closed(270.0), End::Strict(300.0)).unwrap();
        assert!(almost.contains(270.0) && !almost.contains(300.0));
        assert!(!almost.meets(closed(300.0, 310.0)));
    }

    #[test]
    fn ends_the_wrong_way_round_are_refused() {
        assert!(Interval::new(End::Closed(2.0), End::Closed(1.0)).is_err());
        assert!(Interval::new(End::Strict(1.0), End::Closed(1.0)).is_err());
        assert_eq!(Interval::new(End::Closed(f64::NAN), End::Open), Err(IntervalError::NotFinite));
    }

    #[test]
    fn facing_ends_are_the_nearest_whichever_side_asks() {
        let (a, b) = (closed(180.0, 220.0), closed(270.0, 300.0));
        assert_eq!(a.facing_ends(b), Some((220.0, 270.0)));
        assert_eq!(b.facing_ends(a), Some((220.0, 270.0)));
        assert_eq!(a.facing_ends(a), None);
    }

    #[test]
    fn differences_keep_every_possible_pair() {
        assert_eq!(closed(180.0, 220.0).minus(closed(146.5, 147.5)), closed(32.5, 73.5));
    }

    #[test]
    fn a_negative_factor_turns_the_interval_round() {
        assert_eq!(closed(10.0, 20.0).scaled(-0.01, 1.0), closed(0.8, 0.9));
    }

    const OPEN: End = End::Open;

    #[test]
    fn what_lies_in_two_intervals_has_the_narrower_end_of_each() {
        let (from, upto) =
            (Interval { low: End::Strict(5.0), high: OPEN }, Interval { low: OPEN, high: End::Closed(9.0) });
        let both = Interval { low: End::Strict(5.0), high: End::Closed(9.0) };
        for (a, b, expected) in [
            (from, upto, Some(both)),
            (upto, from, Some(both)),
            (closed(5.0, 9.0), both, Some(both)),
            (both, closed(5.0, 9.0), Some(both)),
            (closed(1.0, 6.0), closed(4.0, 9.0), Some(closed(4.0, 6.0))),
            (closed(4.0, 9.0), closed(1.0, 6.0), Some(closed(4.0, 6.0))),
            (closed(1.0, 2.0), closed(3.0, 4.0), None),
        ] {
            assert_eq!(a.intersection(b), expected, "{a} and {b}");
            assert_eq!(a.meets(b), expected.is_some(), "{a} and {b}");
        }
    }

    #[test]
    fn an_interval_lies_in_another_if_both_of_its_ends_do() {
        let whole = closed(2.0, 8.0);
        assert!(closed(2.0, 8.0).is_within(whole) && closed(3.0, 4.0).is_within(whole));
        for other in [closed(1.0, 4.0), closed(3.0, 9.0), closed(1.0, 9.0), closed(10.0, 11.0)] {
            assert!(!other.is_within(whole), "{other}");
        }
        assert!(!whole.is_within(Interval { low: End::Strict(2.0), high: End::Closed(8.0) }));
    }

    #[test]
    fn only_two_ends_bound() {
        let rows = [(End::Closed(1.0), OPEN), (OPEN, End::Strict(1.0)), (OPEN, OPEN)];
        assert!(rows.iter().all(|(low, high)| !Interval { low: *low, high: *high }.is_bounded()));
        assert!(closed(1.0, 2.0).is_bounded() && Interval::point(1.0).is_bounded());
    }

    #[test]
    fn quotients_keep_every_possible_pair() {
        assert_eq!(closed(10.0, 30.0).over(closed(2.0, 5.0)), Some(closed(2.0, 15.0)));
        assert_eq!(closed(0.0, 30.0).over(closed(2.0, 5.0)), Some(closed(0.0, 15.0)));
        assert_eq!(closed(-1.0, 30.0).over(closed(2.0, 5.0)), None);
        assert_eq!(closed(1.0, 30.0).over(closed(0.0, 5.0)), None);
    }

    #[test]
    fn intervals_read_as_people_say_them() {
        let (closed, strict) = (End::Closed, End::Strict);
        for (low, high, text) in [
            (OPEN, OPEN, "any"),
            (OPEN, closed(5.0), "at most 5"),
            (OPEN, strict(5.0), "below 5"),
            (closed(5.0), OPEN, "at least 5"),
            (strict(5.0), OPEN, "above 5"),
            (closed(5.0), closed(5.0), "5"),
            (closed(5.0), closed(6.0), "5 to 6"),
            (closed(5.0), strict(6.0), "5 up to, not including, 6"),
            (strict(5.0), closed(6.0), "above 5 to 6"),
            (strict(5.0), strict(6.0), "above 5 up to, not including, 6"),
        ] {
            assert_eq!(Interval { low, high }.to_string(), text);
        }
    }
}
