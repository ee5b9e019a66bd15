//! The tests, once for each mutant.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::build::Programs;
use crate::copy::Copy;
use crate::mutant::Mutant;
use crate::results::{Outcome, Results, locked};

/// A program of tests, which of its tests are run (all, where none is named), and which of those are left out.
pub struct Suite {
    pub name: &'static str,
    taken: &'static [&'static str],
    skipped: &'static [&'static str],
}

/// The quickest first: what one has caught the next is not asked. Left out is what takes seconds and is held by others, too.
pub const SUITES: &[Suite] = &[
    Suite { name: "lib", taken: &[], skipped: &[] },
    Suite { name: "library", taken: &["findings::", "five_articles::", "saying::", "values::"], skipped: &[] },
    Suite { name: "model", taken: &[], skipped: &[] },
    Suite { name: "library", taken: &["trace::"], skipped: &["a_million"] },
    Suite { name: "laws", taken: &[], skipped: &["crowds"] },
];

/// Seconds after which a suite counts as one that never ends.
const SECONDS: &str = "60";

/// How a suite ended.
enum Ended {
    Well,
    Failed,
    Late,
}

/// Tries each mutant that is built and not caught yet.
pub fn all(copy: &Copy, programs: &Programs, mutants: &[Mutant], results: &Results) -> Result<()> {
    for suite in SUITES {
        match run(copy, programs, suite, &layers(mutants), None)? {
            Ended::Well => {}
            Ended::Failed => bail!("tests of {} fail without any mutant", suite.name),
            Ended::Late => bail!("tests of {} take more than {SECONDS} seconds without any mutant", suite.name),
        }
    }
    let tried: Vec<usize> = (0..mutants.len()).filter(|number| results.is_open(&mutants[*number])).collect();
    let (next, failure, last) = (AtomicUsize::new(0), Mutex::new(None), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |cores| cores.get()) {
            scope.spawn(|| {
                while let Some(number) = tried.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let told = outcome(copy, programs, &mutants[*number], *number, &last)
                        .and_then(|outcome| results.add(&mutants[*number], outcome));
                    if let Err(error) = told {
                        *locked(&failure) = Some(error);
                        next.store(tried.len(), Ordering::Relaxed);
                    }
                    eprint!("\r{} of {} mutants tried", next.load(Ordering::Relaxed).min(tried.len()), tried.len());
                }
            });
        }
    });
    eprintln!();
    failure.into_inner().unwrap_or_else(|broken| broken.into_inner()).map_or(Ok(()), Err)
}

/// The suite that has caught the last mutant of each file: it is asked first about the next.
type Last = Mutex<BTreeMap<String, &'static str>>;

fn outcome(copy: &Copy, programs: &Programs, mutant: &Mutant, number: usize, last: &Last) -> Result<Outcome> {
    let layers = layers(std::slice::from_ref(mutant));
    let known = locked(last).get(&mutant.file).copied();
    let mut suites: Vec<&Suite> = SUITES.iter().collect();
    suites.sort_by_key(|suite| (suite.name != "lib", Some(suite.name) != known));
    for suite in suites {
        match run(copy, programs, suite, &layers, Some(number))? {
            Ended::Well => {}
            Ended::Failed => {
                if suite.name != "lib" {
                    locked(last).insert(mutant.file.clone(), suite.name);
                }
                return Ok(Outcome::Caught(suite.name.to_owned()));
            }
            Ended::Late => return Ok(Outcome::Late),
        }
    }
    Ok(Outcome::Survived)
}

/// The layers of mutants, each once.
fn layers(mutants: &[Mutant]) -> BTreeSet<&str> {
    mutants.iter().filter_map(|mutant| mutant.file.split('/').nth(1)).collect()
}

/// Runs a suite; of unit tests those of some layers.
fn run(
    copy: &Copy,
    programs: &Programs,
    suite: &Suite,
    layers: &BTreeSet<&str>,
    mutant: Option<usize>,
) -> Result<Ended> {
    let program = programs.get(suite.name).with_context(|| format!("there is no program of {}", suite.name))?;
    let mut command = Command::new("timeout");
    command.arg(SECONDS).arg(program);
    if suite.name == "lib" {
        command.args(layers.iter().map(|layer| format!("{layer}::")));
    }
    command.args(suite.taken).args(["--quiet", "-Z", "unstable-options", "--fail-fast", "--test-threads", "1"]);
    command.args(suite.skipped.iter().flat_map(|skipped| ["--skip", skipped]));
    // That a run ends with the first failure is an option of tests that is not stable.
    command.env("RUSTC_BOOTSTRAP", "1").env("PROPTEST_MAX_SHRINK_ITERS", "0").env("INSTA_UPDATE", "no");
    // What one mutant has broken is not tried on the next.
    command.env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1");
    if std::env::var_os("PROPTEST_CASES").is_none() {
        command.env("PROPTEST_CASES", "20");
    }
    command.env("CARGO_MANIFEST_DIR", &copy.root);
    if let Some(number) = mutant {
        command.env("GAINSAY_MUTANT", number.to_string());
    }
    let quiet = command.current_dir(&copy.root).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(match quiet.status().context("timeout cannot run")?.code() {
        Some(0) => Ended::Well,
        Some(124) => Ended::Late,
        _ => Ended::Failed,
    })
}
