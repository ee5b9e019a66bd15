//! What changed between two states of a graph: what is told of it, and revisions of git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::folder::copy;
use gainsay::findings::{Change, Desk, Diff, DisagreementChange, Question, diff};
use gainsay::model::Archive;
use gainsay::store;

/// The states of the session in `tests/cli/diff.md`.
fn state(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/diff.in").join(name).join("graph")
}

fn load(dir: &Path) -> Archive {
    store::load(dir).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The old state with some words of its files replaced, against the old state.
fn edited(edits: &[(&str, &str, &str)]) -> Diff {
    let folder = tempfile::tempdir().unwrap();
    copy(&state("old"), folder.path());
    for (file, from, to) in edits {
        edit(&folder.path().join(file), from, to);
    }
    let (old, new) = (load(&state("old")), load(folder.path()));
    diff(&Desk::new(&old), &Desk::new(&new))
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} has no {from}", file.display());
    fs::write(file, text.replace(from, to)).unwrap();
}

/// Each disagreement: what became of it, the fields, and what is behind it.
fn told(found: &Diff) -> Vec<(Change, Vec<&str>, Vec<&str>)> {
    let fields = |one: &DisagreementChange| one.fields.iter().map(|change| change.field).collect();
    let one =
        |one| (DisagreementChange::change(one), fields(one), one.behind.iter().map(|one| one.id.as_str()).collect());
    found.disagreements.iter().map(one).collect()
}

#[test]
fn names_notes_and_comments_change_no_disagreement() {
    let found = edited(&[
        ("actors.ron", "the port workers", "the dockers"),
        ("sources.ron", "Sailors still arriving", "Sailors arriving"),
        ("events.ron", "name: \"the storm\"", "name: \"the great storm\""),
        ("claims/evening-post.ron", "// What the paper asserts.", "// Another comment."),
    ]);
    assert_eq!(told(&found), []);
    let records: Vec<(&str, &str)> = found.records.iter().map(|one| (one.record, one.id.as_str())).collect();
    assert_eq!(records, [("source", "evening-post"), ("actor", "port-workers"), ("event", "storm")]);
}

#[test]
fn what_a_claim_rests_on_may_be_behind_it() {
    let speaks = "kind: Group, standing: Independent, speaks_for: [(actor: \"harbour-office\")]";
    let found = edited(&[("actors.ron", "kind: Group, standing: Independent", speaks)]);
    assert_eq!(told(&found), [(Change::Changed, vec!["origins"], vec!["port-workers"])]);
    let found = edited(&[(
        "measures.ron",
        "id: \"boats-lost\", name: \"boats lost\", basis: Stock",
        "id: \"boats-lost\", name: \"boats lost\", basis: Limit",
    )]);
    assert!(found.disagreements.iter().all(|one| one.behind.iter().any(|behind| behind.id == "boats-lost")));
    assert_eq!(found.records.len(), 1, "that its measure changed does not change a claim");
}

#[test]
fn a_pair_that_no_longer_disagrees_says_how_it_compares() {
    let found = edited(&[("claims/evening-post.ron", "Exactly(5)", "Exactly(3)")]);
    let [gone] = &found.disagreements[..] else { panic!("{found:?}") };
    assert_eq!((gone.change(), gone.otherwise.as_ref().unwrap().relation.word()), (Change::Removed, "agreement"));
    assert!(!found.is_new(|_| true), "what vanishes is not new");
}

#[test]
fn a_disagreement_that_gets_firmer_is_new_to_those_who_deny_it() {
    let loose =
        ("claims/evening-post.ron", "period: In(\"2031-03\"))", "period: In(\"2031-03\")), inferred: [\"period\"]");
    let folder = tempfile::tempdir().unwrap();
    copy(&state("old"), folder.path());
    edit(&folder.path().join(loose.0), loose.1, loose.2);
    let (firm, loose) = (load(&state("old")), load(folder.path()));
    let (firm, loose) = (Desk::new(&firm), Desk::new(&loose));
    let is_firm = |question: &Question| question.conditional_on.is_empty();
    assert!(diff(&loose, &firm).is_new(is_firm));
    assert!(!diff(&firm, &loose).is_new(is_firm));
    assert!(!diff(&loose, &firm).is_new(|question| question.is_disagreement()), "it was a disagreement before");
}

#[test]
fn a_claim_that_is_written_otherwise_is_told_without_fields() {
    let found = edited(&[("claims/evening-post.ron", "value: Exactly(5)", "value: Exactly(5), counts: \"boats\"")]);
    let [claim] = &found.records[..] else { panic!("{found:?}") };
    assert_eq!((claim.id.as_str(), claim.change, claim.fields.len()), ("boats-5", Change::Changed, 0));
    assert!(found.disagreements.is_empty());
}

