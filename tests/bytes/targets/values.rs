//! Any text as a date, a period, a value or a unit, as files and options write them, and times with a day of writing: the
//! lower end is the lower one, and what is shown or written reads back the same. The first byte chooses.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;

use gainsay::extract::time::{TimeKind, times};
use gainsay::model::{Calendar, Event, EventId, PartialDate, PeriodForm, Window};
use gainsay::quantity::{Bounds, Interval, Stated, convert, unit};
use gainsay::readers::Days;
use gainsay::store::{read_record, to_ron};
use jiff::civil::{Date, date};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::choose;

type Read = fn(&str);

pub fn run(bytes: &[u8]) {
    if let Some((read, bytes)) = choose(bytes, &[dates as Read, periods, values, units, moments]) {
        read(&String::from_utf8_lossy(bytes));
    }
}

fn dates(text: &str) {
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!(date.to_string(), text);
        assert!(date.first_day() <= date.last_day());
        assert_eq!(Days::of(text), Some(Days { first: date.first_day(), last: date.last_day() }));
    }
    if let Some(days) = Days::of(text) {
        assert!(days.first <= days.last);
        let shown = days.to_string();
        assert!(text.starts_with(&shown) && Days::of(&shown) == Some(days), "{text:?} is shown as {shown:?}");
    }
}

/// What the text says, which reads the same when it is written.
fn read<T: DeserializeOwned + Serialize + Debug>(text: &str) -> Option<T> {
    let path = Path::new("any.ron");
    let found: T = read_record(path, text).ok()?;
    let written = to_ron(&found).expect("what was read can be written");
    let again: T = read_record(path, &written).unwrap_or_else(|fault| panic!("{fault} in {written:?}"));
    // Written, because a number that is none is not equal to itself.
    assert_eq!(to_ron(&again).expect("it was written before"), written);
    Some(found)
}

fn periods(text: &str) {
    let event = |id: &str, date: Option<&str>| Event {
        id: id.into(),
        name: id.to_owned(),
        date: date.map(|date| date.parse().expect("a date")),
        until: None,
        note: None,
    };
    let all = [event("storm", Some("2031-03-20")), event("rumour", None), event("end", Some("9999-12"))];
    let events: BTreeMap<EventId, Event> = all.map(|event| (event.id.clone(), event)).into();
    let Some(form) = read::<PeriodForm>(text) else { return };
    for published in [None, "2031-04".parse().ok()] {
        let calendar = Calendar { events: &events, published };
        for period in [form.resolve(&calendar), form.resolve_date(&calendar)].into_iter().flatten() {
            if let Window::Known(first, last) = period.window {
                assert!(first <= last, "{period:?}");
            }
            assert!(!period.text.is_empty());
        }
    }
}

fn values(text: &str) {
    let Some(value) = read::<Stated>(text) else { return };
    assert!(!value.hedge_name().is_empty());
    let (low, high) = value.figures();
    let all = [value.bounds(), value.limit_bounds()];
    if all[0].is_ok() {
        assert!(!value.text().is_empty());
        assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{low:?} {high:?}");
    }
    all.into_iter().flatten().for_each(|bounds| in_order(&bounds));
}

fn in_order(bounds: &Bounds) {
    assert!(bounds.expected.is_within(bounds.logical), "{bounds:?}");
    for interval in [bounds.expected, bounds.logical] {
        let ends = |interval: Interval| (interval.low().value(), interval.high().value());
        let (low, high) = ends(interval);
        assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{interval:?}");
        assert!([low, high].into_iter().flatten().all(f64::is_finite), "{interval:?}");
    }
}

/// A number and two units; there and back again is where it was.
fn units(text: &str) {
    let mut parts = text.splitn(3, '\n');
    let (Some(number), Some(from), Some(to)) = (parts.next(), parts.next(), parts.next()) else { return };
    let Ok(number) = number.parse::<f64>() else { return };
    let (Ok(from), Ok(to)) = (unit(from), unit(to)) else { return };
    let there = convert(Interval::point(number), from, to);
    let Ok(there) = there else { return };
    let back = convert(there, to, from).expect("it was converted from it");
    let ends = |interval: Interval| interval.low().value().unwrap_or(f64::NAN);
    let is_near = (ends(back) - number).abs() <= number.abs() * 1e-9 + 1e-9;
    assert!(is_near || !number.is_finite() || number.abs() > 1e250, "{number} came back as {}", ends(back));
}

/// Times of a text that was written on a day, which its first line says.
fn moments(text: &str) {
    let (first, rest) = text.split_once('\n').unwrap_or_default();
    let day: Date = first.parse().unwrap_or(date(2031, 4, 2));
    let found = times(rest, Some(day));
    for mention in &found {
        assert!(rest.get(mention.span.clone()).is_some_and(|piece| piece.trim() == piece), "{mention:?}");
        let days = mention.low.as_ref().zip(mention.high.as_ref());
        assert!(mention.kind == TimeKind::Time || days.is_none_or(|(low, high)| low <= high), "{mention:?}");
    }
    assert!(found.is_sorted_by(|one, next| one.span.end <= next.span.start), "{found:?}");
    assert_eq!(found, times(rest, Some(day)));
}
