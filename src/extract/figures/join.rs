//! Joins numbers that say one thing: ranges, two bounds, feet and inches, dollars and cents, one in five.

use super::draft::Draft;
use super::mention::Kind;
use super::number::Form;
use super::rule::{Bound, Role, Sort};
use super::view::View;

/// Goes once through the drafts and joins each with the one after it where a rule says so.
pub fn join(view: &View<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let rules = [chain, coins, inches, ratio, one_thing, either, spread, range, bounds];
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        if let Some(last) = joined.last_mut() {
            if let Some(both) = rules.iter().find_map(|rule| rule(view, last, &draft)) {
                *last = both;
                continue;
            }
            share_unit(view, last, &mut draft);
        }
        joined.push(draft);
    }
    joined
}

/// The number of tokens between two drafts.
fn gap(a: &Draft, b: &Draft) -> usize {
    b.first.saturating_sub(a.end)
}

fn both(a: &Draft, b: &Draft, low: Option<f64>, high: Option<f64>) -> Draft {
    Draft { end: b.end, tail: b.tail, noun: b.noun, low, high, approx: a.approx || b.approx, ..a.clone() }
}

/// Telephone numbers and the like: digits, dash, digits, dash, digits.
fn chain(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let again =
        view.is(b.end, Role::Dash) && view.glued(b.end) && view.glued(b.end + 1) && view.numeral(b.end + 1).is_some();
    let dashed = gap(a, b) == 1 && view.is(a.end, Role::Dash) && view.glued(a.end) && view.glued(b.first);
    let known = a.kind == Some(Kind::Name) && a.range;
    let slashed = known && gap(a, b) == 1 && view.is(a.end, Role::Slash) && view.glued(a.end);
    let chained = (dashed && (again || known) && b.plain() && b.bare && (a.bare || known)) || slashed;
    chained.then(|| Draft { kind: Some(Kind::Name), range: true, bare: false, ..both(a, b, a.low, a.high) })
}

/// Fourteen dollars and sixty-five cents; 12 dollars 40.
fn coins(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let and = gap(a, b) == 1 && view.is(a.end, Role::And);
    let close = gap(a, b) == 0 || and;
    let (whole, coins) = (a.value()?, b.value()?);
    let spelled = a.sort() == Some(Sort::Money)
        && (!a.prefixed || and)
        && a.scale <= 1.0 + 99.0
        && coins > 0.0
        && coins < 100.0
        && coins.fract() == 0.0;
    let ends = b.plain() && !view.is_content(b.end) && !(view.glued(b.end) && view.is_word(b.end));
    let fits = (b.sort() == Some(Sort::Coin) && !a.prefixed) || ends;
    let value = Some(crate::quantity::tidy(whole + coins / 100.0));
    (close && spelled && fits && whole.fract() == 0.0).then(|| both(a, b, value, value))
}

/// 5 ft 2 in; 5 feet and 2 inches; an hour and a half are one length.
fn inches(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let close = gap(a, b) == 0 || (gap(a, b) == 1 && (view.is(a.end, Role::And) || view.is(a.end, Role::Hyphen)));
    let (whole, rest) = (a.value()?, b.value()?);
    let unit = a.unit.as_ref().filter(|unit| matches!(unit.sort, Sort::Measure | Sort::Time) && unit.per.is_none())?;
    let small = b.unit.as_ref()?;
    let (outer, inner) = (crate::quantity::unit(&unit.name).ok()?, crate::quantity::unit(&small.name).ok()?);
    let part = rest * inner.factor / outer.factor;
    let nested = outer.dimension == inner.dimension && inner.offset == 0.0 && inner.factor < outer.factor && part < 1.0;
    let value = Some(crate::quantity::tidy(whole + part));
    (close && nested && !a.range && whole.fract() == 0.0).then(|| both(a, b, value, value))
}

/// "In 1991 to 18 percent": a year that words lead as one begins no range of something else.
fn led_as_year(view: &View<'_>, draft: &Draft) -> bool {
    let four = view.numeral(draft.end - 1).is_some_and(|numeral| numeral.plain && numeral.digits == 4);
    four && draft.unit.is_none() && view.before(draft.lead, Role::YearBefore)
}

