//! Slips that are easily made: a folder for a file, a candidate for a claim, a value of another form.

use std::fs;

use gainsay::codes::Code;
use gainsay::store::WriteError;

use crate::messages::scene::{Case, Scene};

/// A command in a folder with the built-in graph.
fn of(code: Code, what: &str, command: &'static str) -> Case {
    Case::new(code, what, move || Scene::with_graph().run(command))
}

/// A command in a folder with an article whose candidate waits; `ID` is that candidate.
fn waiting(what: &str, code: Code, command: &'static str) -> Case {
    Case::new(code, what, move || {
        let scene = Scene::with_graph().with("article.txt", "About 900 boats were lost in the storm.\n");
        let scene = scene.after(&["gainsay add article.txt --id article"]);
        let inbox = fs::read_to_string(scene.path().join("graph/inbox/article.ron")).unwrap();
        let id = inbox.split("id: \"article-").nth(1).unwrap().split('"').next().unwrap();
        scene.run(&command.replace("ID", &format!("article-{id}")))
    })
}

/// The examples.
pub fn cases() -> Vec<Case> {
    vec![
        Case::made(
            "a graph that may only be read",
            WriteError::code,
            WriteError::Shut { dir: "graph".into(), error: std::io::ErrorKind::PermissionDenied.into() },
        ),
        of(Code::FileNotFolder, "a file of the graph for its folder", "gainsay list claims --graph graph/graph.ron"),
        of(Code::FileNotFolder, "a text for the folder of texts", "gainsay verify --texts graph/graph.ron"),
        of(Code::GraphNotText, "a graph for a text", "gainsay check graph"),
        of(Code::GraphNotText, "a file of a graph for a text", "gainsay add graph/graph.ron"),
        waiting("a review that nobody answers", Code::NoAnswers, "gainsay review"),
        of(Code::NothingToJudge, "two claims on two things", "gainsay judge arrivals-4200 no-warning --confirm"),
        of(Code::NoRepository, "neither a folder nor a revision", "gainsay diff old new"),
        Case::new(Code::UnknownRevision, "neither, where there is no graph", || {
            Scene::new().run("gainsay diff old new")
        }),
        of(Code::UnfitOption, "words in a count", "gainsay contradictions --count --about boats"),
        waiting("a candidate for a claim", Code::UnknownId, "gainsay show ID"),
        waiting("a candidate to be judged", Code::UnknownId, "gainsay judge ID arrivals-4200 --confirm"),
        waiting("a candidate for what it proposes", Code::UnknownId, "gainsay review --merge ID --into arrivals"),
        of(Code::UnknownId, "a candidate that nobody has", "gainsay review --accept nothing-such"),
        of(Code::UnknownId, "a proposal that nobody has", "gainsay review --merge nothing-such --into port"),
        of(Code::Usage, "a number in words", "gainsay contradictions --limit ten"),
        of(Code::Usage, "a gap below nothing", "gainsay contradictions --min-gap -1"),
        of(Code::Usage, "a judge without a name", "gainsay judge arrivals-4200 arrivals-6000 --confirm --by ''"),
        of(
            Code::Usage,
            "a day that is far ahead",
            "gainsay judge arrivals-4200 arrivals-6000 --confirm --on 9999-01-01",
        ),
        of(Code::Usage, "a help of nothing near", "gainsay help frobnicate"),
        Case::new(Code::Usage, "one text twice", || {
            Scene::new().with("one.txt", "A storm.\n").run("gainsay reuse one.txt one.txt")
        }),
    ]
}

/// Those of codes that faults of graphs have, too.
pub fn faults() -> Vec<Case> {
    vec![
        Case::new(Code::NotAFileName, "a name with a backslash, before anything is asked", || {
            let scene = Scene::with_graph().with("sub\\article.txt", "About 900 boats were lost in the storm.\n");
            scene.run("sh -c 'echo Title | GAINSAY add *article.txt'")
        }),
        of(Code::NotADate, "a day in words", "gainsay contradictions --since yesterday"),
    ]
}
