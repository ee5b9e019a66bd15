//! Bytes with mistakes in them: pieces flipped, left out, doubled, put in from others.

use crate::random::Random;

/// A mutant is cut to so many bytes.
const LONGEST: usize = 3_000;
const EDITS: usize = 6;
/// Bytes of a piece, at most.
const PIECE: usize = 40;

/// Bytes that often mean something.
const TELLING: [u8; 16] = *b"\0\xff\x80\x7f\n\"\\(<{[],:.9";

/// One of the inputs with some mistakes.
pub fn mutant(random: &mut Random, kept: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = kept[random.below(kept.len())].clone();
    for _ in 0..=random.below(EDITS) {
        let other = &kept[random.below(kept.len())];
        edit(random, &mut bytes, other);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn edit(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = random.below(bytes.len() + 1);
    let end = (at + random.below(PIECE)).min(bytes.len());
    let taken = random.below(other.len() + 1);
    let piece = &other[taken..(taken + random.below(PIECE)).min(other.len())];
    match random.below(7) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = TELLING[random.below(TELLING.len())]),
        2 => drop(bytes.drain(at..end)),
        3 => drop(bytes.splice(at..at, piece.iter().copied())),
        4 => drop(bytes.splice(at..end, piece.iter().copied())),
        5 => drop(bytes.splice(at..at, bytes[at..end].repeat(1 + random.below(30)))),
        _ => drop(bytes.splice(at.., other[taken..].iter().copied())),
    }
}
