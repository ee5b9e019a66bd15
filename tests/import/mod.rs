//! Imports: what an export holds comes back, files of people are read, bad ones change nothing.

mod bad;
mod cells;
mod citations;
mod conflicts;
mod factchecks;
mod large;
mod report;
mod sheets;
mod support;
mod tables;
mod world;
