//! What of a claim decides whether it disagrees with another: the days of its period, and the ends of its figure.

/// Days since 1970, and what the figure leads one to expect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// First day; the least number where none is known.
    pub start: i32,
    /// Last day; the greatest number where none is known.
    pub end: i32,
    /// Low end, without bound where there is none.
    pub low: f64,
    /// High end, without bound where there is none.
    pub high: f64,
}

impl Ends {
    /// Whether the periods have a day in common.
    pub fn meets(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether the other's period lies inside this one's.
    fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both have one period.
    pub fn is_of_one_period(self, other: Self) -> bool {
        self.start == other.start && self.end == other.end
    }

    /// The one whose period lies inside the other's, and the other.
    pub(super) fn nested(self, other: Self) -> Option<(Self, Self)> {
        match () {
            () if self.holds(other) => Some((other, self)),
            () if other.holds(self) => Some((self, other)),
            () => None,
        }
    }

    /// The facing ends of figures that lie apart, the lower first.
    pub fn facing(self, other: Self) -> Option<(f64, f64)> {
        match () {
            () if other.low > self.high => Some((self.high, other.low)),
            () if self.low > other.high => Some((other.high, self.low)),
            () => None,
        }
    }
}
