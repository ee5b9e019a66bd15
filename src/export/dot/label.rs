//! Names and labels as strings of the DOT language.

use crate::graph::Node;

/// Characters to a line of a label.
const WRAP: usize = 26;
/// Characters of a label in all.
const LONGEST: usize = 110;

/// Records of two kinds may share an id; nodes of a drawing may not.
pub(super) fn name(node: &Node) -> String {
    quoted(&format!("{} {}", node.kind(), node.id()))
}

/// A string of the DOT language. Backslashes are doubled, so that no text is taken for an escape; line breaks are `\n`.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Breaks lines between words, and cuts what is too long for a picture.
pub(super) fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for line in text.split('\n') {
        if !out.is_empty() {
            out.push('\n');
            column = 0;
        }
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if out.chars().count() + length > LONGEST {
                out.push('…');
                return out;
            }
            if column > 0 {
                let breaks = column + 1 + length > WRAP;
                out.push(if breaks { '\n' } else { ' ' });
                column = if breaks { 0 } else { column + 1 };
            }
            out.push_str(word);
            column += length;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_escapes_from_its_string() {
        assert_eq!(quoted("a \"b\" \\n\nc\u{7}"), "\"a \\\"b\\\" \\\\n\\nc \"");
    }

    #[test]
    fn labels_are_wrapped_and_cut() {
        let text = "word ".repeat(60);
        let label = wrapped(&text);
        assert!(label.lines().all(|line| line.chars().count() <= WRAP + 1));
        assert!(label.ends_with('…'));
        assert_eq!(wrapped("one\ntwo"), "one\ntwo");
    }
}