/// A repository with a graph in a folder of its own; none if there is no git here.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Option<Self> {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("there is no git here; nothing was tested");
            return None;
        }
        repository.git(&["init", "--quiet"]);
        copy(&state("old"), &repository.graph());
        repository.commit("v1");
        copy(&state("new"), &repository.graph());
        repository.commit("v2");
        Some(repository)
    }

    fn graph(&self) -> PathBuf {
        self.folder.path().join("story/graph")
    }

    fn git(&self, arguments: &[&str]) {
        let output = self.with_own_settings("git").args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Nobody's settings, and no repository but its own.
    fn with_own_settings(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path().join(if self.graph().exists() { "story" } else { "" }));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", self.folder.path()).env_remove("XDG_CONFIG_HOME");
        command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
        command.env("GIT_CEILING_DIRECTORIES", std::env::temp_dir()).env("NO_COLOR", "1").env_remove("GAINSAY_GRAPH");
        command
    }

    fn commit(&self, tag: &str) {
        self.git(&["add", "--all"]);
        self.git(&["-c", "user.name=desk", "-c", "user.email=desk@example.org", "commit", "--quiet", "-m", tag]);
        self.git(&["tag", tag]);
    }

    fn diff(&self, arguments: &[&str]) -> Output {
        self.with_own_settings(env!("CARGO_BIN_EXE_gainsay")).arg("diff").args(arguments).output().unwrap()
    }

    /// What is printed after the line that names the states.
    fn printed(&self, arguments: &[&str]) -> (String, String) {
        let output = self.diff(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let (first, rest) = text.split_once('\n').unwrap();
        (first.to_owned(), rest.to_owned())
    }

    fn error(&self, arguments: &[&str]) -> String {
        let output = self.diff(arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn revisions_are_states() {
    let Some(repository) = Repository::new() else { return };
    let (old, new) = (state("old").display().to_string(), state("new").display().to_string());
    let (_, expected) = repository.printed(&[&old, &new]);
    assert!(expected.contains("disagreements that appear: 1"), "{expected}");
    for arguments in
        [&["HEAD~1"][..], &["v1", "v2"], &["v1..v2"], &["v1.."], &["v1...v2"], &["v1", &new], &["--", "v1"]]
    {
        assert_eq!(repository.printed(arguments).1, expected, "{arguments:?}");
    }
    assert_eq!(repository.printed(&["v1..v2"]).0, "from v1 to v2");
    assert_eq!(repository.printed(&["v1"]).0, "from v1 to graph");
    assert_eq!(repository.printed(&[]), ("from HEAD to graph".to_owned(), "nothing changed\n".to_owned()));
    assert_eq!(repository.diff(&["v1", "--deny"]).status.code(), Some(1));
    assert_eq!(repository.diff(&["v2", "v1", "--deny"]).status.code(), Some(1));
    assert_eq!(repository.diff(&["v2", "v2", "--deny", "tension"]).status.code(), Some(0));
}

#[test]
fn hooks_may_ask_too() {
    let Some(repository) = Repository::new() else { return };
    let mut command = repository.with_own_settings(env!("CARGO_BIN_EXE_gainsay"));
    command.args(["diff", "v2"]).env("GIT_DIR", ".git").env("GIT_INDEX_FILE", ".git/index");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn three_dots_leave_out_what_the_other_branch_did() {
    let Some(repository) = Repository::new() else { return };
    repository.git(&["checkout", "--quiet", "-b", "desk", "v1"]);
    edit(&repository.graph().join("claims/evening-post.ron"), "Exactly(5)", "Exactly(3)");
    repository.commit("v3");
    let (states, text) = repository.printed(&["v2...v3"]);
    assert_eq!(states, "from v2...v3 to v3");
    assert!(text.contains("boats-5") && !text.contains("warning-sent"), "{text}");
    assert!(repository.printed(&["v2..v3"]).1.contains("- warning-sent"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let Some(repository) = Repository::new() else { return };
    for (arguments, told) in [
        (&["v9"][..], "\"v9\" is neither a directory nor a revision that git knows"),
        (&["--", "--all"], "\"--all\" is neither a directory nor a revision"),
        (&["v1:story"], "\"v1:story\" is neither a directory nor a revision"),
        (&[""], "\"\" is neither a directory nor a revision"),
        (&["v1..v9"], "\"v9\" is neither"),
        (&["v1..v2", "v2"], "\"v1..v2\" names two states, and \"v2\" would be a third"),
    ] {
        let error = repository.error(arguments);
        assert!(error.starts_with("error[") && error.contains(told), "{arguments:?}: {error}");
    }
    let output =
        repository.with_own_settings(env!("CARGO_BIN_EXE_gainsay")).arg("diff").env("PATH", "").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("git could not be run"));
}

#[test]
fn a_revision_without_the_graph_or_with_faults_is_named() {
    let Some(repository) = Repository::new() else { return };
    edit(&repository.graph().join("places.ron"), "name:", "nam:");
    fs::write(repository.graph().join("claims/notes.txt"), "left here").unwrap();
    repository.commit("faulty");
    let error = repository.error(&["faulty", "v2"]);
    assert!(error.contains("error[faulty-graph]: faulty does not load"), "{error}");
    assert!(error.contains("faulty:story/graph/places.ron:3:") && error.contains("did you mean `name`?"), "{error}");
    assert!(error.contains("faulty:story/graph/claims/notes.txt"), "{error}");
    fs::remove_dir_all(repository.graph()).unwrap();
    fs::write(repository.folder.path().join("story/readme"), "").unwrap();
    repository.commit("gone");
    copy(&state("new"), &repository.graph());
    let error = repository.error(&["gone"]);
    assert!(error.contains("gone has no graph: there is no story/graph/graph.ron in it"), "{error}");
}

#[test]
fn a_graph_in_no_repository_is_told() {
    if Repository::new().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    copy(&state("old"), &folder.path().join("graph"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.arg("diff").current_dir(folder.path()).env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
    let output = command.env_remove("GIT_DIR").env_remove("GAINSAY_GRAPH").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && error.contains("graph is in no git repository"), "{error}");
}
