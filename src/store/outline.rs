//! Where things stand in a RON text. RON values carry no places, so this reads the text once more, for its shape only.

use std::ops::Range;

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
    fields: Vec<(String, Node)>,
    items: Vec<Node>,
}

impl Node {
    /// The value that the steps lead to; the last one that exists, if they lead nowhere.
    pub fn find(&self, steps: &[Step]) -> &Node {
        let Some((first, rest)) = steps.split_first() else { return self };
        let next = match first {
            Step::Field(name) => self.fields.iter().find(|(field, _)| field == name).map(|(_, node)| node),
            Step::Index(index) => self.items.get(*index),
        };
        next.map_or(self, |node| node.find(rest))
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

/// Reads the shape of a text. Never fails: what cannot be read is left out.
pub(crate) fn outline(text: &str) -> Node {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.skip_attributes();
    scanner.value(0)
}

/// Deeper values than this are taken as leaves; RON itself refuses them.
const DEPTH: usize = 128;

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        self.bytes[self.at.min(self.bytes.len())..].starts_with(text.as_bytes())
    }

    fn skip_attributes(&mut self) {
        self.skip_blank();
        while self.starts_with("#!") {
            while self.peek().is_some_and(|byte| byte != b']') {
                self.at += 1;
            }
            self.at += 1;
            self.skip_blank();
        }
    }

    fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte.is_ascii_whitespace() {
                self.at += 1;
            } else if self.starts_with("//") {
                self.skip_while(|byte| byte != b'\n');
            } else if self.starts_with("/*") {
                self.skip_block_comment();
            } else {
                break;
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
        let start = self.at;
        self.scalar();
        let name_end = self.at;
        self.skip_blank();
        let mut node = Node { span: start..name_end, fields: Vec::new(), items: Vec::new() };
        match self.peek() {
            Some(b'(' | b'[' | b'{') if depth < DEPTH => {
                self.at += 1;
                self.inside(&mut node, depth);
                node.span.end = self.at;
            }
            _ => self.at = name_end,
        }
        node
    }

    fn inside(&mut self, node: &mut Node, depth: usize) {
        loop {
            self.skip_blank();
            match self.peek() {
                None => return,
                Some(b')' | b']' | b'}') => {
                    self.at += 1;
                    return;
                }
                Some(b',' | b':') => self.at += 1,
                Some(_) => self.entry(node, depth),
            }
        }
    }

    fn entry(&mut self, node: &mut Node, depth: usize) {
        let before = self.at;
        let value = self.value(depth + 1);
        self.skip_blank();
        if self.peek() == Some(b':') {
            self.at += 1;
            let name = String::from_utf8_lossy(&self.bytes[value.span]).into_owned();
            node.fields.push((name, self.value(depth + 1)));
        } else {
            node.items.push(value);
        }
        if self.at == before {
            self.at += 1;
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
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        self.at = self.at.min(self.bytes.len());
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
        let node = outline(TEXT);
        &TEXT[node.find(steps).span.clone()]
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
            outline(text);
        }
    }
}
