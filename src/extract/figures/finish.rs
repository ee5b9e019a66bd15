//! Makes mentions of drafts: places in bytes, values, the words for what is counted.

use jiff::civil::Date;

use super::convert::converts;
use super::counted::counted;
use super::draft::Draft;
use super::mention::{Change, Kind, Mention, Value};
use super::number::Form;
use super::rule::{Role, Sort};
use super::view::View;
use crate::extract::time::Moment;

/// The mention of a draft between the draft before it and the one after it.
pub fn mention(view: &View<'_>, last: Option<&Draft>, draft: &Draft, next: Option<&Draft>) -> Mention {
    let kind = draft.kind.unwrap_or(Kind::Count);
    let span = draft.span(view);
    let converts = last.filter(|last| converts(view, last, draft)).map(|last| last.span(view));
    let (low, high) = ends(draft, kind);
    let until = next.filter(|next| next.form != Form::Ordinal).map_or(usize::MAX, |next| next.lead);
    let noun = draft.noun.max(draft.end);
    // "3,900 the year before": only a part is of what a determiner follows.
    let apart = kind == Kind::Count && view.is(noun, Role::Determiner);
    let part = kind == Kind::Share && (draft.unit.is_none() || view.is(noun, Role::Of));
    let counts = (part || matches!(kind, Kind::Count | Kind::Ratio)) && !apart;
    let counted = counts.then(|| counted(view, noun, until)).flatten();
    let unit = if matches!(kind, Kind::Date | Kind::Year | Kind::Period) {
        Some("date".to_owned())
    } else {
        unit(view, draft)
    };
    let hedge = draft.hedge.and_then(|rule| view.rules.hedges.get(rule)).map(|rule| rule.hedge);
    let change = change(view, draft).filter(|_| kind.is_quantity());
    Mention { span, low, high, unit, approx: draft.approx, hedge, kind, counted, change, converts }
}

fn ends(draft: &Draft, kind: Kind) -> (Option<Value>, Option<Value>) {
    let number = |end: Option<f64>| end.map(Value::Number);
    match kind {
        Kind::Year | Kind::Period => {
            let day = |end: Option<f64>, (month, day)| {
                Some(Value::Time(Moment::Day(Date::new(year(end?)?, month, day).ok()?)))
            };
            (day(draft.low, (1, 1)), day(draft.high, (12, 31)))
        }
        Kind::Date | Kind::Time => (None, None),
        _ => (number(draft.low), number(draft.high)),
    }
}

/// A number as a year of four digits.
fn year(number: f64) -> Option<i16> {
    #[expect(clippy::cast_possible_truncation, reason = "it has four digits")]
    (1000.0..10_000.0).contains(&number).then_some(number as i16)
}

fn unit(view: &View<'_>, draft: &Draft) -> Option<String> {
    if draft.form == Form::Times && draft.unit.is_none() {
        return view.rules.units.iter().find(|unit| unit.of_multiples).map(|unit| unit.name.clone());
    }
    let unit = draft.unit.as_ref().filter(|unit| unit.sort != Sort::Clock);
    let per = unit.and_then(|unit| unit.per.as_ref()).or(draft.per.as_ref()).map(|per| format!("per {per}"));
    let parts: Vec<&str> = unit.map(|unit| unit.name.as_str()).into_iter().chain(per.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// How far before a number the word for its change may stand.
const CHANGE_BEFORE: usize = 8;

/// Whether it is a change or what something changed from or to, where a word for a change stands before it.
fn change(view: &View<'_>, draft: &Draft) -> Option<Change> {
    let lead = draft.lead;
    let from = lead.saturating_sub(CHANGE_BEFORE);
    let place = (from..lead).rev().find(|at| view.is(*at, Role::Change))?;
    if (place..lead).any(|at| view.is(at, Role::Period)) {
        return None;
    }
    let opened = view.before(lead, Role::From) || view.is(draft.first, Role::From);
    match lead - place {
        _ if opened && draft.range => Some(Change::FromTo),
        _ if opened => Some(Change::From),
        _ if view.before(lead, Role::To) => Some(Change::To),
        1 => Some(Change::By),
        2 if view.before(lead, Role::By) => Some(Change::By),
        _ => None,
    }
}
