//! Numbers in digits that people of two countries read as two numbers: 5.000 and 1.234,5.

/// What is wrong with a number, and how it can be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The number as it stands.
    pub found: String,
    /// What it may be: `5 or 5,000`.
    pub may_be: String,
    /// What to write: `5000 or 5`.
    pub write: String,
}

/// The first number of a text that may be two, or that has a comma before its decimals.
pub fn doubt(text: &str) -> Option<Doubt> {
    numbers(text).find_map(|number| point(number).or_else(|| comma(number)))
}

/// The numbers with their points and commas. Those that touch a letter before them (`A4`) are names.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !".,".contains(letter));
    let parts = parts.filter_map(|part| {
        let part = part.trim_start_matches(['.', ',']);
        let end = part.find(char::is_alphabetic).unwrap_or(part.len());
        Some(part[..end].trim_end_matches(['.', ','])).filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    });
    parts.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b','))
}

/// One point with three digits after it: decimals, or thousands.
fn point(number: &str) -> Option<Doubt> {
    let (whole, last) = number.split_once('.')?;
    if last.len() != 3 || !is_digits(last) || !is_first(whole) {
        return None;
    }
    let decimal = last.trim_end_matches('0');
    let shown = if decimal.is_empty() { whole.to_owned() } else { format!("{whole}.{decimal}") };
    // Four decimals cannot be thousands.
    let write = if decimal.len() == 3 { format!("{whole}.{last}0") } else { shown.clone() };
    let may_be = format!("{shown} or {whole},{last}");
    Some(Doubt { found: number.to_owned(), may_be, write: format!("{whole}{last} or {write}") })
}

/// A comma before the decimals.
fn comma(number: &str) -> Option<Doubt> {
    let (whole, decimals) = number.split_once(',')?;
    let thousands = !whole.contains('.') && decimals.len() == 3 && is_first(whole);
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let is_whole = is_digits(first) && groups.all(|group| group.len() == 3 && is_digits(group));
    if thousands || !is_whole || !is_digits(decimals) {
        return None;
    }
    let written = format!("{}.{decimals}", whole.replace('.', ""));
    // With three decimals this would be in doubt again.
    let written = if point(&written).is_some() { written + "0" } else { written };
    let may_be = format!("{written}, with a comma before the decimals");
    Some(Doubt { found: number.to_owned(), may_be, write: written })
}

/// Whether thousands may begin so.
fn is_first(group: &str) -> bool {
    group.len() <= 3 && is_digits(group) && !group.starts_with('0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_may_be_two_are_told_from_those_that_are_one() {
        let written = |text: &str| doubt(text).map(|doubt| doubt.write);
        for (text, write) in [
            ("5.000", "5000 or 5"),
            ("about 12.345 people", "12345 or 12.3450"),
            ("2.500 to 3.000", "2500 or 2.5"),
            ("-5.000", "5000 or 5"),
            ("5.000km", "5000 or 5"),
            ("1.234,5", "1234.5"),
            ("1.234.567,25", "1234567.25"),
            ("12,5 percent", "12.5"),
            ("0,125", "0.125"),
            ("1.234,567", "1234.567"),
        ] {
            assert_eq!(written(text).as_deref(), Some(write), "{text}");
        }
        for text in [
            "5,000",
            "1.234.567",
            "1,234,567",
            "1,234.5",
            "5.25",
            "0.125",
            "5.0000",
            "1234.567",
            "45,67,890",
            "31,33,35",
            "5000.",
            "more than 5, in A4.000",
            "1,234.500",
            "",
        ] {
            assert_eq!(doubt(text), None, "{text}");
        }
    }
}
