//! What it does: `tests/bytes/targets/docx.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("docx", bytes));
