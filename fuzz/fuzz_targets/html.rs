//! What it does: `tests/bytes/targets/html.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("html", bytes));
