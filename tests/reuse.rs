//! Text reuse on the articles and the invented reports beside the project, and the command line on texts of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gainsay::reuse::{Passage, PassageKind, passages};
use gainsay::text::Document;
use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

/// Texts with their file names, in order of these.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

fn found(texts: &[(String, String)]) -> Vec<Passage> {
    passages(&texts.iter().map(|(_, text)| Document::new(text)).collect::<Vec<_>>())
}

#[test]
fn the_articles_share_one_passage() {
    let texts = texts(&Path::new(SHARED).join("seeds"));
    if texts.is_empty() {
        return println!("no articles beside the project: nothing to look for");
    }
    let found = found(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].a.document, &found[0].a.bytes), (0, &(6540..7239)));
    assert_eq!((found[0].b.document, &found[0].b.bytes), (2, &(6561..7263)));
    assert_eq!((found[0].words, found[0].kind, found[0].first), (106, PassageKind::Copied, None));
    assert!(found[0].differences.is_empty());
}

/// The reports of one story: what its gold file lists is found, with its changed figure, and nothing else.
fn hold(folder: &Path, gold: &Value) {
    let texts = texts(folder);
    let mut found = found(&texts);
    for listed in gold["reuse"].as_array().unwrap() {
        let at = |name: &str| texts.iter().position(|(file, _)| listed[name] == **file).unwrap();
        let (a, b) = (at("a_file"), at("b_file"));
        let start = texts[a].1.find(listed["fragment_start"].as_str().unwrap()).unwrap();
        let is_it = |one: &Passage| (one.a.document, one.b.document) == (a, b) && one.a.bytes.start == start;
        let passage = found.remove(found.iter().position(is_it).unwrap_or_else(|| panic!("{listed}: {found:?}")));
        let changed = if listed["changed"].is_null() { 0 } else { 1 };
        assert_eq!(passage.differences.len(), changed, "{listed}");
        for difference in &passage.differences {
            let figures = [&texts[a].1[difference.a.clone()], &texts[b].1[difference.b.clone()]];
            let claims = listed["changed"].as_array().unwrap().iter();
            let fragment = |id: &Value| {
                let claims = gold["claims"].as_array().unwrap();
                claims.iter().find(|claim| claim["id"] == *id).unwrap()["fragment"].as_str().unwrap().to_owned()
            };
            assert!(
                claims.map(fragment).zip(figures).all(|(fragment, figure)| fragment.contains(figure)),
                "{figures:?}"
            );
        }
    }
    assert!(found.is_empty(), "{}: {found:?}", folder.display());
}

#[test]
fn the_reports_share_what_is_listed() {
    let folder = Path::new(SHARED).join("dev/clusters");
    let Ok(entries) = fs::read_dir(&folder) else {
        return println!("no reports beside the project: nothing to look for");
    };
    let mut stories = 0;
    for path in entries.map(|entry| entry.unwrap().path()) {
        if let Ok(gold) = fs::read_to_string(path.join("gold.json")) {
            hold(&path, &serde_json::from_str(&gold).unwrap());
            stories += 1;
        }
    }
    assert!(stories > 0, "no story in {}", folder.display());
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(arguments).current_dir(folder).env_remove("GAINSAY_GRAPH").env("NO_COLOR", "1").output().unwrap()
}

/// A folder with texts, and no graph above it.
fn folder(texts: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    texts.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

const A: &str = "The port closed at noon on Sunday, and 200,000 lorries had to wait in the rain until dawn.";
const B: &str =
    "Two people\nsaid it. The port closed at noon on Sunday, and 300 000 lorries had to wait in the\nrain until dawn.";

#[test]
fn the_command_shows_places_and_differences() {
    let folder = folder(&[("a.txt", A.as_bytes()), ("b.txt", B.as_bytes())]);
    let output = run(folder.path(), &["reuse", "a.txt", "b.txt", "./a.txt"]);
    let expected = "a.txt:1:1-1:90\nb.txt:2:10-3:16\n  17 shared words, copied; which came first: not known\n  \
                    The port closed at noon … in the rain until dawn.\n  differs: 200,000 | 300 000\n\n\
                    1 shared passage in 2 texts\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_graph_says_which_came_first() {
    let folder = folder(&[("a.txt", A.as_bytes()), ("b.txt", B.as_bytes()), ("none.txt", b" \n")]);
    let graph = folder.path().join("graph");
    fs::create_dir(&graph).unwrap();
    fs::write(graph.join("graph.ron"), "(title: \"Port\", format: 1)").unwrap();
    let source = |id: &str, date: &str, file: &str| {
        format!("(id: \"{id}\", title: \"T\", published: \"{date}\", text: (file: \"{file}\", sha256: \"{:064}\"))", 0)
    };
    let sources = format!("[{}, {}]", source("late", "2031-05", "a.txt"), source("early", "2031-04-30", "b.txt"));
    fs::write(graph.join("sources.ron"), sources).unwrap();
    let output = run(folder.path(), &["reuse", "a.txt", "b.txt", "none.txt", "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["reuse"][0]["first"], "b");
    assert_eq!(
        json["reuse"][0]["a"]["source"],
        serde_json::json!({"id": "late", "title": "T", "published": "2031-05"})
    );
    assert_eq!(json["reuse"].as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder(&[("a.txt", A.as_bytes()), ("bad.txt", b"abc\xff")]);
    for (file, message) in [
        ("bad.txt", "[not-utf8]: bad.txt: not UTF-8 but another encoding, perhaps Latin-1: byte 3 is 0xFF"),
        ("no.txt", "[no-file]: no.txt: "),
        (".", "[folder-not-file]: .: a folder"),
    ] {
        let output = run(folder.path(), &["reuse", "a.txt", file]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.starts_with(&format!("error{message}")), "{error}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
    assert_eq!(run(folder.path(), &["reuse", "a.txt"]).status.code(), Some(2), "one text is compared with nothing");
    assert_eq!(run(folder.path(), &["reuse", "a.txt", "a.txt", "--graph", "none"]).status.code(), Some(2));
}
