//! What a claim is known again by, whatever its notes.

use crate::quantity::options;
use crate::store::digest::sha256;
use crate::store::record::ClaimRecord;

/// Hexadecimal digits of it.
const DIGITS: usize = 12;

/// Twelve hexadecimal digits of the SHA-256 of the record, notes left out.
pub(crate) fn fingerprint(source: &str, record: &ClaimRecord) -> String {
    // A record is copied only where there is something to leave out.
    let bare = record.note.is_some().then(|| ClaimRecord { note: None, ..record.clone() });
    let mut text = String::with_capacity(512);
    let written = options().to_writer(&mut text, &(source, bare.as_ref().unwrap_or(record)));
    let mut digits = sha256(written.map_or("", |()| &text).as_bytes());
    digits.truncate(DIGITS);
    digits
}
