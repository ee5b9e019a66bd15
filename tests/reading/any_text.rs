//! Whatever the text is, nothing panics and the laws hold.

use proptest::prelude::*;

use crate::reading::laws::{figures, moments};

/// Pieces that mean something to the rules, to be put together in any order.
const PIECES: [&str; 72] = [
    "a",
    "million",
    "two",
    "and",
    "half",
    "quarters",
    "-",
    "–",
    "$",
    "€",
    "5",
    "12,000",
    "3.5",
    "1/2",
    "½",
    "%",
    "percent",
    "km",
    "per",
    "day",
    "from",
    "to",
    "between",
    "more than",
    "or so",
    "of",
    "one",
    "in",
    "dozens",
    "October",
    "2020",
    "4",
    ":",
    "30",
    "pm",
    "years old",
    "(",
    ")",
    ".",
    "±",
    "feet",
    "dollars",
    "point",
    "é",
    "minus",
    "tens of thousands",
    "1e308",
    "e9",
    "x10^",
    "^",
    "MUSD",
    "crore",
    "less than",
    "up to",
    "\u{a0}",
    "\n",
    "\n\n",
    "’",
    "'",
    "°C",
    "cents",
    "fold",
    "th",
    "first",
    "aged",
    "in the",
    "1990s",
    "/",
    "last week",
    "May",
    "a couple of",
    "[",
];

fn law(held: Result<(), String>) -> Result<(), TestCaseError> {
    held.map_err(TestCaseError::fail)
}

fn check(text: &str) -> Result<(), TestCaseError> {
    law(figures(text))?;
    law(moments(text))
}

proptest! {
    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        check(&text)?;
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn words_of_the_rules_in_any_order_are_read(
        pieces in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..30),
    ) {
        let text: String =
            pieces.iter().map(|(piece, space)| format!("{}{}", PIECES[*piece], if *space { " " } else { "" })).collect();
        check(&text)?;
    }
}
