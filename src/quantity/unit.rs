//! Units: names, dimensions and factors from `units.ron`, and conversion between units of one dimension.

use crate::codes::Code;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::data::table;
use super::interval::Interval;

/// One row of the table of units: a value in the dimension's base is `value * factor + offset`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Canonical name, singular.
    pub name: String,
    /// Its name for many, where that is not the name with an s; codes of currencies have none.
    #[serde(default)]
    pub plural: Option<String>,
    /// What it measures; units convert within one dimension only.
    pub dimension: String,
    /// Size in the dimension's base.
    pub factor: f64,
    /// Where its zero lies in the base.
    #[serde(default)]
    pub offset: f64,
    /// Short form shown after numbers, and before them for money.
    #[serde(default)]
    pub symbol: Option<String>,
    /// Words that are no names of it, but for which it is proposed.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Unit {
    /// Its name for many.
    pub fn many(&self) -> String {
        let is_word = self.name.bytes().any(|byte| byte.is_ascii_lowercase());
        let regular = || if is_word { format!("{}s", self.name) } else { self.name.clone() };
        self.plural.clone().unwrap_or_else(regular)
    }
}

/// Two units that are easily taken for each other.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Slip(
    /// The one unit.
    pub String,
    /// The other.
    pub String,
);

/// Why a value has no counterpart in another unit.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitError {
    /// No such unit in the table.
    #[error("no unit is named \"{0}\"")]
    Unknown(String),
    /// The two units measure different things.
    #[error("{from} ({from_dimension}) cannot be given in {to} ({to_dimension})")]
    Dimension {
        /// The unit that the value is in.
        from: String,
        /// What that unit measures.
        from_dimension: String,
        /// The unit that was asked for.
        to: String,
        /// What that one measures.
        to_dimension: String,
    },
}

/// The currency that a dimension is of.
pub(crate) fn money_in(dimension: &str) -> Option<&str> {
    dimension.strip_prefix("money in ")
}

/// Whether a dimension is that of a currency.
pub(crate) fn is_money(dimension: &str) -> bool {
    money_in(dimension).is_some()
}

impl UnitError {
    /// Whether a value was given in one currency for a measure in another.
    pub fn is_exchange(&self) -> bool {
        matches!(self, UnitError::Dimension { from_dimension, to_dimension, .. } if is_money(from_dimension) && is_money(to_dimension))
    }

    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            UnitError::Unknown(_) => Code::UnknownUnit,
            UnitError::Dimension { .. } if self.is_exchange() => Code::CurrenciesDiffer,
            UnitError::Dimension { .. } => Code::WrongUnit,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitTable {
    units: Vec<Unit>,
    slips: Vec<Slip>,
}

static TABLE: LazyLock<UnitTable> = LazyLock::new(|| table("units.ron", include_str!("units.ron")));
static BY_NAME: LazyLock<BTreeMap<&str, &Unit>> =
    LazyLock::new(|| TABLE.units.iter().map(|unit| (unit.name.as_str(), unit)).collect());

/// The unit of that name.
///
/// # Errors
/// If the table has none.
pub fn unit(name: &str) -> Result<&'static Unit, UnitError> {
    BY_NAME.get(name).copied().ok_or_else(|| UnitError::Unknown(name.to_owned()))
}

/// All names, in order.
pub fn unit_names() -> impl Iterator<Item = &'static str> {
    BY_NAME.keys().copied()
}

/// All units, by what they measure in the order of the table, and then as they stand there.
pub fn units() -> Vec<&'static Unit> {
    let mut dimensions: Vec<&str> = Vec::new();
    for unit in &TABLE.units {
        if !dimensions.contains(&unit.dimension.as_str()) {
            dimensions.push(&unit.dimension);
        }
    }
    let of = |dimension| TABLE.units.iter().filter(move |unit| unit.dimension == dimension);
    dimensions.into_iter().flat_map(of).collect()
}

/// The unit that is called so by others: its symbol, its name for many, or a word for which it is proposed.
pub fn unit_called(name: &str) -> Option<&'static Unit> {
    let is_called = |unit: &&Unit, is: &dyn Fn(&str) -> bool| {
        unit.symbol.as_deref().is_some_and(is) || unit.aliases.iter().any(|alias| is(alias)) || is(&unit.many())
    };
    let lower = name.to_lowercase();
    let exactly = TABLE.units.iter().find(|unit| is_called(unit, &|word| word == name));
    exactly.or_else(|| TABLE.units.iter().find(|unit| is_called(unit, &|word| word.to_lowercase() == lower)))
}

/// The unit of a dimension in whose size the others are given, if it has one of size 1.
pub fn base_of(dimension: &str) -> Option<&'static Unit> {
    let is_one = |unit: &&Unit| unit.dimension == dimension && unit.factor.total_cmp(&1.0).is_eq();
    TABLE.units.iter().filter(is_one).min_by(|a, b| a.offset.abs().total_cmp(&b.offset.abs()))
}

