//! All mutants in one build: those that do not compile are taken out until the rest does.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::copy::Copy;
use crate::edit::{Woven, weave};
use crate::mutant::Mutant;
use crate::results::{Outcome, Results};
use crate::run::SUITES;
use crate::source::Source;

/// The program of each suite, by its name.
pub type Programs = BTreeMap<String, PathBuf>;

/// Builds all mutants but those that do not compile, or not behind a switch, which the results keep.
pub fn all(copy: &Copy, mutants: &[Mutant], results: &Results) -> Result<Programs> {
    let files: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    let mut sources = BTreeMap::new();
    for file in &files {
        let text = copy.code.get(*file).with_context(|| format!("{file} has mutants, but is not there"))?;
        sources.insert(*file, Source::read(text.clone()).with_context(|| (*file).to_owned())?);
    }
    for (path, text) in copy.code.iter().filter(|(path, _)| !files.contains(path.as_str())) {
        copy.write(path, text.as_bytes())?;
    }
    // What did not compile in the last run does not now: nothing is built twice for it.
    let unbuilt = |number: &usize| results.of(&mutants[*number]) == Some(Outcome::Unbuilt);
    let mut left_out: BTreeSet<usize> = (0..mutants.len()).filter(unbuilt).collect();
    loop {
        let mut woven = BTreeMap::new();
        for (file, source) in &sources {
            let own =
                mutants.iter().enumerate().filter(|(number, one)| one.file == *file && !left_out.contains(number));
            let written = weave(source, own);
            copy.write(file, written.text.as_bytes())?;
            woven.insert((*file).to_owned(), written);
        }
        let written: BTreeSet<usize> =
            woven.values().flat_map(|file| &file.places).map(|(mutant, _)| *mutant).collect();
        left_out.extend((0..mutants.len()).filter(|number| !written.contains(number)));
        let faults = faults(&cargo(copy, &["check", "--lib"])?)?;
        if faults.is_empty() {
            break;
        }
        let before = left_out.len();
        left_out.extend(faults.iter().filter_map(|(file, bytes)| innermost(woven.get(file)?, bytes)));
        ensure!(left_out.len() > before, "the copy does not compile, and no mutant is why: {:?}", faults);
        eprintln!("{} of {} mutants do not compile", left_out.len(), mutants.len());
    }
    for number in left_out {
        results.add(&mutants[number], Outcome::Unbuilt)?;
    }
    programs(copy)
}

/// The mutant in which a fault lies.
fn innermost(woven: &Woven, fault: &Range<usize>) -> Option<usize> {
    let around = woven.places.iter().filter(|(_, place)| place.start <= fault.start && fault.start < place.end);
    around.min_by_key(|(_, place)| place.len()).map(|(mutant, _)| *mutant)
}

/// Cargo's messages.
fn cargo(copy: &Copy, arguments: &[&str]) -> Result<Vec<Value>> {
    let mut command = Command::new("cargo");
    command.args(arguments).args(["--no-default-features", "--message-format=json", "--quiet"]);
    command.current_dir(&copy.root).env("CARGO_TARGET_DIR", &copy.target).env("RUSTFLAGS", "--cap-lints=allow");
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("cargo cannot run")?;
    let lines = String::from_utf8(output.stdout)?;
    lines.lines().map(|line| serde_json::from_str(line).context("cargo says what is not JSON")).collect()
}

/// The file and bytes of each error.
fn faults(messages: &[Value]) -> Result<Vec<(String, Range<usize>)>> {
    let mut faults = Vec::new();
    for message in messages.iter().map(|message| &message["message"]).filter(|message| message["level"] == "error") {
        let spans = message["spans"].as_array().context("an error without places")?;
        for span in spans.iter().filter(|span| span["is_primary"] == true) {
            let byte = |name: &str| span[name].as_u64().context("a place without bytes").map(|byte| byte as usize);
            let file = span["file_name"].as_str().context("a place without a file")?;
            faults.push((file.to_owned(), byte("byte_start")?..byte("byte_end")?));
        }
    }
    Ok(faults)
}

fn programs(copy: &Copy) -> Result<Programs> {
    let mut arguments = vec!["test", "--no-run", "--lib"];
    let programs: BTreeSet<&str> = SUITES.iter().map(|suite| suite.name).filter(|name| *name != "lib").collect();
    arguments.extend(programs.iter().flat_map(|name| ["--test", name]));
    let mut programs = BTreeMap::new();
    for message in cargo(copy, &arguments)? {
        if message["message"]["level"] == "error" {
            bail!("the tests do not compile: {}", message["message"]["rendered"].as_str().unwrap_or_default());
        }
        if let Some(program) = message["executable"].as_str() {
            let target = &message["target"];
            let name = if target["kind"][0] == "test" { target["name"].as_str().unwrap_or_default() } else { "lib" };
            programs.insert(name.to_owned(), PathBuf::from(program));
        }
    }
    Ok(programs)
}
