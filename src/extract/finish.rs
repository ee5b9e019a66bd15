//! Makes mentions of drafts: places in bytes, values, the words for what is counted.

use super::draft::{Draft, Measure};
use super::mention::{Change, Kind, Mention, Value};
use super::number::Form;
use super::rules::{Role, Sort};
use super::view::View;

/// Words of what is counted; more than these are a sentence.
const MOST_COUNTED: usize = 4;

/// The mention of a draft; `next` is the draft after it.
pub fn mention(view: &View<'_>, draft: &Draft, next: Option<&Draft>) -> Mention {
    let kind = draft.kind.unwrap_or(Kind::Count);
    let first = if draft.range { draft.first } else { draft.first.max(draft.lead) };
    let span = view.tokens[first].start..view.tokens[draft.end - 1].end;
    let (low, high) = ends(draft, kind);
    let until = next.map_or(usize::MAX, |next| next.lead);
    let counted = matches!(kind, Kind::Count | Kind::Share | Kind::Ratio)
        .then(|| counted(view, draft.tail.max(draft.end), until))
        .flatten();
    let unit =
        if matches!(kind, Kind::Date | Kind::Year | Kind::Period) { Some("date".to_owned()) } else { unit(draft) };
    let hedge = draft.hedge.and_then(|rule| view.rules.hedges.get(rule)).map(|rule| rule.id.as_str());
    let change = change(view, draft).filter(|_| kind.is_quantity());
    Mention { span, low, high, unit, approx: draft.approx, hedge, kind, counted, change }
}

fn ends(draft: &Draft, kind: Kind) -> (Option<Value>, Option<Value>) {
    let number = |end: Option<f64>| end.map(Value::Number);
    match kind {
        Kind::Year | Kind::Period => {
            let day = |end: Option<f64>, day: &str| {
                end.filter(|year| *year >= 1000.0).map(|year| Value::Day(format!("{year:04}-{day}")))
            };
            (day(draft.low, "01-01"), day(draft.high, "12-31"))
        }
        Kind::Date | Kind::Time => (None, None),
        _ => (number(draft.low), number(draft.high)),
    }
}

fn unit(draft: &Draft) -> Option<String> {
    if draft.form == Form::Times && draft.unit.is_none() {
        return Some("times".to_owned());
    }
    draft.unit.as_ref().filter(|unit| unit.sort != Sort::Clock).map(|Measure { name, per, .. }| match per {
        Some(per) => format!("{name} per {per}"),
        None => name.clone(),
    })
}

/// The noun phrase after a number, as far as words show it.
fn counted(view: &View<'_>, from: usize, until: usize) -> Option<String> {
    let mut from = from;
    while from < until && (view.is(from, Role::Of) || view.is(from, Role::Determiner)) && view.is_word(from) {
        from += 1;
    }
    let mut end = from;
    while end < until
        && end < from + MOST_COUNTED
        && (view.is_content(end) || view.is(end, Role::Hyphen) && view.glued(end) && view.is_content(end + 1))
    {
        end += 1;
    }
    (end > from).then(|| view.text[view.tokens[from].start..view.tokens[end - 1].end].to_owned())
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
