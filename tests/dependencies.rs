//! Every crate that is named in `Cargo.toml` is justified in `docs/dependencies.md`, in the version that is built.

use std::collections::BTreeSet;
use std::fs;

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The crates that `Cargo.toml` names, for the program and for tests.
fn named() -> BTreeSet<String> {
    let manifest = read("Cargo.toml");
    let sections = ["\n[dependencies]\n", "\n[dev-dependencies]\n"].map(|head| {
        let from = manifest.find(head).unwrap() + head.len();
        manifest[from..].split("\n[").next().unwrap().lines()
    });
    let name = |line: &str| line.split_once(" = ").map(|(name, _)| name.to_owned());
    sections.into_iter().flatten().filter_map(name).collect()
}

/// The cells of the rows of a table of the page that begin with a crate's name.
fn rows(page: &str, name: &str) -> Vec<Vec<String>> {
    let head = format!("| {name} |");
    let rows = page.lines().filter(|line| line.starts_with(&head));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn each_is_justified_in_the_version_that_is_built() {
    let (page, lock) = (read("docs/dependencies.md"), read("Cargo.lock"));
    let is_built = |name: &str, version: &str| lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"));
    assert!(named().len() > 40, "{:?}", named());
    for name in named() {
        let rows = rows(&page, &name);
        let told = rows.iter().any(|row| is_built(&name, &row[1]) && row.last().is_some_and(|why| why.len() > 2));
        assert!(told, "{name}: no row with the version of Cargo.lock says what it is for");
        let weighed = rows.iter().any(|row| row.len() == 5 && row[1].replace(',', "").parse::<u32>().is_ok());
        assert!(weighed, "{name}: no row says its size, upkeep and what it would take to do without");
    }
}

#[test]
fn no_crate_is_justified_that_is_not_named() {
    let page = read("docs/dependencies.md");
    let (_, table) = page.split_once("\n| crate | lines | of | a year | without it |\n").unwrap();
    let told = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let told: BTreeSet<String> = told.filter_map(|row| Some(row.split('|').nth(1)?.trim().to_owned())).collect();
    assert_eq!(told, named());
}

#[test]
fn the_library_alone_builds_neither_a_command_line_nor_readers_of_pdf_html_and_docx() {
    let manifest = read("Cargo.toml");
    let features = manifest.split("\n[features]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    for (feature, crates) in [
        ("cli", &["clap", "clap_complete", "clap_mangen", "indicatif", "comfy-table", "annotate-snippets"][..]),
        ("docx", &["flate2", "zip"]),
        ("html", &["html5gum"]),
        ("pdf", &["flate2", "hayro-font", "hayro-syntax"]),
    ] {
        let (_, rest) = features.split_once(&format!("\n{feature} = [")).unwrap();
        let brought = rest.split(']').next().unwrap();
        for name in crates {
            assert!(brought.contains(&format!("\"dep:{name}\"")), "{feature} does not bring {name}");
            let line = manifest.lines().find(|line| line.starts_with(&format!("{name} = "))).unwrap();
            assert!(line.contains("optional = true"), "{name} is built in any case");
        }
    }
}
