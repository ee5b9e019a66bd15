//! Holds docs/json.md against the JSON that the program prints: every field and every value of a closed list is named there,
//! every named field occurs, and two runs give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::folder::copy;
use regex::Regex;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const KINDS: [&str; 8] = ["claims", "sources", "actors", "places", "populations", "events", "measures", "propositions"];

/// Fields whose values are words of a closed list.
const CLOSED: [&str; 21] = [
    "attribution",
    "basis",
    "change",
    "code",
    "ends",
    "fate",
    "field",
    "gap_kind",
    "hedge",
    "how",
    "kind",
    "method",
    "outcome",
    "part",
    "reasons",
    "record",
    "relation",
    "rung",
    "stance",
    "standing",
    "what",
];

/// Claims whose chains end in different ways: with an actor, with nobody named, past an outlet, in a source that is not
/// held, in one that speaks for itself, in one that says nothing; the first and the fourth with proposals, one with drifts.
const TRACED: [&str; 7] = [
    "kz-arrivals-200k-minister",
    "kz-arrivals-300k",
    "kz-arrivals-200k-novaya",
    "kz-arrivals-100k-week",
    "tj-remittances-45",
    "kz-visa-free-90",
    "kz-departures-147k-cnn",
];
/// A source, an actor and a claim on which others rest.
const TAKEN_BACK: [&str; 4] =
    ["rferl-2022-10-04", "kazakh-interior-minister", "kz-arrivals-300k", "carnegie-endowment-original"];

/// What the program prints in JSON, whatever the exit code.
fn json(graph: &Path, arguments: &[&str]) -> Value {
    let output = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(arguments).args(["--format", "json", "--graph"]).arg(graph).current_dir(ROOT).output().unwrap()
    };
    let (first, second) = (output(), output());
    assert!(first.stdout == second.stdout, "two runs of {arguments:?} differ");
    let error = String::from_utf8_lossy(&first.stderr);
    serde_json::from_slice(&first.stdout).unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}\n{error}"))
}

/// A copy of the shipped graph, in which an editor has judged the first two claims of a question.
fn judged(folder: &Path, questions: &Value) {
    copy(&Path::new(ROOT).join("graph"), folder);
    let pair = &questions["questions"][0]["comparisons"][0];
    let on = |side: &str| format!("(claim: {}, fingerprint: \"000000000000\")", pair[side]);
    let text =
        format!("[(id: \"test\", on: [{}, {}], verdict: \"v\", by: \"desk\", date: \"2026\")]", on("a"), on("b"));
    fs::create_dir_all(folder.join("judgements")).unwrap();
    fs::write(folder.join("judgements/test.ron"), text).unwrap();
}

/// One pair of claims for each combination of relation, reasons and kind, and one that an identity links.
fn pairs(questions: &Value) -> Vec<(String, String)> {
    let mut found: BTreeMap<String, (String, String)> = BTreeMap::new();
    for question in questions["questions"].as_array().unwrap() {
        let all = ["comparisons", "explained"].into_iter().flat_map(|list| question[list].as_array().unwrap());
        for pair in all {
            let key = format!("{} {} {}", question["kind"], pair["relation"], pair["reasons"]);
            let id = |side: &str| pair[side].as_str().unwrap().to_owned();
            found.entry(key).or_insert_with(|| (id("a"), id("b")));
        }
    }
    let linked = ("kz-arrivals-200k-minister".to_owned(), "kz-departures-147k-own-voice".to_owned());
    found.into_values().chain([linked]).collect()
}

/// Two texts that share a passage but for a figure; one of them has the name of a source's text.
fn reused(folder: &Path, graph: &Path) -> Value {
    let text = |lorries: u32| {
        format!("The port closed at noon on Sunday, and {lorries} lorries had to wait in the rain until dawn.")
    };
    let paths = [folder.join("000_357736320b1ebcd5.txt"), folder.join("paper.txt")];
    paths.iter().zip([300, 500]).for_each(|(path, lorries)| fs::write(path, text(lorries)).unwrap());
    let [a, b] = paths.map(|path| path.display().to_string());
    json(graph, &["reuse", &a, &b])
}

