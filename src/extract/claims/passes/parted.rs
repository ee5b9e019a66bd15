//! Two levels in one mention: "from 24,800 to 16,800 tonnes" is two claims.

use crate::extract::figures::{Change, Mention, Value};

/// The two levels of a mention that has what something changed from and to; none for others.
pub fn levels(text: &str, mention: &Mention) -> Option<[Mention; 2]> {
    let (Some(Change::FromTo), Some(low), Some(high)) = (mention.change, &mention.low, &mention.high) else {
        return None;
    };
    let printed = &text[mention.span.clone()];
    let (from, to) = if starts_with(printed, high) && !starts_with(printed, low) { (high, low) } else { (low, high) };
    let split = split(printed)?;
    let level = |span, value: &Value, change| Mention {
        span,
        low: Some(*value),
        high: Some(*value),
        change: Some(change),
        counted: mention.counted.clone(),
        unit: mention.unit.clone(),
        ..mention.clone()
    };
    let start = mention.span.start;
    Some([level(start..start + split.0, from, Change::From), level(start + split.1..mention.span.end, to, Change::To)])
}

/// Whether the print begins with a value, whatever marks stand between its digits.
fn starts_with(printed: &str, value: &Value) -> bool {
    let Value::Number(number) = value else { return false };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let first = printed.split(char::is_alphabetic).find(|part| part.contains(|letter: char| letter.is_ascii_digit()));
    first.is_some_and(|first| digits(&format!("{number}")).starts_with(&digits(first)))
}

/// Where the first number ends and where the last begins: around the words or marks between two runs with digits.
fn split(printed: &str) -> Option<(usize, usize)> {
    let digit = |letter: char| letter.is_ascii_digit();
    let last = printed.rfind(digit)?;
    let run = printed[..last].rfind(|letter: char| letter.is_alphabetic() || matches!(letter, '–' | '-' | '—'))?;
    let begin = run + printed[run..].find(digit)?;
    let end = printed[..run].rfind(digit)? + 1;
    (end <= begin).then_some((end, begin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::figures::extract;

    #[test]
    fn what_it_was_comes_first() {
        for (text, from, to) in [
            ("They cut the quota from 24,800 to 16,800 tonnes.", 24_800.0, 16_800.0),
            ("It grew from 37 percent to 45 percent.", 37.0, 45.0),
        ] {
            let mention = extract(text).into_iter().find(|one| one.change == Some(Change::FromTo)).unwrap();
            let [one, other] = levels(text, &mention).unwrap();
            assert_eq!((one.low, other.low), (Some(Value::Number(from)), Some(Value::Number(to))), "{text}");
            assert!(one.span.end <= other.span.start, "{text}");
        }
    }
}
