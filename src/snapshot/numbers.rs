//! The numbers of records in columns.

/// Records that are asked for, by their numbers in the order of ids; each kind in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Places.
    pub places: Vec<u32>,
    /// Measures.
    pub measures: Vec<u32>,
    /// Sources.
    pub sources: Vec<u32>,
    /// Actors.
    pub actors: Vec<u32>,
}
