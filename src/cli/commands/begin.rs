//! What to do next, for whoever gives no command.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gainsay::store::waiting;

use crate::cli::args::Color;
use crate::cli::terminal::output::choice;
use crate::cli::terminal::paint::{bold, dim, shown, walled};

/// Tells it on standard error, since nothing was done.
pub fn run(graph: Option<PathBuf>, color: Color) -> ExitCode {
    let graph = graph.filter(|dir| dir.join("graph.ron").is_file());
    let told = graph.map_or_else(without, |dir| with(&dir));
    // Nothing is left to tell it to if this fails.
    let _ = anstream::AutoStream::new(io::stderr(), choice(color)).write_all(walled(&told).as_bytes());
    ExitCode::from(2)
}

/// Where there is no graph.
fn without() -> String {
    let next = [
        ("gainsay init", "makes a new graph with a small example"),
        ("gainsay check ONE.txt TWO.txt", "finds where texts contradict each other; no graph is needed"),
        ("gainsay --help", "lists all commands"),
    ];
    listed("There is no graph here yet.", &next)
}

/// Where there is one: what waits in its inbox comes before new texts.
fn with(dir: &Path) -> String {
    let texts = match !waiting(dir).is_empty() {
        true => ("gainsay review", "goes through what waits in the inbox"),
        false => ("gainsay add TEXT", "reads a text and keeps its figures as candidates"),
    };
    let next = [
        ("gainsay contradictions", "shows where the sources disagree"),
        texts,
        ("gainsay lint", "finds what is wrong with the sources or the graph"),
        ("gainsay --help", "lists all commands"),
    ];
    listed(&format!("The graph is {}.", shown(&dir.display().to_string())), &next)
}

fn listed(head: &str, next: &[(&str, &str)]) -> String {
    let width = next.iter().map(|(command, _)| command.len()).max().unwrap_or_default();
    let line = |(command, what): &(&str, &str)| {
        let gap = " ".repeat(width - command.len());
        format!("  {}{gap}  {}\n", bold(command), dim(what))
    };
    format!("Gainsay shows where sources disagree, why, and who said it first.\n{head} What to do next:\n")
        + &next.iter().map(line).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of the inbox with one candidate in that state.
    fn inbox(state: &str) -> String {
        let about = r#"Quantity(measure: "boats", value: Bare(900))"#;
        let claim = format!(r#"(id: "a-1", says: "900 boats", about: {about}, evidence: [(fragment: "900 boats")])"#);
        let source = r#"(id: "a", kind: Article)"#;
        format!(
            r#"(source: {source}, read: (file: "a.txt", sha256: ""), candidates: [(claim: {claim}, at: (0, 3), state: {state})])"#
        )
    }

    #[test]
    fn what_waits_in_the_inbox_comes_before_new_texts() {
        let folder = tempfile::tempdir().unwrap();
        let is_review = || with(folder.path()).contains("gainsay review");
        std::fs::create_dir(folder.path().join("inbox")).unwrap();
        assert!(!is_review() && with(folder.path()).contains("gainsay add"));
        std::fs::write(folder.path().join("inbox/one.ron"), inbox("Open")).unwrap();
        assert!(is_review() && !with(folder.path()).contains("gainsay add"));
        std::fs::write(folder.path().join("inbox/one.ron"), inbox(r#"Rejected((date: "2031-06-04"))"#)).unwrap();
        assert!(!is_review() && with(folder.path()).contains("gainsay add"));
        // What has been decided was read: beside it, another candidate waits.
        std::fs::write(folder.path().join("inbox/two.ron"), inbox("Open")).unwrap();
        assert!(is_review());
    }
}
