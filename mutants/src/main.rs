//! Which changes of the code does no test notice? Every mutant that `cargo mutants --list` names is written into one copy of the
//! crate, behind a switch, so that all of them are built at once; then the tests run once for each, with its number in the
//! environment. A mutant that does not build that way is left out.
//!
//!     gainsay-mutants WORK LIST

mod build;
mod copy;
mod edit;
mod mutant;
mod results;
mod run;
mod source;

use std::path::Path;

use anyhow::{Context, Result};

use copy::Copy;
use mutant::Mutant;
use results::Results;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [work, list] = &arguments[..] else { anyhow::bail!("usage: gainsay-mutants WORK LIST") };
    let work = Path::new(work);
    let text = std::fs::read_to_string(list).with_context(|| format!("{list} cannot be read"))?;
    let mutants: Vec<Mutant> =
        serde_json::from_str(&text).with_context(|| format!("{list} is not a list of mutants"))?;
    let copy = Copy::renew(work)?;
    let results = Results::open(&work.join("results.tsv"), &copy, &mutants)?;
    let programs = build::all(&copy, &mutants, &results)?;
    run::all(&copy, &programs, &mutants, &results)?;
    results.print(&mutants);
    Ok(())
}
