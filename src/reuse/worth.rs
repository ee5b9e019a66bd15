//! Whether what two texts share is a passage, or a phrase that anybody would write.

use super::extend::Chain;
use super::limits::{PART, PER_DIFFERENCE, WHOLE};
use super::select::shared;
use crate::text::Document;

/// Long enough for what it is: whole sentences, or parts of them.
pub(super) fn is_worth(a: &Document<'_>, b: &Document<'_>, chain: &Chain) -> bool {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return false };
    let words = shared(chain);
    let beyond = PER_DIFFERENCE * (chain.len() - 1);
    let whole = || has_sentence(a, first.a, last.a + last.words) && has_sentence(b, first.b, last.b + last.words);
    words >= WHOLE + beyond && (words >= PART + beyond || whole())
}

/// A sentence or paragraph begins and ends among the words `start..end`.
fn has_sentence(document: &Document<'_>, start: usize, end: usize) -> bool {
    (start..=end).filter(|word| is_boundary(document, *word)).take(2).count() == 2
}

/// What stands before the word ends a sentence or a paragraph. A dot after "No" counts: too many boundaries do less harm
/// than too few.
fn is_boundary(document: &Document<'_>, word: usize) -> bool {
    let words = document.words();
    let start = word.checked_sub(1).map(|before| words[before].end);
    let (Some(start), Some(next)) = (start, words.get(word)) else { return true };
    let between = &document.text()[start..next.start];
    let ends_sentence = between.contains(['.', '!', '?', '…']) && between.contains(char::is_whitespace);
    ends_sentence || between.matches('\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::extend::Run;

    #[test]
    fn boundaries_are_ends_of_sentences_and_paragraphs() {
        let document = Document::new("A headline\n\nIt rained, at 10.30 a.m., in\nParis. “Then?” No end");
        let found: Vec<usize> = (0..=document.words().len()).filter(|word| is_boundary(&document, *word)).collect();
        let starts: Vec<&str> = found
            .iter()
            .filter_map(|at| document.words().get(*at))
            .map(|word| &document.text()[word.start..word.end])
            .collect();
        assert_eq!(starts, ["A", "It", "in", "Then", "No"]);
        assert_eq!(found.last(), Some(&document.words().len()));
    }

    #[test]
    fn parts_of_sentences_must_be_longer_than_whole_ones() {
        let clause = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        let whole = [Document::new(clause), Document::new(clause)];
        let denied = format!("It denies that {clause}. More.");
        let part = [Document::new(clause), Document::new(&denied)];
        assert!(is_worth(&whole[0], &whole[1], &vec![Run { a: 0, b: 0, words: 14 }]));
        assert!(!is_worth(&part[0], &part[1], &vec![Run { a: 0, b: 3, words: 14 }]));
        assert!(!is_worth(&whole[0], &whole[1], &vec![Run { a: 0, b: 0, words: 6 }, Run { a: 7, b: 7, words: 7 }]));
    }

    /// Of whole sentences and of parts of them, how few words are a passage: 12 and 20, and two more for each difference.
    #[test]
    fn each_difference_asks_for_two_more_words() {
        let all: Vec<String> = (1..=30).map(|number| format!("word{number}")).collect();
        let run = |a, words| Run { a, b: a, words };
        let held = |text: &str, chain| is_worth(&Document::new(text), &Document::new(text), &chain);
        let whole = |words: usize| all[..words].join(" ");
        assert_eq!([11, 12].map(|words| held(&whole(words), vec![run(0, words)])), [false, true]);
        let changed = |words: usize| held(&whole(words + 1), vec![run(0, 6), run(7, words - 6)]);
        assert_eq!([13, 14].map(changed), [false, true]);
        let part = format!("It denies that {}. More.", all.join(" "));
        assert_eq!([19, 20].map(|words| held(&part, vec![run(4, words)])), [false, true]);
        let changed = |words: usize| held(&part, vec![run(4, 10), run(15, words - 10)]);
        assert_eq!([21, 22].map(changed), [false, true]);
    }
}
