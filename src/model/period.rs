//! Periods: as they are written, and the window of days that they come to.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::date::{DateError, PartialDate};
use super::event::Event;
use super::id::EventId;

/// A period as the graph's files write it. Dates and event ids are checked when it is resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PeriodForm {
    /// A year, month or day.
    In(String),
    /// From one date to another, both included.
    Between(String, String),
    /// A length of time that begins with an event.
    After {
        /// The event.
        event: String,
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
    },
    /// A length of time that ends with an event.
    Before {
        /// The event.
        event: String,
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
    },
    /// From an event or a date on.
    Since {
        /// The event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// The date, where there is no event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// The last day covered; open where left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_of: Option<String>,
    },
    /// Up to an event or a date.
    Until {
        /// The event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// The date, where there is no event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
    },
    /// A length of time whose place is not said.
    Lasting {
        /// Days, added to the other lengths.
        #[serde(default, skip_serializing_if = "is_zero")]
        days: u16,
        /// Weeks.
        #[serde(default, skip_serializing_if = "is_zero")]
        weeks: u16,
        /// Months.
        #[serde(default, skip_serializing_if = "is_zero")]
        months: u16,
        /// Years.
        #[serde(default, skip_serializing_if = "is_zero")]
        years: u16,
        /// An event after which it lies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    /// As the source speaks: the date of its publication.
    Now,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// The days that a period covers, as far as they are known. Ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Both ends are known.
    Known(Date, Date),
    /// It begins on that day; the text does not say when it ends.
    OpenEnd(Date),
    /// It ends on that day; the text does not say when it begins.
    OpenStart(Date),
    /// Only its length in days is known, and perhaps a day before which it cannot begin.
    Floating {
        /// Length in days.
        days: i32,
        /// It lies on or after this day.
        after: Option<Date>,
    },
    /// It hangs on something that has no date.
    Unknown,
}

/// A period that has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// As written.
    pub form: PeriodForm,
    /// The days that it comes to.
    pub window: Window,
    /// As a person reads it.
    pub text: String,
}

/// Why a period means nothing, and in which field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// A date that is none.
    #[error(transparent)]
    Date(#[from] DateError),
    /// An event that the graph does not have.
    #[error("no event has the id \"{0}\"")]
    UnknownEvent(String),
    /// No length, or no event and no date.
    #[error("the period has neither a length nor an end")]
    Empty,
    /// It ends before it begins, or lies outside the calendar.
    #[error("the period ends before it begins")]
    Reversed,
}

/// What periods are resolved against.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The graph's events.
    pub events: &'a BTreeMap<EventId, Event>,
    /// When the source was published, which is what "now" means.
    pub published: Option<PartialDate>,
}

#[derive(Clone, Copy)]
struct Length {
    days: u16,
    weeks: u16,
    months: u16,
    years: u16,
}

impl Length {
    fn span(self) -> Result<Span, PeriodError> {
        let span = i32::from(self.days).days().weeks(self.weeks).months(self.months).years(self.years);
        if span.is_zero() { Err(PeriodError::Empty) } else { Ok(span) }
    }

    /// The smallest of the units used: what the length is precise to, in days.
    fn grain(self) -> i32 {
        [(self.days, 1), (self.weeks, 7), (self.months, 30), (self.years, 365)]
            .into_iter()
            .find(|(count, _)| *count > 0)
            .map_or(1, |(_, days)| days)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.years, "year"), (self.months, "month"), (self.weeks, "week"), (self.days, "day")];
        let text: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
            .collect();
        f.write_str(&text.join(" "))
    }
}

impl Calendar<'_> {
    fn event(&self, id: &str) -> Result<&Event, PeriodError> {
        self.events.get(id).ok_or_else(|| PeriodError::UnknownEvent(id.to_owned()))
    }

    fn anchor(&self, event: Option<&str>, date: Option<&str>) -> Result<(Option<PartialDate>, String), PeriodError> {
        match (event, date) {
            (Some(id), _) => self.event(id).map(|event| (event.date, event.name.clone())),
            (None, Some(date)) => Ok((Some(date.parse()?), date.to_owned())),
            (None, None) => Err(PeriodError::Empty),
        }
    }

    fn now(&self) -> (Window, String) {
        match self.published {
            Some(date) => (Window::Known(date.first_day(), date.last_day()), format!("now ({date})")),
            None => (Window::Unknown, "now".to_owned()),
        }
    }
}

