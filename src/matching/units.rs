//! Units as texts print them: those of the table, and one of them per another.

use std::borrow::Cow;

use crate::quantity::unit;

/// What a unit measures, and its size in the base of that.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<'a> {
    /// The dimension; a unit that no table has is one of its own.
    pub dimension: Cow<'a, str>,
    factor: f64,
    offset: f64,
}

/// The unit of that name: "kilometre", "tonne per year", "per day".
pub fn measured(name: &str) -> Measured<'_> {
    if let Ok(known) = unit(name) {
        return Measured { dimension: Cow::Borrowed(&known.dimension), factor: known.factor, offset: known.offset };
    }
    let Some((base, per)) = parts(name) else {
        return Measured { dimension: Cow::Borrowed(name), factor: 1.0, offset: 0.0 };
    };
    let (base, per) = (measured(base), measured(per));
    let dimension = format!("{} per {}", base.dimension, per.dimension);
    Measured { dimension: Cow::Owned(dimension), factor: base.factor / per.factor, offset: 0.0 }
}

/// The two units of "A per B"; of "per B", the count and B.
fn parts(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix("per ").map(|per| ("count", per)).or_else(|| name.rsplit_once(" per "))
}

/// Of a rate over time, what there is so much of, and the unit of time.
pub fn rate(name: &str) -> Option<(&str, &str)> {
    parts(name).filter(|(_, time)| measured(time).dimension == "time")
}

impl Measured<'_> {
    /// A value in the base of the dimension.
    pub fn value(&self, value: f64) -> f64 {
        value * self.factor + self.offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_convert_by_their_parts() {
        let (metric, other) = (measured("cubic metre per second"), measured("cubic foot per second"));
        assert_eq!(metric.dimension, other.dimension);
        assert!((metric.value(1.0) / other.value(1.0) - 35.3147).abs() < 0.001);
        assert_eq!(measured("quill per parsnip").dimension, "quill per parsnip");
    }
}
