//! What it does: `tests/bytes/targets/import.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("import", bytes));
