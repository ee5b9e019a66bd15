//! What it does: `tests/bytes/targets/filters.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("filters", bytes));
