//! Amounts in two currencies, as far as the rates of the years leave them room.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::units::measured;
use crate::quantity::{Bounds, table};

/// How the dimension of a currency is named.
const MONEY: &str = "money in ";

/// What one US dollar has cost, the least and the most.
static RATES: LazyLock<BTreeMap<String, (f64, f64)>> = LazyLock::new(|| table("rates.ron", include_str!("rates.ron")));

/// The least and the most of a unit that one US dollar has cost; none if it is no currency, or the table has no rates.
fn rates(unit: &str) -> Option<(f64, f64)> {
    let measured = measured(unit);
    let code = measured.dimension.strip_prefix(MONEY).unwrap_or(&measured.dimension);
    let (least, most) = RATES.get(code)?;
    let size = measured.value(1.0);
    Some((least / size, most / size))
}

/// Whether two units are of two currencies.
pub fn differ(one: &str, other: &str) -> bool {
    measured(one).dimension != measured(other).dimension && rates(one).is_some() && rates(other).is_some()
}

/// An amount in US dollars at a middling rate: only to tell how large it is.
pub fn in_dollars(unit: &str, amount: f64) -> Option<f64> {
    rates(unit).map(|(least, most)| amount / (least * most).sqrt())
}

/// Whether some rate brings two amounts together.
pub fn may_meet(a: (Bounds, &str), b: (Bounds, &str)) -> Option<bool> {
    let dollars = |(bounds, unit): (Bounds, &str)| {
        let (least, most) = rates(unit)?;
        let end = |value: Option<f64>, rate: f64, open: f64| value.map_or(open, |value| value / rate);
        let (low, high) = (bounds.logical.low().value(), bounds.logical.high().value());
        Some((end(low, most, 0.0), end(high, least, f64::INFINITY)))
    };
    let ((low, high), (from, to)) = (dollars(a)?, dollars(b)?);
    Some(low <= to && from <= high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Amount, Stated};

    fn meet(a: (f64, &str), b: (f64, &str)) -> Option<bool> {
        let bounds = |amount| Stated::Bare(Amount::Number(amount)).bounds().unwrap();
        let (one, other) = (may_meet((bounds(a.0), a.1), (bounds(b.0), b.1)), may_meet((bounds(b.0), b.1), (bounds(a.0), a.1)));
        assert_eq!(one, other);
        one
    }

    #[test]
    fn amounts_meet_if_some_rate_lets_them() {
        assert_eq!(meet((6.3e6, "GBP"), (8.6e6, "USD")), Some(true));
        assert_eq!(meet((6.3e6, "GBP"), (86e6, "USD")), Some(false));
        assert_eq!(meet((110.0, "GBP penny"), (1.5, "USD")), Some(true));
        assert_eq!(meet((40.0, "GBP"), (40.0, "metre")), None);
    }

    #[test]
    fn currencies_differ_and_coins_do_not() {
        assert!(differ("EUR", "USD") && differ("GBP penny", "EUR"));
        assert!(!differ("GBP penny", "GBP") && !differ("EUR", "kilometre"));
    }

    #[test]
    fn the_least_rate_is_no_more_than_the_most() {
        assert!(RATES.values().all(|(least, most)| 0.0 < *least && least <= most));
    }
}
