//! How claims were put in columns, so that others can be put beside them without a look at the claims again.

use serde::{Deserialize, Serialize};

use super::lane::Lane;
use crate::model::Topic;

/// The lane of each claim, and what else decides where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The lanes, in the order in which claims came to them.
    pub lanes: Vec<Lane>,
    /// The lane of each claim, in the order of ids.
    pub lane: Vec<u32>,
    /// What else holds of each claim, as bits.
    pub flags: Vec<u8>,
    /// What the numbers of blocks and things counted stand for.
    pub words: Words,
}

/// What numbers in lanes stand for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// Of each block, what its first claim speaks of.
    pub topics: Vec<Topic<String>>,
    /// Things counted.
    pub counts: Vec<String>,
}

impl Ledger {
    /// A claim's days and ends do not tell all of it, even if it neither revises nor is revised.
    pub const BLUNT: u8 = 1;
    /// A claim excludes an end of its own figure.
    pub const STRICT: u8 = 2;
}
