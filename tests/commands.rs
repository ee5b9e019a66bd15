//! Holds the reference in docs/commands.md to what `--help` says of each command. `GAINSAY_WRITE_COMMANDS=1` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = "docs/commands.md";
const BEGIN: &str = "<!-- commands: begin -->\n";
const END: &str = "<!-- commands: end -->";
/// The section of options that all commands share, which the page shows once.
const SHARED: &str = "Options of every command:\n";

/// What the program prints for `--help`, as it does on a page 100 letters wide.
fn help(command: Option<&str>) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    for variable in ["GAINSAY_GRAPH", "GAINSAY_SNAPSHOT", "GAINSAY_THREADS", "GAINSAY_BY", "CLICOLOR_FORCE"] {
        program.env_remove(variable);
    }
    let output = program.args(command).arg("--help").env("COLUMNS", "100").env("NO_COLOR", "1").output().unwrap();
    assert!(output.status.success(), "{command:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The groups of the help, each with the names of its commands.
fn groups(help: &str) -> Vec<(&str, Vec<&str>)> {
    let listed = help.split_once("\nOptions:\n").map_or(help, |(listed, _)| listed);
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in listed.lines() {
        let name =
            line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).and_then(|rest| rest.split(' ').next());
        match (line.strip_suffix(':'), name, groups.last_mut()) {
            (Some(title), None, _) => groups.push((title, Vec::new())),
            (_, Some(name), Some((_, names))) => names.push(name),
            _ => {}
        }
    }
    groups
}

/// A help in two: without the section of shared options, and that section.
fn parted(help: &str) -> (String, String) {
    let (before, rest) = help.split_once(SHARED).expect("a section of options of every command");
    let shared: String = rest.split_inclusive('\n').take_while(|line| line.starts_with([' ', '\n'])).collect();
    (format!("{before}{}", &rest[shared.len()..]), shared)
}

fn reference() -> String {
    let own = help(None);
    let mut page = format!("\n```text\n$ gainsay --help\n{}\n```\n", own.trim_end());
    for (title, names) in groups(&own) {
        let _ = write!(page, "\n## {title}\n");
        for name in names {
            let (text, _) = parted(&help(Some(name)));
            let _ = write!(page, "\n### {name}\n\n```text\n{}\n```\n", text.trim_end());
        }
    }
    page + "\n"
}

#[test]
fn the_reference_says_what_the_help_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = fs::read_to_string(&path).unwrap();
    let (front, rest) = page.split_once(BEGIN).expect("a mark where the reference begins");
    let (shown, back) = rest.split_once(END).expect("a mark where it ends");
    let reference = reference();
    if std::env::var_os("GAINSAY_WRITE_COMMANDS").is_some() {
        return fs::write(path, format!("{front}{BEGIN}{reference}{END}{back}")).unwrap();
    }
    assert!(shown == reference, "{PAGE} is not what --help says; write it anew with GAINSAY_WRITE_COMMANDS=1");
}

#[test]
fn every_command_has_the_same_shared_options_and_an_example() {
    let own = help(None);
    let groups = groups(&own);
    let names: Vec<&str> = groups.iter().flat_map(|(_, names)| names.clone()).collect();
    assert!(names.len() > 20, "{names:?}");
    // Where a command has few options, they stand in other lines.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let shared = words(&parted(&help(Some("list"))).1);
    assert!(shared.len() > 50 && shared.contains(&"--graph".to_owned()), "{shared:?}");
    for name in names {
        let (text, own) = parted(&help(Some(name)));
        assert_eq!(words(&own), shared, "{name}");
        assert!(text.contains(&format!("Examples:\n  gainsay {name}")) || text.contains("Examples:\n  echo"), "{name}");
    }
}

#[test]
fn every_command_answers_a_question_of_the_page() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE)).unwrap();
    let front = page.split(BEGIN).next().unwrap();
    let own = help(None);
    for name in groups(&own).into_iter().flat_map(|(_, names)| names) {
        assert!(front.contains(&format!("](#{name})")), "no question is answered by {name}");
    }
}
