//! A figure with what is needed to hold it against others, worked out once: what its unit measures, what it allows.

use super::money::Rates;
use super::units::{measured, rate};
use crate::quantity::{Bounds, Interval, Stated};

/// A figure of a claim, as printed or as it follows from one.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Number and hedge.
    pub stated: Stated,
    /// The unit as printed.
    pub unit: String,
    /// What the unit measures.
    pub dimension: String,
    /// Of a rate over time, what dimension it is a rate of, and the days of that time.
    pub rate: Option<(String, f64)>,
    /// What it has cost, if it is a currency.
    pub rates: Option<Rates>,
    /// Its middle in the base of the unit, in US dollars if it is money; none if it is not above zero.
    pub size: Option<f64>,
    /// Whether it has two digits or more that are no zeros.
    pub is_telling: bool,
    factor: f64,
    offset: f64,
    allowed: Option<Bounds>,
    limited: Option<Bounds>,
}

impl Figure {
    /// A figure in a unit.
    pub fn new(stated: Stated, unit: String) -> Self {
        let own = measured(&unit);
        let (dimension, factor, offset) = (own.dimension.to_string(), own.value(1.0) - own.value(0.0), own.value(0.0));
        let rates = Rates::of(&dimension, factor);
        let printed = stated.printed();
        let mean = printed.iter().sum::<f64>() / printed.len().max(1) as f64;
        let base = |mean: f64| rates.map_or(mean * factor + offset, |rates| mean / rates.middling());
        let days = |time: &str| measured(time).value(1.0);
        Self {
            rate: rate(&unit).map(|(of, time)| (measured(of).dimension.to_string(), days(time))),
            size: (mean > 0.0).then(|| base(mean)),
            is_telling: printed.iter().any(|number| own_digits(*number) >= 2),
            allowed: stated.bounds().ok(),
            limited: stated.limit_bounds().ok(),
            stated,
            unit,
            dimension,
            rates,
            factor,
            offset,
        }
    }

    /// What it allows, in its unit; `limits` if it is held against another limit, as a figure of its own.
    pub fn bounds(&self, limits: bool) -> Option<Bounds> {
        if limits { self.limited } else { self.allowed }
    }

    /// An interval of its unit in the base of what that measures.
    pub fn base(&self, interval: Interval) -> Interval {
        interval.scaled(self.factor, self.offset)
    }

    /// Whether it and another can be held side by side: both measure the same, or are money, or one is a rate of the other.
    pub fn is_of_kind(&self, other: &Self) -> bool {
        self.dimension == other.dimension || self.is_other_money(other) || self.is_rate_and_total(other)
    }

    /// Whether both are money, in two currencies.
    pub fn is_other_money(&self, other: &Self) -> bool {
        self.rates.is_some() && other.rates.is_some() && self.dimension != other.dimension
    }

    /// Whether one is a rate over time and the other a total of the same.
    pub fn is_rate_and_total(&self, other: &Self) -> bool {
        let total = |one: &Self, other: &Self| {
            one.rate.as_ref().is_some_and(|(of, _)| other.rate.is_none() && *of == other.dimension)
        };
        total(self, other) || total(other, self)
    }
}

/// How many digits of a number are no zeros.
fn own_digits(number: f64) -> usize {
    format!("{number}").bytes().filter(|byte| (b'1'..=b'9').contains(byte)).count()
}
