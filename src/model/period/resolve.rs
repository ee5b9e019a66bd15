//! From a period as written to the days that it covers.

use jiff::ToSpan;
use jiff::civil::Date;

use super::length::Length;
use super::{Calendar, Period, PeriodError, PeriodForm, Window};
use crate::model::date::PartialDate;
use crate::model::event::Event;

impl Calendar<'_> {
    fn event(&self, id: &str) -> Result<&Event, PeriodError> {
        self.events.get(id).ok_or_else(|| PeriodError::UnknownEvent(id.to_owned()))
    }

    fn anchor(&self, event: Option<&str>, date: Option<&str>) -> Result<(Option<PartialDate>, String), PeriodError> {
        match (event, date) {
            (Some(_), Some(_)) => Err(PeriodError::TwoAnchors),
            (Some(id), None) => self.event(id).map(|event| (event.date, event.name.clone())),
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
    /// If a date is none, an event is unknown, or the period is empty, runs backwards or leaves the calendar.
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
            Self::After { event, .. } => stretch(calendar.event(event)?, self.own_length()?, Side::After)?,
            Self::Before { event, .. } => stretch(calendar.event(event)?, self.own_length()?, Side::Before)?,
            Self::Since { event, date, as_of } => {
                since(calendar.anchor(event.as_deref(), date.as_deref())?, as_of.as_deref())?
            }
            Self::Until { event, date } => {
                let (end, name) = calendar.anchor(event.as_deref(), date.as_deref())?;
                (end.map_or(Window::Unknown, |end| Window::OpenStart(end.last_day())), format!("until {name}"))
            }
            Self::Lasting { after, .. } => {
                floating(self.own_length()?, after.as_deref().map(|id| calendar.event(id)).transpose()?)?
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
        let (event, side) = match self {
            Self::After { event, .. } => (calendar.event(event)?, Side::After),
            Self::Before { event, .. } => (calendar.event(event)?, Side::Before),
            _ => return self.resolve(calendar),
        };
        let length = self.own_length()?;
        let window = point(event, length, side)?;
        Ok(Period { form: self.clone(), window, text: format!("{length} {} {}", side.word(), event.name) })
    }

    fn own_length(&self) -> Result<Length, PeriodError> {
        self.length().ok_or(PeriodError::Empty)
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

/// The days of a length that begins or ends with an event. Where the event is dated by a month or a year, nobody knows on which of
/// its days the length begins: then it is only known to lie after the first day on which it can.
fn stretch(event: &Event, length: Length, side: Side) -> Result<(Window, String), PeriodError> {
    let span = length.span()?;
    let text = format!("{length} {} {}", side.word(), event.name);
    let anchor = match side {
        Side::After => event.date,
        Side::Before => event.until.or(event.date),
    };
    let Some(anchor) = anchor else { return Ok((Window::Unknown, text)) };
    let one_day = 1.day();
    let reach = |start: Date| start.checked_add(span).and_then(|day| day.checked_sub(one_day));
    let back = |end: Date| end.checked_sub(span).and_then(|day| day.checked_add(one_day));
    let day = anchor.first_day();
    let window = match side {
        Side::After => reach(day).map(|end| Window::Known(day, end)),
        Side::Before => back(day).map(|start| Window::Known(start, day)),
    };
    Ok((loose(window.map_err(|_| PeriodError::BeyondCalendar)?, anchor, length)?, text))
}

/// The window that was reckoned from the first day of an anchor, as far as the anchor is precise.
fn loose(window: Window, anchor: PartialDate, length: Length) -> Result<Window, PeriodError> {
    match window.ends().0 {
        after if anchor.first_day() != anchor.last_day() => Ok(Window::Floating { days: length.days()?, after }),
        _ => Ok(window),
    }
}

/// The days on which something lies that is dated by its distance to an event: as far from the first to the last day on which
/// that may have begun, and half of the smallest unit of the distance to both sides.
fn point(event: &Event, length: Length, side: Side) -> Result<Window, PeriodError> {
    let span = length.span()?;
    let Some(anchor) = event.date else { return Ok(Window::Unknown) };
    let half = (length.grain() / 2).days();
    let away = |day: Date| match side {
        Side::After => day.checked_add(span),
        Side::Before => day.checked_sub(span),
    };
    let first = away(anchor.first_day()).and_then(|day| day.checked_sub(half));
    let last = away(anchor.last_day()).and_then(|day| day.checked_add(half));
    first.and_then(|first| Ok(Window::Known(first, last?))).map_err(|_| PeriodError::BeyondCalendar)
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
    let text = after.map_or(format!("{length}"), |event| format!("{length}, after {}", event.name));
    Ok((Window::Floating { days: length.days()?, after: after.and_then(Event::first_day) }, text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::EventId;

    fn events() -> BTreeMap<EventId, Event> {
        let event = |id: &str, date: Option<&str>| Event {
            id: id.into(),
            name: format!("the {id}"),
            date: date.map(|date| date.parse().unwrap()),
            until: None,
            note: None,
        };
        let lasting = Event { until: Some("2022-05".parse().unwrap()), ..event("talks", Some("2022-03")) };
        let dated = [event("order", Some("2022-09-21")), event("war", Some("2022-02-24")), event("rumour", None)];
        (dated.into_iter().chain([event("storm", Some("2022-09")), event("siege", Some("2022")), lasting]))
            .map(|event| (event.id.clone(), event))
            .collect()
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
    fn lengths_beyond_the_calendar_are_errors() {
        for form in
            ["After(event: \"order\", years: 65535)", "Lasting(years: 19999)", "Before(event: \"order\", years: 65535)"]
        {
            assert_eq!(resolve(form), Err(PeriodError::BeyondCalendar), "{form}");
        }
        assert_eq!(resolve("After(event: \"rumour\", years: 19999)"), Err(PeriodError::BeyondCalendar));
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
            (r#"After(event: "storm", weeks: 2)"#, Window::Floating { days: 14, after: Some(day("2022-09-01")) }),
            (r#"Before(event: "storm", days: 3)"#, Window::Floating { days: 3, after: Some(day("2022-08-30")) }),
            (r#"Before(event: "talks", weeks: 1)"#, Window::Floating { days: 7, after: Some(day("2022-04-25")) }),
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
        assert_eq!(dated("war", 8, true), Window::Known(day("2022-10-09"), day("2022-11-08")));
    }

    #[test]
    fn a_date_is_no_more_precise_than_the_event_from_which_it_is_counted() {
        assert_eq!(dated("siege", 8, true), Window::Known(day("2022-08-17"), day("2023-09-15")));
        assert_eq!(dated("storm", 1, false), Window::Known(day("2022-07-17"), day("2022-09-14")));
        assert_eq!(dated("talks", 1, true), Window::Known(day("2022-03-17"), day("2022-05-15")));
        assert_eq!(dated("rumour", 1, true), Window::Unknown);
    }

    fn dated(event: &str, months: u16, after: bool) -> Window {
        let (event, days, weeks, years) = (event.into(), 0, 0, 0);
        let form = match after {
            true => PeriodForm::After { event, days, weeks, months, years },
            false => PeriodForm::Before { event, days, weeks, months, years },
        };
        form.resolve_date(&Calendar { events: &events(), published: None }).unwrap().window
    }
}
