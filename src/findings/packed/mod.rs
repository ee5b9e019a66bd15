//! Questions and counts of a graph in a snapshot, of which no more is unpacked than an answer needs.

mod excerpt;
mod glance;
pub(super) mod stacks;
mod tally;
