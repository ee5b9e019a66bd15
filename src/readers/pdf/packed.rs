//! What streams unpack to, counted before the parser unpacks them: it keeps no limit of its own.

use std::io::{self, Read};

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

/// What the streams of a file may unpack to together, pictures included, with what they are unpacked from.
const UNPACKED: u64 = 1_000_000_000;

/// Whether the streams of a file unpack to what a document may have. Each word `stream` is taken for the beginning of one,
/// as it must be that of any.
pub(super) fn is_modest(bytes: &[u8]) -> bool {
    fits(bytes, UNPACKED)
}

fn fits(bytes: &[u8], most: u64) -> bool {
    let mut left = most;
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn streams_count_together() {
        let packed = zlib(&[b' '; 10_000]);
        let stream = [&b"1 0 obj << >> stream\r\n"[..], &packed, b"\nendstream endobj "].concat();
        assert!(fits(&stream.repeat(3), 40_000));
        assert!(!fits(&stream.repeat(4), 40_000));
        assert!(fits(&packed.repeat(4), 40_000));
    }

    #[test]
    fn streams_without_a_head_count_and_pictures_do_not() {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&[b' '; 10_000]).unwrap();
        assert!(cost(&packer.finish().unwrap(), 20_000) > 10_000);
        assert!(cost(b"\xff\xd8\xff\xe0\0\x10JFIF", 20_000) <= 20);
    }

    #[test]
    fn counting_ends_where_it_is_enough() {
        assert!(cost(&zlib(&[b' '; 1_000_000]), 1000) < 3000);
    }
}
