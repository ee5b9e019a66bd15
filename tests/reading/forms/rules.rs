//! The tables of the rules, for the words that they know. What the tests do not need of them is passed over.

use serde::Deserialize;

/// A row of the table of units.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitRow {
    pub name: String,
    #[serde(default)]
    pub sort: Sort,
    #[serde(default = "one")]
    pub times: f64,
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub exact: Vec<String>,
    #[serde(default)]
    pub glued: Vec<String>,
    #[serde(default)]
    pub before: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Sort {
    #[default]
    Measure,
    Money,
    Coin,
    Share,
    Time,
    Ratio,
    Clock,
}

/// A row of the table of hedges.
#[derive(Clone, Debug, Deserialize)]
pub struct HedgeRow {
    pub bound: Bound,
    #[serde(default)]
    pub approx: bool,
    #[serde(default)]
    pub before: Vec<String>,
    #[serde(default)]
    pub after: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Bound {
    Same,
    Low,
    High,
}

fn one() -> f64 {
    1.0
}

/// The units as texts write them.
pub fn units() -> Vec<UnitRow> {
    ron::from_str(include_str!("../../../src/extract/figures/rules/units.ron")).expect("the table of units")
}

/// The hedges as texts write them.
pub fn hedges() -> Vec<HedgeRow> {
    ron::from_str(include_str!("../../../src/extract/figures/rules/hedges.ron")).expect("the table of hedges")
}
