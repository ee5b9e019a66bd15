//! Words as they are compared: case, kinds of apostrophes, soft hyphens and marks between groups of digits do not matter.

/// The word as it is compared. A number (a word that begins with a digit) loses the marks between its groups of three
/// digits and has a point before its decimals: `200,000`, `200 000` and `200’000` are `200000`, `1,9` is `1.9`.
///
/// ```
/// assert_eq!(gainsay::text::fold("Don’t"), "don't");
/// assert_eq!(gainsay::text::fold("200\u{a0}000"), "200000");
/// ```
pub fn fold(word: &str) -> String {
    let number = word.starts_with(|letter: char| letter.is_ascii_digit());
    let mut folded = String::with_capacity(word.len());
    for (at, letter) in word.char_indices() {
        match letter {
            letter if is_invisible(letter) => {}
            ',' if number && !is_group_comma(word, at) => folded.push('.'),
            letter if number && is_group_mark(letter) => {}
            letter if is_apostrophe(letter) => folded.push('\''),
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// Whether two texts are the same when case does not matter, in any script.
pub fn is_same_but_for_case(a: &str, b: &str) -> bool {
    a == b || a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

/// Soft hyphens, and joiners of scripts that write them inside words.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// An apostrophe of any kind.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

/// What may stand between groups of three digits: a comma, an apostrophe, a plain, no-break or thin space.
pub(super) fn is_group_mark(letter: char) -> bool {
    matches!(letter, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') || is_apostrophe(letter)
}

/// Exactly three digits follow, and the number does not begin with 0: a comma of `200,000`, not of `1,9` or `0,125`.
fn is_group_comma(word: &str, at: usize) -> bool {
    let digits = word[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && !word.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_matter_in_any_script() {
        assert!(is_same_but_for_case("Österreich", "ÖSTERREICH") && is_same_but_for_case("Москва", "москва"));
        assert!(!is_same_but_for_case("port", "ports") && !is_same_but_for_case("", "a"));
    }

    #[test]
    fn marks_between_groups_do_not_matter() {
        for word in ["200 000", "200,000", "200\u{a0}000", "200\u{202f}000", "200'000", "200000"] {
            assert_eq!(fold(word), "200000", "{word:?}");
        }
        assert_eq!(fold("1,9"), fold("1.9"));
        assert_eq!(fold("0,125"), "0.125");
    }

    #[test]
    fn case_apostrophes_and_soft_hyphens_do_not_matter() {
        assert_eq!(fold("ÅSLAND’S"), "åsland's");
        assert_eq!(fold("mobi\u{ad}lisation"), "mobilisation");
    }
}
