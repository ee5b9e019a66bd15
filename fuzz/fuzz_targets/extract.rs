//! Any bytes, read as text: its figures keep the laws.
#![no_main]

#[path = "../../tests/reading/laws.rs"]
#[expect(dead_code, reason = "each target has laws of its own")]
mod laws;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = laws::figures(&String::from_utf8_lossy(bytes)) {
        panic!("{broken}");
    }
});
