//! No file of the project holds a run of twelve words of an article that the shipped graph was made from.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A shorter run may be a name, a title or a figure with its unit.
const RUN: usize = 12;

/// The words of a text in lower case, addresses left out.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let without = Regex::new(r"https?://\S+").unwrap().replace_all(&lower, " ").into_owned();
    Regex::new(r"\w+").unwrap().find_iter(&without).map(|word| word.as_str().to_owned()).collect()
}

fn runs(text: &str) -> BTreeSet<String> {
    words(text).windows(RUN).map(|run| run.join(" ")).collect()
}

/// The first run of a text that an article has too.
fn copied(article_runs: &BTreeSet<String>, text: &str) -> Option<String> {
    words(text).windows(RUN).map(|run| run.join(" ")).find(|run| article_runs.contains(run))
}

/// The articles, where they lie beside the project; they are not part of it.
fn articles() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(Path::new(ROOT).join("../shared/seeds")) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}

/// Every file that git tracks, or would if it were added.
fn project_files() -> Vec<PathBuf> {
    let mut git = Command::new("git");
    let output = git.args(["ls-files", "-z", "-co", "--exclude-standard"]).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "git ls-files failed: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    let paths = names.split('\0').filter(|name| !name.is_empty()).map(|name| Path::new(ROOT).join(name));
    paths.filter(|path| path.is_file()).collect()
}

#[test]
fn no_file_holds_a_run_of_an_article() {
    let articles = articles();
    if articles.is_empty() {
        return println!("no articles beside the project: nothing to hold its files against");
    }
    let known: BTreeSet<String> = articles.iter().flat_map(|path| runs(&fs::read_to_string(path).unwrap())).collect();
    let files = project_files();
    assert!(files.len() > 50, "only {} files found", files.len());
    let text = |path: &PathBuf| String::from_utf8(fs::read(path).unwrap()).ok();
    let found = |path: &PathBuf| Some(format!("{}: {}", path.display(), copied(&known, &text(path)?)?));
    let wrong: Vec<String> = files.iter().filter_map(found).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_detector_finds_twelve_words_and_not_eleven() {
    let article = "The harbour master counted four hundred and twelve sailors on the quay that evening.";
    let known = runs(article);
    assert_eq!(copied(&known, "// Harbour master counted\nfour hundred-and-twelve sailors on the quay at noon"), None);
    let found = copied(&known, "says: \"the harbour master counted four hundred and twelve sailors; on the quay\"");
    assert_eq!(found.as_deref(), Some("the harbour master counted four hundred and twelve sailors on the quay"));
    assert_eq!(
        runs("see https://example.org/the/harbour/master/counted/four/hundred/and/twelve/sailors/on now").len(),
        0
    );
}
