//! Laws of units: there and back is the same value.

use gainsay::quantity::{Interval, Unit, convert, unit, unit_names};
use proptest::prelude::*;

use crate::support::strategies::number;

fn pairs() -> impl Iterator<Item = (&'static Unit, &'static Unit)> {
    let units = || unit_names().map(|name| unit(name).unwrap());
    units().flat_map(move |from| units().filter(move |to| to.dimension == from.dimension).map(move |to| (from, to)))
}

fn converted(value: f64, from: &Unit, to: &Unit) -> f64 {
    convert(Interval::point(value), from, to).unwrap().low().value().unwrap()
}

proptest! {
    #[test]
    fn there_and_back_is_the_same_value(value in number()) {
        for (from, to) in pairs() {
            let back = converted(converted(value, from, to), to, from);
            // Where the zeros of the two units lie apart, a value near zero has only the digits that their distance leaves.
            let zeros = ((from.offset - to.offset) / from.factor).abs();
            let allowed = 1e-9 * value.abs().max(zeros);
            prop_assert!((back - value).abs() <= allowed, "{value} {} to {}: {back}", from.name, to.name);
        }
    }

    #[test]
    fn converting_keeps_order_or_turns_it((low, high) in crate::support::strategies::range()) {
        for (from, to) in pairs() {
            let (a, b) = (converted(low, from, to), converted(high, from, to));
            let turned = from.factor / to.factor < 0.0;
            prop_assert!(if turned { a >= b } else { a <= b }, "{low}, {high} {} to {}", from.name, to.name);
        }
    }
}
