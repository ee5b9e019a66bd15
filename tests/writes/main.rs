//! What is written into a graph: killed processes, full disks, folders that are read-only, and two processes at once.

#[cfg(unix)]
mod full;
mod kill;
mod race;
#[path = "../inbox/support.rs"]
mod support;