impl PeriodForm {
    /// The window and the words of the period.
    ///
    /// # Errors
    /// If a date is none, an event is unknown, or the period is empty or runs backwards.
    pub fn resolve(&self, calendar: &Calendar<'_>) -> Result<Period, PeriodError> {
        let (window, text) = self.window(calendar)?;
        match window {
            Window::Known(start, end) if start > end => Err(PeriodError::Reversed),
            _ => Ok(Period { form: self.clone(), window, text }),
        }
    }

    fn window(&self, calendar: &Calendar<'_>) -> Result<(Window, String), PeriodError> {
        Ok(match self {
            Self::In(date) => {
                let date: PartialDate = date.parse()?;
                (Window::Known(date.first_day(), date.last_day()), date.to_string())
            }
            Self::Between(from, to) => {
                let (from, to): (PartialDate, PartialDate) = (from.parse()?, to.parse()?);
                (Window::Known(from.first_day(), to.last_day()), format!("{from} to {to}"))
            }
            Self::After { event, days, weeks, months, years } => {
                let length = Length { days: *days, weeks: *weeks, months: *months, years: *years };
                stretch(calendar.event(event)?, length, Side::After)?
            }
            Self::Before { event, days, weeks, months, years } => {
                let length = Length { days: *days, weeks: *weeks, months: *months, years: *years };
                stretch(calendar.event(event)?, length, Side::Before)?
            }
            Self::Since { event, date, as_of } => {
                since(calendar.anchor(event.as_deref(), date.as_deref())?, as_of.as_deref())?
            }
            Self::Until { event, date } => {
                let (end, name) = calendar.anchor(event.as_deref(), date.as_deref())?;
                (end.map_or(Window::Unknown, |end| Window::OpenStart(end.last_day())), format!("until {name}"))
            }
            Self::Lasting { days, weeks, months, years, after } => {
                let length = Length { days: *days, weeks: *weeks, months: *months, years: *years };
                floating(length, after.as_deref().map(|id| calendar.event(id)).transpose()?)?
            }
            Self::Now => calendar.now(),
        })
    }

    /// The days on which an event lies that is dated by this form: "eight months after" is a point, not a stretch, and
    /// as precise as half of its smallest unit.
    ///
    /// # Errors
    /// As [`PeriodForm::resolve`].
    pub fn resolve_date(&self, calendar: &Calendar<'_>) -> Result<Period, PeriodError> {
        let (event, length, side) = match self {
            Self::After { event, days, weeks, months, years } => {
                (event, Length { days: *days, weeks: *weeks, months: *months, years: *years }, Side::After)
            }
            Self::Before { event, days, weeks, months, years } => {
                (event, Length { days: *days, weeks: *weeks, months: *months, years: *years }, Side::Before)
            }
            _ => return self.resolve(calendar),
        };
        let event = calendar.event(event)?;
        let window = point(event, length, side)?;
        Ok(Period { form: self.clone(), window, text: format!("{length} {} {}", side.word(), event.name) })
    }

    /// Whether the form itself says that the date is approximate.
    pub fn is_approximate(&self) -> bool {
        matches!(self, Self::After { .. } | Self::Before { .. })
    }
}

#[derive(Clone, Copy)]
enum Side {
    After,
    Before,
}

impl Side {
    fn word(self) -> &'static str {
        match self {
            Side::After => "after",
            Side::Before => "before",
        }
    }
}

fn stretch(event: &Event, length: Length, side: Side) -> Result<(Window, String), PeriodError> {
    let span = length.span()?;
    let one_day = 1.day();
    let reach = |start: Date| start.checked_add(span).and_then(|day| day.checked_sub(one_day));
    let back = |end: Date| end.checked_sub(span).and_then(|day| day.checked_add(one_day));
    let window = match (side, event.first_day(), event.last_day()) {
        (Side::After, Some(start), _) => Window::Known(start, reach(start).map_err(|_| PeriodError::Reversed)?),
        (Side::Before, _, Some(end)) => Window::Known(back(end).map_err(|_| PeriodError::Reversed)?, end),
        _ => Window::Unknown,
    };
    Ok((window, format!("{length} {} {}", side.word(), event.name)))
}

