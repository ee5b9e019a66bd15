//! Numbers in digits and words, whole and with fractions.

use proptest::prelude::*;
use proptest::sample::select;

use super::words::{Habit, cardinal};
use super::{Written, read_back, sentence};
use crate::support::cases::cases;

/// Digits in groups of three: 1,234,567.
fn grouped(digits: &str, mark: &str) -> String {
    let head = digits.len() % 3;
    let rest = (head..digits.len()).step_by(3).map(|at| &digits[at..at + 3]);
    Some(&digits[..head]).filter(|head| !head.is_empty()).into_iter().chain(rest).collect::<Vec<_>>().join(mark)
}

/// The Indian way, threes after twos: 45,67,890.
fn grouped_in_twos(digits: &str) -> String {
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    let odd = head.len() % 2;
    let twos = (odd..head.len()).step_by(2).map(|at| &head[at..at + 2]);
    let first = Some(&head[..odd]).filter(|first| !first.is_empty());
    first.into_iter().chain(twos).chain([tail]).collect::<Vec<_>>().join(",")
}

/// Whole numbers of up to eleven digits; four digits that can be a year are none of these.
fn whole() -> impl Strategy<Value = u64> {
    let any = (1_u32..12, any::<u64>()).prop_map(|(digits, any)| any % 10_u64.pow(digits));
    any.prop_filter("a year", |number| !(1_000..2_200).contains(number))
}

fn figures() -> impl Strategy<Value = Written> {
    let forms: Vec<fn(&str) -> String> = vec![
        str::to_owned,
        |digits| grouped(digits, ","),
        |digits| grouped(digits, "\u{a0}"),
        |digits| grouped(digits, "\u{2009}"),
        |digits| grouped(digits, "\u{202f}"),
        |digits| grouped(digits, " "),
        |digits| grouped(digits, "'"),
        grouped_in_twos,
    ];
    (whole(), select(forms)).prop_map(|(number, form)| Written::number(form(&number.to_string()), number as f64))
}

fn decimals() -> impl Strategy<Value = Written> {
    let decimals = (1_usize..4, 0_u32..1_000).prop_map(|(length, digits)| format!("{digits:03}")[..length].to_owned());
    (whole(), decimals, any::<bool>()).prop_map(|(number, decimals, comma)| {
        let whole = if comma { grouped(&number.to_string(), ",") } else { number.to_string() };
        Written::number(format!("{whole}.{decimals}"), format!("{number}.{decimals}").parse().unwrap())
    })
}

const SCALES: [(&str, f64); 15] = [
    (" thousand", 1e3),
    (" million", 1e6),
    ("-million", 1e6),
    (" billion", 1e9),
    (" trillion", 1e12),
    (" lakh", 1e5),
    (" crore", 1e7),
    (" lakh crore", 1e12),
    ("k", 1e3),
    ("K", 1e3),
    ("mn", 1e6),
    (" mln", 1e6),
    ("bn", 1e9),
    (" bn", 1e9),
    ("B", 1e9),
];

/// 12.5 million, 800k. Four digits and a letter are a name (2019b), so there are three at most.
fn scaled() -> impl Strategy<Value = Written> {
    (1_u32..1_000, 0_i32..3, select(&SCALES[..])).prop_map(|(digits, decimals, (scale, times))| {
        let number = f64::from(digits) / 10_f64.powi(decimals);
        Written::number(format!("{number}{scale}"), number * times)
    })
}

fn spelled() -> impl Strategy<Value = Written> {
    let habit = (select(vec!["-", " "]), select(vec!["", "and "])).prop_map(|(joint, and)| Habit { joint, and });
    (1_u32..12, any::<u64>(), habit).prop_map(|(digits, any, habit)| {
        // One on its own may stand for a thing that it does not count.
        let number = (any % 10_u64.pow(digits)).max(2);
        Written::number(cardinal(number, habit), number as f64)
    })
}

/// A number and a part: 2½, five and a half million.
fn mixed() -> impl Strategy<Value = Written> {
    let parts = vec![
        ("½", 0.5),
        ("¾", 0.75),
        (" 1/2", 0.5),
        (" 3/4", 0.75),
        (" and a half", 0.5),
        (" and three quarters", 0.75),
    ];
    let scales = vec![("", 1.0), (" million", 1e6)];
    (1_u32..1_000, select(parts), select(scales)).prop_map(|(whole, (part, share), (scale, times))| {
        Written::number(format!("{whole}{part}{scale}"), (f64::from(whole) + share) * times)
    })
}

fn fraction() -> impl Strategy<Value = Written> {
    let figures = (1_u32..100, 2_u32..100)
        .prop_filter("below one and no date", |(above, below)| above < below && (*above, *below) != (9, 11));
    let figures = figures.prop_map(|(above, below)| (format!("{above}/{below}"), f64::from(above) / f64::from(below)));
    let words =
        vec![("two-thirds", 2.0 / 3.0), ("three quarters", 0.75), ("three-fifths", 0.6), ("seven eighths", 0.875)];
    let words = select(words).prop_map(|(text, value)| (text.to_owned(), value));
    prop_oneof![figures, words].prop_map(|(text, value)| Written::number(text, value))
}

/// A number that can have a sign, a unit and hedges.
pub fn number() -> impl Strategy<Value = Written> {
    prop_oneof![figures(), decimals(), scaled(), spelled(), mixed(), fraction()]
}

fn negative() -> impl Strategy<Value = Written> {
    let signed = (select(vec!["-", "−", "–", "minus "]), prop_oneof![figures(), decimals(), scaled()]);
    signed.prop_map(|(sign, number)| Written { text: format!("{sign}{}", number.text), ..number.times(-1.0) })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn numbers_are_read_back(number in number(), sentence in sentence()) {
        read_back(sentence, &number)?;
    }

    #[test]
    fn negative_numbers_are_read_back(number in negative(), sentence in sentence()) {
        read_back(sentence, &number)?;
    }
}
