//! The text of elements as a person reads it, and where each piece of it stands in the page.

use std::ops::Range;

use super::choose::is_out;
use super::tree::{Break, Event, Tree};
use crate::readers::document::Link;
use crate::readers::places::Piece;

/// Text that is being put together.
pub(super) struct Emitter<'a> {
    source: &'a str,
    by_name: bool,
    /// The text.
    pub text: String,
    /// Where its pieces stand.
    pub pieces: Vec<Piece>,
    /// Its links.
    pub links: Vec<Link>,
    /// The bytes of the first heading.
    pub heading: Option<Range<usize>>,
    pending: Break,
    /// The link that is open: a link in a link ends it.
    open_link: Option<(usize, Option<usize>)>,
    open_heading: Option<Option<usize>>,
}

impl<'a> Emitter<'a> {
    /// Nothing yet.
    pub fn new(source: &'a str, by_name: bool) -> Self {
        Self {
            source,
            by_name,
            text: String::new(),
            pieces: Vec::new(),
            links: Vec::new(),
            heading: None,
            pending: Break::None,
            open_link: None,
            open_heading: None,
        }
    }

    /// Adds the text of an element.
    pub fn element(&mut self, tree: &Tree, id: usize) {
        let Some(events) = tree.nodes.get(id).and_then(|node| tree.events.get(node.events.clone())) else { return };
        let mut open: Vec<usize> = Vec::new();
        for event in events {
            match event {
                Event::Open(id) => {
                    open.push(*id);
                    self.open(tree, *id);
                }
                Event::Close(id) => {
                    open.pop();
                    self.close(tree, *id);
                }
                Event::Text(value, span) => {
                    if open.last().is_some_and(|id| !is_out(&tree.nodes[*id], self.by_name)) {
                        self.words(value, span.clone());
                    }
                }
            }
        }
        self.pending = self.pending.max(Break::Paragraph);
    }

    fn open(&mut self, tree: &Tree, id: usize) {
        let node = &tree.nodes[id];
        self.pending = self.pending.max(node.breaks);
        if node.href.is_some() {
            self.open_link = Some((id, None));
        }
        if node.is_heading && self.heading.is_none() && !is_out(node, self.by_name) {
            self.open_heading = Some(None);
        }
    }

    fn close(&mut self, tree: &Tree, id: usize) {
        let node = &tree.nodes[id];
        self.pending = self.pending.max(node.breaks);
        if let Some((_, start)) = self.open_link.take_if(|(own, _)| *own == id)
            && let (Some(start), Some(url)) = (start, &node.href)
        {
            let span = start..self.text.len();
            self.links.push(Link { text: self.text[span.clone()].to_owned(), span, url: url.trim().to_owned() });
        }
        if node.is_heading
            && let Some(start) = self.open_heading.take()
        {
            self.heading = start.map(|start| start..self.text.len());
        }
    }

    fn words(&mut self, value: &str, span: Range<usize>) {
        for (own, source) in aligned(value, self.source.get(span.clone()).unwrap_or_default()) {
            let source = span.start + source.start..span.start + source.end;
            if own.len() == source.len() {
                self.verbatim(&value[own], source.start);
            } else {
                self.put(&value[own], source);
            }
        }
    }

    /// Text that stands in the page as it is, with its spaces closed up.
    fn verbatim(&mut self, text: &str, start: usize) {
        let is_space = |letter: char| letter.is_ascii_whitespace();
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let space = rest.len() - rest.trim_start_matches(is_space).len();
            if space > 0 {
                self.pending = self.pending.max(Break::Space);
            }
            let word = rest[space..].find(is_space).unwrap_or(rest.len() - space);
            if word > 0 {
                let from = at + space;
                self.put(&text[from..from + word], start + from..start + from + word);
            }
            at += space + word;
        }
    }

    fn put(&mut self, text: &str, source: Range<usize>) {
        let gap = self.flush();
        let start = self.text.len();
        self.text.push_str(text);
        if let Some((_, first)) = &mut self.open_link {
            first.get_or_insert(start);
        }
        if let Some(heading) = &mut self.open_heading {
            heading.get_or_insert(start);
        }
        let same = text.len() == source.len();
        if let Some(last) = self.pieces.last_mut()
            && same
            && last.len == last.source_len
            && last.text + last.len + gap == start
            && last.source + last.len + gap == source.start
            && self.source.get(source.start - gap..source.start) == self.text.get(start - gap..start)
        {
            last.len += gap + text.len();
            last.source_len = last.len;
            return;
        }
        self.pieces.push(Piece { text: start, source: source.start, len: text.len(), source_len: source.len() });
    }

    /// Writes the break that waits; how many bytes it has.
    fn flush(&mut self) -> usize {
        let pending = std::mem::replace(&mut self.pending, Break::None);
        let mark = match pending {
            _ if self.text.is_empty() => "",
            Break::None => "",
            Break::Space => " ",
            Break::Cell => "\t",
            Break::Line => "\n",
            Break::Paragraph => "\n\n",
        };
        self.text.push_str(mark);
        mark.len()
    }
}

