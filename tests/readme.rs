//! Runs every `gainsay` command of the documents and holds what it prints against what is shown there.

use crate::support::folder::copy;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

mod links;
mod tutorial;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PREFIXES: [&str; 2] = ["gainsay ", "cargo run --release -- "];

/// The documents that show sessions, and the fewest commands that each must have.
const DOCUMENTS: [(&str, usize); 6] = [
    ("README.md", 11),
    ("docs/commands.md", 16),
    ("docs/large-graphs.md", 1),
    ("docs/origins.md", 10),
    ("docs/formats.md", 24),
    ("docs/import.md", 4),
];

/// A command of a document, with what is shown beneath it.
#[derive(Debug, Default)]
struct Shown {
    command: String,
    output: Vec<String>,
    code: i32,
}

#[test]
fn the_documents_show_what_the_program_prints() {
    let wrong: Vec<String> = DOCUMENTS.iter().flat_map(|(name, fewest)| check_document(name, *fewest)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn check_document(name: &str, fewest: usize) -> Vec<String> {
    let text = fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
    let sessions = sessions(&text);
    let commands: usize = sessions.iter().map(Vec::len).sum();
    assert!(commands >= fewest, "only {commands} commands found in {name}");
    let wrong = sessions.iter().flat_map(|session| check(session));
    wrong.map(|wrong| format!("{name}: {wrong}")).collect()
}

/// The commands of each console block; `echo $?` gives the exit code of the one before it.
fn sessions(document: &str) -> Vec<Vec<Shown>> {
    let blocks = document.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    blocks.map(session).collect()
}

fn session(block: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut lines = block.lines();
    while let Some(line) = lines.next() {
        match (line.strip_prefix("$ "), shown.last_mut()) {
            (Some("echo $?"), Some(last)) => last.code = lines.next().and_then(|code| code.parse().ok()).unwrap(),
            (Some(command), _) => shown.push(Shown { command: command.to_owned(), ..Shown::default() }),
            (None, Some(last)) => last.output.push(line.to_owned()),
            (None, None) => panic!("output without a command: {line}"),
        }
    }
    shown
}

/// Two texts that share a passage with a changed figure, for the sessions that compare them, and a draft.
const TEXTS: [(&str, &str); 3] = [
    (
        "one.txt",
        "Nobody had warned them. The harbour was shut at noon on Sunday, and 300 lorries had to wait in the rain until dawn.",
    ),
    (
        "two.txt",
        "The harbour was shut at noon on Sunday, and 500 lorries had to wait in the rain until dawn. Then it cleared.",
    ),
    ("draft.txt", "Some 250,000 Russians entered Kazakhstan in the two weeks after the mobilisation."),
];

#[test]
fn the_readme_shows_the_texts_that_it_checks() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    for (name, text) in &TEXTS[..2] {
        assert!(readme.contains(&format!("> {text}\n")), "{name}");
    }
}

/// What sessions import: a library, a fact check, and the sheet that docs/import.md shows.
fn imports(folder: &Path) {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/import.md")).unwrap();
    let (_, rest) = page.split_once("```text\n").unwrap();
    let (sheet, _) = rest.split_once("```").unwrap();
    fs::create_dir(folder.join("tables")).unwrap();
    for (name, text) in
        [("library.bib", LIBRARY), ("fact-checks.json", CHECK), ("sheet.csv", sheet), ("tables/sheet.csv", sheet)]
    {
        fs::write(folder.join(name), text).unwrap();
    }
}

const CHECK: &str = r#"{"@type": "ClaimReview", "claimReviewed": "The pier was closed for a year", "datePublished": "2031-05-01",
  "url": "https://check.example/1", "author": {"name": "Check Desk"}, "reviewRating": {"alternateName": "False"},
  "itemReviewed": {"@type": "Claim", "author": {"name": "Rosa Lind"}, "appearance": "https://post.example/7"}}"#;

const LIBRARY: &str = "@online{harbour-blog,
  title = {The harbour in winter},
  date = {2031-01-09},
  url = {https://harbour.example/winter},
  keywords = {harbour, ice},
}
";

/// What is wrong with a session. One that makes a graph or reads texts of its own runs in a folder apart, every other one
/// in the repository.
fn check(session: &[Shown]) -> Vec<String> {
    let empty = tempfile::tempdir().unwrap();
    let starts = |with: &str| session.iter().any(|shown| shown.command.starts_with(with));
    let reads = ["gainsay reuse", "gainsay extract", "gainsay check", "gainsay init"].iter().any(|with| starts(with));
    let writes = !starts("gainsay init") && ["gainsay export", "gainsay import"].iter().any(|with| starts(with));
    for (name, text) in TEXTS.iter().filter(|_| reads) {
        fs::write(empty.path().join(name), text).unwrap();
    }
    if writes {
        imports(empty.path());
    }
    if !starts("gainsay init") && (writes || starts("gainsay check")) {
        copy(&Path::new(ROOT).join("graph"), &empty.path().join("graph"));
    }
    if starts("gainsay diff") {
        states(empty.path());
    }
    let reads = reads || writes || starts("gainsay diff");
    let folder = if reads || starts("gainsay init") { empty.path().to_path_buf() } else { PathBuf::from(ROOT) };
    session.iter().filter_map(|shown| check_command(shown, &folder, empty.path())).collect()
}

/// Two states of a graph, `old/graph` and `new/graph`.
fn states(folder: &Path) {
    for state in ["old", "new"] {
        copy(&Path::new(ROOT).join("tests/cli/diff.in").join(state), &folder.join(state));
    }
}

