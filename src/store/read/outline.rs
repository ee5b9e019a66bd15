//! Where things stand in a RON text. RON values carry no places, so this reads the text once more, for its shape only, and
//! only as deep as it is asked to.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// A step from a value to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The value of a field.
    Field(&'static str),
    /// An entry of a list, or a positional value.
    Index(usize),
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The bytes of the names of its fields, and their values.
    fields: Vec<(Range<usize>, Node)>,
    items: Vec<Node>,
}

impl Node {
    /// The bytes of the value that the steps lead to; of the last one that exists, if they lead nowhere. Where the outline
    /// does not go deep enough, the text is looked at itself.
    pub fn find(&self, text: &str, steps: &[Step]) -> Range<usize> {
        let Some((first, rest)) = steps.split_first() else { return self.span.clone() };
        if self.is_leaf() {
            return Scanner { bytes: text.as_bytes(), at: self.span.start }.seek(steps);
        }
        let is_named = |name: &Range<usize>, wanted| text.get(name.clone()) == Some(wanted);
        let next = match first {
            Step::Field(wanted) => self.fields.iter().find(|(name, _)| is_named(name, wanted)).map(|(_, node)| node),
            Step::Index(index) => self.items.get(*index),
        };
        next.map_or_else(|| self.span.clone(), |node| node.find(text, rest))
    }

    /// The innermost parenthesised value that holds the byte.
    pub fn innermost(&self, byte: usize) -> &Node {
        let inside = self.fields.iter().map(|(_, node)| node).chain(&self.items);
        let holder = inside.filter(|node| !node.is_leaf()).find(|node| node.span.contains(&byte));
        holder.map_or(self, |node| node.innermost(byte))
    }

    fn is_leaf(&self) -> bool {
        self.fields.is_empty() && self.items.is_empty()
    }
}

/// Values inside more values than these are not told apart; RON itself refuses them.
pub(crate) const DEEPEST: usize = 128;

/// Reads the shape of a text, so many values deep. Never fails: what cannot be read is left out.
pub(crate) fn outline(text: &str, depth: usize) -> Node {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.skip_attributes();
    scanner.value(depth)
}

/// Where the last text in quotation marks opens that opens at a byte or before it.
pub(crate) fn last_text(text: &str, byte: usize) -> Option<usize> {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    let mut last = None;
    loop {
        scanner.skip_blank();
        let before = scanner.at;
        if before > byte || before >= text.len() {
            return last;
        }
        last = if scanner.peek() == Some(b'"') { Some(before) } else { last };
        scanner.scalar();
        scanner.move_on(before);
    }
}

