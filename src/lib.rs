//! Gainsay: a knowledge graph of claims and their sources.
#![forbid(unsafe_code)]

pub mod check;
pub mod codes;
pub mod compare;
pub mod export;
pub mod extract;
pub mod findings;
pub mod graph;
pub mod import;
pub mod inbox;
pub mod ingest;
pub mod lint;
pub mod matching;
pub mod model;
pub mod quantity;
pub mod readers;
pub mod reuse;
pub mod snapshot;
pub mod store;
pub mod sweep;
pub mod text;
pub mod trace;
