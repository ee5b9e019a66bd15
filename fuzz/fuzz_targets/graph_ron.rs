//! Any bytes, read as a file of claims: a fault lies in the text, and what is read is the same when written and read again.
#![no_main]

use std::path::Path;

use gainsay::store::{read_claims, to_ron};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let path = Path::new("claims/any.ron");
    match read_claims(path, &text) {
        Err(fault) => {
            let locus = fault.locus();
            assert!(locus.line >= 1 && locus.column >= 1 && locus.line <= text.matches('\n').count() + 1, "{fault}");
        }
        Ok(claims) => {
            let written = to_ron(&claims).expect("what was read can be written");
            let again = read_claims(path, &written).expect("what was written can be read");
            // Written, because a number that is none is not equal to itself.
            assert_eq!(written, to_ron(&again).expect("it was written before"));
        }
    }
});
