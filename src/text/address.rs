//! Addresses of the web and of mail, which are no words.

/// Longest name of a host (RFC 1035, 2.3.4), so that looking back stays short.
const LONGEST_HOST: usize = 253;

/// The range of the address, if the mark at `at` (a slash, an at sign or a dot) makes one of what surrounds it.
pub(super) fn address(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_address = match bytes.get(at)? {
        b'/' => bytes[..at].ends_with(b":") && bytes.get(at + 1) == Some(&b'/') || is_host(&bytes[..at]),
        b'@' => is_letter(bytes, at.checked_sub(1)) && is_letter(bytes, Some(at + 1)),
        b'.' => is_letter(bytes, Some(at + 1)) && ends_with_www(&bytes[..at]),
        _ => false,
    };
    is_address.then(|| (begin(text, at), text[at..].find(is_break).map_or(text.len(), |end| at + end)))
}

fn begin(text: &str, at: usize) -> usize {
    text[..at].char_indices().rev().find(|(_, letter)| is_break(*letter)).map_or(0, |(at, mark)| at + mark.len_utf8())
}

fn is_break(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '"' | '<' | '>' | '«' | '»' | '“' | '”' | '—')
}

fn is_letter(bytes: &[u8], at: Option<usize>) -> bool {
    at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric)
}

fn ends_with_www(before: &[u8]) -> bool {
    let Some(rest) = before.len().checked_sub(3) else { return false };
    before[rest..].eq_ignore_ascii_case(b"www") && !is_letter(before, rest.checked_sub(1))
}

/// `example.org` before a slash: names with dots between them, the last of at least two letters.
fn is_host(before: &[u8]) -> bool {
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let length = before.iter().rev().take(LONGEST_HOST).take_while(part).count();
    let host = &before[before.len() - length..];
    let Some(dot) = host.iter().rposition(|byte| *byte == b'.') else { return false };
    dot > 0 && host.len() - dot > 2 && host[dot + 1..].iter().all(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        (0..text.len()).find_map(|at| address(text, at)).map(|(start, end)| &text[start..end])
    }

    #[test]
    fn addresses_are_found_whole() {
        assert_eq!(found("see https://example.org/a-b?c=d now"), Some("https://example.org/a-b?c=d"));
        assert_eq!(found("at www.example.org today"), Some("www.example.org"));
        assert_eq!(found("at example.org/page, today"), Some("example.org/page,"));
        assert_eq!(found("write to desk@example.org."), Some("desk@example.org."));
        assert_eq!(found("“https://example.org”"), Some("https://example.org"));
    }

    #[test]
    fn slashes_and_dots_of_prose_make_none() {
        for text in ["and/or", "3.5km/h", "24/7", "at 5 p.m./6 p.m.", "e.g/i.e", "@ home", "No. 3", "the www. of old"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
