//! Days, months and years as people write them.

use gainsay::extract::time::Moment;
use gainsay::extract::{Kind, Mention, Value};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;

use super::ordinals::in_figures;
use super::{read, sentence};
use crate::support::cases::cases;

/// Ways to write one day; in the last two it can be no month.
const FORMS: [fn(Date) -> String; 11] = [
    |day| day.strftime("%-d %B %Y").to_string(),
    |day| day.strftime("%B %-d, %Y").to_string(),
    |day| day.strftime("%B %-d %Y").to_string(),
    |day| day.strftime("%-d %b %Y").to_string(),
    |day| day.strftime("%d-%b-%Y").to_string(),
    |day| day.strftime("%Y-%m-%d").to_string(),
    |day| day.strftime("%Y/%m/%d").to_string(),
    |day| format!("the {} of {}", nth(day), day.strftime("%B, %Y")),
    |day| format!("{} {}, {}", day.strftime("%B"), nth(day), day.year()),
    |day| day.strftime("%-d/%-m/%Y").to_string(),
    |day| day.strftime("%-d.%-m.%Y").to_string(),
];
const DAY_FIRST: usize = 9;

fn nth(day: Date) -> String {
    in_figures(day.day().unsigned_abs().into())
}

fn any_day() -> impl Strategy<Value = Date> {
    (1900_i16..2100, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day))
}

fn day(date: Date) -> Option<Value> {
    Some(Value::Time(Moment::Day(date)))
}

fn spans(mention: &Mention, low: Option<Value>, high: Option<Value>) -> Result<(), TestCaseError> {
    prop_assert!(mention.low == low && mention.high == high, "{mention} for {low:?} to {high:?}");
    Ok(())
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn days_are_read_back(form in 0..FORMS.len(), date in any_day(), sentence in sentence()) {
        let date = if form < DAY_FIRST { date } else { date.with().day(date.day().max(13)).build().unwrap() };
        let mention = read(sentence, &FORMS[form](date))?;
        prop_assert_eq!(mention.kind, Kind::Date);
        spans(&mention, day(date), day(date))?;
    }

    #[test]
    fn months_are_read_back(date in any_day(), joint in select(vec![" ", ", ", " of "]), sentence in sentence()) {
        let mention = read(sentence, &format!("{}{joint}{}", date.strftime("%B"), date.year()))?;
        spans(&mention, day(date.first_of_month()), day(date.last_of_month()))?;
    }

    #[test]
    fn years_are_read_back(date in any_day(), word in select(vec!["in", "during", "since", "until"])) {
        let mention = read("It stood there {}.", &format!("{word} {}", date.year()))?;
        let (first, last) = (day(date.first_of_year()), day(date.last_of_year()));
        spans(&mention, first.filter(|_| word != "until"), last.filter(|_| word != "since"))?;
    }
}
