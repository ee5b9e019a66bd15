//! What has become of an import.

use std::collections::BTreeMap;

use serde::Serialize;

/// What has become of an import, or would.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Ids of records that are new, by kind.
    pub added: BTreeMap<&'static str, Vec<String>>,
    /// Ids of records that the graph had already, by kind.
    pub present: BTreeMap<&'static str, Vec<String>>,
    /// Records that the graph has and that say something else. They stay as the graph has them.
    pub conflicts: Vec<Conflict>,
    /// What has no home in the graph.
    pub unmapped: Vec<Listed>,
    /// What the files leave open and was taken to be so.
    pub assumed: Vec<Listed>,
}

/// A field of a record that the graph has and that a file says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Where the file says it.
    pub at: String,
    /// The kind of record.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The field.
    pub field: String,
    /// What the graph has.
    pub graph: String,
    /// What the file has.
    pub file: String,
}

/// Something in a file, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Where it stands: file, then line and column, or a path.
    pub at: String,
    /// What it is.
    pub what: String,
    /// Why it was not taken, or what was taken in its place.
    pub why: String,
}

impl Report {
    /// Whether all that the files say is in the graph.
    pub fn is_whole(&self) -> bool {
        self.conflicts.is_empty() && self.unmapped.is_empty()
    }

    /// How many records are new.
    pub fn new_records(&self) -> usize {
        self.added.values().map(Vec::len).sum()
    }
}
