//! Holds the code to docs/ARCHITECTURE.md: layers import only those before them, files open with what they are, and the
//! library neither prints nor panics.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The two files that may panic, each on a table that is compiled in and that a test reads.
const MAY_PANIC: [&str; 2] = ["src/quantity/data.rs", "src/quantity/hedge.rs"];

/// What library code must not call, and the command line neither.
const NOWHERE: [&str; 8] = [
    r"\bdbg!",
    r"\btodo!",
    r"\bunimplemented!",
    r"\bunreachable!",
    r"\bprintln!",
    r"\beprintln!",
    r"\.unwrap\(\)",
    r"\.expect\(",
];
const NOT_IN_LIBRARY: [&str; 6] = [
    r"\bprint!",
    r"\beprint!",
    r"\bpanic!",
    r"\bprocess::exit\b",
    // Findings depend neither on the day nor on where the program runs.
    r"\benv::var",
    r"\b(?:Timestamp|Zoned|Instant)::now\b",
];

/// A Rust file under src.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Its place among modules: `["store", "read", "load"]`; empty for lib.rs and main.rs.
    fn module(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        if path == "lib" || path == "main" { Vec::new() } else { path.split('/').collect() }
    }

    fn is_library(&self) -> bool {
        self.module().first() != Some(&"cli") && self.path != "src/main.rs"
    }

    /// The code without comments, literals and the tests at its end.
    fn code(&self) -> String {
        let kept = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        code_only(kept)
    }
}

/// Blanks out comments, strings and characters.
fn code_only(text: &str) -> String {
    let literals = r###"r##".*?"##|r#".*?"#|r"[^"]*"|"(?:\\.|[^"\\])*"|'(?:\\[^']+|\\'|[^'\\])'"###;
    let pattern = Regex::new(&format!(r"(?s){literals}|//[^\n]*|/\*.*?\*/")).unwrap();
    pattern.replace_all(text, "\"\"").into_owned()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let root = Path::new(ROOT);
    let name = |path: &Path| path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
    let found: Vec<Source> = files(&root.join("src"), "rs")
        .iter()
        .map(|path| Source { path: name(path), text: fs::read_to_string(path).unwrap() })
        .collect();
    assert!(found.len() > 50, "only {} files found", found.len());
    found
}

/// The layers in the order in which ARCHITECTURE.md lists them: the lines `name/ …` of its first text block. A line that is
/// indented further is a layer of the one above it: `extract/time`. What is in none of a layer's own layers is its front, and
/// comes after them.
fn layers() -> Vec<String> {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/ARCHITECTURE.md")).unwrap();
    let block = text.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a text block");
    let mut found: Vec<String> = Vec::new();
    let mut front: Option<String> = None;
    for line in block.lines() {
        let Some((name, _)) = line.trim_start().split_once("/ ") else { continue };
        let is_inner = line.starts_with("    ");
        if is_inner {
            let outer = front.get_or_insert_with(|| found.pop().expect("a layer above it"));
            found.push(format!("{outer}/{name}"));
        } else {
            found.extend(front.take());
            found.push(name.to_owned());
        }
    }
    found.extend(front);
    found
}

/// The layer of a module: the longest that is listed.
fn layer_of<'a>(order: &'a [String], module: &[&str]) -> Option<&'a String> {
    (1..=module.len()).rev().find_map(|length| order.iter().find(|layer| **layer == module[..length].join("/")))
}

/// The modules that some code names, by `crate::`, `gainsay::`, or `super::` from its own place.
fn imports(code: &str, own: &[&str]) -> BTreeSet<Vec<String>> {
    let pattern = Regex::new(r"\b(?:crate|gainsay|((?:super::)*super))\b((?:\s*::\s*[a-z_]+)*)(\s*::\s*\{)?").unwrap();
    let named = |found: regex::Captures<'_>| {
        let supers = found.get(1).map_or(own.len(), |supers| supers.as_str().matches("super").count());
        let from = own.get(..own.len().checked_sub(supers)?)?;
        let names = found[2].split("::").map(str::trim).filter(|name| !name.is_empty());
        let path: Vec<String> = from.iter().copied().chain(names).map(str::to_owned).collect();
        (!path.is_empty() || found.get(3).is_some()).then_some(path)
    };
    pattern.captures_iter(code).filter_map(named).collect()
}

