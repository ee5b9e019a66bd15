//! Links between documents lead to a file and an anchor that exist, and what documents for developers name is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;

use super::ROOT;

/// Folders whose documents are held, and the fewest documents that they must have.
const FOLDERS: [&str; 5] = ["", "docs", "fuzz", "bench", "tests/clusters"];
const FEWEST: usize = 24;

/// Pages that name files of the code.
const OF_CODE: [&str; 2] = ["CONTRIBUTING.md", "docs/extending.md"];

#[derive(Default)]
struct Page {
    links: Vec<String>,
    anchors: Vec<String>,
    code: Vec<String>,
}

fn documents() -> BTreeMap<PathBuf, Page> {
    let folders = FOLDERS.iter().map(|folder| Path::new(ROOT).join(folder));
    let files = folders.filter(|folder| folder.is_dir()).flat_map(|folder| fs::read_dir(folder).unwrap());
    let paths = files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "md"));
    paths.map(|path| (path.canonicalize().unwrap(), page(&fs::read_to_string(&path).unwrap()))).collect()
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.into_string()),
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap_or_default(), &page.anchors);
                page.anchors.push(anchor);
            }
            Event::Text(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
            Event::Code(text) => {
                heading.iter_mut().for_each(|heading| heading.push_str(&text));
                page.code.push(text.into_string());
            }
            _ => {}
        }
    }
    page
}

/// The anchor that web pages give a heading: small letters, hyphens for blanks, no other signs; a number if there is one already.
fn anchor(heading: &str, taken: &[String]) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    let base = kept.collect::<String>().replace(' ', "-");
    let same = |anchor: &str| taken.iter().any(|own| own == anchor);
    let numbered = (1..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|anchor| !same(anchor)).unwrap()
}

/// What is wrong with a link of the page at `from`; nothing of one that leads out of the project.
fn wrong(link: &str, from: &Path, pages: &BTreeMap<PathBuf, Page>) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
    let target = if file.is_empty() { from.to_path_buf() } else { from.parent().unwrap().join(file) };
    let Ok(target) = target.canonicalize() else { return Some(format!("{link}: no such file")) };
    let anchor = anchor?;
    let known = pages.get(&target).is_some_and(|page| page.anchors.iter().any(|own| own == anchor));
    (!known).then(|| format!("{link}: no such heading"))
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let pages = documents();
    assert!(pages.len() >= FEWEST, "only {} documents found", pages.len());
    let all = pages.iter().flat_map(|(path, page)| page.links.iter().map(move |link| (path, link)));
    let wrong: Vec<String> =
        all.filter_map(|(path, link)| Some(format!("{}: {}", path.display(), wrong(link, path, &pages)?))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_index_links_each_page_once() {
    let index = page(&fs::read_to_string(Path::new(ROOT).join("docs/README.md")).unwrap());
    for entry in fs::read_dir(Path::new(ROOT).join("docs")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name.ends_with(".svg") {
            continue;
        }
        let found = index.links.iter().filter(|link| **link == name).count();
        assert_eq!(found, usize::from(name != "README.md"), "{name} in docs/README.md");
    }
}

#[test]
fn the_files_that_developers_are_sent_to_are_there() {
    let path = Regex::new(r"^(?:\.ci|docs|fuzz|src|tests)/[\w./-]*$").unwrap();
    for name in OF_CODE {
        let page = page(&fs::read_to_string(Path::new(ROOT).join(name)).unwrap());
        let named: Vec<&String> = page.code.iter().filter(|code| path.is_match(code)).collect();
        assert!(named.len() >= 5, "{name} names only {named:?}");
        let missing: Vec<_> = named.iter().filter(|code| !Path::new(ROOT).join(code.as_str()).exists()).collect();
        assert!(missing.is_empty(), "{name} names {missing:?}");
    }
}

#[test]
fn what_leads_nowhere_is_found() {
    let pages = documents();
    let from = Path::new(ROOT).join("docs/ARCHITECTURE.md").canonicalize().unwrap();
    for good in [
        "origins.md",
        "origins.md#what-counts-as-one",
        "#lint",
        "../README.md#try-it",
        "../src",
        "https://a.example/#b",
    ] {
        assert_eq!(wrong(good, &from, &pages), None);
    }
    for bad in ["origin.md", "origins.md#what-counts-as-two", "#lints", "README.md#lint", "../src#lint"] {
        assert!(wrong(bad, &from, &pages).is_some(), "{bad}");
    }
    assert_eq!(
        anchor("What `lint` finds, and not", &["what-lint-finds-and-not".to_owned()]),
        "what-lint-finds-and-not-1"
    );
}
