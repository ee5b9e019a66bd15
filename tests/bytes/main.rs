//! Any bytes, on all that reads bytes: what fuzzing has found or reached is kept, and a little more of it is tried in each
//! run, always the same. `GAINSAY_FUZZ` is how many times as much; `fuzz/README.md` tells of the rest.

mod mutant;
#[path = "../reading/random.rs"]
mod random;
mod targets;

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use mutant::mutant;
use random::Random;

/// An input of a target, and where it is kept.
struct Kept {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// The inputs that are kept for a target, by name.
fn kept(target: &str) -> Vec<Kept> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bytes/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| Kept { bytes: fs::read(&path).unwrap(), path };
    paths.into_iter().map(read).collect()
}

/// Runs a target; if it does not hold, the input is kept beside what is built.
fn hold(target: &str, input: &str, bytes: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| targets::run(target, bytes))).is_err() {
        let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{target}-found"));
        fs::write(&found, bytes).unwrap();
        panic!("{target} does not hold for {input}, which is kept as {}", found.display());
    }
}

fn every_input_that_is_kept(target: &str) {
    let kept = kept(target);
    assert!(kept.len() > 3, "only {} inputs", kept.len());
    kept.iter().for_each(|one| hold(target, &one.path.display().to_string(), &one.bytes));
}

/// How many mutants a target is given.
const MUTANTS: usize = 600;
/// The same for targets that take their time without optimisation.
const FEW: [(&str, usize); 3] = [("check", 80), ("extract", 150), ("snapshot", 300)];

fn mutants_of_them(target: &str) {
    let kept: Vec<Vec<u8>> = kept(target).into_iter().map(|one| one.bytes).collect();
    let times = env::var("GAINSAY_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let few = FEW.iter().find(|(slow, _)| *slow == target);
    let count = few.map_or(MUTANTS, |(_, count)| *count) * times;
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for number in 0..count {
        let bytes = mutant(&mut random, &kept);
        hold(target, &format!("mutant {number}"), &bytes);
    }
}

/// Two tests of each target.
macro_rules! held {
    ($($target:ident)*) => {
        const HELD: &[&str] = &[$(stringify!($target)),*];
        $(mod $target {
            #[test]
            fn holds_for_every_input_that_is_kept() {
                super::every_input_that_is_kept(stringify!($target));
            }

            #[test]
            fn holds_for_mutants_of_them() {
                super::mutants_of_them(stringify!($target));
            }
        })*
    };
}

held!(check docx extract filters graph html import pdf plain snapshot values);

#[test]
fn every_target_is_held_and_can_be_fuzzed() {
    let names: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, HELD);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = fs::read_to_string(root.join("fuzz/Cargo.toml")).unwrap();
    for name in names {
        assert!(listed.contains(&format!("name = \"{name}\"")), "{name}");
        let target = fs::read_to_string(root.join(format!("fuzz/fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("targets::run(\"{name}\"")), "{name}");
    }
}
