//! Laws of `extract` that hold for any text: places are in the text, nothing panics, two runs give the same.

use gainsay::extract::{Kind, Mention, Value, extract};
use proptest::prelude::*;

/// Pieces that mean something to the rules, to be put together in any order.
const PIECES: [&str; 44] = [
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
];

fn check(text: &str) -> Result<(), TestCaseError> {
    let found = extract(text);
    for mention in &found {
        prop_assert!(mention.span.start < mention.span.end, "{mention:?}");
        prop_assert!(text.get(mention.span.clone()).is_some(), "{mention:?} is not in {text:?}");
        let finite = |value: &Option<Value>| !matches!(value, Some(Value::Number(number)) if !number.is_finite());
        prop_assert!(finite(&mention.low) && finite(&mention.high), "{mention:?}");
    }
    prop_assert!(found.is_sorted_by_key(|mention| mention.span.start));
    prop_assert_eq!(found, extract(text));
    Ok(())
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
    fn words_of_the_rules_in_any_order_are_read(pieces in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..30)) {
        let text: String = pieces.iter().map(|(piece, space)| format!("{}{}", PIECES[*piece], if *space { " " } else { "" })).collect();
        check(&text)?;
    }
}

fn shown(text: &str) -> Vec<String> {
    extract(text).iter().map(Mention::to_string).collect()
}

#[test]
fn long_lines_of_one_kind_are_read() {
    for piece in ["7", " ", "a million ", "1,22,", "9.", "a ", "two and ", "-", "5 to ", "more than "] {
        let text = piece.repeat(200_000 / piece.len());
        extract(&text);
    }
}

#[test]
fn change_is_told_from_level() {
    let found = extract("Arrivals rose by 12 percent to 4.1 million from 3.66 million.");
    let changes: Vec<&str> = found.iter().filter_map(|mention| mention.change).map(|change| change.word()).collect();
    assert_eq!(changes, ["by", "to", "from"]);
}

#[test]
fn what_only_names_is_no_count() {
    let found = extract("The Boeing 737 left on October 4, 2022 at 9:30 pm under Article 5.");
    assert!(found.iter().all(|mention| !mention.kind.is_quantity()), "{found:?}");
    assert_eq!(found.iter().filter(|mention| mention.kind == Kind::Name).count(), 2);
}

#[test]
fn ranges_share_scale_and_unit() {
    assert_eq!(shown("from $20 to $25 billion"), ["money 20000000000..25000000000 USD"]);
    assert_eq!(shown("10,000-11,000 boats per day")[0], "count 10000..11000 per day");
    assert_eq!(shown("between 5% – 0.5%"), ["share 0.5..5 percent"]);
    assert_eq!(shown("5 and 6 kg"), ["measure 5 kilogram", "measure 6 kilogram"]);
}

#[test]
fn lengths_and_prices_in_two_parts_are_one() {
    assert_eq!(shown("he is 5 ft 3 in"), ["measure 5.25 foot"]);
    assert_eq!(shown("fourteen dollars and sixty-five cents"), ["money 14.65 USD"]);
}
