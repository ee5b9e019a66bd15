//! The attributes of nodes and edges, with their types: a table.

/// The type of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// A text; several are set apart by semicolons.
    Text,
    /// A floating-point number.
    Double,
    /// Yes or no.
    Boolean,
}

impl Type {
    /// Its name in GraphML.
    pub fn name(self) -> &'static str {
        match self {
            Type::Text => "string",
            Type::Double => "double",
            Type::Boolean => "boolean",
        }
    }
}

use Type::{Boolean, Double, Text};

/// Attributes of nodes. Those of claims and sources are the fields of their JSON.
pub(super) const NODE: [(&str, Type); 48] = [
    ("kind", Text),
    ("id", Text),
    ("label", Text),
    // Claims.
    ("claim_kind", Text),
    ("source", Text),
    ("says", Text),
    ("value", Text),
    ("stated_low", Double),
    ("stated_high", Double),
    ("stated_unit", Text),
    ("hedge", Text),
    ("low", Double),
    ("high", Double),
    ("low_included", Boolean),
    ("high_included", Boolean),
    ("expected_low", Double),
    ("expected_high", Double),
    ("unit", Text),
    ("measure", Text),
    ("basis", Text),
    ("counts", Text),
    ("about", Text),
    ("stance", Text),
    ("population", Text),
    ("place", Text),
    ("period", Text),
    ("period_start", Text),
    ("period_end", Text),
    ("definition", Text),
    ("attribution", Text),
    ("attributed_to", Text),
    ("origins", Text),
    ("evidence", Text),
    ("inferred", Text),
    ("method", Text),
    ("fingerprint", Text),
    ("note", Text),
    // Sources.
    ("source_kind", Text),
    ("title", Text),
    ("outlet", Text),
    ("authors", Text),
    ("published", Text),
    ("retrieved", Text),
    ("language", Text),
    ("url", Text),
    // Actors, places, populations, events.
    ("aliases", Text),
    ("vague", Boolean),
    ("date", Text),
];

/// Attributes of edges.
pub(super) const EDGE: [(&str, Type); 7] = [
    ("kind", Text),
    ("gap", Double),
    ("gap_kind", Text),
    ("conditional", Boolean),
    ("conditions", Text),
    ("reasons", Text),
    ("why", Text),
];
