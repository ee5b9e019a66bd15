//! Names that climb out of a folder, or that are files on one system and devices on another.

use crate::entities::packed;
use crate::support::Graph;

const SHA: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[test]
fn texts_of_sources_are_named_and_not_reached() {
    for name in [
        "../report.txt",
        "/etc/passwd",
        "..",
        ".",
        "a/b",
        "a\\\\b",
        "\\\\\\\\host\\\\share",
        "C:report.txt",
        "",
        "a\\u{0}b",
    ] {
        let source = format!("[(id: \"a\", text: (file: \"{name}\", sha256: \"{SHA}\", bytes: 0))]");
        let graph = Graph::empty().with("sources.ron", source);
        graph.run(&["verify", "--texts", "."]).refused(&[
            "is not a file name",
            "sources.ron:1:25",
            "write the name alone",
        ]);
    }
}

#[test]
fn an_id_that_is_none_becomes_no_file() {
    let graph = Graph::example();
    graph.beside("a.txt", "Some 300 boats sank.\n");
    let before = graph.files();
    let long = "a-".repeat(5_000);
    for id in
        ["CON", "a/b", ".", "..", "a\\b", "x.ron", "", "a ", "a.", "é", "../../x", "-a", "a\n", "a:b", "~", "$HOME"]
    {
        graph.run(&["add", "a.txt", "--yes", &format!("--id={id}")]).refused(&["is not an id", "use lower-case"]);
        graph.beside("b.csv", format!("id,title\n\"{id}\",t\n"));
        let told = graph.run(&["import", "b.csv"]);
        assert!(told.code == Some(2) || id.is_empty() || id.trim() == "a", "{id:?}: {}", told.out);
    }
    std::fs::remove_file(graph.folder().join("b.csv")).unwrap();
    let known: Vec<_> =
        graph.files().into_iter().filter(|(path, _)| !path.to_string_lossy().contains("import-")).collect();
    assert!(known == before);
    graph.run(&["add", "a.txt", "--yes", "--id", &long]).done();
}

/// Windows has no files of these names, whatever they end with; others have none so long.
#[test]
fn an_id_that_is_a_device_or_very_long_gets_a_name_that_every_system_holds() {
    let long = "a-long-id-".repeat(40) + "end";
    for id in ["con", "nul", "aux", "prn", "com1", "lpt9", "a--b", &long] {
        let graph = Graph::example();
        graph.beside("a.txt", "Some 300 boats sank in the harbour on Sunday, the mayor said.\n");
        graph.run(&["add", "a.txt", "--yes", "--id", id]).done();
        assert_eq!(graph.run(&["review", "--all", "--yes"]).done(), "accepted 1\n", "{id}");
        let (code, again) = {
            let told = graph.run(&["add", "a.txt", "--yes", "--id", id]);
            (told.code, told.out)
        };
        assert!(code == Some(0) && again.contains("is there already"), "{again}");
        assert!(graph.run(&["show", id]).done().contains(&id[..3]));
        let mut names = Vec::new();
        for folder in ["inbox", "claims", "added"] {
            let entries = std::fs::read_dir(graph.path(folder)).unwrap();
            names.extend(entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()));
        }
        for name in &names {
            let stem = name.strip_suffix(".ron").unwrap();
            let is_plain =
                stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte));
            assert!(is_plain && name.len() <= 240, "{name}");
            assert!(!["con", "nul", "aux", "prn", "com1", "lpt9"].contains(&stem), "{name}");
        }
        assert!(names.len() >= 4, "{names:?}");
    }
}

/// Ids have no capitals, so that no two of them name one file where case counts for nothing.
#[test]
fn ids_that_differ_by_case_are_none() {
    let graph = Graph::example();
    graph.beside("a.txt", "Some 300 boats sank.\n");
    graph.run(&["add", "a.txt", "--yes", "--id", "report"]).done();
    graph.beside("b.txt", "Some 500 boats sank.\n");
    graph.run(&["add", "b.txt", "--yes", "--id", "Report"]).refused(&["\"Report\" is not an id"]);
}

#[test]
fn files_that_are_imported_name_nothing_outside() {
    let graph = Graph::empty();
    let folder = graph.folder().join("x/../y..z");
    std::fs::create_dir_all(graph.folder().join("x")).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("CON .. é.csv"), "id,title\na,t\n").unwrap();
    graph.run(&["import", "x/../y..z/CON .. é.csv"]).done();
    let names: Vec<String> = (std::fs::read_dir(graph.path("added")).unwrap())
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["import-con-e.ron"]);
}

#[test]
fn names_in_an_archive_write_nothing() {
    let graph = Graph::empty();
    let body = b"<document><body><p><t>300 boats sank.</t></p></body></document>".as_slice();
    let files = [("../../evil.txt", body), ("/etc/evil", body), ("C:\\evil", body), ("word/document.xml", body)];
    graph.beside("a.docx", packed(&files));
    let before = graph.files();
    assert!(graph.run(&["extract", "a.docx"]).done().contains("[300]"));
    assert!(graph.files() == before && !graph.folder().join("../../evil.txt").exists());
}

#[test]
fn tables_are_written_into_the_folder_that_was_named() {
    let graph = Graph::example();
    graph.run(&["export", "--to", "csv", "--output", "tables"]).done();
    let mut names: Vec<_> =
        std::fs::read_dir(graph.folder().join("tables")).unwrap().map(|one| one.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["claims.csv", "disagreements.csv", "edges.csv", "records.csv", "sources.csv"]);
}
