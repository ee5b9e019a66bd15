//! Reads numerals: 200,000, 200 000, 2.345,67, 45,67,890.12, .5, 1e10, 4.5x10^6, 4 . 8.

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// What it says.
    pub value: f64,
    /// How many digits, without the decimals.
    pub digits: u8,
    /// How many decimals.
    pub decimals: u8,
    /// Whether it is digits and nothing else.
    pub plain: bool,
}

/// More groups of digits than any number has; it keeps the look ahead short.
const MOST_GROUPS: usize = 12;
/// Powers of ten. Whole numbers with as many digits, and these, are exact, so that one by another is rounded once.
const EXACT: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
/// More digits than matter.
const MOST_DIGITS: usize = 320;

/// Whether the point here begins a number: .5 but not 3.5, U.S.5 or ...5
pub fn opens_with_point(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|place| bytes[place]);
    bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        && before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != b'.')
        && bytes[run(bytes, at + 1)..].first() != Some(&b'.')
}

/// Reads the numeral at a digit or at a point before one; its end and what it is.
pub fn read(bytes: &[u8], start: usize) -> (usize, Numeral) {
    let mut digits: Vec<u8> = Vec::with_capacity(24);
    let first = run(bytes, start);
    let mut at = grouped(bytes, start, first, &mut digits);
    let whole = digits.len();
    let plain = at == first;
    let after = decimals(bytes, at, start, plain, &mut digits);
    let count = digits.len() - whole.min(digits.len());
    let pointed = after > at;
    at = after;
    let mut value = float(&digits, pointed.then_some(whole));
    let powered = power(bytes, at, &mut value);
    let plain = plain && !pointed && powered == at;
    let short = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
    (powered, Numeral { value, digits: short(whole), decimals: short(count), plain })
}

/// The end of the digits from here.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| at + length)
}

/// The whole part with its groups.
fn grouped(bytes: &[u8], start: usize, first: usize, digits: &mut Vec<u8>) -> usize {
    digits.extend_from_slice(&bytes[start..first]);
    if first - start > 3 || first == start {
        return first;
    }
    for separator in [&b","[..], b"\xC2\xA0", b"\xE2\x80\x89", b"\xE2\x80\xAF", b" ", b".", b"'", b" , "] {
        if let Some(end) = groups(bytes, start, first, separator, digits) {
            return end;
        }
    }
    first
}

