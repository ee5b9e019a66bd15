//! What it does: `tests/bytes/targets/graph.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("graph", bytes));
