//! Long lines folded at blanks, so that a terminal does not break them within words and at its left edge.

use anstream::adapter::strip_str;

/// Text whose lines are no wider than that; what goes on stands a little to the right of where its line began. Words and ids
/// that are wider are never broken.
pub fn fold(text: &str, width: usize) -> String {
    text.split('\n').map(|line| folded(line, width)).collect::<Vec<_>>().join("\n")
}

fn folded(line: &str, width: usize) -> String {
    let plain = strip_str(line).to_string();
    if seen(&plain) <= width {
        return line.to_owned();
    }
    let margin = margin(&plain, width);
    let start = seen(&margin);
    let (mut out, mut at) = (String::new(), 0);
    for (blanks, word) in pieces(line) {
        let own = seen(&strip_str(word).to_string());
        if at > start && at + blanks.len() + own > width {
            out.push('\n');
            out.push_str(&margin);
            at = start;
        } else {
            out.push_str(blanks);
            at += blanks.len();
        }
        out.push_str(word);
        at += own;
    }
    out
}

fn seen(plain: &str) -> usize {
    plain.chars().count()
}

/// Words, each with the blanks before it.
fn pieces(line: &str) -> Vec<(&str, &str)> {
    let mut rest = line;
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let word = rest[blanks..].find(' ').unwrap_or(rest.len() - blanks);
        pieces.push((&rest[..blanks], &rest[blanks..blanks + word]));
        rest = &rest[blanks + word..];
    }
    pieces
}

/// The farthest right that a short word may stand with its text beside it.
const LABEL: usize = 24;

/// What stands before the text of later lines: its indent, with the branches of a tree that go on, up to the text that stands
/// beside a short word, or a bit more.
fn margin(plain: &str, width: usize) -> String {
    let is_indent = |letter: &char| " │├└─┄".contains(*letter);
    let mut margin: String = plain.chars().take_while(is_indent).map(branch).collect();
    let indent = seen(&margin);
    let rest: Vec<char> = plain.chars().skip(indent).collect();
    let gap = rest.windows(2).position(|pair| pair == [' ', ' ']);
    let text = gap.and_then(|gap| Some(gap + rest[gap..].iter().position(|letter| *letter != ' ')?));
    let beside = text.filter(|text| indent + text <= LABEL.min(width / 3)).unwrap_or(2);
    margin.push_str(&" ".repeat(beside));
    margin
}

fn branch(letter: char) -> char {
    if "│├".contains(letter) { '│' } else { ' ' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_goes_on_under_its_text() {
        assert_eq!(fold("  why  one two three four five six", 21), "  why  one two three\n       four five six");
        assert_eq!(fold("  · one two three four five", 16), "  · one two\n    three four\n    five");
        assert_eq!(fold("short\n\nlines", 16), "short\n\nlines");
    }

    #[test]
    fn the_branches_of_a_tree_go_on() {
        assert_eq!(fold("├─ one two three four", 14), "├─ one two\n│    three\n│    four");
        assert_eq!(fold("│  └─ one two three", 14), "│  └─ one two\n│       three");
    }

    #[test]
    fn what_cannot_be_broken_stays_whole_and_styles_take_no_room() {
        assert_eq!(fold("a very-long-id-of-a-claim b", 10), "a very-long-id-of-a-claim\n  b");
        let styled = "\u{1b}[1mone\u{1b}[0m \u{1b}[2mtwo three\u{1b}[0m";
        assert_eq!(fold(styled, 13), styled);
        assert_eq!(fold(styled, 8), "\u{1b}[1mone\u{1b}[0m \u{1b}[2mtwo\n  three\u{1b}[0m");
    }
}
