//! Values as people read them, with their units.

use crate::model::{Archive, Claim, Quantity};
use crate::quantity::{Interval, unit};

/// The word for a unit after a number; the thing counted, for counts.
pub fn unit_word(name: &str, counts: Option<&str>) -> String {
    match (name, counts) {
        ("count", Some(counts)) => counts.to_owned(),
        (_, Some(counts)) => format!("{counts} {name}"),
        _ => plural(name),
    }
}

/// The symbol of a unit, or its name for many.
fn plural(name: &str) -> String {
    unit(name).map_or_else(|_| name.to_owned(), |unit| unit.symbol.clone().unwrap_or_else(|| unit.many()))
}

/// The value as stated: "about 200,000 crossings". Words bring their own unit: "almost half".
pub fn stated(quantity: &Quantity) -> String {
    match quantity.stated.own_unit() {
        Some(_) => quantity.stated.text(),
        None => after(&quantity.stated.text(), &quantity.unit, quantity.counts.as_deref()),
    }
}

/// A number with its unit, which is in the singular after one alone.
fn after(number: &str, name: &str, counts: Option<&str>) -> String {
    let is_one = counts.is_none() && number.rsplit(' ').next() == Some("1");
    let word = match unit(name) {
        Ok(unit) if is_one && unit.symbol.is_none() => unit.name.clone(),
        _ => unit_word(name, counts),
    };
    format!("{number} {word}")
}

/// The value with what it allows, in the measure's unit: "about 200,000 crossings (180,000 to 220,000)".
pub(super) fn with_bounds(archive: &Archive, claim: &Claim, quantity: &Quantity) -> String {
    let logical = quantity.bounds.logical;
    let own_unit = archive.measure_of(claim).map_or("", |measure| measure.unit.as_str());
    let exact = logical == Interval::point(logical.low().value().unwrap_or(f64::NAN)) && own_unit == quantity.unit;
    let unit = if own_unit == quantity.unit { String::new() } else { format!(" {}", unit_word(own_unit, None)) };
    if exact { stated(quantity) } else { format!("{} ({logical}{unit})", stated(quantity)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_one_a_unit_is_in_the_singular() {
        for (number, name, told) in [
            ("1", "acre", "1 acre"),
            ("at least 1", "week", "at least 1 week"),
            ("1", "century", "1 century"),
            ("11", "acre", "11 acres"),
            ("0.1", "acre", "0.1 acres"),
            ("1", "foot", "1 ft"),
            ("5", "fortnight", "5 fortnights"),
        ] {
            assert_eq!(after(number, name, None), told);
        }
        assert_eq!(after("1", "count", Some("boats")), "1 boats");
    }

    #[test]
    fn units_read_as_people_write_them_after_a_number() {
        for (name, counts, word) in [
            ("count", Some("persons"), "persons"),
            ("per day", Some("persons"), "persons per day"),
            ("per day", None, "per day"),
            ("kilometre", None, "km"),
            ("day", None, "days"),
            ("century", None, "centuries"),
            ("square mile", None, "square miles"),
            ("acre-foot", None, "acre-feet"),
            ("percentage point", None, "percentage points"),
            ("UZS", None, "UZS"),
            ("USD", None, "$"),
        ] {
            assert_eq!(unit_word(name, counts), word);
        }
    }
}