fn groups(bytes: &[u8], start: usize, first: usize, separator: &[u8], digits: &mut Vec<u8>) -> Option<usize> {
    let mut at = first;
    let mut ends = Vec::new();
    while ends.len() < MOST_GROUPS && bytes[at..].starts_with(separator) {
        let from = at + separator.len();
        let end = from + bytes[from..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if !matches!(end - from, 2 | 3) || (end - from == 2 && separator != b",") {
            break;
        }
        ends.push((from, end));
        at = end;
    }
    let long = ends.iter().rposition(|(from, end)| end - from == 3)?;
    let short = ends[..long].iter().any(|(from, end)| end - from == 2);
    let indian = short && ends[..long].iter().all(|(from, end)| end - from == 2);
    let last =
        if indian { long } else { ends.iter().take_while(|(from, end)| end - from == 3).count().checked_sub(1)? };
    let end = ends[last].1;
    if !fits(bytes, start, end, separator, last + 1) {
        return None;
    }
    ends[..=last].iter().for_each(|(from, end)| digits.extend_from_slice(&bytes[*from..*end]));
    Some(end)
}

/// Spaces and points part other things than groups, too.
fn fits(bytes: &[u8], start: usize, end: usize, separator: &[u8], count: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or(b' ');
    match separator {
        b" " => bytes[start] != b'0' && !next.is_ascii_alphanumeric() && next != b'/',
        b"." => {
            let decimal_comma = next == b',' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            (count > 1 && next != b'.') || (decimal_comma && run(bytes, end + 1) - end != 4)
        }
        _ => bytes[start] != b'0',
    }
}

/// The decimals after the whole part.
fn decimals(bytes: &[u8], at: usize, start: usize, plain: bool, digits: &mut Vec<u8>) -> usize {
    if start > 1 && bytes[start - 1] == b'.' && bytes[start - 2].is_ascii_digit() {
        return at;
    }
    let grouped_by_points = !plain && bytes[start..at].contains(&b'.');
    let marks: &[&[u8]] = if grouped_by_points { &[b","] } else { &[b".", b" . "] };
    for mark in marks {
        if !bytes[at..].starts_with(mark) {
            continue;
        }
        let from = at + mark.len();
        let end = run(bytes, from);
        let dotted = bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if end > from && !dotted {
            digits.extend_from_slice(&bytes[from..end]);
            return end;
        }
    }
    at
}

/// The value of digits, with the point before one of them.
pub fn float(digits: &[u8], point: Option<usize>) -> f64 {
    let whole = point.unwrap_or(digits.len());
    let decimals = digits.len() - whole;
    if digits.len() < EXACT.len() {
        let number = digits.iter().fold(0.0, |number, digit| 10.0 * number + f64::from(digit - b'0'));
        return number / EXACT[decimals];
    }
    if whole > MOST_DIGITS {
        return f64::INFINITY;
    }
    let mut text = String::with_capacity(digits.len().min(2 * MOST_DIGITS) + 2);
    text.extend(digits[..whole].iter().map(|byte| char::from(*byte)));
    if let Some(at) = point {
        text.push_str(if at == 0 { "0." } else { "." });
        text.extend(digits[at..].iter().take(MOST_DIGITS).map(|byte| char::from(*byte)));
    }
    text.parse().unwrap_or(f64::INFINITY)
}

/// A power of ten after it (e6, x10^6, ×10−8), or a power of itself (^-1).
fn power(bytes: &[u8], at: usize, value: &mut f64) -> usize {
    let rest = &bytes[at..];
    let ten = [&b"x10"[..], b"X10", b"*10", b"\xC3\x9710", b" x 10", b" \xC3\x97 10", b"\xB710"];
    if let Some((head, exponent, end)) = ten.iter().find_map(|head| {
        let from = rest.strip_prefix(*head)?;
        let caret = usize::from(from.first() == Some(&b'^'));
        let (exponent, length) = signed(&from[caret..], caret == 0)?;
        Some((head.len() + caret, exponent, length))
    }) {
        *value = scaled(*value, exponent);
        return at + head + end;
    }
    match rest {
        [b'e' | b'E', tail @ ..] => match signed(tail, false) {
            Some((exponent, length)) if !tail.get(length).is_some_and(u8::is_ascii_alphanumeric) => {
                *value = scaled(*value, exponent);
                at + 1 + length
            }
            _ => at,
        },
        [b'^', tail @ ..] => signed(tail, false).map_or(at, |(exponent, length)| {
            *value = value.powi(exponent);
            at + 1 + length
        }),
        _ => at,
    }
}

fn scaled(value: f64, exponent: i32) -> f64 {
    format!("{value}e{exponent}").parse().unwrap_or(f64::INFINITY)
}

/// An exponent of at most three digits, and its length.
fn signed(bytes: &[u8], must_have_sign: bool) -> Option<(i32, usize)> {
    let (sign, width) = match bytes {
        [b'-', ..] => (-1, 1),
        [b'+', ..] => (1, 1),
        [0xE2, 0x88, 0x92, ..] | [0xE2, 0x80, 0x93, ..] => (-1, 3),
        _ if must_have_sign => return None,
        _ => (1, 0),
    };
    let count = bytes[width..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=3).contains(&count) {
        return None;
    }
    let text = std::str::from_utf8(&bytes[width..width + count]).ok()?;
    Some((sign * text.parse::<i32>().ok()?, width + count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> (f64, usize) {
        let (end, numeral) = read(text.as_bytes(), 0);
        (numeral.value, end)
    }

    #[test]
    fn groups_of_all_habits() {
        let cases =
            [("200,000", 200000.0), ("7 654 321", 7654321.0), ("2.345,67", 2345.67), ("45,67,890.12", 4567890.12)];
        for (text, value) in cases {
            assert_eq!(read_all(text), (value, text.len()), "{text}");
        }
        assert_eq!(read_all("200\u{202f}000").0, 200000.0);
        assert_eq!(read_all("31,33,35"), (31.0, 2));
        assert_eq!(read_all("10.20.30.40"), (10.0, 2));
        assert_eq!(read_all("70 70 dollar"), (70.0, 2));
    }

    #[test]
    fn decimals_and_powers() {
        for (text, value) in
            [("9.25", 9.25), ("4 . 8", 4.8), ("1e10", 1e10), ("4.5x10^6", 4.5e6), ("6.626×10−8", 6.626e-8)]
        {
            assert_eq!(read_all(text), (value, text.len()), "{text}");
        }
    }
}
