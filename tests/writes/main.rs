//! What is written into a graph: killed processes, full disks, folders that are read-only, and two processes at once.

mod edited;
#[cfg(unix)]
mod full;
mod kill;
#[cfg(target_os = "linux")]
mod output;
mod race;
#[allow(dead_code, reason = "talks to the program use the rest")]
#[path = "../inbox/support.rs"]
mod support;
#[cfg(target_os = "linux")]
mod syscalls;
