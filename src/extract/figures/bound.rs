//! Hedges and bounds around numbers: more than, about, up to, or so, or less.

use super::draft::Draft;
use super::number::Form;
use super::rule::{Bound, HedgeRule, Role};
use super::view::View;

/// Hedges of one number; more say nothing new.
const MOST: usize = 2;

/// Gives each draft the hedges before and after it.
pub fn hedge(view: &View<'_>, drafts: &mut [Draft]) {
    for place in 0..drafts.len() {
        let from = place.checked_sub(1).map_or(0, |last| drafts[last].tail);
        let until = drafts.get(place + 1).map_or(usize::MAX, |next| next.first);
        let draft = &mut drafts[place];
        if draft.form != Form::Ordinal || view.before(draft.first, Role::Determiner) {
            before(view, draft, from);
            after(view, draft, until);
        }
    }
}

fn before(view: &View<'_>, draft: &mut Draft, from: usize) {
    for _ in 0..MOST {
        let Some((lead, rule)) = one_before(view, draft.lead, from).or_else(|| {
            // "Under a $5 billion plan" bounds nothing.
            let article = view.before(draft.lead, Role::Article) && draft.lead > from && !draft.prefixed;
            one_before(view, draft.lead - usize::from(article), from).filter(|_| article)
        }) else {
            return;
        };
        let hedge = &view.rules.hedges[rule];
        // "Two miles more than 40": what two numbers differ by bounds neither. A line that begins so bounds its own.
        let opens = view.tokens.get(lead).is_some_and(|token| token.breaks);
        if hedge.bound != Bound::Same && from > 0 && lead == from && view.is_word(lead) && !opens {
            return;
        }
        draft.lead = lead;
        soften(draft, rule, hedge);
    }
}

fn one_before(view: &View<'_>, lead: usize, from: usize) -> Option<(usize, usize)> {
    let tokens = view.tokens.get(from..lead)?;
    let hyphen =
        usize::from(tokens.len() > 1 && view.before(lead, Role::Hyphen) && view.glued(lead - 1) && view.glued(lead));
    let (length, rule) = view.rules.hedges_before.longest(tokens.iter().rev(), |_, _| true).or_else(|| {
        let rest = tokens[..tokens.len() - hyphen].iter().rev();
        view.rules.hedges_before.longest(rest, |_, _| hyphen == 1).map(|(length, rule)| (length + 1, rule))
    })?;
    Some((lead - length, *rule))
}

fn after(view: &View<'_>, draft: &mut Draft, until: usize) {
    let found = after_at(view, draft, draft.end, until);
    let Some((end, rule)) = found.or_else(|| after_noun(view, draft, until)) else { return };
    if found.is_some() {
        draft.noun = end;
    }
    draft.tail = end;
    soften(draft, rule, &view.rules.hedges[rule]);
}

/// The hedge that begins at a token: its end and its rule.
fn after_at(view: &View<'_>, draft: &Draft, at: usize, until: usize) -> Option<(usize, usize)> {
    let rest = view.tokens.get(at..)?;
    let (length, rule) = view.rules.hedges_after.longest(rest.iter(), |length, _| {
        // A sign belongs to what it touches, and words before the next number belong to that; Max is a name.
        at + length < until && (view.is_word(draft.end) || view.glued(draft.end)) && !view.capital(at)
    })?;
    Some((at + length, *rule))
}

/// Words of what is counted before a hedge after it.
const MOST_BETWEEN: usize = 3;

/// 80 residents or so, 12 boats or more.
fn after_noun(view: &View<'_>, draft: &Draft, until: usize) -> Option<(usize, usize)> {
    let mut at = draft.end;
    while at < draft.end + MOST_BETWEEN && view.is_content(at) {
        at += 1;
    }
    let found = (at > draft.end && view.is(at, Role::Or)).then(|| after_at(view, draft, at, until))?;
    found.filter(|(end, _)| *end > at + 1)
}

/// Takes the hedge over into the draft.
pub fn soften(draft: &mut Draft, rule: usize, hedge: &HedgeRule) {
    draft.approx |= hedge.approx;
    if draft.bound == Bound::Same && (hedge.bound != Bound::Same || draft.hedge.is_none()) {
        draft.bound = hedge.bound;
        draft.hedge = Some(rule);
    }
}

/// Opens the ends that the hedges leave open.
pub fn open(drafts: &mut [Draft]) {
    for draft in drafts {
        match draft.bound {
            _ if draft.range => {}
            Bound::Low => draft.high = None,
            Bound::High if draft.form == Form::Vague && draft.high.is_none() => draft.high = draft.low.take(),
            Bound::High => draft.low = None,
            Bound::Same => {}
        }
    }
}
