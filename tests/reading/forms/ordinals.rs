//! First to ninety-ninth, in words and in figures.

use gainsay::extract::{Kind, Mention, Value};

use super::read;
use super::words::{Habit, cardinal};

/// Words that change before -th.
const NTHS: [(&str, &str); 8] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
    ("ty", "tieth"),
];

fn in_words(number: u64) -> String {
    let cardinal = cardinal(number, Habit { joint: "-", and: "" });
    let changed = NTHS.iter().find_map(|(word, nth)| Some(format!("{}{nth}", cardinal.strip_suffix(word)?)));
    changed.unwrap_or(format!("{cardinal}th"))
}

/// 1st, 22nd.
pub fn in_figures(number: u64) -> String {
    let suffix = match (number % 100 / 10, number % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

fn is(mention: &Mention, number: u64) -> bool {
    mention.kind == Kind::Ordinal && mention.low == Some(Value::Number(number as f64)) && mention.low == mention.high
}

#[test]
fn places_in_an_order_are_read_back() {
    for number in 1..100 {
        for sentence in ["The {} clerk wrote the log.", "The clerk came {}.", "It was the {} log, and the last."] {
            let figures = in_figures(number);
            assert!(is(&read(sentence, &figures).unwrap(), number), "{figures}");
            // The first is more often said of time than of a place; a twenty-second pause is a length.
            let words = in_words(number);
            if words != "first" && !words.ends_with("-second") {
                assert!(is(&read(sentence, &words).unwrap(), number), "{words}");
            }
        }
    }
}
