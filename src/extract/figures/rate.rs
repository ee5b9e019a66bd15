//! What a number is per: 50 miles a day, $5 per person, 6.3 per 100,000 people, 120 a day, 1,200 loaves a day.

use super::draft::{Draft, unit_at};
use super::rule::{Role, Sort};
use super::view::View;

/// Words of what is counted between a number and what it is per.
const MOST_BETWEEN: usize = 4;

/// Finds what the number is per; `next` is the first token of the number after it.
pub fn rate(view: &View<'_>, draft: &mut Draft, next: usize) {
    let sort = draft.sort();
    if matches!(sort, Some(Sort::Clock | Sort::Time | Sort::Ratio)) {
        return;
    }
    if draft.unit.as_ref().is_some_and(|unit| unit.per.is_some()) {
        return;
    }
    let at = view.after_hyphen(draft.end);
    if let Some((end, what)) = per(view, at, sort) {
        return set(draft, end, what);
    }
    if sort.is_none_or(|sort| sort == Sort::Measure) {
        counted_rate(view, draft, next);
    }
}

/// What stands after "per", "a" or a slash, and its end.
fn per(view: &View<'_>, at: usize, sort: Option<Sort>) -> Option<(usize, String)> {
    if !view.is(at, Role::Per) {
        return None;
    }
    let said = !view.is(at, Role::Article);
    let after = if said { at + 1 } else { view.after_hyphen(at + 1) };
    let priced = sort == Some(Sort::Money);
    let unit = unit_at(view, after, None)
        .filter(|(_, unit)| unit.sort == Sort::Time || said && sort.is_some() || priced && unit.sort == Sort::Measure);
    if let Some((end, unit)) = unit {
        // "A year on" is later, "a month on average" is not.
        let on = view.is(end, Role::LaterAlone) && !view.is_content(end + 1);
        return (!view.is(end, Role::Earlier) && !on).then(|| (end, unit.name.clone()));
    }
    let word = said && view.is_word(at);
    if said && view.numeral(after).is_some_and(|numeral| numeral.value >= 100.0) && (sort.is_some() || word) {
        return Some((after + 1, view.letters(after).to_owned()));
    }
    let thing = priced && !said && !view.is_plural(after) && !view.is_content(after + 1) && !view.is(after, Role::Verb);
    let named = priced && view.glued(after) || thing || word && sort.is_some();
    (view.is_content(after) && named).then(|| (after + 1, view.letters(after).to_lowercase()))
}

fn set(draft: &mut Draft, end: usize, what: String) {
    match draft.unit.as_mut() {
        Some(unit) => unit.per = Some(what),
        None => draft.per = Some(what),
    }
    draft.end = end;
}

/// 1,200 loaves a day, 180 litres of water a day: the span stays that of the number and its unit.
fn counted_rate(view: &View<'_>, draft: &mut Draft, next: usize) {
    let mut at = draft.end + usize::from(draft.unit.is_some() && view.is(draft.end, Role::Of));
    let from = at;
    while at < next && at < from + MOST_BETWEEN && view.is_content(at) {
        at += 1;
    }
    if at == from || at >= next || !view.is_word(at) {
        return;
    }
    let time = per(view, at, None);
    if let Some((_, what)) = time {
        draft.per = Some(what);
    }
}

/// Units below the line that are written with powers: ml kg −1 min −1.
pub fn powers(view: &View<'_>, draft: &mut Draft) {
    let mut below: Vec<&str> = Vec::new();
    while let Some((at, unit)) = unit_at(view, draft.end, None) {
        let power = view.is(at, Role::Minus)
            && view.glued(at + 1)
            && view.numeral(at + 1).is_some_and(|power| power.value < 4.0);
        if !power || unit.sort == Sort::Clock {
            break;
        }
        below.push(&unit.name);
        draft.end = at + 2;
    }
    if let Some(unit) = draft.unit.as_mut().filter(|_| !below.is_empty()) {
        unit.per = Some(below.join(" "));
    }
}
