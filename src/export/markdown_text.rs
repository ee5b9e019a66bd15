//! Text and links in Markdown: nothing in a text is taken for markup, and its direction ends with it.

/// Text in which nothing is taken for markup; blanks about it would be, at the beginning of a line.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let is_marked = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$' => true,
            // What renderers make links of although nobody has marked it.
            ':' => rest.starts_with("://") || ["mailto", "xmpp"].iter().any(|own| ends_with(&text[..at], own)),
            '@' => before.is_alphanumeric() || before == ' ',
            '.' => ends_with(&text[..at], "www"),
            // At its beginning: a list, a heading, a rule.
            '-' | '+' | '=' => at == 0,
            _ => false,
        };
        let ends_number = at > 0
            && matches!(letter, '.' | ')')
            && text[..at].bytes().all(|byte| byte.is_ascii_digit())
            && rest.chars().nth(1).is_none_or(char::is_whitespace);
        if is_marked || ends_number {
            out.push('\\');
        }
        out.push(match letter {
            '\n' | '\r' | '\t' => ' ',
            _ if letter.is_control() => '\u{FFFD}',
            _ => letter,
        });
        before = letter;
    }
    out.push_str(&closing(text));
    out
}

fn ends_with(text: &str, word: &str) -> bool {
    let end = text.len().checked_sub(word.len()).and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// What ends the changes of direction that a text leaves open, so that they do not reach what comes after it.
fn closing(text: &str) -> String {
    let mut open = Vec::new();
    for letter in text.chars() {
        match letter {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.last() == Some(&letter) => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

/// A link, if the address is one of the web; else the words alone.
pub(super) fn link(words: &str, url: Option<&str>) -> String {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    match url.filter(is_web) {
        Some(url) => format!("[{}](<{}>)", plain(words), address(url)),
        None => plain(words),
    }
}

/// An address that ends where it ends.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in url.chars() {
        let is_direction = matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let ends = matches!(letter, '<' | '>' | '\\' | '|' | '`' | '"') || is_direction;
        if ends || letter.is_control() || letter.is_whitespace() {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else if letter == '&' {
            out.push_str("&amp;");
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The text that a reader of Markdown sees, and whether there was anything but text.
    fn seen(markdown: &str) -> (String, bool) {
        let mut text = String::new();
        let mut other = false;
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(own) => text.push_str(&own),
                Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => other = true,
            }
        }
        (text, other)
    }

    #[test]
    fn hostile_text_stays_text() {
        let texts = [
            "</script><img onerror=alert(1)>",
            "- a list",
            "1. a list",
            "# no heading",
            "a | b",
            "**bold** _it_ `code` ~~gone~~ $x$",
            "[a](javascript:x)",
            "![x](y) &amp; &lt;",
            "=====",
            "+++",
            "a[^1] :smile: {x}",
            "\\* \\",
            "<https://e.example>",
        ];
        for text in texts {
            let (seen, other) = seen(&plain(text));
            assert_eq!(seen.trim(), text.trim(), "{}", plain(text));
            assert!(!other, "{text}");
        }
    }

    #[test]
    fn a_text_ends_its_own_direction() {
        assert_eq!(plain("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(plain("a\u{2066}b\u{2069}"), "a\u{2066}b\u{2069}");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(
            link("a]b", Some("https://e.example/x y?a=1&b=2")),
            "[a\\]b](<https://e.example/x%20y?a=1&amp;b=2>)"
        );
        assert_eq!(link("a", Some("javascript:alert(1)")), "a");
    }
}
