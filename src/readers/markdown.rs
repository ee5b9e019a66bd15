//! Markdown: the file, with blanks of the same length for all markup, so that bytes stay where they are.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Document, Link, Part};
use super::format::Format;
use super::front;
use super::places::Places;
use crate::text::one_line;

/// The document of a Markdown text.
pub(super) fn read(source: String) -> Document {
    let mut found = Found::default();
    for (event, range) in Parser::new_ext(&source, options()).into_offset_iter() {
        found.take(&event, range, &source);
    }
    let text = blanked(&source, &found.kept);
    let mut document = Document::new(Format::Markdown, text, Places::beside(source));
    found.fill(&mut document);
    document
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// What was met on the way through the text.
#[derive(Default)]
struct Found {
    kept: Vec<Range<usize>>,
    links: Vec<(Range<usize>, String)>,
    open: Vec<(usize, String)>,
    title: Option<Range<usize>>,
    in_title: bool,
    head: String,
    in_head: bool,
    end_of_head: usize,
}

impl Found {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>, source: &str) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.in_head = true,
            Event::End(TagEnd::MetadataBlock(_)) => {
                self.in_head = false;
                self.end_of_head = range.end;
            }
            Event::Text(text) if self.in_head => self.head.push_str(text),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if self.title.is_none() => self.in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => self.in_title = false,
            Event::Start(Tag::Link { dest_url, .. }) => self.open.push((self.kept.len(), dest_url.to_string())),
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Text(_) => self.keep(range),
            Event::Code(_) => self.keep(inside_ticks(source, range)),
            Event::Html(_) | Event::InlineHtml(_) => outside_tags(source, range, &mut self.kept),
            _ => {}
        }
    }

    fn keep(&mut self, range: Range<usize>) {
        if self.in_title {
            let start = self.title.as_ref().map_or(range.start, |title| title.start);
            self.title = Some(start..range.end);
        }
        self.kept.push(range);
    }

    fn close_link(&mut self) {
        let Some((from, url)) = self.open.pop() else { return };
        if let (Some(first), Some(last)) = (self.kept.get(from), self.kept.last()) {
            self.links.push((first.start..last.end, url));
        }
    }

    fn fill(self, document: &mut Document) {
        front::take(document, &self.head);
        let words = |range: &Range<usize>| one_line(&document.text[range.clone()]);
        let title = self.title.map(|range| Part { text: words(&range), span: Some(range) });
        let links = self.links.into_iter().map(|(span, url)| Link { text: words(&span), span, url });
        document.links = links.collect();
        let end_of_title = title.as_ref().and_then(|title| title.span.as_ref()).map_or(0, |span| span.end);
        document.body = self.end_of_head.max(end_of_title);
        document.title = document.title.take().or(title);
    }
}

/// The code without its ticks.
fn inside_ticks(source: &str, range: Range<usize>) -> Range<usize> {
    let code = &source[range.clone()];
    let ticks = code.len() - code.trim_start_matches('`').len();
    if 2 * ticks > code.len() { range } else { range.start + ticks..range.end - ticks }
}

/// What stands between tags; comments are tags here.
fn outside_tags(source: &str, range: Range<usize>, kept: &mut Vec<Range<usize>>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &source[at..range.end];
        let text = rest.find('<').unwrap_or(rest.len());
        if !rest[..text].trim().is_empty() {
            kept.push(at..at + text);
        }
        let tag = &rest[text..];
        let closer = if tag.starts_with("<!--") { "-->" } else { ">" };
        at += text + tag.find(closer).map_or(tag.len(), |end| end + closer.len());
    }
}

/// The text with a blank for each byte that is not kept; line breaks stay.
fn blanked(source: &str, kept: &[Range<usize>]) -> String {
    let mut text = String::with_capacity(source.len());
    for range in kept {
        // Ranges come in order; one that reaches back, as of a footnote, is there already.
        if range.start < text.len() {
            continue;
        }
        blank(&source[text.len()..range.start], &mut text);
        text.push_str(&source[range.clone()]);
    }
    blank(&source[text.len()..], &mut text);
    text
}

fn blank(markup: &str, text: &mut String) {
    text.extend(markup.bytes().map(|byte| if matches!(byte, b'\n' | b'\r' | b'\t') { char::from(byte) } else { ' ' }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(source: &str) -> Document {
        crate::readers::read("a.md", source.as_bytes().to_vec()).unwrap().remove(0)
    }

    const SOURCE: &str = "---\ntitle: \"Boats\"\nauthors:\n  - Ana Lund\n  - Bo Rask\ndate: 2024-06-02\noutlet: Dock Gazette\n---\n\
        # Five **boats** sank\n\nSee [the *report*](https://example.org/r?a=1), `12` pages.\n\n| a | b |\n|---|---|\n| 1 | 2é |\n\n<b>Bold</b> <!-- 99 --> end";

    #[test]
    fn bytes_stay_where_they_are() {
        let found = file(SOURCE);
        assert_eq!(found.text.len(), SOURCE.len());
        for word in ["boats", "sank", "report", "12", "pages", "2é", "Bold", "end"] {
            assert_eq!(found.text.find(word), SOURCE.rfind(word), "{word}");
        }
        for gone in ["*", "http", "|", "`", "<b>", "99", "Gazette", "#"] {
            assert!(!found.text.contains(gone), "{gone} in {:?}", found.text);
        }
        let at = SOURCE.find("2é").unwrap();
        assert_eq!(found.place(at).to_string(), "15:7");
        assert_eq!(found.source_range(at..at + 3), Some(at..at + 3));
    }

    #[test]
    fn the_head_and_the_links_are_known() {
        let found = file(SOURCE);
        assert_eq!(found.title.as_ref().map(|title| title.text.as_str()), Some("Boats"));
        assert_eq!(found.author, ["Ana Lund", "Bo Rask"]);
        assert_eq!(found.outlet.as_deref(), Some("Dock Gazette"));
        assert_eq!(found.date.map(|day| day.to_string()).as_deref(), Some("2024-06-02"));
        assert_eq!(
            (found.links[0].text.as_str(), found.links[0].url.as_str()),
            ("the report", "https://example.org/r?a=1")
        );
        assert_eq!(found.text[found.body..].trim_start().split(' ').next(), Some("See"));
    }

    #[test]
    fn a_heading_is_a_title_without_a_head() {
        let found = file("Intro\n\nThe *big* storm\n===\n\ntext");
        let title = found.title.unwrap();
        assert_eq!((title.text.as_str(), title.span.map(|span| span.start)), ("The big storm", Some(7)));
    }
}
