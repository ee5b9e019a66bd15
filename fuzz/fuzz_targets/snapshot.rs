//! What it does: `tests/bytes/targets/snapshot.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("snapshot", bytes));