/// Pairs of units that are easily taken for each other.
pub fn slips() -> &'static [Slip] {
    &TABLE.slips
}

/// The interval in another unit of the same dimension.
///
/// # Errors
/// If the two units measure different things.
pub fn convert(interval: Interval, from: &Unit, to: &Unit) -> Result<Interval, UnitError> {
    if from.dimension != to.dimension {
        return Err(UnitError::Dimension {
            from: from.name.clone(),
            from_dimension: from.dimension.clone(),
            to: to.name.clone(),
            to_dimension: to.dimension.clone(),
        });
    }
    if from.name == to.name {
        return Ok(interval);
    }
    Ok(interval.scaled(from.factor / to.factor, (from.offset - to.offset) / to.factor))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(value: f64, from: &str, to: &str) -> f64 {
        let interval = convert(Interval::point(value), unit(from).unwrap(), unit(to).unwrap()).unwrap();
        interval.low().value().unwrap()
    }

    #[test]
    fn only_money_of_two_currencies_is_an_exchange() {
        let refused = |from: &str, to: &str| {
            let interval = convert(Interval::point(1.0), unit(from).unwrap(), unit(to).unwrap());
            let error = interval.unwrap_err();
            (error.is_exchange(), error.code())
        };
        assert_eq!(refused("USD", "EUR"), (true, Code::CurrenciesDiffer));
        for (from, to) in [("USD", "kilometre"), ("kilometre", "USD"), ("kilometre", "kilogram")] {
            assert_eq!(refused(from, to), (false, Code::WrongUnit), "{from} to {to}");
        }
    }

    #[test]
    fn names_have_plurals() {
        let rows = [
            ("metre", "metres"),
            ("square kilometre", "square kilometres"),
            ("acre-foot", "acre-feet"),
            ("degree Celsius", "degrees Celsius"),
            ("kilometre per hour", "kilometres per hour"),
            ("percent", "percent"),
            ("percentage point", "percentage points"),
            ("per mille", "per mille"),
            ("USD", "USD"),
        ];
        for (one, many) in rows {
            assert_eq!(unit(one).unwrap().many(), many);
        }
    }

    #[test]
    fn factors_and_offsets_convert() {
        assert_eq!(converted(1.0, "mile", "kilometre"), 1.609344);
        assert_eq!(converted(13.0, "percent increase", "times"), 1.13);
        assert_eq!(converted(212.0, "degree Fahrenheit", "degree Celsius"), 100.0);
        assert_eq!(converted(100.0, "degree Celsius", "degree Fahrenheit"), 212.0);
        assert_eq!(converted(14.0, "day", "week"), 2.0);
    }

    #[test]
    fn dimensions_do_not_mix() {
        let result = convert(Interval::point(1.0), unit("mile").unwrap(), unit("day").unwrap());
        assert!(matches!(result, Err(UnitError::Dimension { .. })));
        assert!(unit("furlong-ish").is_err());
    }

    #[test]
    fn names_are_unique_and_slips_are_units_of_one_dimension() {
        assert_eq!(BY_NAME.len(), TABLE.units.len());
        assert_eq!(unit_names().count(), TABLE.units.len());
        assert!(unit_names().is_sorted() && unit_names().all(|name| unit(name).is_ok()));
        assert!(slips().iter().any(|slip| (slip.0.as_str(), slip.1.as_str()) == ("kilometre", "mile")));
        for Slip(a, b) in slips() {
            assert_eq!(unit(a).unwrap().dimension, unit(b).unwrap().dimension);
        }
    }

    #[test]
    fn a_unit_is_found_by_what_others_call_it() {
        let found = |name: &str| unit_called(name).map(|unit| unit.name.as_str());
        assert_eq!(found("km"), Some("kilometre"));
        assert_eq!(found("MW"), Some("megawatt"));
        assert_eq!(found("mw"), Some("megawatt"));
        assert_eq!(found("feet"), Some("foot"));
        assert_eq!(found("persons"), Some("count"));
        assert_eq!(found("kilometre"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn each_unit_is_listed_once_and_each_dimension_hangs_together() {
        let listed = units();
        assert_eq!(listed.len(), TABLE.units.len());
        let chunks: Vec<&str> =
            listed.chunk_by(|a, b| a.dimension == b.dimension).map(|chunk| chunk[0].dimension.as_str()).collect();
        let distinct: std::collections::BTreeSet<&str> = chunks.iter().copied().collect();
        assert_eq!(chunks.len(), distinct.len());
        assert!(
            distinct
                .into_iter()
                .all(|own| base_of(own).is_some_and(|unit| unit.dimension == own && unit.factor == 1.0))
        );
    }

    #[test]
    fn no_word_is_proposed_for_two_units_and_none_is_a_name() {
        let mut seen = BTreeMap::new();
        for unit in &TABLE.units {
            for alias in &unit.aliases {
                assert_eq!(seen.insert(alias, &unit.name), None, "{alias}");
                assert!(!BY_NAME.contains_key(alias.as_str()), "{alias}");
            }
        }
    }
}
