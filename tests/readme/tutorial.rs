//! Tutorials: one session from the first line to the last, in a folder that holds the files which the page shows.
//!
//! A block after "as `NAME`:" is written to that file, a diff after "`NAME`:" changes it, lines with a minus to those with a
//! plus, and a block after "`NAME` holds:" must stand in it. Of the commands, those of `gainsay` and `git` are run.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{ROOT, check_command, copy, first_missing, session};

/// The tutorials, the fewest commands that each must have, and whether it begins with a copy of the graph that is shipped.
const TUTORIALS: [(&str, usize, bool); 3] = [
    ("docs/tutorial-fact-checker.md", 20, false),
    ("docs/tutorial-editor.md", 16, true),
    ("docs/extending.md", 3, false),
];

/// A block of a page: its language, the line above it, and what stands in it.
struct Block<'a> {
    language: &'a str,
    above: &'a str,
    text: &'a str,
}

impl Block<'_> {
    /// The file that the line above names, if it ends so: WORD `NAME`END.
    fn file(&self, before: &str, end: &str) -> Option<&str> {
        let (start, name) = self.above.strip_suffix(end)?.strip_suffix('`')?.rsplit_once('`')?;
        start.ends_with(before).then_some(name)
    }
}

#[test]
fn who_follows_a_tutorial_sees_what_it_shows() {
    for (name, fewest, shipped) in TUTORIALS {
        let page = fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        if shipped {
            copy(&Path::new(ROOT).join("graph"), &folder.path().join("graph"));
        }
        let commands: usize = blocks(&page).iter().map(|block| follow(block, folder.path(), name)).sum();
        assert!(commands >= fewest, "only {commands} commands found in {name}");
    }
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut parts = page.split("```");
    let mut found = Vec::new();
    while let (Some(prose), Some(block)) = (parts.next(), parts.next()) {
        let (language, text) = block.split_once('\n').unwrap();
        found.push(Block { language, above: prose.trim_end().lines().last().unwrap_or_default(), text });
    }
    found
}

/// Does what a block says, and counts its commands.
fn follow(block: &Block<'_>, folder: &Path, page: &str) -> usize {
    if block.language == "console" {
        return run(block, folder, page);
    }
    if let Some(name) = block.file("as ", ":") {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, block.text).unwrap();
    } else if block.language == "diff" {
        let name = block.file("", ":").unwrap_or_else(|| panic!("{page}: no file is named above\n{}", block.text));
        change(&folder.join(name), block.text, page);
    } else if let Some(name) = block.file("", " holds:") {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let (shown, real): (Vec<String>, Vec<&str>) =
            (block.text.lines().map(str::to_owned).collect(), text.lines().collect());
        assert_eq!(first_missing(&shown, &real), None, "{page}: {name} really holds\n{text}");
    }
    0
}

fn run(block: &Block<'_>, folder: &Path, page: &str) -> usize {
    let shown = session(block.text.trim_end());
    for one in &shown {
        if let Some(arguments) = one.command.strip_prefix("git ") {
            git(arguments, folder, page);
        } else if let Some(wrong) = check_command(one, folder, folder) {
            panic!("{page}: {wrong}");
        }
    }
    shown.iter().filter(|one| one.command.starts_with("gainsay ")).count()
}

fn git(arguments: &str, folder: &Path, page: &str) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=desk", "-c", "user.email=desk@example.org"]).args(super::words(arguments));
    command.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{page}: git {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Puts the lines of a block with a plus in place of those with a minus; what stands around them must be there once.
fn change(path: &Path, block: &str, page: &str) {
    let without = |mark: char| -> String {
        let kept = block.lines().filter(|line| !line.starts_with(mark));
        kept.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect()
    };
    let (old, new) = (without('+'), without('-'));
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(&old).count(), 1, "{page}: {} holds this not once:\n{old}\nbut is\n{text}", path.display());
    fs::write(path, text.replacen(&old, &new, 1)).unwrap();
}

#[test]
fn blocks_know_their_file() {
    let page = "Save it as `a.txt`:\n\n```text\none\n```\n\nIn `b.ron`:\n\n```diff\n-x\n+y\n```\n\n`c` holds:\n\n```ron\n()\n```\n";
    let found = blocks(page);
    assert_eq!(found.iter().map(|block| block.language).collect::<Vec<_>>(), ["text", "diff", "ron"]);
    assert_eq!((found[0].file("as ", ":"), found[0].text), (Some("a.txt"), "one\n"));
    assert_eq!((found[1].file("", ":"), found[1].file("as ", ":")), (Some("b.ron"), None));
    assert_eq!(found[2].file("", " holds:"), Some("c"));
}

#[test]
fn a_change_keeps_what_stands_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, "one\ntwo\nthree\n").unwrap();
    change(&path, " one\n-two\n+2\n+2½\n", "a page");
    assert_eq!(fs::read_to_string(&path).unwrap(), "one\n2\n2½\nthree\n");
}
