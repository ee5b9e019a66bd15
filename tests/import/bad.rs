//! Files that are not as they must be: an error with a place and advice, no panic, and nothing changed.

use gainsay::import::{self, File, Format, ImportError};
use proptest::prelude::*;

use crate::support::{Graph, file};

/// The error of an import, which must have changed nothing.
fn refused(files: &[File]) -> String {
    let graph = Graph::empty();
    let before = graph.files();
    let error = graph.import(files).expect_err("this must not be imported");
    assert!(graph.files() == before, "a refused import changed the graph");
    assert!(matches!(error, ImportError::Input(_) | ImportError::Refused(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("\nhelp: "), "{text}");
    text
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let rows = [
        ("a.json", "[{\"id\": \"a\", \"type\":", "a.json:1:20: this is no JSON"),
        ("a.json", "[{\"type\": \"webpage\", \"title\": []}]", "a.json[0].title: a list was found"),
        ("a.json", "[{\"type\": \"webpage\", \"author\": [{}]}]", "a.json[0].author[0]"),
        ("a.json", "[3, {\"type\": \"webpage\"}]", "a.json[0]: a number was found: 3"),
        ("a.json", "{\"@type\": \"Person\"}", "a.json: no fact check was found"),
        ("a.json", "{\"a\": 1}", "it does not look like a format that is imported"),
        ("a.html", "<script type=\"application/ld+json\">\n{\"@type\":</script>", "a.html:2:9"),
        ("a.csv", "says,source\none\n", "a.csv:2: the row has 1 cells, the header has 2"),
        ("a.csv", "colour,size\nred,2\n", "a.csv:1: no table has the columns \"colour\", \"size\""),
        ("a.csv", "says,statement\na,b\n", "two columns are says"),
        ("a.csv", "says,source,figure\na,b,lots\n", "a.csv:2, column figure: found \"lots\""),
        ("a.csv", "says,source,period\na,b,soon\n", "a.csv:2, column period: found \"soon\""),
        ("a.csv", "says,source,kind\na,b,opinion\n", "a.csv:2, column kind: found \"opinion\""),
        ("a.csv", "says,source,method\na,b,guessed\n", "a.csv:2, column method: found \"guessed\""),
        ("a.csv", "says,figure\na,2\n", "a.csv:2: the column source says nothing"),
        ("a.csv", "id,says,source\nx,a,b\n\nx,c,b\n", "a.csv:4: a second record has the id \"x\""),
        ("a.csv", "id,title\n../x,t\n", "a.csv:2: \"../x\" is not an id"),
        ("a.csv", "id,title\nCON,t\n", "\"CON\" is not an id"),
        ("a.csv", "id,says,source\na/b,t,s\n", "a.csv:2: \"a/b\" is not an id"),
        ("a.csv", "record,id,name,basis\nmeasure,m,M,speed\n", "a.csv:2, column basis: found \"speed\""),
        ("a.csv", "id,title,published\na,t,yesterday\n", "a.csv:2, column published: found \"yesterday\""),
        (
            "a.csv",
            "says,source,fragments\na,b,1 2 3 4 5 6 7 8 9\n",
            "a.csv:2, record \"b-a\": the fragment has 9 words",
        ),
        ("a.bib", "@article{a, title = {x}\n@article{b", "a.bib:"),
        ("a.bib", "@article{a, title = {x}}\n@article{a, title = {y}}", "a.bib:2:1"),
        ("a.bib", "no entries here", "no entry was found"),
        ("a.csv", "", "a.csv: the file is empty"),
        ("a.bib", " \n", "a.bib: the file is empty"),
        ("a.json", "", "it does not look like a format"),
    ];
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(name, text, expected)| (expected, refused(&[file(name, text)])))
        .filter(|(expected, found)| !found.contains(expected))
        .map(|(expected, found)| format!("expected {expected:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for name in ["a.csv", "a.bib"] {
        let found = refused(&[File { name: name.to_owned(), bytes: vec![b'a', b'\n', 0xFF, 0xFE, 0] }]);
        assert!(found.contains(&format!("{name}:2: the byte 0xFF is not UTF-8")), "{found}");
    }
    refused(&[File { name: "a.png".to_owned(), bytes: vec![0x89, b'P', b'N', b'G', 0, 1] }]);
}

#[test]
fn one_bad_file_keeps_the_good_ones_out() {
    let found = refused(&[file("good.csv", "id,title\na,t\n"), file("bad.csv", "id,title\nA B,t\n")]);
    assert!(found.contains("bad.csv:2"), "{found}");
}

#[test]
fn ids_of_other_programs_do_not_become_file_names() {
    let graph = Graph::empty();
    let text =
        r#"[{"id": "../../x", "type": "webpage"}, {"id": "CON", "type": "webpage"}, {"id": "", "type": "webpage"}]"#;
    graph.import(&[file("../../evil.json", text)]).unwrap();
    let ids: Vec<String> = graph.archive().sources.keys().map(ToString::to_string).collect();
    assert_eq!(ids, ["con", "source", "x"]);
    assert!(graph.path().join("added/import-evil.ron").is_file());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_panics(text in "[ -~\n]{0,60}", cut in 0_usize..400, format in 0..4_usize) {
        let starts = [
            "[{\"@type\": \"ClaimReview\", \"claimReviewed\": \"x\", \"reviewRating\": {\"alternateName\": \"F\"}, \"itemReviewed\": {",
            "says,source,figure,period,via\n\"a\",b,about 2,2022,claim:x\n",
            "[{\"type\": \"webpage\", \"issued\": {\"date-parts\": [[2022, 1]]}, \"author\": [{\"family\": \"x\"}]",
            "@article{a, title = {x}, author = {A and {B}}, date = {2022}",
        ];
        let start: String = starts[format].chars().take(cut).collect();
        let graph = Graph::empty();
        let file = file("x", &format!("{start}{text}"));
        let _ = import::import(graph.path(), Some(Format::ALL[format]), &[file], true);
        graph.archive();
    }
}
