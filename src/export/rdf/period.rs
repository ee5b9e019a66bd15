//! Periods: their words, and the days that they cover as far as they are known.

use jiff::civil::Date;

use super::block::{Block, Object};
use super::linked::Linked;
use crate::graph::Node;
use crate::model::{Claim, Period, Window};

/// A period of a claim as a thing of its own.
pub(super) fn period(linked: &Linked<'_>, claim: &Claim, period: &Period) -> Block {
    let (start, end) = period.window.ends();
    let event = period.form.event().and_then(|id| linked.link(&Node::Event(id.into())));
    let block = Block::new(linked.name("claim", &[claim.id.as_str(), "period"]), &["dcterms:PeriodOfTime"])
        .add("rdfs:label", [&period.text])
        .add("schema:startDate", start.map(day))
        .add("schema:endDate", end.map(day))
        .add("gainsay:event", event);
    let Window::Floating { days, after } = period.window else { return block };
    block.add("gainsay:lasts", [Object::Length(format!("P{days}D"))]).add("gainsay:notBefore", after.map(day))
}

/// The days in ISO 8601, as schema.org has it: `start/end`, with `..` for an open end.
pub(in crate::export) fn coverage(period: &Period) -> Option<String> {
    let (start, end) = period.window.ends();
    let text = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    (start.is_some() || end.is_some()).then(|| format!("{}/{}", text(start), text(end)))
}

fn day(day: Date) -> Object {
    Object::Date(day.to_string())
}
