//! Copied, or said by somebody whom both texts quote.

use std::sync::LazyLock;

use super::limits::{AROUND_QUOTE, NEAR_QUOTE};
use super::passage::PassageKind;
use crate::quantity::table;
use crate::text::{Document, Word, key};

/// The keys of verbs that attribute words to a speaker.
static SAYING: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let verbs: Vec<String> = table("saying.ron", include_str!("saying.ron"));
    verbs.iter().map(|verb| key(verb)).collect()
});

/// A quotation if in both texts all but the attribution stands inside quotation marks, and somebody is said to have said
/// it.
pub(super) fn kind(sides: [(&Document<'_>, (usize, usize)); 2]) -> PassageKind {
    let quoted = sides.iter().all(|(document, words)| is_attributed_quotation(document, *words));
    if quoted { PassageKind::Quotation } else { PassageKind::Copied }
}

fn is_attributed_quotation(document: &Document<'_>, (start, end): (usize, usize)) -> bool {
    let words = &document.words()[start..end];
    let outside = words.iter().filter(|word| !is_quoted(document, word)).count();
    outside <= AROUND_QUOTE && outside < words.len() && is_attributed(document, start, end)
}

fn is_quoted(document: &Document<'_>, word: &Word) -> bool {
    let quoted = document.quoted();
    let next = quoted.partition_point(|range| range.end < word.end);
    quoted.get(next).is_some_and(|range| range.start <= word.start)
}

/// A verb of saying stands outside the marks, in the passage or near it.
fn is_attributed(document: &Document<'_>, start: usize, end: usize) -> bool {
    let words = document.words();
    let near = start.saturating_sub(NEAR_QUOTE)..(end + NEAR_QUOTE).min(words.len());
    words[near].iter().any(|word| SAYING.contains(&word.key) && !is_quoted(document, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(texts: [&str; 2], passage: &str) -> PassageKind {
        let documents = texts.map(Document::new);
        let words = |document: &Document<'_>| {
            let start = document.text().find(passage).unwrap_or_default();
            let within = |word: &&Word| word.start >= start && word.end <= start + passage.len();
            let first = document.words().iter().position(|word| within(&word)).unwrap_or_default();
            (first, first + document.words().iter().filter(within).count())
        };
        kind([0, 1].map(|side| (&documents[side], words(&documents[side]))))
    }

    #[test]
    fn what_both_quote_and_attribute_is_a_quotation() {
        let a = "“We shall rebuild the bridge,” the mayor said on Monday.";
        let b = "The mayor, asked again, says: \"We shall rebuild the bridge, all of it.\"";
        assert_eq!(kind_of([a, b], "We shall rebuild the bridge"), PassageKind::Quotation);
    }

    #[test]
    fn what_one_text_says_itself_is_copied() {
        let a = "“We shall rebuild the bridge,” the mayor said.";
        let b = "We shall rebuild the bridge, the mayor said.";
        assert_eq!(kind_of([a, b], "We shall rebuild the bridge"), PassageKind::Copied);
        assert_eq!(kind_of(["“Shall rebuild”"; 2], "Shall rebuild"), PassageKind::Copied, "nobody is named");
    }

    #[test]
    fn whoever_speaks_far_from_a_quotation_is_not_its_speaker() {
        let far = "“We shall rebuild the bridge,” it read. Snow fell on the town and on the hills around it all day, and no train came. The mayor said nothing.";
        assert_eq!(kind_of([far, far], "We shall rebuild the bridge"), PassageKind::Copied);
    }

    #[test]
    fn a_quotation_amid_narration_is_copied_with_it() {
        let text = "On Monday the mayor went to the river and looked. “We shall rebuild,” he said.";
        assert_eq!(kind_of([text, text], text), PassageKind::Copied);
        let close = "“We shall rebuild the bridge, stone by stone,” the mayor said.";
        assert_eq!(kind_of([close, close], close), PassageKind::Quotation);
    }

    #[test]
    fn a_word_is_quoted_up_to_the_mark_that_closes() {
        let document = Document::new("“Rebuild” it “now” then");
        let quoted: Vec<bool> = document.words().iter().map(|word| is_quoted(&document, word)).collect();
        assert_eq!(quoted, [true, false, true, false]);
    }
}