/// The bytes of the scalar, name or mark that follows; none at the end of the text, whatever comments stand before it.
pub(crate) fn token(text: &str, byte: usize) -> Range<usize> {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: byte };
    scanner.skip_attributes();
    let start = scanner.at.min(text.len());
    scanner.scalar();
    let least = text[start..].chars().next().map_or(0, char::len_utf8);
    start..scanner.at.clamp(start + least, text.len())
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn starts_with(&self, text: &str) -> bool {
        self.rest().starts_with(text.as_bytes())
    }

    fn skip_attributes(&mut self) {
        self.skip_blank();
        while self.starts_with("#!") {
            self.skip_while(|byte| byte != b']');
            self.at += 1;
            self.skip_blank();
        }
    }

    fn skip_blank(&mut self) {
        loop {
            self.skip_while(|byte| byte.is_ascii_whitespace());
            if self.peek() != Some(b'/') {
                return;
            }
            if self.starts_with("//") {
                self.at = memchr(b'\n', self.rest()).map_or(self.bytes.len(), |end| self.at + end);
            } else if self.starts_with("/*") {
                self.skip_block_comment();
            } else {
                return;
            }
        }
    }

    fn skip_while(&mut self, keep: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&keep) {
            self.at += 1;
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.bytes.len() {
            if self.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Node {
        self.skip_blank();
        let mut node = Node { span: self.at..self.at, fields: Vec::new(), items: Vec::new() };
        if depth == 0 {
            self.skip();
        } else if self.opens() {
            while self.entry_follows() {
                self.entry(&mut node, depth - 1);
            }
        }
        node.span.end = self.at;
        node
    }

    fn entry(&mut self, node: &mut Node, depth: usize) {
        let before = self.at;
        let value = self.value(depth);
        self.skip_blank();
        if self.peek() == Some(b':') {
            self.at += 1;
            node.fields.push((value.span, self.value(depth)));
        } else {
            node.items.push(value);
        }
        self.move_on(before);
    }

    /// The bytes of the value that the steps lead to from the one that begins here; of the last one that exists.
    fn seek(&mut self, steps: &[Step]) -> Range<usize> {
        self.skip_blank();
        let start = self.at;
        let Some((step, rest)) = steps.split_first() else {
            self.skip();
            return start..self.at;
        };
        if self.opens() && self.goes_to(*step) {
            return self.seek(rest);
        }
        start..self.at
    }

    /// Goes to the value that is one step away inside the one that has just been opened; if there is none, to the end of it.
    fn goes_to(&mut self, step: Step) -> bool {
        let mut index = 0;
        while self.entry_follows() {
            let before = self.at;
            self.skip();
            let name = &self.bytes[before..self.at];
            self.skip_blank();
            if self.peek() == Some(b':') {
                self.at += 1;
                if matches!(step, Step::Field(wanted) if wanted.as_bytes() == name) {
                    return true;
                }
                self.skip_blank();
                self.skip();
            } else if step == Step::Index(index) {
                self.at = before;
                return true;
            } else {
                index += 1;
            }
            self.move_on(before);
        }
        false
    }

    /// Steps over a value and all that is in it.
    fn skip(&mut self) {
        let mut open = usize::from(self.opens());
        while open > 0 {
            self.skip_blank();
            let before = self.at;
            match self.peek() {
                None => return,
                Some(b'(' | b'[' | b'{') => open += 1,
                Some(b')' | b']' | b'}') => open -= 1,
                Some(_) => self.scalar(),
            }
            self.move_on(before);
        }
    }

    /// What cannot be read is stepped over, byte by byte.
    fn move_on(&mut self, before: usize) {
        self.at += usize::from(self.at == before);
    }

    /// Steps over a scalar or a name, and into the parenthesis after it, if there is one.
    fn opens(&mut self) -> bool {
        self.scalar();
        let end = self.at;
        self.skip_blank();
        let opens = matches!(self.peek(), Some(b'(' | b'[' | b'{'));
        self.at = if opens { self.at + 1 } else { end };
        opens
    }

    /// Whether an entry begins here, or after a comma; else steps over the end of the value.
    fn entry_follows(&mut self) -> bool {
        loop {
            self.skip_blank();
            match self.peek() {
                None => return false,
                Some(b')' | b']' | b'}') => {
                    self.at += 1;
                    return false;
                }
                Some(b',' | b':') => self.at += 1,
                Some(_) => return true,
            }
        }
    }

    /// A string, a raw string, a character, or a run of anything else.
    fn scalar(&mut self) {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'r') if self.starts_with("r\"") || self.starts_with("r#") => self.raw_string(),
            Some(b'\'') => self.character(),
            _ => self.skip_while(|byte| {
                !byte.is_ascii_whitespace()
                    && !matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b':' | b'/')
            }),
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(next) = memchr2(b'"', b'\\', self.rest()) {
            self.at += next + 1;
            if self.bytes[self.at - 1] == b'"' {
                return;
            }
            self.at += 1;
        }
        self.at = self.bytes.len();
    }

    fn character(&mut self) {
        self.at += if self.starts_with("'\\") { 3 } else { 2 };
        self.skip_while(|byte| byte != b'\'');
        self.at = (self.at + 1).min(self.bytes.len());
    }

    fn raw_string(&mut self) {
        self.at += 1;
        let start = self.at;
        self.skip_while(|byte| byte == b'#');
        let end = format!("\"{}", "#".repeat(self.at - start));
        self.at += 1;
        while self.at < self.bytes.len() && !self.starts_with(&end) {
            self.at += 1;
        }
        self.at = (self.at + end.len()).min(self.bytes.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"// a ) comment
#![enable(implicit_some)]
(
    source: "a (b", /* [ */
    claims: [
        (id: "one", about: Quantity(value: Almost(300_000)), evidence: [(bytes: (1, 5))]),
        (id: r#"t"wo"#, mark: '\'', period: After(event: "x", weeks: 2)),
    ],
)"##;

    fn found(steps: &[Step]) -> &'static str {
        let all = [0, 1, 2, 3, DEEPEST].map(|depth| outline(TEXT, depth).find(TEXT, steps));
        assert!(all.iter().all(|span| *span == all[0]), "{all:?}");
        &TEXT[all[0].clone()]
    }

    #[test]
    fn steps_lead_to_values() {
        use Step::{Field, Index};
        assert_eq!(found(&[Field("source")]), "\"a (b\"");
        assert_eq!(found(&[Field("claims"), Index(0), Field("about"), Field("value")]), "Almost(300_000)");
        assert_eq!(found(&[Field("claims"), Index(0), Field("evidence"), Index(0), Field("bytes")]), "(1, 5)");
        assert_eq!(found(&[Field("claims"), Index(1), Field("id")]), "r#\"t\"wo\"#");
        assert_eq!(found(&[Field("claims"), Index(1), Field("period"), Field("event")]), "\"x\"");
    }

    #[test]
    fn steps_that_lead_nowhere_stop_at_the_last_that_exists() {
        use Step::{Field, Index};
        assert_eq!(found(&[Field("claims"), Index(1), Field("id"), Field("nothing")]), "r#\"t\"wo\"#");
    }

    #[test]
    fn broken_texts_are_read_as_far_as_they_go() {
        for text in ["", "(", "(a:", "[\"", "'", "r#\"", "((((", "a: b: c", ")", "/*", "(a: /)", "\\", "'\\"] {
            let found =
                [0, 1, DEEPEST].map(|depth| outline(text, depth).find(text, &[Step::Field("a"), Step::Index(0)]));
            assert!(found.iter().all(|span| span.end <= text.len() + 1));
        }
    }
}