/// One in five, 6 out of 8, one over three.
fn ratio(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let plain = a.plain() && b.unit.is_none() && matches!(b.form, Form::Plain | Form::Vague) && !b.range;
    let (above, below) = (a.value()?, b.low?);
    let out = gap(a, b) == 2 && view.is(a.end, Role::Out) && view.is(a.end + 1, Role::Of);
    let over = gap(a, b) == 1 && view.is(a.end, Role::Over);
    let words = view.is_word(a.first) && view.is_word(b.first) && below <= MOST_IN_WORDS && view.opens_sentence(a.lead);
    let based = is_base(below) && (a.lead == a.first || view.is_word(a.first) && view.is_word(b.first));
    let few = above == 1.0 || (based || words) && above.fract() == 0.0 && b.scale == 1.0;
    let in_few = gap(a, b) == 1 && view.is(a.end, Role::In) && !view.is(a.end, Role::Of) && few;
    let every = view.is(a.end + 1, Role::Per) && !view.is(a.end + 1, Role::Article);
    let in_every = gap(a, b) == 2 && view.is(a.end, Role::In) && every && !view.is(a.end, Role::Of);
    let fits = plain && (out || in_few || in_every || over) && below > above;
    let value = Some(crate::quantity::tidy(above / below));
    fits.then(|| Draft { kind: Some(Kind::Ratio), ..both(a, b, value, value) })
}

/// Shares in so many are told in words where they open a sentence: five in eight.
const MOST_IN_WORDS: f64 = 20.0;

/// Nouns between one and its whole, at most.
const MOST_NOUNS: usize = 3;

/// One paper in twenty, one registered well in four: the noun stands between.
fn one_thing(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let below = b.value().filter(|below| *below > 1.0 && below.fract() == 0.0)?;
    let nouns = gap(a, b).checked_sub(1).filter(|nouns| (1..=MOST_NOUNS).contains(nouns))?;
    let each = usize::from(nouns > 1 && view.before(b.first, Role::Per));
    let inside = view.before(b.first - each, Role::In) && !view.before(b.first - each, Role::Of);
    let noun = (a.end..b.first - 1 - each).all(|at| view.is_content(at) && !view.is_plural(at) && !view.capital(at));
    let plain = a.plain() && b.plain() && a.value() == Some(1.0) && b.scale == 1.0 && !view.is_content(b.end);
    let value = Some(crate::quantity::tidy(1.0 / below));
    (plain && inside && noun).then(|| Draft { kind: Some(Kind::Ratio), ..both(a, b, value, value) })
}

/// Five or six years: one after the other, in words or figures, of one thing.
fn either(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let (low, high) = (a.value()?, b.value()?);
    let joined = gap(a, b) == 1 && view.is(a.end, Role::Or) && a.plain() && b.lead == b.first;
    let next = high == low + 1.0 && low >= 1.0 && a.scale == 1.0 && b.scale == 1.0 && b.form == Form::Plain;
    let counted = b.unit.is_some() || view.is_content(b.end);
    (joined && next && counted && !b.range && !b.prefixed).then(|| Draft {
        unit: b.unit.clone(),
        range: true,
        bare: false,
        ..both(a, b, Some(low), Some(high))
    })
}

/// Whether shares are told in so many: two in five, nine in ten, 30 in 1,000; not 6 in seven.
fn is_base(below: f64) -> bool {
    below <= 5.0 || [10.0, 100.0, 1000.0].contains(&below)
}

/// 6.5 ± 1.5: from 5 to 8.
fn spread(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let (middle, width) = (a.value()?, b.value()?);
    let signed = gap(a, b) == 1 && view.is(a.end, Role::Spread);
    let same = a.unit.is_none() || a.unit == b.unit;
    let ends = |sign: f64| Some(crate::quantity::tidy(middle + sign * width));
    (signed && same && width >= 0.0).then(|| Draft {
        unit: b.unit.clone(),
        range: true,
        bare: false,
        ..both(a, b, ends(-1.0), ends(1.0))
    })
}

