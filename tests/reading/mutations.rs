//! Texts with mistakes in them: the seeds of the fuzz targets and the examples of the rules, cut and spliced at random,
//! the same way in every run.

use std::fs;
use std::path::Path;

use gainsay::extract::examples;

use crate::reading::laws::{figures, moments};
use crate::reading::random::Random;

const TEXTS: usize = 20_000;
/// A mutant is cut to this many characters.
const LONGEST: usize = 400;
const EDITS: usize = 8;

/// A piece of a text.
fn piece(random: &mut Random, text: &[char]) -> Vec<char> {
    let from = random.below(text.len());
    let length = random.below(40).min(text.len() - from);
    text[from..from + length].to_vec()
}

/// One edit: a piece of another text put in, one left out, one doubled, one character for another.
fn edit(random: &mut Random, text: &mut Vec<char>, other: &[char]) {
    let at = random.below(text.len() + 1);
    let end = (at + random.below(12)).min(text.len());
    match random.below(5) {
        0 | 1 => drop(text.splice(at..at, piece(random, other))),
        2 => drop(text.drain(at..end)),
        3 => drop(text.splice(at..at, text[at..end].to_vec())),
        _ => drop(text.splice(at..at.max(end.min(at + 1)), other.get(random.below(other.len())).copied())),
    }
}

fn seeds() -> Vec<Vec<char>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    let ruled = examples().iter().flat_map(|(_, examples)| &examples.finds).map(|(text, _)| text.clone());
    texts.chain(ruled).map(|text| text.chars().collect()).collect()
}

#[test]
fn texts_with_mistakes_are_read() {
    let seeds = seeds();
    assert!(seeds.len() > 200, "only {} seeds", seeds.len());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..TEXTS {
        let mut text = seeds[random.below(seeds.len())].clone();
        for _ in 0..=random.below(EDITS) {
            let other = random.below(seeds.len());
            edit(&mut random, &mut text, &seeds[other]);
        }
        text.truncate(LONGEST);
        let text: String = text.into_iter().collect();
        figures(&text).and_then(|()| moments(&text)).unwrap_or_else(|broken| panic!("{broken}"));
    }
}
