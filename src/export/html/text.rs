//! Texts of the graph as they stand in the page: markup, control characters and writing directions are inert.

use maud::{Markup, html};

use super::dates::whole;

/// Characters of a text that refers to a record; the record itself has all of them.
const SHORT: usize = 120;

/// What stands for a character that cannot stand for itself.
const REPLACED: char = '\u{FFFD}';

/// A text of the graph; in an element of its own, if it has anything whose direction could spread.
pub(super) fn bdi(text: &str) -> Markup {
    html! { @if text.chars().all(runs_to_the_right) { (whole(&shown(text))) } @else { bdi { (whole(&shown(text))) } } }
}

/// Latin, Greek, Cyrillic and Armenian letters, and the punctuation of print without the signs of direction among it.
fn runs_to_the_right(letter: char) -> bool {
    matches!(letter, ..'\u{590}' | '\u{1E00}'..='\u{200A}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{21FF}')
}

/// The beginning of a text, where it only refers to a record.
pub(super) fn short(text: &str) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(SHORT).collect();
    if letters.next().is_some() { format!("{}…", head.trim_end()) } else { head }
}

/// The first words of a text, as many as fit.
pub(super) fn first_words(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let whole = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([' ', ',', '.', ':', ';']))
}

/// The text with a capital at its beginning.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with control characters as pictures and with every change of direction closed where it ends.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = Directions::default();
    for letter in text.chars() {
        out.push(open.follow(visible(letter)));
    }
    out.extend(open.closers());
    out
}

/// Line breaks are spaces, other control characters have pictures, and the second set of them has not even those.
fn visible(letter: char) -> char {
    match letter {
        '\n' | '\t' | '\r' => ' ',
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or(REPLACED),
        '\u{7F}' => '\u{2421}',
        '\u{80}'..='\u{9F}' => REPLACED,
        _ => letter,
    }
}

/// The changes of direction that are open: `true` for isolates, `false` for embeddings and overrides.
#[derive(Default)]
struct Directions(Vec<bool>);

impl Directions {
    /// The character itself, or a replacement if it closes what this text has not opened.
    fn follow(&mut self, letter: char) -> char {
        match letter {
            '\u{2066}'..='\u{2068}' => self.0.push(true),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => self.0.push(false),
            '\u{2069}' => match self.0.iter().rposition(|isolate| *isolate) {
                Some(at) => self.0.truncate(at),
                None => return REPLACED,
            },
            '\u{202C}' if self.0.last() == Some(&false) => self.0.truncate(self.0.len() - 1),
            '\u{202C}' => return REPLACED,
            _ => {}
        }
        letter
    }

    fn closers(self) -> impl Iterator<Item = char> {
        self.0.into_iter().rev().map(|isolate| if isolate { '\u{2069}' } else { '\u{202C}' })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(shown("a\0b\u{1b}[31m\u{7f}\u{85}\nc"), "a␀b␛[31m␡\u{FFFD} c");
    }

    #[test]
    fn directions_end_with_their_text() {
        assert_eq!(shown("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(shown("\u{2067}\u{202E}b\u{2069}"), "\u{2067}\u{202E}b\u{2069}");
        assert_eq!(shown("b\u{2069}\u{202C}"), "b\u{FFFD}\u{FFFD}");
        assert_eq!(shown("\u{2068}\u{202A}x"), "\u{2068}\u{202A}x\u{202C}\u{2069}");
    }

    #[test]
    fn references_are_short() {
        assert_eq!(short("brief"), "brief");
        assert_eq!(short(&"é".repeat(10_000)).chars().count(), SHORT + 1);
    }

    #[test]
    fn first_words_are_whole() {
        assert_eq!(first_words("one two", 7), "one two");
        assert_eq!(first_words("one, two three", 7), "one…");
        assert_eq!(first_words("éééééééé", 4), "éééé…");
    }

    #[test]
    fn markup_is_text() {
        let markup = bdi("</script><img onerror=\"x\">").into_string();
        assert_eq!(markup, "&lt;/script&gt;&lt;img onerror=&quot;x&quot;&gt;");
    }

    #[test]
    fn what_could_turn_others_round_stands_apart() {
        for text in ["ملاحون", "אב", "a\u{202E}b", "\u{200F}", "a\u{2067}"] {
            assert!(bdi(text).into_string().starts_with("<bdi>"), "{text:?}");
        }
        for text in ["Mais de 200.000 cidadãos – “russos”", "Россия", "1 < 2"] {
            assert!(!bdi(text).into_string().contains("<bdi>"), "{text:?}");
        }
    }
}
