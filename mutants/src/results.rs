//! What came of each mutant; kept in a file, so that a run goes on where the last was stopped.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

use crate::copy::Copy;
use crate::mutant::Mutant;

#[derive(Clone, Eq, PartialEq)]
pub enum Outcome {
    /// By the tests of a suite.
    Caught(String),
    /// It does not compile, or not behind a switch.
    Unbuilt,
    /// The tests did not end.
    Late,
    Survived,
}

/// What a mutant is called that is not built.
const UNBUILT: &str = "does not compile";

impl Outcome {
    fn read(text: &str) -> Outcome {
        match text {
            "survived" => Outcome::Survived,
            "late" => Outcome::Late,
            UNBUILT => Outcome::Unbuilt,
            suite => Outcome::Caught(suite.to_owned()),
        }
    }

    fn text(&self) -> &str {
        match self {
            Outcome::Caught(suite) => suite,
            Outcome::Late => "late",
            Outcome::Unbuilt => UNBUILT,
            Outcome::Survived => "survived",
        }
    }
}

pub struct Results {
    /// By the mutant and the code of its file, tests not counted: what is known holds as long as that code does.
    known: Mutex<HashMap<(String, u64), Outcome>>,
    file: Mutex<File>,
    /// Of each file with mutants.
    code: BTreeMap<String, u64>,
}

impl Results {
    pub fn open(path: &Path, copy: &Copy, mutants: &[Mutant]) -> Result<Results> {
        let files = mutants.iter().map(|mutant| &mutant.file);
        let code = files.map(|file| (file.clone(), digest(&copy.code[file]))).collect();
        let mut known = HashMap::new();
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            if let [code, outcome, name] = line.splitn(3, '\t').collect::<Vec<_>>()[..] {
                known.insert((name.to_owned(), code.parse()?), Outcome::read(outcome));
            }
        }
        let file =
            File::options().append(true).create(true).open(path).with_context(|| format!("{}", path.display()))?;
        Ok(Results { known: Mutex::new(known), file: Mutex::new(file), code })
    }

    /// Whether a mutant is to be tried: never tried, or survived, since tests may have come.
    pub fn is_open(&self, mutant: &Mutant) -> bool {
        self.of(mutant).is_none_or(|outcome| outcome == Outcome::Survived)
    }

    pub fn add(&self, mutant: &Mutant, outcome: Outcome) -> Result<()> {
        let code = self.code[&mutant.file];
        writeln!(locked(&self.file), "{code}\t{}\t{}", outcome.text(), mutant.name)?;
        locked(&self.known).insert((mutant.name.clone(), code), outcome);
        Ok(())
    }

    /// What is known of a mutant.
    pub fn of(&self, mutant: &Mutant) -> Option<Outcome> {
        let key = (mutant.name.clone(), self.code[&mutant.file]);
        locked(&self.known).get(&key).cloned()
    }

    /// How many of each layer were caught by what, and the survivors by name.
    pub fn print(&self, mutants: &[Mutant]) {
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        let mut survivors = Vec::new();
        for mutant in mutants {
            let layer = mutant.file.split('/').nth(1).unwrap_or_default();
            let outcome = self.of(mutant);
            let text = outcome.as_ref().map_or("not tried", Outcome::text);
            *counts.entry((layer, text.to_owned())).or_default() += 1;
            if outcome == Some(Outcome::Survived) {
                survivors.push(&mutant.name);
            }
        }
        for ((layer, text), count) in counts {
            println!("{layer:<10} {text:<18} {count:>5}");
        }
        println!("\nsurvivors:");
        survivors.iter().for_each(|name| println!("{name}"));
    }
}

/// What a thread that panicked has left behind is whole: values are put in at once.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Of the code alone: what stands behind it are unit tests.
fn digest(code: &str) -> u64 {
    let code = code.split("\n#[cfg(test)]\n").next().unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    code.hash(&mut hasher);
    hasher.finish()
}
