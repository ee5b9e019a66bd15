//! Gainsay: a knowledge graph of claims and their sources.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod model;
pub mod quantity;
pub mod store;
