//! What holds for every format of `export`, whatever the graph says.

mod graph;

use gainsay::export::{Format, Table, View, write};
use gainsay::findings::Desk;
use gainsay::model::Archive;

use graph::{Story, hostile};

/// A graph in a format; of tables, all one after the other.
fn exported(archive: &Archive, format: Format) -> Vec<u8> {
    let desk = Desk::new(archive);
    let view = View::whole(&desk);
    let mut out = Vec::new();
    if format == Format::Csv {
        Table::ALL.iter().for_each(|table| table.write(&view, &mut out).unwrap());
    } else {
        write(&view, format, &mut out).unwrap();
    }
    out
}

fn text(archive: &Archive, format: Format) -> String {
    String::from_utf8(exported(archive, format)).unwrap()
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    for archive in [graph::shipped(), hostile()] {
        for format in Format::ALL {
            let (once, again) = (exported(&archive, format), exported(&archive, format));
            assert!(!once.is_empty(), "{} is empty", format.name());
            assert_eq!(once, again, "{} differs from itself", format.name());
        }
    }
}

#[test]
fn a_changed_claim_changes_few_lines() {
    let (before, after) = (Story::new("Nine boats sank").archive(), Story::new("Nine boats sank in the bay").archive());
    for format in Format::ALL {
        let (old, new) = (text(&before, format), text(&after, format));
        let changed = similar::TextDiff::from_lines(&old, &new)
            .iter_all_changes()
            .filter(|change| change.tag() == similar::ChangeTag::Insert)
            .count();
        assert!(changed <= 12, "{}: {changed} of {} lines", format.name(), new.lines().count());
    }
}

/// A terminal that shows an export obeys nothing in it. Tables keep every character, for they are read back.
#[test]
fn no_control_character_comes_through() {
    let archive = hostile();
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Csv) {
        let text = text(&archive, format);
        let found: Vec<char> =
            text.chars().filter(|letter| letter.is_control() && !matches!(letter, '\n' | '\t')).collect();
        assert!(found.is_empty(), "{}: {:?}", format.name(), found.iter().collect::<std::collections::BTreeSet<_>>());
    }
}

#[test]
fn nothing_in_a_picture_or_page_is_markup_of_the_graph() {
    let archive = hostile();
    for format in [Format::Html, Format::Svg, Format::Graphml, Format::Mermaid] {
        let text = text(&archive, format);
        for bad in ["<img", "</script><img", "<b>bold"] {
            assert!(!text.contains(bad), "{} holds {bad}", format.name());
        }
        assert!(!text.contains("href=\"javascript:"), "{} links to a script", format.name());
    }
}

#[test]
fn nothing_in_a_report_is_markup_of_the_graph() {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    let text = text(&hostile(), Format::Markdown);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::Start(Tag::Image { dest_url, .. }) => panic!("an image: {dest_url}"),
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => panic!("code"),
            Event::Start(Tag::Link { dest_url, .. }) => assert!(dest_url.starts_with("http"), "{dest_url}"),
            _ => {}
        }
    }
}

#[test]
fn the_page_on_formats_names_each_with_its_facts() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md");
    let page = std::fs::read_to_string(path).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `") && line.ends_with("> |")).collect();
    let facts = Format::ALL.map(|format| {
        let (name, end) = (format.name(), format.extension());
        format!("| `{name}` | `.{end}` | `{}` | <{}> |", format.media_type(), format.specification())
    });
    assert_eq!(rows, facts);
    for format in Format::ALL {
        assert!(page.contains(&format!("\n## {}\n", format.name())), "no section on {}", format.name());
    }
}
