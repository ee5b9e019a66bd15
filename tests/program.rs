//! The program as its users have it: what they type, what it prints, what it writes.

mod bad_input;
mod check;
mod cli;
mod commands;
mod diff;
mod inbox;
mod json;
mod linked;
mod messages;
mod own_files;
mod page;
mod readers;
mod readme;
mod reuse;
mod size;
mod snapshot;
mod support;
