//! Lines and columns of bytes in a text.

/// A place in a text, as editors count: from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The place of a byte; beyond the end, that of the end; inside a character, that of the character.
    pub fn place(&self, byte: usize) -> Place {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        let before =
            self.text[start..].char_indices().take_while(|(at, letter)| start + at + letter.len_utf8() <= byte);
        Place { line, column: before.count() + 1 }
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
