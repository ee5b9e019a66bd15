//! Lines and columns of bytes in a text.

use memchr::memchr_iter;

/// A place in a text, as editors count: from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

/// The bytes at which the lines of a text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineStarts(Vec<usize>);

impl LineStarts {
    /// Finds the lines of a text.
    pub fn new(text: &str) -> Self {
        let after_breaks = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self(std::iter::once(0).chain(after_breaks).collect())
    }

    /// The place of a byte of that text; beyond the end, that of the end; inside a character, that of the character.
    pub fn place(&self, text: &str, byte: usize) -> Place {
        let byte = byte.min(text.len());
        let line = self.0.partition_point(|start| *start <= byte).max(1);
        let start = self.0.get(line - 1).copied().unwrap_or_default();
        let rest = text.get(start..).unwrap_or_default();
        let before = rest.char_indices().take_while(|(at, letter)| start + at + letter.len_utf8() <= byte);
        Place { line, column: before.count() + 1 }
    }
}

/// A text and where its lines begin.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: LineStarts,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: LineStarts::new(text) }
    }

    /// The place of a byte; beyond the end, that of the end; inside a character, that of the character.
    pub fn place(&self, byte: usize) -> Place {
        self.starts.place(self.text, byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::new("né à\nParis\n");
        let place = |byte| (lines.place(byte).line, lines.place(byte).column);
        assert_eq!([place(0), place(3), place(2), place(7), place(12)], [(1, 1), (1, 3), (1, 2), (2, 1), (2, 6)]);
        assert_eq!(place(99), (3, 1));
        assert_eq!(Lines::new("").place(0), Place { line: 1, column: 1 });
    }
}
