//! From the XML of a document to its paragraphs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::xml::{Element, Step, Steps};
use crate::readers::error::ReadError;

/// The text of a document.
#[derive(Default)]
pub(super) struct Body {
    /// Its paragraphs, with an empty line between them.
    pub text: String,
    /// Where they begin.
    pub starts: Vec<usize>,
    /// Links and where they lead.
    pub links: Vec<(Range<usize>, String)>,
    /// The paragraph in the style of a title.
    pub title: Option<Range<usize>>,
}

/// Reads the paragraphs.
pub(super) fn body(xml: &str, links: &BTreeMap<String, String>) -> Result<Body, ReadError> {
    let mut writer = Writer { body: Body::default(), links, open: None, left_out: 0, in_words: false, is_title: false };
    writer.body.text.reserve(xml.len() / 8);
    for step in Steps::new(xml) {
        match step? {
            Step::Open(element) => writer.open(&element),
            Step::Close(name) => writer.close(&name),
            Step::Text(text) if writer.in_words && writer.left_out == 0 => writer.write(&text),
            Step::Text(_) => {}
        }
    }
    writer.end_paragraph();
    Ok(writer.body)
}

struct Writer<'a> {
    body: Body,
    links: &'a BTreeMap<String, String>,
    /// The link that is open, from its first byte on.
    open: Option<(usize, String)>,
    /// Elements around this place that are left out.
    left_out: usize,
    in_words: bool,
    is_title: bool,
}

/// What is shown only where something else cannot be, or no more.
fn is_left_out(name: &str) -> bool {
    matches!(name, "Fallback" | "del" | "moveFrom")
}

impl Writer<'_> {
    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            name if is_left_out(name) => self.left_out += 1,
            "p" => self.end_paragraph(),
            "t" => self.in_words = true,
            "tab" if self.body.starts.last().is_some() => self.write_mark('\t'),
            "br" | "cr" => self.write_mark('\n'),
            "noBreakHyphen" => self.write("\u{2011}"),
            "pStyle" => {
                self.is_title |= element.attribute("val").is_some_and(|style| style.eq_ignore_ascii_case("title"))
            }
            "hyperlink" => {
                let url = element.attribute("id").and_then(|id| self.links.get(&id).cloned());
                self.open = url.map(|url| (self.next_byte(), url));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            name if is_left_out(name) => self.left_out = self.left_out.saturating_sub(1),
            "p" => self.end_paragraph(),
            "t" => self.in_words = false,
            "hyperlink" => {
                let end = self.body.text.len();
                self.body
                    .links
                    .extend(self.open.take().filter(|(start, _)| *start < end).map(|(start, url)| (start..end, url)));
            }
            _ => {}
        }
    }

    fn in_paragraph(&self) -> bool {
        !self.body.text.is_empty() && !self.body.text.ends_with("\n\n")
    }

    /// Where the next word will stand.
    fn next_byte(&self) -> usize {
        self.body.text.len()
    }

    fn write(&mut self, text: &str) {
        if !self.in_paragraph() && !text.is_empty() {
            self.body.starts.push(self.body.text.len());
        }
        self.body.text.push_str(text);
    }

    /// Tabs and breaks count only after a word.
    fn write_mark(&mut self, mark: char) {
        if self.in_paragraph() && self.left_out == 0 && !self.body.text.ends_with('\n') {
            self.body.text.push(mark);
        }
    }

    fn end_paragraph(&mut self) {
        if self.in_paragraph() {
            let start = self.body.starts.last().copied().unwrap_or(0);
            let end = self.body.text.trim_end().len().max(start);
            if self.is_title && self.body.title.is_none() {
                self.body.title = Some(start..end);
            }
            self.body.text.truncate(end);
            self.body.text.push_str("\n\n");
        }
        self.is_title = false;
    }
}
