//! What is written into a graph: killed processes, full disks, folders that are read-only, and two processes at once.

#[allow(dead_code, reason = "talks to the program use the rest")]
#[path = "../inbox/support.rs"]
mod desk;
mod edited;
#[cfg(unix)]
mod full;
mod kill;
#[cfg(target_os = "linux")]
mod output;
mod race;
#[path = "../support/mod.rs"]
mod support;
#[cfg(target_os = "linux")]
mod syscalls;
