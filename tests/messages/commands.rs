//! Commands that cannot be carried out.

use std::fs;
use std::io;
use std::path::PathBuf;

use gainsay::codes::Code;
use gainsay::snapshot::{self, Keep, Snapshot};
use gainsay::store::{ChangeError, LoadError, Stamps, WriteError};

use crate::bad_input::support::{POST, Sandbox};
use crate::messages::scene::{Case, Scene};

/// A command in a folder with the built-in graph.
fn of(code: Code, what: &str, command: &'static str) -> Case {
    Case::new(code, what, move || Scene::with_graph().run(command))
}

/// The same after other commands.
fn after(code: Code, what: &str, before: &'static [&'static str], command: &'static str) -> Case {
    Case::new(code, what, move || Scene::with_graph().after(before).run(command))
}

const COMMIT: &str = "git -c user.name=desk -c user.email=desk@example.org -c commit.gpgsign=false commit -q -m graph";

/// Makes a revision that no checkout would write: a folder in the graph's folder is named `..`.
const LEADS_OUT: &str = r#"
git init -q -b main . && git add graph
graph=$(git write-tree --prefix=graph/)
blob=$(git hash-object -w graph/graph.ron)
inner=$(printf '100644 blob %s\toutside.ron\n' "$blob" | git mktree)
outer=$( (git ls-tree "$graph"; printf '040000 tree %s\t..\n' "$inner") | git mktree)
root=$(printf '040000 tree %s\tgraph\n' "$outer" | git mktree)
git tag odd "$(git -c user.name=desk -c user.email=desk@example.org commit-tree -m odd "$root")"
"#;

/// A folder with an article that was added and decided on, and a command.
fn decided(command: &str) -> String {
    let scene = Scene::with_graph().with("article.txt", "About 900 boats were lost in the storm.\n");
    let scene = scene.after(&["gainsay add article.txt --id article"]);
    let inbox = fs::read_to_string(scene.path().join("graph/inbox/article.ron")).unwrap();
    let id = format!("article-{}", inbox.split("id: \"article-").nth(1).unwrap().split('"').next().unwrap());
    scene.run(&command.replace("ID", &id));
    scene.run(&command.replace("ID", &id))
}

fn revisions(code: Code, what: &str, command: &'static str) -> Case {
    Case::new(code, what, move || {
        let scene = Scene::new().after(&["git init -q -b main"]).with("note.txt", "nothing yet");
        let scene =
            scene.after(&["git add note.txt", COMMIT, "git tag before", "gainsay init", "git add graph", COMMIT]);
        let scene = scene.after(&["git checkout -q --orphan other", COMMIT, "git checkout -q main"]);
        scene.run(command)
    })
}

fn no_graph() -> String {
    let told = Scene::new().run("gainsay contradictions");
    // Which folders lie above depends on the system.
    let is_above = |line: &&str| line.starts_with("  /") && !line.contains("/storm");
    told.lines().filter(|line| !is_above(line)).collect::<Vec<_>>().join("\n") + "\n"
}

/// A snapshot of which half is missing, as the library tells it; commands make it anew.
fn torn_snapshot() -> String {
    let scene = Scene::with_graph();
    let dir = scene.path().join("graph");
    snapshot::open(&dir, Keep::Always, &|_| ()).unwrap();
    let file = fs::read_dir(dir.join(".cache")).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_file());
    let file = file.unwrap();
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let error = Snapshot::open(&dir, &Stamps::of(&dir).unwrap()).unwrap_err();
    format!("(told by the library; commands make it anew)\nerror[{}]: {error}\n", error.code())
}

fn refused() -> io::Error {
    io::Error::from(io::ErrorKind::PermissionDenied)
}

