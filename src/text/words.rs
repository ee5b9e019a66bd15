//! Cuts a text into words that know where they stand.

use super::address::address;
use super::fold::{fold, is_apostrophe, is_invisible};
use super::number::number_end;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// End in the text, excluded.
    pub end: usize,
    /// Hash of the word as compared: two words are held to be the same if their keys are ([`key`]).
    pub key: u64,
}

/// The words of a text, in order. A word is a run of letters and digits (Unicode's `Alphabetic` and `Numeric`) with the
/// apostrophes inside it. Hyphens, dashes, spaces, line breaks and punctuation only part words, so that `fast-track`,
/// `fast–track` and `fast track` are the same two. Numbers keep the marks inside them ([`fold`](super::fold())).
/// Signs of money and of shares are words, for `$5` is not `€5`. Addresses of the web and of mail are left out.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(letter) = char_at(text, at) {
        let start = at;
        at += letter.len_utf8();
        if is_part(letter) || is_sign(letter) {
            at = if is_part(letter) { word_end(text, start) } else { at };
            found.push(Word { start, end: at, key: key(&text[start..at]) });
        } else if let Some((first, end)) = address(text, start) {
            found.truncate(found.partition_point(|word| word.start < first));
            at = end;
        }
    }
    found
}

/// The hash by which words are compared: FNV-1a (Fowler, Noll, Vo; 64 bits) over the folded word, then the last steps of
/// MurmurHash3 so that all bits depend on all letters. Two different words out of a million share a key with a
/// probability of less than one in ten million.
pub fn key(word: &str) -> u64 {
    if word.is_ascii() && !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        hash(word.bytes().map(|byte| byte.to_ascii_lowercase()))
    } else {
        hash(fold(word).bytes())
    }
}

fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, step);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// The character at a byte that begins one.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() }
}

fn word_end(text: &str, start: usize) -> usize {
    let end = run_end(text, start);
    if !text.as_bytes()[start..end].iter().all(u8::is_ascii_digit) {
        return end;
    }
    let number = number_end(text, start, end);
    run_end(text, number)
}

/// The end of a run of letters and digits; apostrophes and soft hyphens count between two of them.
fn run_end(text: &str, mut end: usize) -> usize {
    while let Some(letter) = char_at(text, end) {
        let next = end + letter.len_utf8();
        let joins = || (is_apostrophe(letter) || is_invisible(letter)) && char_at(text, next).is_some_and(is_part);
        if !is_part(letter) && !joins() {
            break;
        }
        end = next;
    }
    end
}

/// Letters, digits, and accents that are written as characters of their own.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

/// Signs of money and of shares.
fn is_sign(letter: char) -> bool {
    matches!(letter, '$' | '%' | '‰' | '¢'..='¥' | '\u{20a0}'..='\u{20cf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| &text[word.start..word.end]).collect()
    }

    fn keys(text: &str) -> Vec<u64> {
        words(text).iter().map(|word| word.key).collect()
    }

    #[test]
    fn words_stand_at_their_bytes() {
        assert_eq!(cut("“Don’t,” said Łukasz’ aunt—twice."), ["Don’t", "said", "Łukasz", "aunt", "twice"]);
        assert_eq!(cut("about €1.9bn or 12%"), ["about", "€", "1.9bn", "or", "12", "%"]);
        assert_eq!(cut("200 000 on 4 October"), ["200 000", "on", "4", "October"]);
        assert!(cut(" \n—“”").is_empty());
    }

    #[test]
    fn typography_does_not_matter() {
        let plain = keys("the fast track of Kazakhstan's 200000 people");
        let set = "The fast-\ntrack of\u{a0}KAZAKHSTAN’S “200\u{202f}000” peo\u{ad}ple";
        assert_eq!(keys(set), plain);
        assert_ne!(keys("$5"), keys("€5"));
        assert_eq!(key("don't"), key("DON’T"));
    }

    #[test]
    fn addresses_are_no_words() {
        assert_eq!(cut("See https://example.org/some-long/path?x=1 for more"), ["See", "for", "more"]);
        assert_eq!(cut("(www.example.org) or example.org/a."), ["or"]);
    }
}
