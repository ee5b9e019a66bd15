//! Finds addresses of the web and of mail: their digits are no figures.

use std::ops::Range;

/// What shows an address.
const MARKS: [&str; 3] = ["://", "www.", "@"];

/// The bytes of addresses, in order: from space to space around what shows one.
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in MARKS.iter().flat_map(|mark| text.match_indices(mark)) {
        if found.last().is_some_and(|last| last.contains(&at)) {
            continue;
        }
        let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
        found.push(start..end);
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether a place lies in one of the addresses.
pub fn within(addresses: &[Range<usize>], at: usize) -> bool {
    let after = addresses.partition_point(|range| range.start <= at);
    after.checked_sub(1).is_some_and(|last| addresses[last].contains(&at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reaches_from_space_to_space() {
        let text = "See https://a.example/2020/55 and mail 4x@b.example today";
        assert_eq!(addresses(text), [4..29, 39..51]);
        assert!(within(&addresses(text), 22) && !within(&addresses(text), 31));
    }
}
