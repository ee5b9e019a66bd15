//! Strings of the DOT language.

use std::borrow::Cow;

use crate::export::drawing::printable;

/// Characters to a line of a label.
const WRAP: usize = 26;
/// Characters of a label in all.
const LONGEST: usize = 110;

/// Writes a string of the language. Backslashes are doubled, so that no text is taken for an escape; line breaks are `\n`,
/// other control characters U+FFFD.
pub(super) fn quoted(out: &mut String, parts: &[&str]) {
    out.push('"');
    for part in parts {
        inside(out, part);
    }
    out.push('"');
}

/// Text inside a string. Most of it needs no escape and is copied in one piece.
fn inside(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(needs_care) {
        out.push_str(&rest[..at]);
        let letter = rest[at..].chars().next().unwrap_or_default();
        match printable(letter) {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter => out.push(letter),
        }
        rest = &rest[at + letter.len_utf8()..];
    }
    out.push_str(rest);
}

/// Quotes, backslashes, controls, and the first bytes of letters among which are some that XML cannot hold.
fn needs_care(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..=0x1f | 0x7f | 0xc2 | 0xef)
}

/// Text that is shown: Graphviz reads `&lt;` as a letter, so that a text with an ampersand has it spelt out.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if text.contains('&') { Cow::Owned(text.replace('&', "&amp;")) } else { Cow::Borrowed(text) }
}

/// Writes a label: lines broken between words, and what is too long for a picture cut.
pub(super) fn label(out: &mut String, parts: &[&str]) {
    out.push('"');
    let mut first = true;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        out.push_str(if first { "" } else { "\\n" });
        first = false;
        wrapped(out, part);
    }
    out.push('"');
}

fn wrapped(out: &mut String, part: &str) {
    let mut written = 0;
    for text in part.split('\n') {
        let mut column = 0;
        for word in text.split_whitespace() {
            let length = word.chars().count();
            if written > 0 && column == 0 {
                out.push_str("\\n");
            } else if column > 0 {
                let breaks = column + 1 + length > WRAP;
                out.push_str(if breaks { "\\n" } else { " " });
                column = if breaks { 0 } else { column + 1 };
            }
            if written + length > LONGEST {
                let fits = LONGEST.saturating_sub(written);
                inside(out, &shown(&word.chars().take(if written == 0 { fits } else { 0 }).collect::<String>()));
                out.push('…');
                return;
            }
            inside(out, &shown(word));
            column += length;
            written += length + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(write: impl FnOnce(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn no_text_escapes_from_its_string() {
        let text = of(|out| quoted(out, &["a \"b\" \\n\nc\u{7}\u{85}d", "é\u{ffff}"]));
        assert_eq!(text, "\"a \\\"b\\\" \\\\n\\nc\u{fffd}\u{fffd}dé\u{fffd}\"");
        assert_eq!(of(|out| label(out, &["a&lt;b \\ \""])), "\"a&amp;lt;b \\\\ \\\"\"");
    }

    #[test]
    fn labels_are_wrapped_and_cut() {
        let text = of(|out| label(out, &[&"word ".repeat(60)]));
        assert!(text.split("\\n").all(|line| line.chars().count() <= WRAP + 2), "{text}");
        assert!(text.ends_with("…\""));
        assert_eq!(of(|out| label(out, &["one\ntwo", "three"])), "\"one\\ntwo\\nthree\"");
        assert!(of(|out| label(out, &[&"x".repeat(10_000)])).len() < 200);
    }
}
