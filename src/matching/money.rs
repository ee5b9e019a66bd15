//! Amounts in two currencies, as far as the rates of the years leave them room.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::{Bounds, money_in, table};

/// The least and the most of something that another currency has cost.
type Rate = (f64, f64);

/// The file `rates.ron`: by currency, what one dollar and one euro have cost in it.
#[derive(Debug, Deserialize)]
struct Table {
    dollar: BTreeMap<String, Rate>,
    euro: BTreeMap<String, Rate>,
}

static RATES: LazyLock<Table> = LazyLock::new(|| table("rates.ron", include_str!("rates.ron")));

/// What a unit of money has cost.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// How much of it one US dollar has.
    dollar: Rate,
    /// How much of it one euro has, where that is known.
    euro: Option<Rate>,
}

impl Rates {
    /// Those of a unit, by its dimension and its size in the base of that; none if it is no currency, or the table has no rates.
    pub fn of(dimension: &str, size: f64) -> Option<Self> {
        let currency = money_in(dimension).unwrap_or(dimension);
        let own = |(least, most): &Rate| (least / size, most / size);
        Some(Self { dollar: own(RATES.dollar.get(currency)?), euro: RATES.euro.get(currency).map(own) })
    }

    /// A middling rate to the dollar: only to tell how large an amount is.
    pub fn middling(self) -> f64 {
        (self.dollar.0 * self.dollar.1).sqrt()
    }
}

/// Whether some rate brings two amounts together: by way of the dollar, and of the euro where both have rates to it.
pub fn may_meet(a: (Bounds, Rates), b: (Bounds, Rates)) -> bool {
    let by = |one: Rate, other: Rate| meet(worth(a.0, one), worth(b.0, other));
    by(a.1.dollar, b.1.dollar) && a.1.euro.zip(b.1.euro).is_none_or(|(one, other)| by(one, other))
}

/// The least and the most that an amount has been worth.
fn worth(bounds: Bounds, (least, most): Rate) -> (f64, f64) {
    let end = |value: Option<f64>, rate: f64, open: f64| value.map_or(open, |value| value / rate);
    (end(bounds.logical.low().value(), most, 0.0), end(bounds.logical.high().value(), least, f64::INFINITY))
}

fn meet((low, high): (f64, f64), (from, to): (f64, f64)) -> bool {
    low <= to && from <= high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::units::measured;
    use crate::quantity::{Amount, Stated};

    fn met(a: (f64, &str), b: (f64, &str)) -> bool {
        let side = |(amount, unit): (f64, &str)| {
            let measured = measured(unit);
            let bounds = Stated::Bare(Amount::Number(amount)).bounds().unwrap();
            (bounds, Rates::of(&measured.dimension, measured.value(1.0)).unwrap())
        };
        let one = may_meet(side(a), side(b));
        assert_eq!(one, may_meet(side(b), side(a)));
        one
    }

    #[test]
    fn amounts_meet_if_some_rate_lets_them() {
        assert!(met((6.3e6, "GBP"), (8.6e6, "USD")));
        assert!(!met((6.3e6, "GBP"), (86e6, "USD")));
        assert!(met((110.0, "GBP penny"), (1.5, "USD")));
        // The dollar alone would let them: it was dear in the one, and cheap in the other, at other times.
        assert!(!met((6.5e6, "EUR"), (10e6, "GBP")));
        assert!(met((6.5e6, "EUR"), (5.4e6, "GBP")));
        assert!(met((100.0, "EUR"), (746.0, "DKK")) && !met((100.0, "EUR"), (820.0, "DKK")));
    }

    #[test]
    fn the_least_rate_is_no_more_than_the_most() {
        let all = || RATES.dollar.values().chain(RATES.euro.values());
        assert!(all().all(|(least, most)| 0.0 < *least && least <= most));
    }
}
