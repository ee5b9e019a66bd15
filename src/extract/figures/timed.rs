//! Lays times over figures: a year or a day in a date is no count.

use super::mention::{Kind, Mention, Value};
use crate::extract::time::{Moment, TimeKind, TimeMention};

/// One list of both, by place. A figure inside a time goes, unless it is a length of time or an age: those have hedges and
/// bounds, and stay; then a time that is only such a length goes.
pub fn merge(figures: Vec<Mention>, times: Vec<TimeMention>) -> Vec<Mention> {
    let mut merged = Vec::with_capacity(figures.len() + times.len());
    let mut figures = figures.into_iter().peekable();
    for time in times {
        while let Some(figure) = figures.next_if(|figure| figure.span.end <= time.span.start) {
            merged.push(figure);
        }
        let mut inside = Vec::new();
        while let Some(figure) = figures.next_if(|figure| figure.span.start < time.span.end) {
            inside.push(figure);
        }
        // What reaches beyond the time, has a unit or is a length of time is more than a part of a date.
        inside.retain(|figure| stays(figure, &time));
        if merged.last().or(inside.last()).is_some_and(|figure: &Mention| covers(figure, &time)) {
            merged.append(&mut inside);
            continue;
        }
        if inside.is_empty() || time.kind != TimeKind::Duration {
            merged.push(mention(time));
        }
        merged.append(&mut inside);
    }
    merged.extend(figures);
    merged.sort_by_key(|mention| (mention.span.start, mention.span.end));
    merged
}

/// Whether a figure reaches over a time and beyond it: one in twenty-one, 2 hours and 19 minutes.
fn covers(figure: &Mention, time: &TimeMention) -> bool {
    let longer = figure.span.len() > time.span.len() && figure.kind.is_quantity();
    longer && figure.span.start <= time.span.start && figure.span.end >= time.span.end
}

fn stays(figure: &Mention, time: &TimeMention) -> bool {
    let beyond = figure.span.start < time.span.start || figure.span.end > time.span.end;
    let measured = figure.unit.is_some() && figure.kind.is_quantity();
    (measured || (beyond && figure.kind.is_quantity())) && time.kind != TimeKind::Time
}

fn mention(time: TimeMention) -> Mention {
    let counted = time.value_low.or(time.value_high).is_some();
    let number = |end: Option<f64>| end.map(Value::Number);
    let end = |end: Option<Moment>| end.map(Value::Time);
    let (low, high) =
        if counted { (number(time.value_low), number(time.value_high)) } else { (end(time.low), end(time.high)) };
    let unit = if counted { time.unit } else { (time.kind != TimeKind::Time).then_some("date") };
    let kind = match time.kind {
        TimeKind::Date => Kind::Date,
        TimeKind::Year => Kind::Year,
        TimeKind::Duration if time.counted => Kind::Duration,
        TimeKind::Period | TimeKind::Duration => Kind::Period,
        TimeKind::Time => Kind::Time,
    };
    let unit = unit.map(str::to_owned);
    Mention {
        span: time.span,
        low,
        high,
        unit,
        approx: false,
        hedge: None,
        kind,
        counted: None,
        change: None,
        converts: None,
    }
}
