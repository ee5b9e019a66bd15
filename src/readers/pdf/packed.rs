//! What streams unpack to, counted before the parser unpacks them: it keeps no limit of its own.

use std::io::{self, Read};

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

/// What the streams of a file may unpack to together, pictures included, with what they are unpacked from.
const UNPACKED: u64 = 1_000_000_000;

/// Whether the streams of a file unpack to what a document may have. Each word `stream` is taken for the beginning of one,
/// as it must be that of any.
pub(super) fn is_modest(bytes: &[u8]) -> bool {
    let mut left = UNPACKED;
    for start in starts(bytes) {
        left = left.saturating_sub(cost(&bytes[start..], left));
    }
    left > 0
}

/// The bytes after each word `stream` and the end of its line.
fn starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let word = b"stream";
    let is_word = move |at: &usize| bytes[*at..].starts_with(word);
    let words = (0..bytes.len()).filter(|at| bytes[*at] == b's').filter(is_word);
    words.filter_map(move |at| {
        let rest = &bytes[at + word.len()..];
        let ends = [&b"\r\n"[..], b"\n", b"\r"];
        let end = ends.into_iter().find(|end| rest.starts_with(end))?;
        Some(at + word.len() + end.len())
    })
}

/// The bytes that a stream unpacks to and those that it is unpacked from, up to about `most`; nothing if it is not packed. The
/// parser also takes streams that lack the head of zlib.
pub(super) fn cost(bytes: &[u8], most: u64) -> u64 {
    let mut zlib = ZlibDecoder::new(bytes);
    run(&mut zlib, most);
    if zlib.total_out() > 0 {
        return zlib.total_in() + zlib.total_out();
    }
    let mut bare = DeflateDecoder::new(bytes);
    run(&mut bare, most);
    zlib.total_in() + bare.total_in() + bare.total_out()
}

/// Unpacks as far as it goes; a fault is an end.
fn run(decoder: &mut impl Read, most: u64) {
    let _ = io::copy(&mut decoder.take(most), &mut io::sink());
}
