//! Values of closed lists of the library as arguments: each by its name, with a line on what it is.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Reads the name of a value of a list.
pub fn choices<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
    help: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let values = all.iter().map(move |one| PossibleValue::new(name(*one)).help(help(*one)));
    PossibleValuesParser::new(values).try_map(move |given| {
        let found = all.iter().copied().find(|one| name(*one) == given);
        found.ok_or("there is no such value")
    })
}
