//! How wide a text is, and where its lines break: estimated, since there is no font to ask.

/// Widths of the printable ASCII letters, from the space on, in hundredths of the size of the type: those of Helvetica.
const ASCII: [u8; 95] = [
    28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58,
    58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67,
    67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56,
    50, 72, 50, 50, 50, 33, 26, 33, 58,
];

/// A face of type: its size, and by how much it is wider than the plain one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// Its size.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

/// Blocks of letters that are as wide as they are high, from the first to the last.
const WIDE: [(u32, u32); 6] =
    [(0x1100, 0x115f), (0x2e80, 0xa4cf), (0xac00, 0xd7a3), (0xf900, 0xfaff), (0xfe30, 0xff60), (0x1f000, 0x3ffff)];
/// Blocks of marks and signs that take no room.
const NARROW: [(u32, u32); 5] =
    [(0x300, 0x36f), (0x200b, 0x200f), (0x202a, 0x202e), (0x2060, 0x206f), (0xfe00, 0xfe0f)];

impl Type {
    /// How wide a text is in it.
    pub fn width(self, text: &str) -> f64 {
        text.chars().map(|letter| self.letter(letter)).sum()
    }

    fn letter(self, letter: char) -> f64 {
        let code = u32::from(letter);
        let within = |blocks: &[(u32, u32)]| blocks.iter().any(|(first, last)| (*first..=*last).contains(&code));
        let ascii = code.checked_sub(32).and_then(|at| ASCII.get(at as usize)).map(|width| f64::from(*width) / 100.0);
        let width = match ascii {
            Some(width) => width,
            None if within(&NARROW) => 0.0,
            None if within(&WIDE) => 1.0,
            None => 0.62,
        };
        width * self.size * if self.bold { 1.08 } else { 1.02 }
    }

    /// Lines of a text that are no wider than that, and no more than so many; what is cut ends in an ellipsis.
    pub fn lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                for piece in self.pieces(word, width) {
                    let space = if line.is_empty() || piece.1 { "" } else { " " };
                    if !line.is_empty() && self.width(&line) + self.width(space) + self.width(piece.0) > width {
                        lines.push(std::mem::take(&mut line));
                        line.push_str(piece.0);
                    } else {
                        line.push_str(space);
                        line.push_str(piece.0);
                    }
                    if lines.len() > most {
                        return self.cut(lines, width, most);
                    }
                }
            }
            if !line.is_empty() {
                lines.push(line);
            }
        }
        self.cut(lines, width, most)
    }

    /// A word in pieces that are no wider than a line, and whether each goes on with the one before it.
    fn pieces(self, word: &str, width: f64) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let (mut start, mut wide) = (0, 0.0);
        for (at, letter) in word.char_indices() {
            let own = self.letter(letter);
            if wide + own > width && at > start {
                pieces.push((&word[start..at], start > 0));
                (start, wide) = (at, 0.0);
            }
            wide += own;
        }
        pieces.push((&word[start..], start > 0));
        pieces
    }

    fn cut(self, mut lines: Vec<String>, width: f64, most: usize) -> Vec<String> {
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(last) + self.width("…") > width {
                    last.pop();
                }
                last.truncate(last.trim_end().len());
                last.push('…');
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Type = Type { size: 10.0, bold: false };

    #[test]
    fn lines_are_as_wide_as_they_may_be() {
        let text = format!("{} a_very_{}_long_word {}", "word ".repeat(20), "very_".repeat(40), "日本語".repeat(30));
        let lines = PLAIN.lines(&text, 120.0, usize::MAX - 1);
        assert!(lines.len() > 10);
        assert!(lines.iter().all(|line| PLAIN.width(line) <= 120.0), "{lines:?}");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squeezed(&lines.concat()), squeezed(&text));
    }

    #[test]
    fn what_is_cut_shows_that_it_is() {
        let lines = PLAIN.lines(&"word ".repeat(2_000), 120.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
        assert_eq!(PLAIN.lines("one\ntwo", 120.0, 3), ["one", "two"]);
        assert_eq!(PLAIN.lines("", 120.0, 3), [""; 0]);
    }
}
