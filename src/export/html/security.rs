//! The policy of the page: nothing is loaded, and only its own style and script run.

use sha2::{Digest, Sha256};

/// The content of the policy's `<meta>` for a page with this style and this script.
pub(super) fn policy(style: &str, script: &str) -> String {
    let (style, script) = (source(style), source(script));
    format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'")
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(four).collect()
}

/// Four letters for up to three bytes.
fn four(chunk: &[u8]) -> [char; 4] {
    let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    let letter = |at: usize| char::from(LETTERS[(bits >> (18 - 6 * at)) as usize & 63]);
    std::array::from_fn(|at| if at <= chunk.len() { letter(at) } else { '=' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        let rows =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        for (text, letters) in rows {
            assert_eq!(base64(text.as_bytes()), letters);
        }
    }
}
