//! What a stated value allows: a logical interval, and inside it an expected one.

use super::interval::{Interval, IntervalError};
use super::unit::UnitError;
use crate::codes::Code;

/// The two intervals of a value, in one unit. `expected` lies within `logical`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// What the words assert.
    pub logical: Interval,
    /// What a reader takes from them.
    pub expected: Interval,
}

/// Why a stated value means nothing.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// A word that `amounts.ron` does not know.
    #[error("\"{0}\" is not a word that stands for a number")]
    UnknownWord(String),
    /// Ends that make no interval.
    #[error(transparent)]
    Interval(#[from] IntervalError),
    /// A unit that is unknown or of another dimension.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// A change from a level that is not above zero, or of a measure that is not a ratio.
    #[error("a change of level needs levels above zero and a measure of basis Ratio")]
    NoRatio,
}

impl ValueError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            ValueError::UnknownWord(_) => Code::UnknownWord,
            ValueError::Interval(error) => error.code(),
            ValueError::Unit(error) => error.code(),
            ValueError::NoRatio => Code::ChangeNeedsRatio,
        }
    }
}

impl Bounds {
    /// The same interval twice.
    pub fn same(interval: Interval) -> Self {
        Self { logical: interval, expected: interval }
    }

    /// Both intervals changed alike.
    #[must_use]
    pub fn map(self, change: impl Fn(Interval) -> Interval) -> Self {
        Self { logical: change(self.logical), expected: change(self.expected) }
    }
}
