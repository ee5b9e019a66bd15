//! Links, pipes and devices in a graph: a link to another .ron file is read, nothing is written through one, and what is no file
//! is told and not waited for.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::support::Graph;

/// The example with a link in place of one of its files.
fn linked(file: &str, to: &str) -> Graph {
    let graph = Graph::example();
    let _ = fs::remove_file(graph.path(file));
    symlink(to, graph.path(file)).unwrap();
    graph
}

fn pipe(graph: &Graph, file: &str) {
    let _ = fs::remove_file(graph.path(file));
    assert!(Command::new("mkfifo").arg(graph.path(file)).status().unwrap().success());
}

#[test]
fn a_link_to_a_ron_file_is_read() {
    let graph = linked("places.ron", "../shared.ron");
    graph.beside("shared.ron", include_str!("../../src/store/write/template/places.ron"));
    assert!(graph.run(&["show", "port"]).done().contains("port"));
    let claims = linked("claims/evening-post.ron", "../../post.ron");
    claims.beside("post.ron", include_str!("../../src/store/write/template/claims/evening-post.ron"));
    assert!(claims.run(&["contradictions"]).done().contains("1 disagreement"));
}

#[test]
fn a_link_that_leads_to_anything_else_is_told_and_nothing_of_it_shown() {
    for file in ["places.ron", "graph.ron", "claims/evening-post.ron"] {
        for (to, told) in [
            ("/etc/passwd", "this is a link to a file whose name does not end in .ron"),
            ("../secret.txt", "this is a link to a file whose name does not end in .ron"),
            ("nowhere.ron", "this is a link that leads nowhere"),
            ("/dev/zero", "this is a link to a pipe, a socket or a device"),
        ] {
            let graph = linked(file, to);
            graph.beside("secret.txt", "the password is swordfish");
            if file == "claims/evening-post.ron" && to.starts_with("..") {
                fs::write(graph.path("secret.txt"), "the password is swordfish").unwrap();
            }
            let told_of = graph.run(&["contradictions"]);
            // Where no file is, there is no graph.
            if file == "graph.ron" && (to == "nowhere.ron" || to == "/dev/zero") {
                assert_eq!(told_of.code, Some(2));
                continue;
            }
            let error = told_of.refused(&[file, told, "help: "]);
            assert!(!error.contains("swordfish") && !error.contains("root:"), "{error}");
        }
        let graph = linked(file, "loop.ron");
        let name = graph.path(file).file_name().unwrap().to_owned();
        symlink(&name, graph.path(file).with_file_name("loop.ron")).unwrap();
        assert_eq!(graph.run(&["contradictions"]).code, Some(2));
    }
    let error = linked("sources.ron", "claims").run(&["lint"]).refused(&["sources.ron", "this is a link to a folder"]);
    assert!(error.contains("a file was expected"));
}

#[test]
fn a_folder_that_is_a_link_is_refused() {
    for folder in ["claims", "judgements", "added", "inbox"] {
        let graph = Graph::example();
        let outside = graph.folder().join("outside");
        if graph.path(folder).is_dir() {
            fs::rename(graph.path(folder), &outside).unwrap();
        } else {
            fs::create_dir(&outside).unwrap();
        }
        symlink("../outside", graph.path(folder)).unwrap();
        graph.beside("a.txt", "Some 300 boats sank.\n");
        let before = graph.files();
        for command in [&["contradictions"][..], &["add", "a.txt", "--yes"], &["lint"]] {
            graph.run(command).refused(&[
                folder,
                "this is no folder of the graph's own",
                "links to folders are not followed",
            ]);
        }
        assert!(graph.files() == before);
    }
    for to in ["nowhere", "claims"] {
        let graph = Graph::empty();
        symlink(to, graph.path("claims")).unwrap();
        graph.run(&["contradictions"]).refused(&["claims", "this is no folder"]);
    }
}

