//! What the ladder makes of periods that meet, for the claims of one basis.

use super::ends::Ends;
use crate::compare::{Outcome, Rung, Step, step};
use crate::model::Measure;

/// What follows from how two known periods lie to each other, and how far apart figures may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct Rule {
    /// Percent of the larger of two facing ends within which figures agree.
    pub tolerance: f64,
    /// One of the numbers below, where one period lies inside the other.
    pub inside: u32,
    /// The same, where each has days that the other has not.
    pub overlaps: u32,
}

impl Rule {
    /// Periods that lie so keep the figures apart.
    pub const APART: u32 = 0;
    /// The figures are held against each other.
    pub const VALUES: u32 = 1;
    /// The figure of the inner period cannot exceed the other.
    pub const PART: u32 = 2;

    /// The rule of claims that have no measure: whatever periods meet, values are held against each other.
    pub const OF_ANY: Self = Self { tolerance: 0.0, inside: Self::VALUES, overlaps: Self::VALUES };

    /// Whether figures of all periods that meet are held against each other.
    pub fn is_uniform(&self) -> bool {
        self.inside == Self::VALUES && self.overlaps == Self::VALUES
    }

    /// Whether a figure of a period inside another cannot exceed that of the other.
    pub fn has_parts(&self) -> bool {
        self.inside == Self::PART || self.overlaps == Self::PART
    }

    /// The rule of a measure, if its claims can be held against each other by their columns alone: if figures of one period,
    /// place and population are.
    pub fn of(measure: &Measure) -> Option<Self> {
        let basis = Some(measure.basis);
        let goes_on = |rung, outcome| step(rung, outcome, basis) == Step::GoOn;
        let scope = [Rung::Place, Rung::Population, Rung::Definition];
        let plain = scope.iter().all(|rung| goes_on(*rung, Outcome::Unspoken))
            && goes_on(Rung::Place, Outcome::Same)
            && goes_on(Rung::Population, Outcome::Same)
            && goes_on(Rung::Period, Outcome::Same);
        let code = |outcome| match step(Rung::Period, outcome, basis) {
            Step::GoOn => Some(Self::VALUES),
            Step::Part => Some(Self::PART),
            Step::Explains => Some(Self::APART),
            _ => None,
        };
        let (inside, overlaps) = (code(Outcome::Inside)?, code(Outcome::Overlaps)?);
        plain.then(|| Self { tolerance: measure.tolerance.unwrap_or(0.0), inside, overlaps })
    }

    /// How figures of two periods are held against each other.
    fn code(&self, a: Ends, b: Ends) -> u32 {
        match () {
            () if !a.meets(b) => Self::APART,
            () if a.is_of_one_period(b) => Self::VALUES,
            () if a.nested(b).is_some() => self.inside,
            () => self.overlaps,
        }
    }

    /// Whether two figures lie further apart than the measure allows.
    pub fn is_apart(&self, a: Ends, b: Ends) -> bool {
        a.facing(b).is_some_and(|(low, high)| self.is_beyond(low, high))
    }

    /// Whether a low end lies above a high end, and further than the measure allows.
    pub(super) fn is_beyond(&self, high: f64, low: f64) -> bool {
        low > high && (low - high) * 100.0 > self.tolerance * low.abs().max(high.abs())
    }

    /// Whether two claims of one lane disagree, of which columns tell all.
    pub fn disagree(&self, a: Ends, b: Ends) -> bool {
        match self.code(a, b) {
            Self::VALUES => self.is_apart(a, b),
            Self::PART => a.nested(b).is_some_and(|(inner, outer)| inner.low > outer.high),
            _ => false,
        }
    }

    /// Whether their values are held against each other, and go together.
    pub fn agree(&self, a: Ends, b: Ends) -> bool {
        self.code(a, b) == Self::VALUES && !self.is_apart(a, b)
    }

    /// The ends beyond which figures may lie apart from one: low ends above the first, high ends below the second. They are a
    /// hair too wide, never too narrow.
    pub(super) fn reach(&self, own: Ends) -> (f64, f64) {
        const HAIR: f64 = 1e-12;
        if self.has_parts() || self.tolerance == 0.0 {
            return (own.high, own.low);
        }
        let share = (100.0 - self.tolerance) / 100.0;
        let above = if own.high >= 0.0 { own.high / share * (1.0 - HAIR) } else { own.high };
        let below = if own.low >= 0.0 { own.low * share * (1.0 + HAIR) } else { own.low };
        (above, below)
    }
}
