//! Amounts in two currencies, as far as the rates of the years leave them room.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::quantity::{Bounds, money_in, table};

/// What one US dollar has cost, the least and the most.
static RATES: LazyLock<BTreeMap<String, (f64, f64)>> = LazyLock::new(|| table("rates.ron", include_str!("rates.ron")));

/// The least and the most of a unit that one US dollar has cost, by the unit's dimension and size in its base; none if it is no
/// currency, or the table has no rates.
pub fn rates(dimension: &str, size: f64) -> Option<(f64, f64)> {
    let (least, most) = RATES.get(money_in(dimension).unwrap_or(dimension))?;
    Some((least / size, most / size))
}

/// A middling rate: only to tell how large an amount is.
pub fn middling((least, most): (f64, f64)) -> f64 {
    (least * most).sqrt()
}

/// Whether some rate brings two amounts together; `rates` of each are those of its unit.
pub fn may_meet(a: (Bounds, (f64, f64)), b: (Bounds, (f64, f64))) -> bool {
    let dollars = |(bounds, (least, most)): (Bounds, (f64, f64))| {
        let end = |value: Option<f64>, rate: f64, open: f64| value.map_or(open, |value| value / rate);
        let (low, high) = (bounds.logical.low().value(), bounds.logical.high().value());
        (end(low, most, 0.0), end(high, least, f64::INFINITY))
    };
    let ((low, high), (from, to)) = (dollars(a), dollars(b));
    low <= to && from <= high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::units::measured;
    use crate::quantity::{Amount, Stated};

    fn meet(a: (f64, &str), b: (f64, &str)) -> bool {
        let side = |(amount, unit): (f64, &str)| {
            let measured = measured(unit);
            let bounds = Stated::Bare(Amount::Number(amount)).bounds().unwrap();
            (bounds, rates(&measured.dimension, measured.value(1.0)).unwrap())
        };
        let one = may_meet(side(a), side(b));
        assert_eq!(one, may_meet(side(b), side(a)));
        one
    }

    #[test]
    fn amounts_meet_if_some_rate_lets_them() {
        assert!(meet((6.3e6, "GBP"), (8.6e6, "USD")));
        assert!(!meet((6.3e6, "GBP"), (86e6, "USD")));
        assert!(meet((110.0, "GBP penny"), (1.5, "USD")));
    }

    #[test]
    fn the_least_rate_is_no_more_than_the_most() {
        assert!(RATES.values().all(|(least, most)| 0.0 < *least && least <= most));
    }
}