/// A text with a figure of every kind, every hedge and every change.
fn extracted(folder: &Path, graph: &Path) -> Value {
    let text = "About 5 boats, almost 6, exactly 7, just over 8, more than 9, at least 10, less than 11, at most 12 and up to \
        13 miles. Costs rose by 3 percent to $4 million from $3 million; it jumped from 5 to 9 points. Twice, it ranked 5th, the \
        22nd on 4 October 2022, in 2019, from 2001 to 2003, at 9:30 pm, for six weeks, under Article 5. She is 40 years old.";
    let path = folder.join("figures.txt");
    fs::write(&path, text).unwrap();
    json(graph, &["extract", &path.display().to_string()])
}

/// Texts that contradict, share a passage and cite each other, against a graph; and two statements.
fn checked(folder: &Path, graph: &Path) -> Vec<Value> {
    let head = |outlet: &str| format!("Port closes\n{outlet}, 4 October 2022\n\n");
    let passage = "The port closed at noon on Sunday, and 300 lorries had to wait in the rain until dawn at 6:30 am.";
    let one = format!("{}{passage}\n\nAt least 12 boats sank off Lorn, the mayor said.", head("Arden Echo"));
    let other = "The Arden Echo counted 9 boats off Lorn. It is the largest port. The border of Kazakhstan with Russia is 7,644 km long.";
    let two = format!("{}{}\n\n{other}", head("Lorn Herald"), passage.replace("300", "500"));
    let paths = [("one.txt", one), ("two.txt", two)].map(|(name, text)| {
        fs::write(folder.join(name), text).unwrap();
        folder.join(name).display().to_string()
    });
    let graph = graph.display().to_string();
    let statements = ["The wall is 40 km long.", "The wall is 25 miles long."];
    vec![
        json(Path::new(&graph), &["check", &paths[0], &paths[1], "--against", &graph]),
        json(Path::new(&graph), &["compare", statements[0], statements[1]]),
    ]
}

/// Evidence in a text that has grown at its beginning, and in which a figure has changed.
fn moved(folder: &Path) -> Value {
    let sample = Path::new(ROOT).join("tests/cli/verify.in");
    let text = fs::read_to_string(sample.join("texts/report.txt")).unwrap();
    let texts = folder.join("texts");
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("report.txt"), format!("Corrected. {}", text.replace("4,200", "4,300"))).unwrap();
    json(&sample.join("graph"), &["verify", "--texts", &texts.display().to_string()])
}

/// Two states of a graph, either way round, and the shipped graph against itself with a judgement.
fn changed(judged: &Path) -> Vec<Value> {
    let state = |name: &str| Path::new(ROOT).join("tests/cli/diff.in").join(name).join("graph").display().to_string();
    let (old, new) = (state("old"), state("new"));
    let judged = judged.display().to_string();
    let pairs = [(&old, &new), (&new, &old), (&"graph".to_owned(), &judged)];
    pairs.iter().map(|(old, new)| json(Path::new("graph"), &["diff", old, new])).collect()
}

/// A new graph in which two articles wait that disagree.
fn waiting(folder: &Path) -> Vec<Value> {
    let graph = folder.join("waiting").display().to_string();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(arguments).current_dir(ROOT).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["init", "--dir", &graph]);
    run(&["add", "--yes", "--graph", &graph, "tests/inbox/gazette.txt", "tests/inbox/post.txt"]);
    [["review", "--list"], ["review", "--status"]].iter().map(|command| json(Path::new(&graph), command)).collect()
}

