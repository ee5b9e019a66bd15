//! One example that goes wrong for each code, with all that is told of it. Read the snapshots as somebody who has just made the
//! mistake: each says where, what was found, what was expected, and what to do.
#![expect(clippy::too_many_lines, reason = "examples are lists, one beneath the other")]
#![cfg(target_os = "linux")] // The words of the system are in the snapshots.

mod commands;
mod explain;
mod faults;
mod imports;
mod lint;
mod notation;
mod page;
mod scene;
mod slips;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gainsay::codes::{Code, FAMILIES};
use regex::Regex;
use scene::Case;

/// The examples of each family of codes, in the order of the families.
fn families() -> [(&'static str, Vec<Case>); 5] {
    [
        ("faults", faults::cases().into_iter().chain(slips::faults()).collect()),
        ("texts", texts::cases()),
        ("imports", imports::cases()),
        ("commands", commands::cases().into_iter().chain(slips::cases()).collect()),
        ("lint", lint::cases()),
    ]
}

#[test]
fn each_code_has_an_example_in_its_family() {
    for ((name, cases), family) in families().into_iter().zip(&FAMILIES) {
        let mut examples: BTreeMap<&str, usize> =
            family.explanations().unwrap().into_keys().map(|name| (Code::of(&name).unwrap().name(), 0)).collect();
        for case in &cases {
            let known = examples.get_mut(case.code.name());
            *known.unwrap_or_else(|| panic!("{} is of another family than {name}", case.code)) += 1;
        }
        let without: Vec<&str> = examples.into_iter().filter(|(_, count)| *count == 0).map(|(code, _)| code).collect();
        assert!(without.is_empty(), "without an example in tests/messages/{name}.rs: {without:?}");
    }
}

/// The text of all Rust files in a folder, but for those that define codes or only show them.
fn code_in(folder: &Path, text: &mut String) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("src/codes") {
            code_in(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("cli/report.rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn each_code_is_used_by_the_program() {
    let mut text = String::new();
    code_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let used = Regex::new(r"Code::([A-Z]\w+)").unwrap();
    let used: BTreeSet<&str> = used.captures_iter(&text).map(|found| found.get(1).unwrap().as_str()).collect();
    let unused: Vec<&Code> = Code::ALL.iter().filter(|code| !used.contains(format!("{code:?}").as_str())).collect();
    assert!(unused.is_empty(), "nothing tells {unused:?}");
}

/// Whether a command tells it, and not this test in its stead.
fn is_of_command(told: &str) -> bool {
    told.contains("\n$ ") && told.contains("error[")
}

/// Whether what to do stands beneath the error, or, of arguments, in clap's own words.
fn is_advised(told: &str) -> bool {
    told.contains("help: ") || told.contains("--help")
}

/// Runs the examples of a family and holds all that they tell against what was told before.
fn family(name: &str) {
    let (_, cases) = families().into_iter().find(|(family, _)| *family == name).unwrap();
    let (told, untold): (Vec<_>, Vec<_>) = cases.iter().map(Case::told).partition(Result::is_ok);
    let untold: Vec<String> = untold.into_iter().filter_map(Result::err).collect();
    assert!(untold.is_empty(), "these do not tell their code:\n\n{}", untold.join("\n"));
    let told: Vec<String> = told.into_iter().flatten().collect();
    let unadvised: Vec<&String> = told.iter().filter(|told| is_of_command(told) && !is_advised(told)).collect();
    assert!(unadvised.is_empty(), "these do not say what to do: {unadvised:#?}");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, told.join("\n")));
}

#[test]
fn faults_of_graphs_are_told() {
    family("faults");
}

#[test]
fn faults_of_texts_are_told() {
    family("texts");
}

#[test]
fn faults_of_imports_are_told() {
    family("imports");
}

#[test]
fn errors_of_commands_are_told() {
    family("commands");
}

#[test]
fn findings_of_lint_are_told() {
    family("lint");
}
