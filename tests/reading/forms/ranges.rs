//! Ranges, with the unit once or twice.

use proptest::prelude::*;
use proptest::sample::select;

use super::{Written, read_back, sentence};
use crate::support::cases::cases;

/// A way to write a range.
#[derive(Clone, Copy, Debug)]
struct Form {
    before: &'static str,
    between: &'static str,
    after: &'static str,
    unit: Option<&'static str>,
    times: f64,
}

const fn form(
    before: &'static str,
    between: &'static str,
    after: &'static str,
    unit: Option<&'static str>,
    times: f64,
) -> Form {
    Form { before, between, after, unit, times }
}

const FORMS: [Form; 18] = [
    form("", " to ", "", None, 1.0),
    form("", "–", "", None, 1.0),
    form("", "-", "", None, 1.0),
    form("", " – ", "", None, 1.0),
    form("from ", " to ", "", None, 1.0),
    form("between ", " and ", "", None, 1.0),
    form("more than ", " but less than ", "", None, 1.0),
    form("", " to ", " million", None, 1e6),
    form("between ", " and ", " percent", Some("percent"), 1.0),
    form("", "-", "%", Some("percent"), 1.0),
    form("from ", "% to ", "%", Some("percent"), 1.0),
    form("", " to ", " km", Some("kilometre"), 1.0),
    form("between ", " km and ", " km", Some("kilometre"), 1.0),
    form("", "–", " tonnes", Some("tonne"), 1.0),
    form("at least ", " and at most ", " kg", Some("kilogram"), 1.0),
    form("$", "–$", " million", Some("USD"), 1e6),
    form("from $", " to $", " billion", Some("USD"), 1e9),
    form("", " to ", " euros", Some("EUR"), 1.0),
];

/// A number in digits: small, with decimals, or in thousands, which no scale follows.
fn end(thousands: bool) -> impl Strategy<Value = Written> {
    let tails = if thousands {
        vec![("", 1.0, 0.0), (".5", 1.0, 0.5), (",000", 1e3, 0.0)]
    } else {
        vec![("", 1.0, 0.0), (".5", 1.0, 0.5)]
    };
    let end = (1_u32..1_000, select(tails));
    end.prop_map(|(whole, (tail, times, part))| {
        Written::number(format!("{whole}{tail}"), f64::from(whole) * times + part)
    })
}

fn ranged() -> impl Strategy<Value = Written> {
    select(&FORMS[..]).prop_flat_map(|form| {
        let ends = (end(form.times == 1.0), end(form.times == 1.0));
        ends.prop_filter("a range", |(a, b)| a.low != b.low).prop_map(move |(a, b)| {
            let (a, b) = if a.low < b.low { (a, b) } else { (b, a) };
            let text = format!("{}{}{}{}{}", form.before, a.text, form.between, b.text, form.after);
            Written { text, low: a.low, high: b.high, unit: form.unit.map(str::to_owned) }.times(form.times)
        })
    })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn ranges_are_read_back(range in ranged(), sentence in sentence()) {
        read_back(sentence, &range)?;
    }
}