/// A new graph with a measure that has a tolerance.
fn tolerant(folder: &Path) -> Value {
    let graph = folder.join("tolerant");
    let made = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["init", "--dir"]).arg(&graph).output().unwrap();
    assert!(made.status.success());
    let measures = fs::read_to_string(graph.join("measures.ron")).unwrap();
    fs::write(graph.join("measures.ron"), measures.replacen("basis:", "tolerance: 5, basis:", 1)).unwrap();
    json(&graph, &["list", "measures"])
}

/// Every JSON output that the documented commands give.
fn outputs() -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Path::new(ROOT).join("graph");
    let questions = json(&shipped, &["contradictions", "--all"]);
    let graph = folder.path().join("graph");
    judged(&graph, &questions);
    let mut all: Vec<Value> = pairs(&questions).iter().map(|(a, b)| json(&graph, &["explain", a, b])).collect();
    for kind in KINDS {
        let list = json(&graph, &["list", kind]);
        let id = list[0]["id"].as_str().unwrap_or_else(|| panic!("no {kind}")).to_owned();
        all.extend([list, json(&graph, &["show", &id])]);
    }
    let empty = folder.path().display().to_string();
    all.extend([
        json(&graph, &["contradictions", "--all"]),
        json(&graph, &["contradictions"]),
        json(&graph, &["lint"]),
    ]);
    all.extend(TRACED.iter().map(|claim| json(&graph, &["trace", claim])));
    all.extend(TAKEN_BACK.iter().map(|id| json(&graph, &["impact", id])));
    all.extend(changed(&graph));
    all.extend(checked(folder.path(), &graph));
    all.extend(waiting(folder.path()));
    all.push(tolerant(folder.path()));
    all.push(json(&graph, &["list", "units"]));
    all.extend([json(&graph, &["search", "kazakhstan"]), json(&graph, &["verify", "--texts", &empty])]);
    all.extend([reused(folder.path(), &graph), extracted(folder.path(), &graph), moved(folder.path()), questions]);
    all
}

/// Walks a value and notes its fields, and the words of closed lists with the field that they stand in.
fn note(value: &Value, name: &str, fields: &mut BTreeSet<String>, words: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                fields.insert(name.clone());
                note(value, name, fields, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| note(item, name, fields, words)),
        Value::String(text) if CLOSED.contains(&name) => drop(words.insert((name.to_owned(), text.clone()))),
        _ => {}
    }
}

/// The names that the first columns of the document's tables of fields give, and all names in it.
fn documented() -> (BTreeSet<String>, BTreeSet<String>) {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/json.md")).unwrap();
    let name = Regex::new("`([a-z0-9_-]+)`").unwrap();
    let names = |text: &str| name.captures_iter(text).map(|found| found[1].to_owned()).collect::<Vec<_>>();
    let mut fields = BTreeSet::new();
    let mut inside = false;
    for line in text.lines() {
        inside = line.starts_with("| field |") || (inside && line.starts_with('|'));
        if inside {
            fields.extend(line.split('|').nth(1).map(names).into_iter().flatten());
        }
    }
    (fields, names(&text).into_iter().collect())
}

#[test]
fn the_document_names_all_that_is_printed_and_nothing_else() {
    let (mut fields, mut words) = (BTreeSet::new(), BTreeSet::new());
    for output in outputs() {
        note(&output, "", &mut fields, &mut words);
    }
    let (listed, named) = documented();
    let silent: Vec<&String> = fields.difference(&listed).collect();
    assert!(silent.is_empty(), "docs/json.md has no row for {silent:?}");
    let never: Vec<&String> = listed.difference(&fields).collect();
    assert!(never.is_empty(), "docs/json.md has rows for what is never printed: {never:?}");
    let unknown: Vec<_> = words.iter().filter(|(_, word)| !named.contains(word)).collect();
    assert!(unknown.is_empty(), "docs/json.md does not name the values {unknown:?}");
}

#[test]
fn errors_print_no_json() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.args(["show", "no-such-thing", "--format", "json"]).current_dir(ROOT).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}
