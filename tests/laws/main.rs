//! Laws that hold for any claims: of comparing, of values and units, of writing and reading.

mod checking;
mod columns;
mod comparing;
mod crowds;
mod diffing;
mod hedging;
mod origins;
mod reuse;
mod scaling;
mod shipped;
#[path = "../support/mod.rs"]
mod support;
mod symmetry;
mod units;
mod writing;