/// Of a command with a pipe, the part before it is run, and its output is not compared. What is typed may come from a file.
fn check_command(shown: &Shown, folder: &Path, empty: &Path) -> Option<String> {
    let arguments = PREFIXES.iter().find_map(|prefix| shown.command.strip_prefix(prefix))?;
    let (first, piped) = arguments.split_once(" | ").map_or((arguments, false), |(first, _)| (first, true));
    if first == "verify --texts texts/" {
        return check_verify(shown, empty);
    }
    let (first, typed) = first.split_once(" < ").map_or((first, None), |(first, file)| (first, Some(file)));
    let typed = typed.map_or_else(Stdio::null, |file| fs::File::open(folder.join(file)).unwrap().into());
    compare(shown, &run_typed(&words(first), folder, typed), !piped)
}

/// The texts are not shipped. Where they are at hand they are verified; elsewhere their absence must be told.
fn check_verify(shown: &Shown, empty: &Path) -> Option<String> {
    let seeds = Path::new(ROOT).join("../shared/seeds");
    if seeds.is_dir() {
        return compare(shown, &run(&["verify", "--texts", "../shared/seeds"], Path::new(ROOT)), true);
    }
    let output = run(&["verify", "--texts", &empty.display().to_string()], Path::new(ROOT));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = output.status.code() == Some(2) && text.contains("is not in the folder");
    (!told).then(|| format!("verify does not tell that texts are missing:\n{text}"))
}

fn run<T: AsRef<std::ffi::OsStr>>(arguments: &[T], folder: &Path) -> Output {
    run_typed(arguments, folder, Stdio::null())
}

fn run_typed<T: AsRef<std::ffi::OsStr>>(arguments: &[T], folder: &Path, typed: Stdio) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(arguments).current_dir(folder).env_remove("GAINSAY_GRAPH").env_remove("COLUMNS");
    command.stdin(typed);
    command.output().unwrap()
}

/// Splits a command at blanks; single or double quotes hold words together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for letter in command.chars() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            (' ', None) => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn compare(shown: &Shown, output: &Output, whole: bool) -> Option<String> {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let real: Vec<&str> = out.lines().chain(err.lines()).map(str::trim_end).collect();
    let start = real[..real.len().min(40)].join("\n");
    if output.status.code() != Some(shown.code) {
        return Some(format!("$ {}\nhas another exit code than shown: {}\n{start}", shown.command, output.status));
    }
    let missing = first_missing(&shown.output, &real).filter(|_| whole)?;
    Some(format!("$ {}\nshows, out of place or not at all:\n{missing}\nreally prints:\n{start}", shown.command))
}

/// Runs of shown lines must stand in the real ones as they are, in that order; `...` stands for any lines.
fn first_missing(shown: &[String], real: &[&str]) -> Option<String> {
    if shown.is_empty() {
        return None;
    }
    let runs: Vec<&[String]> = shown.split(|line| line.trim() == "...").collect();
    let mut at = 0;
    for (index, run) in runs.iter().enumerate() {
        let start = match index {
            0 => real[at..].starts_with_lines(run).then_some(0),
            _ => (0..=real.len() - at).find(|skipped| real[at + skipped..].starts_with_lines(run)),
        };
        let Some(start) = start else { return Some(run.join("\n")) };
        at += start + run.len();
    }
    let ends_open = runs.last().is_some_and(|run| run.is_empty());
    (at < real.len() && !ends_open).then(|| format!("the end, before: {}", real[at]))
}

trait StartsWithLines {
    fn starts_with_lines(&self, run: &[String]) -> bool;
}

impl StartsWithLines for [&str] {
    fn starts_with_lines(&self, run: &[String]) -> bool {
        self.len() >= run.len() && self.iter().zip(run).all(|(real, shown)| *real == shown.trim_end())
    }
}

/// The picture of README.md, which is kept in `docs/`. `GAINSAY_WRITE_PICTURE=1` draws it anew.
#[test]
fn the_picture_is_what_its_command_draws() {
    const NAME: &str = "disagreement.svg";
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    assert!(readme.contains(&format!("](docs/{NAME})")), "README.md does not show docs/{NAME}");
    let command = readme.lines().find_map(|line| line.strip_prefix("$ gainsay ").filter(|rest| rest.contains(NAME)));
    let folder = tempfile::tempdir().unwrap();
    let graph = Path::new(ROOT).join("graph").display().to_string();
    let arguments = [words(command.unwrap()), vec!["--graph".to_owned(), graph]].concat();
    assert!(run(&arguments, folder.path()).status.success());
    let drawn = fs::read_to_string(folder.path().join(NAME)).unwrap();
    let kept = Path::new(ROOT).join("docs").join(NAME);
    if std::env::var_os("GAINSAY_WRITE_PICTURE").is_some() {
        fs::write(&kept, &drawn).unwrap();
    }
    assert!(fs::read_to_string(&kept).unwrap() == drawn, "docs/{NAME} is not what its command draws");
}

#[test]
fn elided_output_is_compared_in_order() {
    let owned = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let real = ["a", "b", "c", "d"];
    for good in ["a\nb\nc\nd", "a\n...\nd", "...\nb\nc\n...", "a\n..."] {
        assert_eq!(first_missing(&owned(good), &real), None, "{good}");
    }
    for bad in ["b\n...", "a\nc\n...", "a\n...\nc\nb\n...", "a\nb\nc", "...\nc"] {
        assert!(first_missing(&owned(bad), &real).is_some(), "{bad}");
    }
}

#[test]
fn sessions_are_read_with_their_exit_codes() {
    let read = session("$ gainsay a \"b c\"\nout\n$ echo $?\n1\n$ gainsay d | e\n");
    assert_eq!((read.len(), read[0].code, read[1].code), (2, 1, 0));
    assert_eq!(words(&read[0].command), ["gainsay", "a", "b c"]);
}
