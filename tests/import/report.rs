//! The report in Markdown: nothing in the graph is taken for markup.

use gainsay::export::Format;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::import::support::{Graph, exported, shipped};
use crate::import::world::world;
use crate::support::cases::cases;

/// The events that only texts of the graph could have made.
fn foreign(markdown: &str) -> Vec<String> {
    let is_foreign = |event: &Event<'_>| match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => true,
        Event::Start(Tag::Link { dest_url, .. }) => !dest_url.starts_with("http"),
        Event::Start(
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Emphasis | Tag::Strikethrough | Tag::BlockQuote(_),
        ) => true,
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) | Event::Rule => true,
        _ => false,
    };
    Parser::new_ext(markdown, Options::all()).filter(is_foreign).map(|event| format!("{event:?}")).collect()
}

/// How many list entries and headings of the second order there are.
fn parts(markdown: &str) -> (usize, usize) {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, Options::all()).collect();
    let items = events.iter().filter(|event| matches!(event, Event::Start(Tag::Item))).count();
    let heading = |event: &&Event<'_>| matches!(event, Event::Start(Tag::Heading { level, .. }) if *level == pulldown_cmark::HeadingLevel::H2);
    (items, events.iter().filter(heading).count())
}

#[test]
fn the_shipped_report_lists_every_source() {
    let archive = shipped();
    let text = String::from_utf8(exported(&archive, Format::Markdown).bytes().unwrap().into_owned()).unwrap();
    let (_, list) = text.rsplit_once("\n## Sources\n").unwrap();
    assert_eq!(parts(list).0, archive.sources.len());
    assert!(foreign(&text).is_empty(), "{:?}", foreign(&text));
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_text_is_markup(records in world()) {
        let archive = Graph::of(&records).archive();
        let text = String::from_utf8(exported(&archive, Format::Markdown).bytes().unwrap().into_owned()).unwrap();
        prop_assert!(foreign(&text).is_empty(), "{:?} in {}", foreign(&text), text);
        let (_, list) = text.rsplit_once("\n## Sources\n").unwrap();
        prop_assert_eq!(parts(list), (archive.sources.len(), 0));
    }
}
