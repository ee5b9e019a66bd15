//! What it does: `tests/bytes/targets/pdf.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("pdf", bytes));
