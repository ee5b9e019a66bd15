//! A new graph in a folder of its own, two articles that disagree, and the program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::folder::copy;
use gainsay::store::{Held, open};
use tempfile::TempDir;

/// The two articles.
pub const ARTICLES: [(&str, &str); 2] =
    [("gazette.txt", include_str!("gazette.txt")), ("post.txt", include_str!("post.txt"))];

/// The id of the first article's source.
pub const GAZETTE: &str = "dock-gazette-2031-06-02";
/// The id of the second one's.
pub const POST: &str = "evening-post-2031-06-02";

/// A folder with a graph and the articles.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A graph as `init` makes it.
    pub fn new() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        ARTICLES.iter().for_each(|(name, text)| desk.write(name, text));
        desk.ok(&["init"]);
        desk
    }

    /// The same with both articles in the inbox.
    pub fn waiting() -> Self {
        let desk = Self::new();
        desk.ok(&["add", "--yes", "gazette.txt", "post.txt"]);
        desk
    }

    /// A copy of the folder.
    pub fn copy(&self) -> Self {
        let folder = TempDir::new().unwrap();
        copy(self.folder.path(), folder.path());
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program with these arguments, in the folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(arguments).current_dir(self.folder.path()).env("NO_COLOR", "1");
        command.env_remove("GAINSAY_GRAPH").env_remove("GAINSAY_BY").stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What the program prints, which must end with exit code 0.
    pub fn ok(&self, arguments: &[&str]) -> String {
        said(&self.run(arguments), arguments, 0)
    }

    /// What the program complains of, which must end with exit code 2.
    pub fn fails(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        said(&output, arguments, 2);
        String::from_utf8(output.stderr).unwrap()
    }

    /// The same, with lines typed into it.
    pub fn talk(&self, arguments: &[&str], lines: &[&str], editor: &str) -> String {
        let typed: String = lines.iter().map(|line| format!("{line}\n")).collect();
        said(&typed_into(self.command(arguments).env("EDITOR", editor), &typed), arguments, 0)
    }

    /// A program of its own: a line for the shell.
    pub fn script(&self, name: &str, line: &str) {
        use std::os::unix::fs::PermissionsExt;

        self.write(name, &format!("#!/bin/sh\n{line}\n"));
        std::fs::set_permissions(self.path(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// What becomes of the program when a text is typed into it.
    pub fn run_with(&self, arguments: &[&str], typed: &str) -> Output {
        typed_into(&mut self.command(arguments), typed)
    }

    pub fn open(&self) -> Held {
        open(&self.path("graph")).unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    /// Every file of the graph that people write, with its bytes.
    pub fn of_people(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let graph = self.path("graph");
        let own = ["inbox", "added", "judgements", ".lock"];
        let mut found = Vec::new();
        files(&graph, &mut found);
        found.retain(|(path, _)| !own.iter().any(|name| path.starts_with(graph.join(name))));
        found.retain(|(path, _)| ![GAZETTE, POST].iter().any(|id| path.to_string_lossy().contains(id)));
        found
    }
}

fn typed_into(command: &mut Command, typed: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that has ended reads no more.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

fn said(output: &Output, arguments: &[&str], code: i32) -> String {
    let (text, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{text}\n{error}");
    text.into_owned()
}

fn files(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { files(&path, found) } else { found.push((path.clone(), fs::read(&path).unwrap())) }
    }
}