fn point(event: &Event, length: Length, side: Side) -> Result<Window, PeriodError> {
    let Some(day) = event.first_day() else { return Ok(Window::Unknown) };
    let span = length.span()?;
    let half = (length.grain() / 2).days();
    let day = match side {
        Side::After => day.checked_add(span),
        Side::Before => day.checked_sub(span),
    };
    let around = day.and_then(|day| Ok((day.checked_sub(half)?, day.checked_add(half)?)));
    around.map(|(first, last)| Window::Known(first, last)).map_err(|_| PeriodError::Reversed)
}

fn since(anchor: (Option<PartialDate>, String), as_of: Option<&str>) -> Result<(Window, String), PeriodError> {
    let (start, name) = anchor;
    let end = as_of.map(str::parse::<PartialDate>).transpose()?;
    let text = end.map_or(format!("since {name}"), |end| format!("since {name}, to {end}"));
    let window = match (start.map(PartialDate::first_day), end.map(PartialDate::last_day)) {
        (Some(start), Some(end)) => Window::Known(start, end),
        (Some(start), None) => Window::OpenEnd(start),
        (None, Some(end)) => Window::OpenStart(end),
        (None, None) => Window::Unknown,
    };
    Ok((window, text))
}

fn floating(length: Length, after: Option<&Event>) -> Result<(Window, String), PeriodError> {
    let origin = Date::constant(2001, 1, 1);
    let end = origin.checked_add(length.span()?).map_err(|_| PeriodError::Reversed)?;
    let days = origin.until(end).map_or(0, |span| span.get_days());
    let text = after.map_or(format!("{length}"), |event| format!("{length}, after {}", event.name));
    Ok((Window::Floating { days, after: after.and_then(Event::first_day) }, text))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events() -> BTreeMap<EventId, Event> {
        let event = |id: &str, date: Option<&str>| Event {
            id: id.into(),
            name: format!("the {id}"),
            date: date.map(|date| date.parse().unwrap()),
            until: None,
            note: None,
        };
        [event("order", Some("2022-09-21")), event("war", Some("2022-02-24")), event("rumour", None)]
            .map(|event| (event.id.clone(), event))
            .into()
    }

    fn resolve(text: &str) -> Result<Period, PeriodError> {
        let form: PeriodForm = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)
            .unwrap();
        form.resolve(&Calendar { events: &events(), published: None })
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn forms_come_to_windows() {
        let rows = [
            (r#"In("2022-10")"#, Window::Known(day("2022-10-01"), day("2022-10-31"))),
            (r#"After(event: "order", weeks: 2)"#, Window::Known(day("2022-09-21"), day("2022-10-04"))),
            (r#"Before(event: "order", days: 3)"#, Window::Known(day("2022-09-19"), day("2022-09-21"))),
            (r#"Since(event: "order")"#, Window::OpenEnd(day("2022-09-21"))),
            (r#"Since(event: "order", as_of: "2022-10-27")"#, Window::Known(day("2022-09-21"), day("2022-10-27"))),
            (r#"Lasting(weeks: 1, after: "order")"#, Window::Floating { days: 7, after: Some(day("2022-09-21")) }),
            (r#"After(event: "rumour", weeks: 2)"#, Window::Unknown),
            (r#"Now"#, Window::Unknown),
        ];
        for (text, window) in rows {
            assert_eq!(resolve(text).unwrap().window, window, "{text}");
        }
    }

    #[test]
    fn what_means_nothing_is_refused() {
        assert_eq!(resolve(r#"Between("2022-10-04", "2022-09-21")"#), Err(PeriodError::Reversed));
        assert_eq!(resolve(r#"After(event: "order")"#), Err(PeriodError::Empty));
        assert!(matches!(resolve(r#"In("2022-02-30")"#), Err(PeriodError::Date(_))));
        assert!(matches!(resolve(r#"Since(event: "odrer")"#), Err(PeriodError::UnknownEvent(_))));
    }

    #[test]
    fn a_date_counted_in_months_is_precise_to_half_a_month() {
        let form = PeriodForm::After { event: "war".into(), days: 0, weeks: 0, months: 8, years: 0 };
        let window = form.resolve_date(&Calendar { events: &events(), published: None }).unwrap().window;
        assert_eq!(window, Window::Known(day("2022-10-09"), day("2022-11-08")));
    }
}
