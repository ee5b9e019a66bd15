//! Runs the examples of all rules; holds that spans lie in the text.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::pattern::PatternError;
use super::rules::{ENGLISH, Rules};
use super::{Moment, TimeMention, times};

/// The day on which the examples were written: a Wednesday.
const DATELINE: Date = date(2022, 9, 28);

/// The value as the examples write it.
fn value(found: &TimeMention) -> String {
    let open = |end: Option<Moment>| end.map_or_else(|| "..".to_owned(), |end| end.to_string());
    let number = |end: Option<f64>| end.map(|end| end.to_string()).unwrap_or_default();
    let (low, high) = (number(found.value_low), number(found.value_high));
    match found.unit {
        Some(unit) if low == high => format!("{low} {unit}"),
        Some(unit) => format!("{low}-{high} {unit}"),
        None if found.low == found.high && found.low.is_some() => open(found.low),
        None => format!("{}/{}", open(found.low), open(found.high)),
    }
}

#[test]
fn all_patterns_compile() {
    let (_, faults) = Rules::load();
    assert_eq!(faults, Vec::<PatternError>::new());
}

#[test]
fn rules_find_their_examples_and_nothing_else() {
    let mut wrong = Vec::new();
    for rule in &ENGLISH.rules {
        for (text, mention, expected) in &rule.examples {
            let found = times(text, Some(DATELINE));
            let fits = |one: &TimeMention| text[one.span.clone()] == **mention && value(one) == **expected;
            if !found.iter().any(fits) {
                let all: Vec<String> = found
                    .iter()
                    .map(|one| format!("{} {} by {}", &text[one.span.clone()], value(one), one.rule))
                    .collect();
                wrong.push(format!("{}: {mention:?} = {expected} in {text:?}; found: {all:?}", rule.id));
            }
        }
        for text in &rule.not {
            let found =
                times(text, Some(DATELINE)).into_iter().find(|one| one.rule == rule.id || rule.examples.is_empty());
            wrong.extend(found.map(|one| format!("{}: {:?} in {text:?}", rule.id, &text[one.span])));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn times_relative_to_no_day_have_none() {
    let found = times("on Tuesday, by 3 May, and last week", None);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|one| one.low.is_none() && one.high.is_none()), "{found:?}");
}

/// Texts of the words that rules know.
fn prose() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "first",
        "week",
        "of",
        "May",
        "2015",
        "3",
        "12",
        "-",
        "/",
        ":",
        ".",
        ",",
        " ",
        "  ",
        "\n",
        "\n\n",
        "’",
        "–",
        "th",
        "twenty",
        "and",
        "a",
        "half",
        "million",
        "years",
        "ago",
        "last",
        "Q",
        "s",
        "99999999999",
        "é",
        "½",
        "to",
        "from",
        "since",
        "pm",
        "Easter",
        "next",
        "hundred",
        "0",
        "31",
        "Feb",
        "century",
        "9999",
        "all",
    ];
    let word = prop::sample::select(words.to_vec());
    prop::collection::vec((word, prop::bool::ANY), 0..30).prop_map(|words| {
        words.iter().map(|(word, blank)| format!("{word}{}", if *blank { " " } else { "" })).collect()
    })
}

fn hold(text: &str) -> Result<(), TestCaseError> {
    let found = times(text, Some(DATELINE));
    let mut end = 0;
    for one in &found {
        prop_assert!(end <= one.span.start && one.span.start < one.span.end);
        prop_assert!(text.get(one.span.clone()).is_some());
        prop_assert!(one.low.is_none() || one.high.is_none() || one.low <= one.high);
        end = one.span.end;
    }
    prop_assert_eq!(found, times(text, Some(DATELINE)));
    Ok(())
}

proptest! {
    #[test]
    fn spans_lie_in_any_text(text in any::<String>()) {
        hold(&text)?;
    }

    #[test]
    fn spans_lie_in_prose(text in prose()) {
        hold(&text)?;
    }
}

#[test]
fn long_lines_stay_fast() {
    for unit in ["1", " ", "a million ", "twenty-", "May ", "from 3 to ", "1,000"] {
        times(&unit.repeat(200_000 / unit.len()), Some(DATELINE));
    }
}