#[test]
fn nothing_is_written_through_a_link() {
    for file in [".lock", "reuse.ron"] {
        let graph = Graph::example();
        graph.beside("precious.ron", "[]");
        graph.beside("one.txt", "Some 300 boats sank.\n");
        graph.beside("two.txt", "Some 500 boats sank.\n");
        let _ = fs::remove_file(graph.path(file));
        symlink("../precious.ron", graph.path(file)).unwrap();
        let told = match file {
            ".lock" => graph.run(&["add", "one.txt", "--yes"]),
            _ => graph.run(&["reuse", "one.txt", "two.txt", "--record"]),
        };
        told.refused(&[file, "this is a link, and nothing is written through one"]);
        assert_eq!(fs::read_to_string(graph.folder().join("precious.ron")).unwrap(), "[]");
    }
    let graph = Graph::example();
    graph.beside("precious", "mine");
    fs::create_dir(graph.path(".cache")).unwrap();
    symlink("../../precious", graph.path(".cache/.gitignore")).unwrap();
    symlink("../../precious", graph.path(".cache/snapshot")).unwrap();
    graph.run(&["contradictions", "--snapshot", "always"]).done();
    assert_eq!(fs::read_to_string(graph.folder().join("precious")).unwrap(), "mine");
    let graph = Graph::example();
    fs::create_dir(graph.folder().join("outside")).unwrap();
    symlink("../outside", graph.path(".cache")).unwrap();
    graph.run(&["contradictions", "--snapshot", "always"]).done();
    assert_eq!(fs::read_dir(graph.folder().join("outside")).unwrap().count(), 0);
    let graph = Graph::empty();
    fs::remove_file(graph.path("graph.ron")).unwrap();
    fs::create_dir(graph.folder().join("outside")).unwrap();
    symlink("../outside", graph.path("claims")).unwrap();
    graph.run(&["init"]).refused(&["claims", "this is a link"]);
    assert_eq!(fs::read_dir(graph.folder().join("outside")).unwrap().count(), 0);
}

#[test]
fn pipes_and_devices_in_a_graph_are_not_waited_for() {
    for file in ["places.ron", "claims/evening-post.ron", "claims/more.ron", "added.ron"] {
        let graph = Graph::example();
        pipe(&graph, file);
        let error = graph.run(&["contradictions"]);
        assert_eq!(error.code, Some(2), "{file}");
        assert!(error.err.contains(file), "{}", error.err);
    }
    let graph = Graph::example();
    pipe(&graph, "notes.txt");
    graph.run(&["contradictions", "--snapshot", "always"]).done();
    fs::create_dir_all(graph.path(".cache")).unwrap();
    pipe(&graph, ".cache/snapshot");
    graph.run(&["contradictions", "--snapshot", "always"]).done();
}

#[test]
fn a_file_without_end_is_read_no_further_than_it_may() {
    let graph = Graph::example();
    for command in [&["extract", "/dev/zero"][..], &["add", "/dev/zero", "--yes"], &["check", "/dev/zero"]] {
        let told = graph.run(command);
        assert_eq!(told.code, Some(2), "{command:?}");
        assert!(told.err.contains("/dev/zero: the file is over 100 MB"), "{}", told.err);
    }
    if crate::support::is_long() {
        graph.run(&["import", "--from", "bibtex", "/dev/zero"]).refused(&["/dev/zero: the file is over 1000 MB"]);
    }
}

#[test]
fn texts_that_are_no_files_are_told() {
    let sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let source = format!("[(id: \"a\", text: (file: \"a.txt\", sha256: \"{sha}\", bytes: 0))]");
    let graph = Graph::empty().with("sources.ron", source);
    symlink("/dev/zero", graph.folder().join("a.txt")).unwrap();
    let told = graph.run(&["verify", "--texts", "."]);
    assert_eq!(told.code, Some(2));
    assert!(told.out.contains("the text a.txt cannot be read: this is no file"), "{}", told.out);
    graph.run(&["lint", "--texts", "."]).done();
}
