//! Words in one line, whatever blanks and breaks stand between them.

/// The words of a text with one space between each two.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_blanks_become_one_space() {
        assert_eq!(one_line("  Ten\n boats\u{a0}\tsank "), "Ten boats sank");
        assert_eq!(one_line(" \n"), "");
    }
}
