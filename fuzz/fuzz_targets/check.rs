//! What it does: `tests/bytes/targets/check.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("check", bytes));
