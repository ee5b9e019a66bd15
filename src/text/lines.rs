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

/// Bytes of a line after which its characters are counted ahead.
const STRIDE: usize = 4096;

/// The bytes at which the lines of a text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineStarts {
    starts: Vec<usize>,
    /// In long lines a byte each [`STRIDE`] bytes, with the characters before it in its line: a file may be one line.
    marks: Vec<(usize, usize)>,
}

impl LineStarts {
    /// Finds the lines of a text.
    pub fn new(text: &str) -> Self {
        let after_breaks = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(after_breaks).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let marks = starts.iter().zip(ends).flat_map(|(start, end)| marks(text, *start, end)).collect();
        Self { starts, marks }
    }

    /// The place of a byte of that text; beyond the end, that of the end; inside a character, that of the character.
    pub fn place(&self, text: &str, byte: usize) -> Place {
        let byte = text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let mark = self.marks.partition_point(|(at, _)| *at <= byte).checked_sub(1).map(|last| self.marks[last]);
        let (from, before) = mark.filter(|(at, _)| *at > start).unwrap_or((start, 0));
        let since = text.get(from..byte).unwrap_or_default().chars().count();
        Place { line, column: before + since + 1 }
    }
}

/// The marks of a line.
fn marks(text: &str, start: usize, end: usize) -> impl Iterator<Item = (usize, usize)> {
    let bytes = (start + STRIDE..end).step_by(STRIDE).map(|byte| text.floor_char_boundary(byte));
    bytes.scan((start, 0), |(last, count), byte| {
        *count += text.get(*last..byte).unwrap_or_default().chars().count();
        *last = byte;
        Some((byte, *count))
    })
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

    #[test]
    fn columns_of_long_lines_are_those_that_counting_finds() {
        let text = ["né", &"é1ß".repeat(4_000), "\n", &"a€".repeat(5_000), "\nend"].concat();
        let lines = Lines::new(&text);
        for (at, _) in text.char_indices().step_by(77) {
            let before = &text[..at];
            let own = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
            let expected = Place { line: before.matches('\n').count() + 1, column: own.chars().count() + 1 };
            assert_eq!(lines.place(at), expected, "{at}");
        }
    }
}
