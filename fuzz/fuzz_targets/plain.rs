//! What it does: `tests/bytes/targets/plain.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("plain", bytes));