/// The examples, in the order of codes.
pub fn cases() -> Vec<Case> {
    let place = || PathBuf::from("graph/places.ron");
    vec![
        of(Code::BadPattern, "a bracket that is never closed", "gainsay contradictions --about 'boats ('"),
        Case::made(
            "a file that was saved meanwhile",
            ChangeError::code,
            ChangeError::Meanwhile(vec!["places.ron".into()]),
        ),
        Case::made("a file that was saved while others were written", WriteError::code, WriteError::Touched(place())),
        Case::new(Code::DecidedBefore, "a candidate that was rejected", || decided("gainsay review --reject ID")),
        Case::made("a file that may not be read", LoadError::code, LoadError::Io { path: place(), error: refused() }),
        Case::made(
            "a file that may not be written",
            WriteError::code,
            WriteError::Io { path: place(), error: refused() },
        ),
        Case::new(Code::EditorFailed, "an editor that is not there", || {
            let scene = Scene::with_graph().with("article.txt", "About 900 boats were lost in the storm.\n");
            let scene = scene.after(&["gainsay add article.txt --id article"]);
            let inbox = fs::read_to_string(scene.path().join("graph/inbox/article.ron")).unwrap();
            let id = inbox.split("id: \"article-").nth(1).unwrap().split('"').next().unwrap();
            scene.run(&format!("EDITOR=no-such-editor gainsay review --edit article-{id}"))
        }),
        Case::new(Code::FaultyGraph, "a state with a fault", || {
            let scene = Scene::with_graph().after(&["cp -r graph old"]);
            scene.with("old/places.ron", "[(id: \"port\")]").run("gainsay diff old graph")
        }),
        Case::new(Code::FileExists, "judgements of one name, without end", || {
            let scene = Scene::with_graph();
            let path = scene.path().join("graph/judgements/2031-06-01-arrivals-4200-arrivals-6000.ron");
            let error = WriteError::Exists(path.strip_prefix(scene.path()).unwrap().to_path_buf());
            format!("(made by hand, since the program takes the next name)\nerror[{}]: {error}\n", error.code())
        }),
        after(
            Code::FileNotFolder,
            "a file where tables go",
            &["touch tables"],
            "gainsay export --to csv --output tables",
        ),
        after(Code::FolderNotFile, "a folder to be read", &["mkdir articles"], "gainsay extract articles"),
        after(Code::FolderNotFile, "a folder to be written", &["mkdir page.html"], "gainsay export --output page.html"),
        Case::new(Code::GitFailed, "a repository with a damaged object", || {
            let scene = Scene::with_graph().after(&["git init -q -b main", "git add graph", COMMIT]);
            let objects = scene.path().join(".git/objects");
            for folder in fs::read_dir(objects).unwrap().map(|entry| entry.unwrap().path()) {
                let name = folder.file_name().unwrap().to_string_lossy().into_owned();
                let is_of_objects = name.len() == 2;
                for object in
                    fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|_| is_of_objects)
                {
                    let kind =
                        scene.run(&format!("git cat-file -t {name}{}", object.file_name().unwrap().to_string_lossy()));
                    if kind.contains("blob") {
                        fs::remove_file(object).unwrap();
                    }
                }
            }
            let told = scene.run("gainsay diff HEAD");
            // The names of objects go by the time of the commit.
            regex::Regex::new("[0-9a-f]{40}").unwrap().replace_all(&told, "OBJECT").into_owned()
        }),
        Case::made(
            "another process",
            ChangeError::code,
            ChangeError::Busy(" (the last to take the lock was process 4711 (gainsay import))".into()),
        ),
        of(Code::GraphExists, "a graph that is there", "gainsay init"),
        Case::new(Code::GraphvizFailed, "a Graphviz that fails", || {
            let script = "#!/bin/sh\necho 'Error: out of memory' >&2\nexit 1\n";
            let scene = Scene::with_graph().with("bin/dot", script).after(&["chmod +x bin/dot"]);
            let bin = scene.path().join("bin").display().to_string();
            scene.run(&format!("PATH={bin} gainsay export --output graph.svg --engine dot"))
        }),
        of(Code::NoDirectory, "a misspelt graph", "gainsay list claims --graph grpah"),
        of(Code::NoFile, "a misspelt file", "gainsay extract atricle.txt"),
        of(Code::NoFolder, "a folder of texts that is not there", "gainsay verify --texts txets"),
        of(Code::NoFolder, "a folder for a page that is not there", "gainsay export --output pages/graph.html"),
        of(Code::NoFormat, "an output without an ending", "gainsay export --output graph-of-claims"),
        of(Code::NoFormat, "no output and no format", "gainsay export"),
        of(Code::NoGit, "a system without git", "PATH=/nowhere gainsay diff HEAD"),
        Case::new(Code::NoGraph, "a folder without a graph", no_graph),
        revisions(Code::NoGraphInRevision, "a commit from before the graph", "gainsay diff before"),
        of(
            Code::NoGraphviz,
            "a system without Graphviz",
            "PATH=/nowhere gainsay export --output graph.svg --engine dot",
        ),
        of(Code::NoRepository, "a graph that is not under git", "gainsay diff HEAD"),
        after(Code::NoTexts, "a folder without texts", &["mkdir texts"], "gainsay export --to jsonld --texts texts"),
        of(
            Code::NoThreads,
            "a system that gives no more",
            "sh -c 'ulimit -v 300000; GAINSAY list claims --threads 512'",
        ),
        of(Code::NotAClaim, "a source instead of a claim", "gainsay export --to dot --trace harbour-report"),
        of(Code::NotAGraph, "the folder around a graph", "gainsay list claims --graph ."),
        revisions(Code::NothingInCommon, "histories that never met", "gainsay diff main...other"),
        Case::new(Code::OutputRefused, "a full disk", || {
            Scene::with_graph().run("sh -c 'GAINSAY list claims > /dev/full'")
        }),
        Case::new(Code::HalfAGraph, "a graph.ron that was lost", || {
            let scene = Scene::with_graph().with("graph/sources.ron", "[]\n").after(&["rm graph/graph.ron"]);
            scene.run("gainsay init")
        }),
        of(
            Code::IntoTheGraph,
            "an export in place of claims",
            "gainsay export --to json --output graph/claims/evening-post.ron",
        ),
        after(
            Code::LinkInTheWay,
            "a link in place of the lock",
            &["ln -sf ../elsewhere graph/.lock"],
            "gainsay judge arrivals-4200 arrivals-6000 --confirm",
        ),
        Case::new(Code::ReadOnly, "a page that is write-protected", || {
            Scene::with_graph()
                .with("graph.html", "mine")
                .after(&["chmod a-w graph.html"])
                .run("gainsay export --output graph.html")
        }),
        Case::new(Code::SnapshotUnfit, "half a snapshot", torn_snapshot),
        of(Code::ThreeStates, "a range and one more", "gainsay diff main...HEAD graph"),
        Case::new(Code::TooLargeToCount, "five gigabytes of texts", || {
            let error = "the graph is too large to be counted: its texts come to more than four gigabytes";
            assert!(include_str!("../../src/cli/error.rs").contains(error), "it is told otherwise");
            format!(
                "(copied, since no test makes such a graph)
error[too-large-to-count]: {error}
"
            )
        }),
        of(
            Code::UnfitBase,
            "an address that nothing can follow",
            "gainsay export --to turtle --base https://example.org",
        ),
        of(Code::UnfitBase, "a word", "gainsay export --to turtle --base facts"),
        of(Code::UnfitOption, "the source of actors", "gainsay list actors --source evening-post"),
        of(Code::UnfitOption, "an engine for a table", "gainsay export --to csv --engine dot"),
        after(
            Code::UnfitOption,
            "one title for two texts",
            &["cp graph/places.ron one.txt", "cp graph/events.ron two.txt"],
            "gainsay add one.txt two.txt --title Storm",
        ),
        of(Code::UnknownCode, "a misspelt code", "gainsay --explain unknwon-name"),
        of(Code::UnknownId, "a misspelt claim", "gainsay trace arrivals-4020"),
        of(Code::UnknownId, "a claim like no other", "gainsay explain arrivals-4200 zzz"),
        of(Code::UnknownId, "a misspelt place to narrow by", "gainsay contradictions --place prot"),
        of(Code::UnknownId, "a record that is nowhere", "gainsay show zzz"),
        of(Code::UnknownId, "a candidate that is nowhere", "gainsay review --accept zzz"),
        of(Code::UnknownId, "a part around nothing", "gainsay export --to dot --around zzz"),
        revisions(Code::UnknownRevision, "a misspelt branch", "gainsay diff mian"),
        Case::new(Code::UnwritableName, "a name that leads out of the folder", || {
            Scene::with_graph().with("make.sh", LEADS_OUT).after(&["sh make.sh"]).run("gainsay diff odd")
        }),
        Case::made("what RON cannot say", WriteError::code, WriteError::Record(ron_error())),
        of(Code::Usage, "a misspelt option", "gainsay contradictions --plaec port"),
        of(Code::Usage, "a kind that does not exist", "gainsay list clams"),
        Case::new(Code::WouldNotLoad, "a candidate on what is nowhere defined", would_not_load),
    ]
}

fn ron_error() -> ron::Error {
    ron::Error::Message("a map cannot be flattened".to_owned())
}

/// In a dialogue, what was refused is told in one line, and the candidate waits on.
fn would_not_load() -> String {
    let graph = Sandbox::with(POST, r#"place: "port""#, r#"place: "prot""#);
    let refused = ChangeError::Refused(graph.faults());
    let told = refused.to_string().replace(&graph.path(""), "");
    format!("(made by hand; commands tell the faults themselves)\nerror[{}]: {told}\n", refused.code())
}
