//! Files that are not as they must be: an error with a place and advice, no panic, and nothing changed.

use gainsay::import::{File, Format, ImportError, Settings, import};
use proptest::prelude::*;

use crate::import::support::{Graph, file};
use crate::support::cases::cases;

/// The error of an import, which must have changed nothing.
fn refused(files: &[File]) -> String {
    let graph = Graph::empty();
    let before = graph.files();
    let error = graph.import(files).expect_err("this must not be imported");
    assert!(graph.files() == before, "a refused import changed the graph");
    assert!(matches!(error, ImportError::Refused(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("\nhelp: "), "{text}");
    text
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of examples")]
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
        (
            "a.csv",
            "says,source,kind,low,high\na,b,quantity,,\n",
            "help: fill one of the columns value, figure, low, high",
        ),
        (
            "a.csv",
            "record,id,name,basis,unit,tolerance\nmeasure,m,M,net,m,much\n",
            "help: expected a number of percent",
        ),
        ("a.csv", "says,source,start\na,b,soon\n", "a.csv:2, column start: found \"soon\""),
        ("a.csv", "says,source,start\na,b,2031 or later\n", "a.csv:2, column start: found \"2031 or later\""),
        ("a.csv", "says,source,end\na,b,03/04/2031\n", "a.csv:2, column end: \"03/04/2031\" may be"),
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
        ("a.json", "", "a.json: the file is empty"),
        ("a", "\n", "a: the file is empty"),
        ("a.json", "[{\"titl", "a.json:1:7: this is no JSON"),
        ("a.json", "{\"a\": 1,\n", "a.json:2:0: this is no JSON"),
        ("a.json", "id: a", "a.json:1:1: this is no JSON"),
        ("a.xlsx", "PK\u{3}\u{4}", "help: save each sheet as CSV in UTF-8"),
        ("a.ods", "?", "a.ods: it is a workbook"),
        ("a.csv", "PK\u{3}\u{4}", "a.csv: it is a workbook"),
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
fn a_place_and_a_population_of_one_id_are_told_by_their_own_lines() {
    let place = "place,lorn,Lorn,lorn\n";
    let people = "population,lorn,People of Lorn,\n";
    let found = refused(&[file("a.csv", &format!("record,id,name,part_of\n{place}{people}"))]);
    assert!(found.contains("a.csv:2, record \"lorn\": part_of runs in a circle"), "{found}");
    let people = people.replace(",\n", ",lorn\n");
    let found = refused(&[file("a.csv", &format!("record,id,name,part_of\nplace,lorn,Lorn,\n{people}"))]);
    assert!(found.contains("a.csv:3, record \"lorn\": part_of runs in a circle"), "{found}");
}

#[test]
fn all_faults_are_told_in_one_run() {
    let sheet =
        "says,source,figure,measure,period\na,b,lots,m,soon\nc,d,5,m\ne,f,5,m,2031\ng,h,5.000,m,2031\ni,,5,m,2031\n";
    let files = [
        file("a.csv", sheet),
        file("b.csv", "id,title\nA B,t\nc,t\n"),
        file("c.csv", "colour,size\nred,2\n"),
        file("d.json", "[{\"type\": \"webpage\", \"title\": []}, 3]"),
        file("e.bib", "no entries here"),
    ];
    let found = refused(&files);
    let wanted = [
        "a.csv:2, column period: found \"soon\"",
        "a.csv:2, column figure: found \"lots\"",
        "a.csv:3: the row has 4 cells",
        "a.csv:5, column figure: \"5.000\" may be",
        "a.csv:6: the column source says nothing",
        "b.csv:2: \"A B\" is not an id",
        "c.csv:1: no table has the columns",
        "d.json[0].title: a list was found",
        "d.json[1]: a number was found",
        "e.bib: no entry was found",
    ];
    let missing: Vec<&&str> = wanted.iter().filter(|fault| !found.contains(**fault)).collect();
    assert!(missing.is_empty(), "{missing:?} of {found}");
    assert_eq!(found.matches("\nhelp: ").count(), wanted.len(), "{found}");
}

#[test]
fn twenty_faults_are_told_and_the_others_are_counted() {
    let rows = (0..25).map(|number| format!("{number},b,soon\n")).collect::<String>();
    let found = refused(&[file("a.csv", &format!("says,source,period\n{rows}"))]);
    assert_eq!(found.matches("column period").count(), 20, "{found}");
    assert!(found.contains("a.csv:21") && !found.contains("a.csv:22") && found.ends_with("\nand 5 more"), "{found}");
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for name in ["a.csv", "a.bib"] {
        let found = refused(&[File::new(name, vec![b'a', b'\n', 0xFF, 0xFE, 0])]);
        assert!(found.contains(&format!("{name}:2: the byte 0xFF is not UTF-8")), "{found}");
    }
    refused(&[File::new("a.png", vec![0x89, b'P', b'N', b'G', 0, 1])]);
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
    #![proptest_config(cases(256))]

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
        let settings = Settings { format: Some(Format::ALL[format]), ..Settings::default() };
        let _ = import(graph.path(), &[file], &settings);
        graph.archive();
    }
}
