//! Periods as days.

use gainsay::model::PeriodForm;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::world::{Claim, EVENTS, World};

/// The days of a period, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Days {
    Known(Date, Date),
    From(Date),
    Until(Date),
    Long(i32, Option<Date>),
    Unknown,
}

/// The first and the last day of a date that may be a year or a month.
pub fn span(text: &str) -> (Date, Date) {
    let first = format!("{text}{}", &"0000-01-01"[text.len()..]).parse::<Date>().unwrap();
    let last = match text.len() {
        4 => first.last_of_year(),
        7 => first.last_of_month(),
        _ => first,
    };
    (first, last)
}

fn event(id: &str) -> Option<(Date, Date)> {
    EVENTS.iter().find(|(known, _)| *known == id).and_then(|(_, date)| date.map(span))
}

/// The day on which something hangs, if there is one.
fn anchor(of: Option<&String>, date: Option<&String>) -> Option<(Date, Date)> {
    of.map_or_else(|| date.map(|date| span(date)), |id| event(id))
}

fn length(days: u16, weeks: u16, months: u16, years: u16) -> Span {
    i32::from(days).days().weeks(weeks).months(months).years(years)
}

/// How many days a length has; of months and years, those of the first ones of a common year.
fn count(length: Span) -> i32 {
    let start = Date::constant(2001, 1, 1);
    start.until(start + length).unwrap().get_days()
}

/// The days of a period, as a source of that day speaks of it.
pub fn days(form: &PeriodForm, published: Option<&str>) -> Days {
    let one = 1.day();
    match form {
        PeriodForm::In(date) => Days::Known(span(date).0, span(date).1),
        PeriodForm::Between(from, to) => Days::Known(span(from).0, span(to).1),
        PeriodForm::After { event: id, days, weeks, months, years } => {
            let length = length(*days, *weeks, *months, *years);
            match event(id) {
                Some((first, last)) if first == last => Days::Known(first, first + length - one),
                Some((first, _)) => Days::Long(count(length), Some(first)),
                None => Days::Unknown,
            }
        }
        PeriodForm::Before { event: id, days, weeks, months, years } => {
            let length = length(*days, *weeks, *months, *years);
            match event(id) {
                Some((first, last)) if first == last => Days::Known(last - length + one, last),
                Some((first, _)) => Days::Long(count(length), Some(first - length + one)),
                None => Days::Unknown,
            }
        }
        PeriodForm::Since { event: id, date, as_of } => match (anchor(id.as_ref(), date.as_ref()), as_of) {
            (Some((first, _)), Some(end)) => Days::Known(first, span(end).1),
            (Some((first, _)), None) => Days::From(first),
            (None, Some(end)) => Days::Until(span(end).1),
            (None, None) => Days::Unknown,
        },
        PeriodForm::Until { event: id, date } => match anchor(id.as_ref(), date.as_ref()) {
            Some((_, last)) => Days::Until(last),
            None => Days::Unknown,
        },
        PeriodForm::Lasting { days, weeks, months, years, after } => {
            let after = after.as_ref().and_then(|id| event(id)).map(|(first, _)| first);
            Days::Long(count(length(*days, *weeks, *months, *years)), after)
        }
        PeriodForm::Now => published.map_or(Days::Unknown, |date| Days::Known(span(date).0, span(date).1)),
    }
}

/// The days on which an event lies that is dated so: a length after another is a day, or as many as the other
/// may have been on, give or take half of its smallest unit.
pub fn days_of_date(form: &PeriodForm, published: Option<&str>) -> Days {
    let (id, days_, weeks, months, years, forward) = match form {
        PeriodForm::After { event, days, weeks, months, years } => (event, *days, *weeks, *months, *years, true),
        PeriodForm::Before { event, days, weeks, months, years } => (event, *days, *weeks, *months, *years, false),
        _ => return days(form, published),
    };
    let Some((first, last)) = event(id) else { return Days::Unknown };
    let grain = match () {
        () if days_ > 0 => 1,
        () if weeks > 0 => 7,
        () if months > 0 => 30,
        () => 365,
    };
    let length = length(days_, weeks, months, years);
    let (away, half) = (|day: Date| if forward { day + length } else { day - length }, (grain / 2).days());
    Days::Known(away(first) - half, away(last) + half)
}

/// The days of a claim's period, if it has one.
pub fn of_claim(world: &World, claim: &Claim) -> Option<Days> {
    let published = world.source(&claim.source).and_then(|source| source.published);
    claim.period().map(|form| days(form, published))
}

/// How many days lie from the first to the last, both counted.
pub fn long(first: Date, last: Date) -> i32 {
    first.until(last).unwrap().get_days() + 1
}
