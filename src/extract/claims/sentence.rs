//! Sentences and paragraphs: where they begin and end, as far as signs and line breaks show it.

use std::ops::Range;

use super::language::{LANGUAGE, Phrase, Role};
use crate::text::Word;

/// Lines shorter than this that no stop ends are headings; longer ones go on in the next line.
const SHORT_LINE: usize = 64;

/// Words of a sentence, at most. Each figure is read with all of its sentence, so that the time would grow with the square of
/// one that never ends; no sentence that somebody reads is half as long, but lists and tables without stops are.
const MOST_WORDS: usize = 300;

/// A sentence, or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, from its first word to its last one.
    pub span: Range<usize>,
    /// The places of its words.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: u32,
}

/// The sentences of a text, in order.
pub fn sentences(text: &str, words: &[Word]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut first, mut paragraph, mut line) = (0, 0, 0);
    for at in 0..words.len() {
        let next = words.get(at + 1).map_or(text.len(), |next| next.start);
        let gap = &text[words[at].end..next];
        let break_at = gap.find('\n');
        let blank = break_at.is_some_and(|at| gap[at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n'));
        let heading = break_at.is_some_and(|_| words[at].end - line < SHORT_LINE);
        if break_at.is_some() {
            line = next;
        }
        let full = at + 1 - first >= MOST_WORDS;
        if blank || heading || full || at + 1 == words.len() || ends(text, words, at, gap) {
            let span = words[first].start..words[at].end;
            found.push(Sentence { span, words: first..at + 1, paragraph });
            first = at + 1;
            paragraph += u32::from(blank || heading);
        }
    }
    found
}

/// The same, where what stands before a byte is no part of the sentence that begins there: a dateline has a place and a day of
/// its own, "ROSTOCK, 3 May (Seapress) — Ten boats sank on Sunday".
pub(super) fn parted_at(body: usize, sentences: Vec<Sentence>, words: &[Word]) -> Vec<Sentence> {
    let part = |sentence: Sentence| {
        let own = &words[sentence.words.clone()];
        let head = own.partition_point(|word| word.end <= body);
        if head == 0 || head == own.len() {
            return vec![sentence];
        }
        let middle = sentence.words.start + head;
        let span = |of: &[Word]| of[0].start..of[of.len() - 1].end;
        vec![
            Sentence { span: span(&own[..head]), words: sentence.words.start..middle, ..sentence },
            Sentence { span: span(&own[head..]), words: middle..sentence.words.end, ..sentence },
        ]
    };
    sentences.into_iter().flat_map(part).collect()
}

/// Whether a sentence ends with the word, which is not the last one.
fn ends(text: &str, words: &[Word], at: usize, gap: &str) -> bool {
    let Some(stop) = gap.find(['.', '!', '?', '…']) else { return false };
    let Some(space) = gap[stop..].find(char::is_whitespace) else { return false };
    if gap[stop..stop + space].contains([',', ';']) {
        return false;
    }
    let opens = text[words[at + 1].start..].starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric());
    let quoted = gap[stop + space..].contains(['"', '“', '«', '„', '‘']);
    (opens || quoted) && !(gap.starts_with('.') && is_abbreviation(text, words, at))
}

/// Whether a stop after the word is a part of it: a known abbreviation ("Dr.", "e.g."), or an initial.
fn is_abbreviation(text: &str, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let letters = &text[word.start..word.end];
    let initial = letters.len() == 1 && letters.starts_with(|letter: char| letter.is_ascii_uppercase());
    let two = words[at.saturating_sub(1)..=at].iter().map(|word| word.key);
    initial || LANGUAGE.is(word.key, Role::Abbreviation) || LANGUAGE.fixed(two, Phrase::Dotted) == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, &words(text)).into_iter().map(|sentence| &text[sentence.span]).collect()
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        assert_eq!(
            cut("Dr. A. Smith came at 3.5 knots. It rained! \"Why?\" she said."),
            ["Dr. A. Smith came at 3.5 knots", "It rained", "Why?\" she said"]
        );
        assert_eq!(cut("Some ports, e.g. Lorn, were shut. They open at 6 a.m. The rest stay shut.").len(), 3);
    }

    #[test]
    fn headings_and_blank_lines_end_sentences() {
        assert_eq!(
            cut("Ten boats lost\nThe Echo, 3 May\n\nThe boats sank"),
            ["Ten boats lost", "The Echo, 3 May", "The boats sank"]
        );
        let wrapped = "The boats that were lost in the storm of last week were found on the\nshore of the island.";
        assert_eq!(cut(wrapped).len(), 1);
    }

    #[test]
    fn a_dateline_is_no_part_of_the_first_sentence() {
        let text = "Boats lost\nROSTOCK, 3 May — Ten boats sank. Two are missing.";
        let words = words(text);
        let parted = |body| {
            let found = parted_at(body, sentences(text, &words), &words);
            assert!(found.iter().all(|one| words[one.words.start].start == one.span.start));
            found.into_iter().map(|one| &text[one.span]).collect::<Vec<_>>()
        };
        let body = text.find("Ten").unwrap();
        assert_eq!(parted(body), ["Boats lost", "ROSTOCK, 3 May", "Ten boats sank", "Two are missing"]);
        for body in [0, text.find("ROSTOCK").unwrap(), text.len()] {
            assert_eq!(parted(body), cut(text), "{body}");
        }
    }

    #[test]
    fn what_never_ends_is_cut() {
        let text = "300 to ".repeat(1_000);
        let found = cut(&text);
        assert_eq!(found.len(), 2_000_usize.div_ceil(MOST_WORDS));
        assert!(found.iter().all(|sentence| sentence.split(' ').count() <= MOST_WORDS));
    }
}
