//! What it does: `tests/bytes/targets/values.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("values", bytes));
