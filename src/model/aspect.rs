//! The aspects of a claim that a text may state, or leave to be inferred.

use std::fmt;

use serde::Serialize;

/// What about a claim may be stated, inferred or unstated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What is measured, ranked, said or held.
    Measure,
    /// The thing counted.
    Counts,
    /// The condition that narrows what is counted.
    Definition,
    /// Where.
    Place,
    /// Who or what is counted; for a rank, the class over which it ranges.
    Population,
    /// When.
    Period,
    /// The unit of the figure.
    Unit,
    /// The date that the claim gives to an event.
    When,
    /// The occasion of an utterance.
    Occasion,
}

/// Where a claim has an aspect from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grounding {
    /// The text says it.
    Stated,
    /// The text does not say it; we take it to be so.
    Inferred,
    /// Nobody says it.
    Unstated,
}

const FIELDS: [(&str, Aspect); 13] = [
    ("measure", Aspect::Measure),
    ("proposition", Aspect::Measure),
    ("event", Aspect::Measure),
    ("subject", Aspect::Measure),
    ("counts", Aspect::Counts),
    ("definition", Aspect::Definition),
    ("place", Aspect::Place),
    ("of", Aspect::Population),
    ("class", Aspect::Population),
    ("period", Aspect::Period),
    ("unit", Aspect::Unit),
    ("when", Aspect::When),
    ("occasion", Aspect::Occasion),
];

impl Aspect {
    /// The aspect that a field of `about` fills.
    pub fn of_field(field: &str) -> Option<Self> {
        FIELDS.iter().find(|(name, _)| *name == field).map(|(_, aspect)| *aspect)
    }

    /// The names of all fields that may be inferred.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        FIELDS.iter().map(|(name, _)| *name)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Aspect::Measure => "measure",
            Aspect::Counts => "thing counted",
            Aspect::Definition => "definition",
            Aspect::Place => "place",
            Aspect::Population => "population",
            Aspect::Period => "period",
            Aspect::Unit => "unit",
            Aspect::When => "date",
            Aspect::Occasion => "occasion",
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
