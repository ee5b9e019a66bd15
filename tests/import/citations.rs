//! Citations: the fields of sources that CSL-JSON and BibTeX hold come back.

use gainsay::export::Format;
use gainsay::model::Source;
use gainsay::store::record::SourceRecord;
use proptest::prelude::*;

use crate::import::support::{Graph, exported, file, shipped};
use crate::import::world::world;
use crate::support::cases::cases;

/// What a citation holds of a source: neither its text nor its ties to other sources.
fn held(source: &Source) -> SourceRecord {
    let record = SourceRecord::from(source);
    SourceRecord { text: None, cites: Vec::new(), links_to: Vec::new(), republishes: None, ..record }
}

/// What BibTeX holds of a text: line breaks are blanks, several blanks are one, other control
/// characters are U+FFFD.
fn of_tex(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        _ if letter.is_control() => '\u{FFFD}',
        _ => letter,
    };
    let mut one_line: String = text.chars().map(letter).collect();
    while one_line.contains("  ") {
        one_line = one_line.replace("  ", " ");
    }
    one_line
}

#[test]
fn the_shipped_sources_come_back() {
    let archive = shipped();
    for format in [Format::Csl, Format::Bibtex] {
        let graph = Graph::empty();
        let report = graph.import(&[exported(&archive, format)]).unwrap();
        assert!(report.is_whole() && report.assumed.is_empty(), "{report:?}");
        let came = graph.archive();
        assert_eq!(came.sources.len(), archive.sources.len());
        for (id, source) in &archive.sources {
            assert_eq!(held(source), held(&came.sources[id]), "{format:?}");
        }
        let before = graph.files();
        assert_eq!(graph.import(&[exported(&archive, format)]).unwrap().new_records(), 0);
        assert!(graph.files() == before);
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn csl_holds_every_text(records in world()) {
        let (archive, graph) = (Graph::of(&records).archive(), Graph::empty());
        let report = graph.import(&[exported(&archive, Format::Csl)]).unwrap();
        prop_assert!(report.is_whole() && report.assumed.is_empty(), "{:?}", report);
        for (id, source) in &graph.archive().sources {
            prop_assert_eq!(held(&archive.sources[id]), held(source));
        }
    }

    #[test]
    fn csl_is_read_by_others(records in world()) {
        let archive = Graph::of(&records).archive();
        let written = exported(&archive, Format::Csl);
        let items: Vec<citationberg::json::Item> = serde_json::from_slice(&written.bytes().unwrap()).unwrap();
        let ids: Vec<String> = items.iter().map(|item| item.id().unwrap().into_owned()).collect();
        prop_assert_eq!(ids, archive.sources.keys().map(ToString::to_string).collect::<Vec<_>>());
        for item in &items {
            let date = |name: &str| matches!(item.0.get(name), None | Some(citationberg::json::Value::Date(_)));
            prop_assert!(item.type_().is_some() && date("issued") && date("accessed"), "{:?}", item);
            let names = matches!(item.0.get("author"), None | Some(citationberg::json::Value::Names(_)));
            prop_assert!(names, "{:?}", item);
        }
    }

    #[test]
    fn bibtex_is_read_by_others(records in world()) {
        let archive = Graph::of(&records).archive();
        let written = exported(&archive, Format::Bibtex);
        let text = String::from_utf8(written.bytes().unwrap().into_owned()).unwrap();
        let read = biblatex::Bibliography::parse(&text).unwrap();
        let keys: Vec<String> = read.keys().map(str::to_owned).collect();
        prop_assert_eq!(keys, archive.sources.keys().map(ToString::to_string).collect::<Vec<_>>());
        // BibTeX itself counts braces, also escaped ones, and TeX would act on a lone command or comment.
        let depth = text.chars().fold(0_i32, |depth, letter| depth + i32::from(letter == '{') - i32::from(letter == '}'));
        prop_assert_eq!(depth, 0);
let texts = text.lines().filter(|line| !line.starts_with("  url = "));
        let bare: Vec<&str> = texts.filter(|line| line.replace("\\%", "").contains('%')).collect();
        prop_assert!(bare.is_empty(), "{:?}", bare);
    }

    #[test]
    fn bibtex_holds_every_text_on_one_line(records in world()) {
        let (archive, graph) = (Graph::of(&records).archive(), Graph::empty());
        let written = exported(&archive, Format::Bibtex);
        let report = graph.import(std::slice::from_ref(&written)).unwrap();
        prop_assert!(report.is_whole() && report.assumed.is_empty(), "{:?}", report);
        for (id, source) in &graph.archive().sources {
            let (own, came) = (&archive.sources[id], held(source));
            let text = |text: &Option<String>| text.as_deref().map(of_tex);
            prop_assert_eq!((text(&own.title), text(&own.outlet), text(&own.note)), (came.title, came.outlet, came.note));
            // Names are parsed, so that blanks around them are lost.
            let trimmed = |names: &[String]| -> Vec<String> {
                names.iter().map(|name| of_tex(name).trim().to_owned()).filter(|name| !name.is_empty()).collect()
            };
            prop_assert_eq!(trimmed(&own.authors), trimmed(&came.authors), "{}", String::from_utf8_lossy(&written.bytes().unwrap()));
        }
    }
}

#[test]
fn csl_of_others_is_read() {
    let graph = Graph::empty();
    let text = r#"[{"id": "http://zotero.org/1", "type": "webpage", "title": "Tide tables", "DOI": "10.1/x",
        "author": [{"family": "Lind", "given": "Rosa", "non-dropping-particle": "van der"}, {"literal": "Harbour Office"}],
        "container-title": "Dock Gazette", "publisher": "Gazette House",
        "issued": {"date-parts": [["2031", 5]]}, "accessed": {"raw": "2031-06-02"}}]"#;
    let report = graph.import(&[file("zotero.json", text)]).unwrap();
    let archive = graph.archive();
    let source = archive.sources.values().next().unwrap();
    assert_eq!(source.id.as_str(), "tide-tables-2031-05");
    assert_eq!(source.authors, ["Rosa van der Lind", "Harbour Office"]);
    assert_eq!(source.published.unwrap().to_string(), "2031-05");
    assert_eq!(source.retrieved.unwrap().to_string(), "2031-06-02");
    let places: Vec<&str> = report.unmapped.iter().map(|one| one.at.as_str()).collect();
    assert_eq!(places, ["zotero.json[0].DOI", "zotero.json[0].publisher"]);
}