#[test]
fn the_document_lists_the_folders_of_src() {
    let listed: BTreeSet<String> = layers().into_iter().filter(|layer| !layer.contains('/')).collect();
    let entries = fs::read_dir(Path::new(ROOT).join("src")).unwrap().map(Result::unwrap);
    let folders =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    assert_eq!(listed, folders.collect());
}

#[test]
fn layers_import_only_those_before_them() {
    let order = layers();
    let place = |module: &[&str]| order.iter().position(|known| Some(known) == layer_of(&order, module));
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = place(&source.module()) else { continue };
        for module in imports(&source.code(), &source.module()) {
            let names: Vec<&str> = module.iter().map(String::as_str).collect();
            if names.is_empty() {
                wrong.push(format!("{}: name one layer in each `use`", source.path));
            } else if place(&names).is_some_and(|other| other > own) {
                wrong.push(format!("{} imports {}, which comes after it", source.path, names.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_open_with_what_they_are() {
    let mut wrong: Vec<String> =
        sources().into_iter().filter(|source| !source.text.starts_with("//! ")).map(|one| one.path).collect();
    let tables = files(&Path::new(ROOT).join("src"), "ron").into_iter();
    let silent = tables.filter(|path| !fs::read_to_string(path).unwrap().starts_with("// "));
    wrong.extend(silent.map(|path| path.display().to_string()));
    assert!(wrong.is_empty(), "no opening line: {wrong:?}");
}

#[test]
fn files_are_short() {
    let sources = sources();
    let mut lengths: Vec<(usize, &str)> =
        sources.iter().map(|source| (source.text.lines().count(), source.path.as_str())).collect();
    lengths.sort_unstable();
    let wrong: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > 500).collect();
    assert!(wrong.is_empty(), "over 500 lines: {wrong:?}");
    assert!(lengths[lengths.len() / 2].0 <= 150, "the median file: {:?}", lengths[lengths.len() / 2]);
}

#[test]
fn long_functions_are_an_error_in_ci() {
    let read = |name: &str| fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
    assert!(read("clippy.toml").contains("too-many-lines-threshold = 60"));
    assert!(read("Cargo.toml").contains("too_many_lines = \"warn\""));
    assert!(read(".ci/run").contains("cargo clippy --all-targets -- -D warnings"));
}

#[test]
fn the_library_neither_prints_nor_panics() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = if source.is_library() { &NOT_IN_LIBRARY[..] } else { &[] };
        let code = source.code();
        for banned in NOWHERE.iter().chain(own) {
            let allowed = *banned == r"\bpanic!" && MAY_PANIC.contains(&source.path.as_str());
            if !allowed && Regex::new(banned).unwrap().is_match(&code) {
                wrong.push(format!("{}: {banned}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unsafe_code_is_forbidden() {
    for root in ["src/lib.rs", "src/main.rs"] {
        let text = fs::read_to_string(Path::new(ROOT).join(root)).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "{root}");
    }
}

#[test]
fn the_scan_sees_code_and_nothing_else() {
    let text = "use crate::store::load; // crate::cli\nlet a = \"crate::lint\"; fn f<'a>(x: &'a str) { '\"'; super::super::graph::g(); }";
    let found = imports(&code_only(text), &["sweep", "rows"]);
    assert_eq!(found.iter().map(|path| path.join("::")).collect::<Vec<_>>(), ["graph::g", "store::load"]);
    let near = imports("use super::relation::Gap;", &["compare", "dates"]);
    assert_eq!(near.into_iter().collect::<Vec<_>>(), [["compare", "relation"]]);
    assert!(imports("use crate::{lint, store};", &["store"]).contains(&Vec::new()));
}

#[test]
fn the_page_lists_every_check_of_lint() {
    let read = |name: &str| fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
    let (codes, page) = (read("src/codes/lint.ron"), read("docs/ARCHITECTURE.md"));
    let section = page.split("\n## Lint\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let listed = Regex::new(r#"(?m)^    "([a-z-]+)": "#).unwrap();
    let named: Vec<&str> = listed.captures_iter(&codes).map(|found| found.get(1).unwrap().as_str()).collect();
    assert!(named.len() > 15, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|code| !section.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
