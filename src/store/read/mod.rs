//! From the files of a graph to its archive: what is there, what it says, and where that stands.

pub(super) mod again;
pub(super) mod file;
pub(super) mod files;
pub(super) mod find;
pub(super) mod listing;
pub(super) mod load;
pub(super) mod outline;
pub(super) mod parse;
pub(super) mod regular;
pub(super) mod sheet;
mod slips;
pub(crate) mod stamps;
mod syntax;
pub(super) mod waiting;