#[test]
fn addresses_of_citation_managers_do_not_become_ids() {
    let graph = Graph::empty();
    let item =
        |id: &str, rest: &str| format!(r#"{{"id": "http://zotero.org/users/1/items/{id}", "type": "webpage"{rest}}}"#);
    let items = [
        item("A", r#", "title": "Tide tables", "issued": {"date-parts": [[2031, 5, 2]]}"#),
        item(
            "B",
            r#", "title": "Tide tables", "issued": {"date-parts": [[2031, 5, 2]]}, "publisher": "Harbour Office""#,
        ),
        item("C", r#", "URL": "https://www.post.example/7""#),
        item("D", ""),
    ];
    let text = format!("[{}]", items.join(","));
    let report = graph.import(&[file("zotero.json", &text)]).unwrap();
    let ids: Vec<String> = graph.archive().sources.keys().map(ToString::to_string).collect();
    assert_eq!(
        ids,
        ["post-example-7", "tide-tables-2031-05-02", "tide-tables-2031-05-02-2", "zotero-org-users-1-items-d"]
    );
    assert_eq!(report.assumed.len(), 4, "{:?}", report.assumed);
    assert_eq!(graph.import(&[file("zotero.json", &text)]).unwrap().new_records(), 0);
}

#[test]
fn bibtex_of_others_is_read() {
    let graph = Graph::empty();
    let text = "@string{dg = \"Dock Gazette\"}\n@article{Lind:2031, author = {van der Lind, Rosa and {Harbour Office}},\n\
        title = {The {Quay} re\\\"opens --- at 5\\%}, journal = dg, year = 2031, month = may, volume = 4}\n\
        @book{b, title = {A book}, date = {2030/2031}, url = {https://e.example/a--b_c}}\n";
    let report = graph.import(&[file("library.bib", text)]).unwrap();
    let archive = graph.archive();
    let article = &archive.sources["lind-2031"];
    assert_eq!(article.authors, ["Rosa van der Lind", "Harbour Office"]);
    assert_eq!(article.title.as_deref(), Some("The Quay reöpens — at 5%"));
    assert_eq!(article.outlet.as_deref(), Some("Dock Gazette"));
    assert_eq!(article.published.unwrap().to_string(), "2031-05");
    assert_eq!(archive.sources["b"].url.as_deref(), Some("https://e.example/a--b_c"));
    let left: Vec<&str> = report.unmapped.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(left, ["4", "2031"]);
    assert_eq!(report.assumed.len(), 2, "{:?}", report.assumed);
}
