//! What it does: `tests/bytes/targets/extract.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("extract", bytes));
