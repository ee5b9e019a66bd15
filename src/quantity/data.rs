//! Reads the rule tables that are built into the program.

use serde::de::DeserializeOwned;

/// The options under which every RON text of the project is read.
pub(crate) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Parses a built-in table.
///
/// # Panics
/// If the table that was compiled in is not valid; no input reaches this, and each table has a test that reads it.
pub(crate) fn table<T: DeserializeOwned>(name: &str, text: &str) -> T {
    options().from_str(text).unwrap_or_else(|error| panic!("the built-in table {name} is broken at {error}"))
}

/// The tables that say what figures mean, as they are written.
pub(crate) const TABLES: [&str; 3] =
    [include_str!("amounts.ron"), include_str!("hedges.ron"), include_str!("units.ron")];
