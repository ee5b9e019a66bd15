//! Laws of text reuse, on made-up texts.

use gainsay::reuse::{Passage, passages};
use gainsay::text::{Document, fold, key, words};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Words that stand in one text only: `mark` tells the texts apart.
fn own_words(mark: &'static str, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    vec("[a-zà-ö]{1,8}", count).prop_map(move |words| words.into_iter().map(|word| format!("{mark}{word}")).collect())
}

/// What parts two words: spaces and marks of all kinds.
fn gap() -> impl Strategy<Value = &'static str> {
    select(vec![" ", " ", " ", "\u{a0}", "\n", "\n\n", ", ", ". ", " – ", "—", "-", " “", "” ", "; ", " (", ") "])
}

/// The words as a text, each with what comes after it.
fn text(words: &[String], gaps: &[&str]) -> String {
    words.iter().zip(gaps.iter().cycle()).flat_map(|(word, gap)| [word.as_str(), gap]).collect()
}

/// Two texts with one planted passage, set differently.
#[derive(Clone, Debug)]
struct Planted {
    texts: [String; 2],
    before: [usize; 2],
    words: usize,
}

impl Planted {
    /// The passage from its first word to its last one.
    fn bytes(&self, side: usize) -> std::ops::Range<usize> {
        let words = words(&self.texts[side]);
        words[self.before[side]].start..words[self.before[side] + self.words - 1].end
    }

    fn passages(&self) -> Vec<Passage> {
        passages(&self.texts.each_ref().map(|text| Document::new(text)))
    }
}

fn plant(changes: usize) -> impl Strategy<Value = Planted> {
    let around = || (own_words("q", 0..60), own_words("q", 0..60), own_words("x", 0..60), own_words("x", 0..60));
    let gaps = || vec(gap(), 7..40);
    (around(), own_words("", 30..80), any::<Index>(), gaps(), gaps()).prop_map(
        move |((a, after_a, b, after_b), passage, place, gaps_a, gaps_b)| {
            let mut other: Vec<String> = passage.iter().map(|word| word.to_uppercase()).collect();
            if changes > 0 {
                // Before and after a change, three shared words are needed.
                other[3 + place.index(passage.len() - 6)] = "changed99".to_owned();
            }
            let all_a = [a.as_slice(), &passage, &after_a].concat();
            let all_b = [b.as_slice(), &other, &after_b].concat();
            Planted {
                texts: [text(&all_a, &gaps_a), text(&all_b, &gaps_b)],
                before: [a.len(), b.len()],
                words: passage.len(),
            }
        },
    )
}

/// The folded words of a range, without those of the ranges left out.
fn folded(text: &str, bytes: std::ops::Range<usize>, without: &[std::ops::Range<usize>]) -> Vec<String> {
    let inside = |start: usize, end: usize| bytes.start <= start && end <= bytes.end;
    let left_out = |start: usize| without.iter().any(|range| range.contains(&start));
    let words = words(text).into_iter().filter(|word| inside(word.start, word.end) && !left_out(word.start));
    words.map(|word| fold(&text[word.start..word.end])).collect()
}

proptest! {
    #[test]
    fn a_planted_passage_is_found_whole(planted in plant(0)) {
        let found = planted.passages();
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].words, planted.words);
        prop_assert!(found[0].differences.is_empty());
        for (side, text, own) in [(&found[0].a, &planted.texts[0], planted.bytes(0)), (&found[0].b, &planted.texts[1], planted.bytes(1))] {
            let marks = [&text[side.bytes.start..own.start], &text[own.end..side.bytes.end]];
            prop_assert!(marks.concat().chars().all(|mark| !mark.is_alphanumeric() && !mark.is_whitespace()), "{:?}", marks);
        }
    }

    #[test]
    fn one_changed_word_does_not_split_it(planted in plant(1)) {
        let found = planted.passages();
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].words, found[0].differences.len()), (planted.words - 1, 1));
        let difference = &found[0].differences[0];
        prop_assert_eq!(&planted.texts[1][difference.b.clone()], "changed99");
        prop_assert!(found[0].a.bytes.start <= planted.bytes(0).start && found[0].a.bytes.end >= planted.bytes(0).end);
    }

    #[test]
    fn the_order_of_the_texts_only_turns_the_result_round(planted in plant(1)) {
        let [a, b] = planted.texts.each_ref().map(|text| text.as_str());
        let turned: Vec<Passage> =
            passages(&[Document::new(b), Document::new(a)]).into_iter().map(|one| one.mirrored()).collect();
        let forth = planted.passages();
        prop_assert_eq!(forth.len(), turned.len());
        for (one, other) in forth.iter().zip(&turned) {
            prop_assert_eq!((&one.a.bytes, &one.b.bytes, one.words), (&other.a.bytes, &other.b.bytes, other.words));
            prop_assert_eq!((&one.differences, one.kind), (&other.differences, other.kind));
        }
    }

    #[test]
    fn texts_of_other_words_share_nothing(a in own_words("q", 0..300), b in own_words("x", 0..300)) {
        let (a, b) = (a.join(" "), b.join(" "));
        prop_assert!(passages(&[Document::new(&a), Document::new(&b)]).is_empty());
    }

    #[test]
    fn passages_are_the_same_words_and_do_not_overlap(
        a in vec(select(vec!["one", "two", "three", "for", "ÉCOLE", "200 000", "it’s", "x"]), 0..200),
        b in vec(select(vec!["One", "two", "THREE", "for", "école", "200,000", "it's", "y"]), 0..200),
    ) {
        let texts = [a.join(" "), b.join("\n")];
        let found = passages(&texts.each_ref().map(|text| Document::new(text)));
        for one in &found {
            let differ = |side: fn(&gainsay::reuse::Difference) -> std::ops::Range<usize>| {
                one.differences.iter().map(side).collect::<Vec<_>>()
            };
            let in_a = folded(&texts[0], one.a.bytes.clone(), &differ(|one| one.a.clone()));
            let in_b = folded(&texts[1], one.b.bytes.clone(), &differ(|one| one.b.clone()));
            prop_assert_eq!(in_a.len(), one.words);
            prop_assert_eq!(in_a, in_b);
        }
        for side in [|one: &Passage| one.a.bytes.clone(), |one: &Passage| one.b.bytes.clone()] {
            let mut ranges: Vec<_> = found.iter().map(side).collect();
            ranges.sort_by_key(|range| range.start);
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", ranges);
        }
    }

    #[test]
    fn any_two_texts_at_all_are_compared(texts in vec(any::<String>(), 0..4)) {
        let documents: Vec<Document<'_>> = texts.iter().map(|text| Document::new(text)).collect();
        for one in passages(&documents) {
            prop_assert!(texts[one.a.document].get(one.a.bytes.clone()).is_some());
            prop_assert!(texts[one.b.document].get(one.b.bytes.clone()).is_some());
        }
    }

    #[test]
    fn words_stand_in_order_on_characters(text in "[a-z’' .,0-9@/:\u{a0}\u{ad}éЖ中$—\n-]{0,80}") {
        let found = words(&text);
        prop_assert!(found.iter().all(|word| text.get(word.start..word.end).is_some_and(|word| !word.is_empty())));
        prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        prop_assert!(found.iter().all(|word| word.key == key(&fold(&text[word.start..word.end]))));
    }
}