/// 5 to 10, 2–4 percent, between 5% and 6%, from $10 to $15 billion.
fn range(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let opened = |role| view.before(a.lead, role);
    // "12 - Two people died": a dash between spaces joins what is written alike.
    let digits = |draft: &Draft| (draft.first..draft.end).any(|at| view.numeral(at).is_some());
    let alike = view.glued(a.end) || digits(a) == digits(b);
    let dash =
        view.is(a.end, Role::Dash) && b.bound == Bound::Same && view.glued(a.end) == view.glued(b.first) && alike;
    let to = view.is(a.end, Role::To) || view.is(a.end, Role::Through);
    let between = opened(Role::Between) && (view.is(a.end, Role::And) || to);
    let from = opened(Role::From) && to;
    let close = gap(a, b) == 1 && b.lead >= a.end && !a.range && !b.range && b.lead == b.first;
    if led_as_year(view, a) && b.unit.is_some() {
        return None;
    }
    let sure = from || between || dash;
    if !close || !(sure || to) || a.tail != a.end {
        return None;
    }
    // 97 to 3 is a vote.
    let vote = !sure && a.value() > b.value() && a.unit.is_none() && b.unit.is_none();
    compose(a, b, sure, dash).filter(|_| !vote)
}

fn compose(a: &Draft, b: &Draft, sure: bool, dash: bool) -> Option<Draft> {
    let (mut low, high) = (a.value()?, b.value()?);
    let name = |draft: &Draft| draft.unit.as_ref().map(|unit| unit.name.clone());
    let same = match (name(a), name(b)) {
        (Some(x), Some(y)) => x == y,
        (Some(_), None) => a.prefixed && sure,
        (None, Some(_)) => !b.prefixed || sure,
        (None, None) => true,
    };
    if !same || a.form == Form::Ordinal && b.form == Form::Plain {
        return None;
    }
    if a.scale == 1.0 && b.scale > 100.0 && low < 1000.0 && low * b.scale <= high.abs() {
        low *= b.scale;
    }
    let score = dash && low >= high && a.unit.is_none() && b.unit.is_none();
    let unit = b.unit.clone().or_else(|| a.unit.clone());
    let kind = score.then_some(Kind::Name);
    let joined = both(a, b, Some(low.min(high)), Some(low.max(high)));
    Some(Draft {
        unit,
        kind,
        per: b.per.clone().or_else(|| a.per.clone()),
        range: true,
        scale: b.scale,
        form: b.form,
        bare: false,
        prefixed: a.prefixed || b.prefixed,
        ..joined
    })
}

/// More than 10 and less than 20.
fn bounds(view: &View<'_>, a: &Draft, b: &Draft) -> Option<Draft> {
    let (first, second) = (a.value()?, b.value()?);
    let (low, high) = match (a.bound, b.bound) {
        (Bound::Low, Bound::High) => (first, second),
        (Bound::High, Bound::Low) => (second, first),
        _ => return None,
    };
    let tokens = b.lead.checked_sub(a.tail)?;
    let joined = tokens == 0 || (tokens == 1 && view.is(a.tail, Role::But));
    let same = a.unit == b.unit || a.unit.is_none() || b.unit.is_none();
    (joined && same && low < high && a.lead < a.first).then(|| {
        let unit = b.unit.clone().or_else(|| a.unit.clone());
        Draft { unit, range: true, bare: false, ..both(a, b, Some(low), Some(high)) }
    })
}

/// A 7- or 8-inch screen; 5 and 6 kg: the unit stands for both.
fn share_unit(view: &View<'_>, a: &mut Draft, b: &mut Draft) {
    let at = view.after_hyphen(a.end);
    let at = if at == a.end && view.is(at, Role::Hyphen) { at + 1 } else { at };
    let or = view.is(at, Role::Or);
    let and = view.is(at, Role::And) && b.sort() == Some(Sort::Measure);
    if a.plain() && b.first == at + 1 && (or || and) && !b.range && !(b.prefixed && a.scale > 1.0) {
        a.unit = b.unit.clone();
    }
}
