//! Numbers as words: `200 000`, `200,000` and `1.9` are one word each.

use super::fold::is_group_mark;
use super::words::char_at;

/// Bytes of a number with marks in it, at most: what is longer is a list.
const LONGEST: usize = 64;

/// Where the number ends whose first digits are `start..end`: groups of exactly three digits, then decimals.
pub(super) fn number_end(text: &str, start: usize, mut end: usize) -> usize {
    let groups_may_follow = end - start <= 3;
    while let Some(next) = group_end(text, end).filter(|_| groups_may_follow && end - start < LONGEST) {
        end = next;
    }
    while let Some(next) = decimals_end(text, end).filter(|_| end - start < LONGEST) {
        end = next;
    }
    end
}

fn group_end(text: &str, end: usize) -> Option<usize> {
    let mark = char_at(text, end).filter(|letter| is_group_mark(*letter))?;
    let from = end + mark.len_utf8();
    (digits(text, from) == 3).then_some(from + 3)
}

fn decimals_end(text: &str, end: usize) -> Option<usize> {
    let from = end + char_at(text, end).filter(|letter| matches!(letter, '.' | ','))?.len_utf8();
    let count = digits(text, from);
    (count > 0).then_some(from + count)
}

fn digits(text: &str, from: usize) -> usize {
    text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> &str {
        let first = digits(text, 0);
        &text[..number_end(text, 0, first)]
    }

    #[test]
    fn groups_of_three_and_decimals_belong_to_a_number() {
        assert_eq!(number("1 234 567 people"), "1 234 567");
        assert_eq!(number("7\u{202f}644-kilometre"), "7\u{202f}644");
        assert_eq!(number("11,500.25 dollars"), "11,500.25");
        assert_eq!(number("1,9 billion"), "1,9");
    }

    #[test]
    fn what_is_no_group_is_another_number() {
        assert_eq!(number("2022 300 people"), "2022");
        assert_eq!(number("27 1000 people"), "27");
        assert_eq!(number("27, 100 people"), "27");
        assert_eq!(number("12."), "12");
    }
}