/// Parts of a text and of the page that belong together: as they are, or a character and its entity. What cannot be told
/// apart is one part.
fn aligned(value: &str, raw: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut at, mut from) = (0, 0);
    while at < value.len() {
        let same = common(&value[at..], &raw[from..]);
        if same > 0 {
            parts.push((at..at + same, from..from + same));
            (at, from) = (at + same, from + same);
        }
        if at == value.len() {
            break;
        }
        if raw[from..].starts_with("\r\n") && value[at..].starts_with('\n') {
            from += 1;
            continue;
        }
        let Some((letters, entity)) = entity(&value[at..], &raw[from..]) else {
            parts.push((at..value.len(), from..raw.len()));
            break;
        };
        parts.push((at..at + letters, from..from + entity));
        (at, from) = (at + letters, from + entity);
    }
    parts
}

/// How many bytes are the same up to where the page writes an entity.
fn common(value: &str, raw: &str) -> usize {
    let differs = value.bytes().zip(raw.bytes()).position(|(own, other)| own != other);
    let same = differs.unwrap_or_else(|| value.len().min(raw.len()));
    // An ampersand is the same as the beginning of its own entity, and only what follows shows it.
    let window = &raw[..floor(raw, same)];
    let entity = window.rfind('&').filter(|at| at + entity_len(&raw[*at..]) > same);
    entity.unwrap_or(window.len())
}

/// The length of the entity that begins here; 0 if none does.
fn entity_len(raw: &str) -> usize {
    let name = raw.bytes().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    if raw.starts_with('&') && raw[1 + name..].starts_with(';') { name + 2 } else { 0 }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The letters of the text and the bytes of the page of an entity: one letter, or two, whichever lets the rest go on.
fn entity(value: &str, raw: &str) -> Option<(usize, usize)> {
    let end = Some(entity_len(raw)).filter(|len| *len > 0)?;
    let first = value.chars().next()?.len_utf8();
    let second = first + value[first..].chars().next().map_or(0, char::len_utf8);
    let fits = |letters: usize| match (value[letters..].bytes().next(), raw[end..].bytes().next()) {
        (None, None) => true,
        (Some(own), Some(other)) => own == other || other == b'&' || other == b'\r',
        _ => false,
    };
    [first, second].into_iter().find(|letters| fits(*letters)).map(|letters| (letters, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'a>(value: &'a str, raw: &'a str) -> Vec<(&'a str, &'a str)> {
        aligned(value, raw).into_iter().map(|(own, other)| (&value[own], &raw[other])).collect()
    }

    #[test]
    fn entities_are_told_from_what_stands_as_it_is() {
        assert_eq!(parts("a & b", "a &amp; b"), [("a ", "a "), ("&", "&amp;"), (" b", " b")]);
        assert_eq!(parts("AT&T é", "AT&T &eacute;"), [("AT&T ", "AT&T "), ("é", "&eacute;")]);
        assert_eq!(parts("«x»\ny", "&laquo;x&raquo;\r\ny").concat_own(), "«x»\ny");
        assert_eq!(parts("&&", "&amp;&#38;"), [("&", "&amp;"), ("&", "&#38;")]);
    }

    trait Own {
        fn concat_own(&self) -> String;
    }

    impl Own for Vec<(&str, &str)> {
        fn concat_own(&self) -> String {
            self.iter().map(|(own, _)| *own).collect()
        }
    }
}
