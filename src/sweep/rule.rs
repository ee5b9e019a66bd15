//! What the ladder makes of periods that meet, for the claims of one basis.

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
        plain.then(|| Self { tolerance: 0.0, inside, overlaps })
    }
}
