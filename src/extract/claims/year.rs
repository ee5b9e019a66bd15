//! Days without a year in a text without a date: the year is the nearest one that the text names.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use super::parts::Parts;
use crate::extract::time::{TimeKind, TimeMention, times};

/// Days of one year from which a day with its month is the nearest, but a weekday or "last month" is another.
const FROM: [(i8, i8); 2] = [(6, 24), (7, 1)];
/// Days of the longest month.
const MONTH: i32 = 31;

/// The times of a text; days that lack a year have the nearest one named, and the places of those.
pub fn placed(text: &str, body: usize, date: Option<Date>) -> (Vec<TimeMention>, BTreeSet<usize>) {
    let parts = Parts::new(text, body);
    let mut found =
        parts.each(|part| times(part, date), |time, moved| TimeMention { span: moved(time.span.clone()), ..time });
    let mut borrowed = BTreeSet::new();
    if date.is_none() {
        let years = years(&found);
        for time in &mut found {
            if let Some(own) = nearest(&years, time.span.start).and_then(|year| within(text, time, year)) {
                (time.low, time.high) = (own.low, own.high);
                borrowed.insert(time.span.start);
            }
        }
    }
    (found, borrowed)
}

/// The first day or month that stays open in a text whose date is not known: "14 November", "on Tuesday".
pub fn open_day(text: &str, body: usize) -> Option<Range<usize>> {
    let (times, _) = placed(text, body, None);
    let is_open = |time: &TimeMention| {
        matches!(time.kind, TimeKind::Date | TimeKind::Period) && time.low.is_none() && time.high.is_none()
    };
    times.into_iter().find(is_open).map(|time| time.span)
}

/// The years that times name, with their places.
fn years(times: &[TimeMention]) -> Vec<(usize, i16)> {
    let year = |time: &TimeMention| {
        let (low, high) = time.days();
        let year = low.or(high)?.year();
        (high.or(low)?.year() == year).then_some((time.span.start, year))
    };
    times.iter().filter_map(year).collect()
}

fn nearest(years: &[(usize, i16)], at: usize) -> Option<i16> {
    let place = years.partition_point(|(start, _)| *start < at);
    let around = years[place.saturating_sub(1)..].iter().take(2);
    around.min_by_key(|(start, _)| start.abs_diff(at)).map(|(_, year)| *year)
}

/// What a time without days comes to in a year, if it is a day or a month of it.
fn within(text: &str, time: &TimeMention, year: i16) -> Option<TimeMention> {
    if time.low.is_some() || time.high.is_some() || !matches!(time.kind, TimeKind::Date | TimeKind::Period) {
        return None;
    }
    let [one, other] = FROM.map(|(month, day)| {
        let own = times(text.get(time.span.clone())?, Date::new(year, month, day).ok());
        own.into_iter().find(|own| own.kind == time.kind && is_short(own))
    });
    one.filter(|one| other.is_some_and(|other| (other.low, other.high) == (one.low, one.high)))
}

fn is_short(time: &TimeMention) -> bool {
    let (first, last) = time.days();
    let length = first.zip(last).and_then(|(first, last)| first.until(last).ok());
    length.is_some_and(|length| length.get_days() < MONTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stays_open_where_no_year_is_near() {
        let open = |text: &str| open_day(text, 0).map(|span| text[span].to_owned());
        assert_eq!(open("They met on Tuesday.").as_deref(), Some("Tuesday"));
        assert_eq!(open("In 1987 they met for two weeks. It shut on 14 November."), None);
        assert_eq!(open("It shut on 14 November.").as_deref(), Some("14 November"));
        assert_eq!(open("It shut for two weeks."), None);
    }

    #[test]
    fn a_day_has_the_nearest_year_that_the_text_names() {
        for (text, wanted) in [
            ("They fled in 1987. The border shut on 21 September.", Some("1987-09-21")),
            ("The border shut in December. It was built in 1987.", Some("1987-12-01")),
            ("They fled in 1987. The border shut on Monday.", None),
            ("They fled in 1987. The border shut last month.", None),
            ("The border shut on 21 September.", None),
        ] {
            let (found, borrowed) = placed(text, 0, None);
            let own = found.iter().find(|time| !text[time.span.clone()].starts_with("1987")).unwrap();
            assert_eq!(own.low.map(|day| day.to_string()).as_deref(), wanted, "{text}");
            assert_eq!(borrowed.contains(&own.span.start), wanted.is_some(), "{text}");
        }
    }
}
