//! A number on its way to a mention: with its sign, its unit and what it is per.

use std::ops::Range;

use super::mention::Kind;
use super::number::{Form, Number};
use super::one;
use super::rate;
use super::rule::{Bound, Role, Sort, UnitRule};
use super::scan::Token;
use super::view::View;

/// A number with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// First token: the sign, the currency or the number.
    pub first: usize,
    /// End, excluded: after the unit.
    pub end: usize,
    /// First token of the hedges before it.
    pub lead: usize,
    /// End of the hedges after it.
    pub tail: usize,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// The last scale in the number.
    pub scale: f64,
    /// What the number is.
    pub form: Form,
    /// Whether it is one numeral and nothing else.
    pub bare: bool,
    /// The unit.
    pub unit: Option<Measure>,
    /// What a number is per that has no unit of its own, or has it after what is counted: 120 a day, 40 cars a year.
    pub per: Option<String>,
    /// First token of what may be counted.
    pub noun: usize,
    /// Whether the unit stands before the number.
    pub prefixed: bool,
    /// Which end stays.
    pub bound: Bound,
    /// Whether it is said not to be exact.
    pub approx: bool,
    /// The rule of the hedge that counts: one that bounds it before one that softens it.
    pub hedge: Option<usize>,
    /// Whether it is two numbers.
    pub range: bool,
    /// What it is, once that is known.
    pub kind: Option<Kind>,
}

/// A unit, and what it is per.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Canonical name.
    pub name: String,
    /// Its sort.
    pub sort: Sort,
    /// The unit or thing that it is per.
    pub per: Option<String>,
}

impl Draft {
    /// Its one value, if it is one.
    pub fn value(&self) -> Option<f64> {
        self.low.filter(|_| self.low == self.high)
    }

    /// The sort of its unit.
    pub fn sort(&self) -> Option<Sort> {
        self.unit.as_ref().map(|unit| unit.sort)
    }

    /// Whether it is a number without anything.
    pub fn plain(&self) -> bool {
        self.unit.is_none() && !self.range && self.kind.is_none() && self.form == Form::Plain
    }

    /// Multiplies both ends; the sign turns them round.
    pub fn multiply(&mut self, factor: f64) {
        let times = |end: Option<f64>| end.map(|value| crate::quantity::tidy(value * factor));
        let (low, high) = (times(self.low), times(self.high));
        (self.low, self.high) = if factor < 0.0 { (high, low) } else { (low, high) };
    }

    /// Whether its ends are numbers that can be reckoned with: not 1e308 million.
    pub fn is_finite(&self) -> bool {
        [self.low, self.high].into_iter().flatten().all(crate::quantity::is_within)
    }
}

impl Draft {
    /// Its bytes: the number with its sign and unit, without hedges.
    pub fn span(&self, view: &View<'_>) -> Range<usize> {
        let first = if self.range { self.first } else { self.first.max(self.lead) };
        view.tokens[first].start..view.tokens[self.end - 1].end
    }
}

/// Numbers with their signs and units; numbers that are part of a unit go.
pub fn drafts(view: &View<'_>, numbers: &[Number]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::with_capacity(numbers.len());
    for (place, number) in numbers.iter().enumerate() {
        let from = found.last().map_or(0, |draft| draft.end);
        if number.first >= from {
            let next = numbers.get(place + 1).map_or(usize::MAX, |next| next.first);
            found.extend(draft(view, number, from, next));
        }
    }
    found
}

fn draft(view: &View<'_>, number: &Number, from: usize, next: usize) -> Option<Draft> {
    let mut draft = bare(number);
    signed(view, &mut draft, from);
    prefixed(view, &mut draft, from);
    signed(view, &mut draft, from);
    if number.form != Form::Ordinal && !draft.prefixed {
        suffixed(view, &mut draft, number, next);
    } else if draft.prefixed {
        named_after(view, &mut draft);
    }
    rate::rate(view, &mut draft, next);
    in_brackets(view, &mut draft);
    draft.lead = draft.first;
    draft.tail = draft.tail.max(draft.end);
    draft.noun = draft.tail;
    (draft.unit.is_some() || !one::is_pronoun(view, number)).then_some(draft)
}

fn bare(number: &Number) -> Draft {
    let high = match number.form {
        Form::Vague | Form::Most => number.high,
        _ => Some(number.value),
    };
    Draft {
        first: number.first,
        end: number.end,
        lead: number.first,
        tail: number.end,
        low: Some(number.value),
        high,
        scale: number.scale,
        form: number.form,
        bare: number.bare,
        unit: None,
        per: None,
        noun: number.end,
        prefixed: false,
        bound: Bound::Same,
        approx: false,
        hedge: None,
        range: false,
        kind: None,
    }
}

/// A minus before the number.
fn signed(view: &View<'_>, draft: &mut Draft, from: usize) {
    let at = draft.first;
    if at <= from && at == 0 || at == from || draft.form == Form::Ordinal {
        return;
    }
    let sign = at - 1;
    // 4.5%–5.2%: what joins two numbers is no minus.
    if sign == from && view.glued(sign) && from > 0 {
        return;
    }
    let hyphened =
        view.is(sign, Role::Hyphen) && view.before(sign, Role::Minus) && view.is_word(sign - 1) && sign > from;
    if hyphened || (view.is(sign, Role::Minus) && view.is_word(sign)) {
        draft.first = if hyphened { sign - 1 } else { sign };
        return draft.multiply(-1.0);
    }
    let free = sign == 0
        || !view.glued(sign)
        || view.is(sign - 1, Role::Open)
        || !(view.is_word(sign - 1) || view.numeral(sign - 1).is_some());
    let glued = view.glued(at) || sign == 0;
    if view.is(sign, Role::Minus) && free && glued {
        draft.first = sign;
        draft.multiply(-1.0);
    } else if view.is(sign, Role::Plus) && free && view.glued(at) {
        draft.first = sign;
    }
}

/// A loss of ($12.5 million): an amount alone in brackets after a word that is no noun is negative, as accounts have it.
fn in_brackets(view: &View<'_>, draft: &mut Draft) {
    let open = draft.first.checked_sub(1).filter(|open| draft.prefixed && view.is(*open, Role::Open));
    let alone = open.is_some_and(|open| open > 0 && view.is(open - 1, Role::Stop)) && view.is(draft.end, Role::Close);
    if alone && draft.low > Some(0.0) {
        draft.multiply(-1.0);
    }
}

/// A currency before the number.
fn prefixed(view: &View<'_>, draft: &mut Draft, from: usize) {
    let before = view.tokens[from..draft.first].iter().rev();
    if draft.prefixed || draft.form == Form::Ordinal {
        return;
    }
    // "A $5 toll" is not in Australian dollars: a letter belongs to the sign that it touches.
    let whole = |length: usize| {
        let at = draft.first - length;
        length < 2 || view.letters(at).len() > 1 || view.glued(at + 1)
    };
    if let Some((length, unit)) = view.rules.before.longest(before, |length, _| whole(length)) {
        draft.first -= length;
        draft.prefixed = true;
        set(draft, &view.rules.units[*unit]);
    }
}

fn set(draft: &mut Draft, unit: &UnitRule) {
    draft.unit = Some(Measure { name: unit.name.clone(), sort: unit.sort, per: None });
    if unit.times != 1.0 {
        draft.multiply(unit.times);
    }
}

/// A unit after the number, joined to it or not.
fn suffixed(view: &View<'_>, draft: &mut Draft, number: &Number, next: usize) {
    // Dozens of miles, a couple of days, 2 dozen of them: not 5 of metres.
    let vague =
        number.form == Form::Vague || !number.bare && (number.scale != 1.0 || view.is(number.first, Role::Article));
    let of = usize::from(vague && view.is(draft.end, Role::Of));
    let hyphen = view.after_hyphen(draft.end);
    let open = usize::from(view.is(draft.end, Role::Open) && view.letters(draft.end) == "[");
    let article = usize::from(number.form == Form::Part && view.is(draft.end, Role::Article));
    for at in [draft.end, hyphen, draft.end + of, draft.end + open, draft.end + article] {
        if let Some((end, unit)) = unit_at(view, at, Some(draft)) {
            draft.end = end + usize::from(open == 1 && at == draft.end + open && view.is(end, Role::Close));
            set(draft, unit);
            rate::powers(view, draft);
            return times(view, draft, unit.sort, next);
        }
    }
    hedged_unit(view, draft);
}

/// 1.5 million-plus kilometres, 90-odd km, 500+ kg: a hedge joined to the number, and the unit after it.
fn hedged_unit(view: &View<'_>, draft: &mut Draft) {
    let Some(rest) = view.tokens.get(draft.end..).filter(|_| view.glued(draft.end) && !view.is_word(draft.end)) else {
        return;
    };
    let Some((length, rule)) = view.rules.hedges_after.longest(rest.iter(), |_, _| true) else { return };
    let Some((end, unit)) = unit_at(view, draft.end + length, Some(draft)) else { return };
    draft.end = end;
    set(draft, unit);
    super::bound::soften(draft, *rule, &view.rules.hedges[*rule]);
}

/// 75 USD million.
fn times(view: &View<'_>, draft: &mut Draft, sort: Sort, next: usize) {
    use super::rule::Class;
    if sort == Sort::Money
        && draft.scale == 1.0
        && next == draft.end
        && let Some(scale) = view.valued(draft.end, Class::Scale)
    {
        draft.multiply(scale);
        draft.scale = scale;
        draft.end += 1;
    }
}

/// A unit after a number with a currency before it: $31.20 US, Rs 20 rupees.
fn named_after(view: &View<'_>, draft: &mut Draft) {
    let money = unit_at(view, draft.end, None).filter(|(_, unit)| unit.sort == Sort::Money);
    if let Some((end, unit)) = money.filter(|(end, _)| view.numeral(*end).is_none()) {
        draft.end = end;
        draft.unit = Some(Measure { name: unit.name.clone(), sort: unit.sort, per: None });
    }
}

/// The unit that begins at a token, and its end.
pub fn unit_at<'v>(view: &View<'v>, at: usize, draft: Option<&Draft>) -> Option<(usize, &'v UnitRule)> {
    let rest = view.tokens.get(at..)?;
    let (length, spelling) = view.rules.after.longest(rest.iter(), |length, spelling| {
        let end = at + length;
        let written = &view.text[view.tokens[at].start..view.tokens[end - 1].end];
        let cased = spelling.exact.as_deref().is_none_or(|exact| exact == written);
        let glued = if view.glued(at) { !spelling.apart } else { !spelling.glued };
        let between = !spelling.between || view.glued(at) && view.glued(end) && view.numeral(end).is_some();
        let last = !spelling.last || (!view.is_word(end) && view.numeral(end).is_none());
        let whole = spelling.between || !view.glued(end) || !(view.is_word(end) || view.numeral(end).is_some());
        let clock =
            view.rules.units[spelling.unit].sort != Sort::Clock || draft.is_some_and(|draft| is_hour(view, draft));
        let closes = spelling.unquoted && closes_quotation(view, at);
        cased && glued && !closes && between && last && whole && clock
    })?;
    Some((at + length, &view.rules.units[spelling.unit]))
}

/// Tokens of a quotation that are looked through for its beginning.
const QUOTATION: usize = 80;

/// Whether a sign closes a quotation: the same sign before it is joined to no word or number before that, and opens one.
fn closes_quotation(view: &View<'_>, at: usize) -> bool {
    let sign = |token: &Token| &view.text[token.start..token.end];
    let own = sign(&view.tokens[at]);
    let before = (at.saturating_sub(QUOTATION)..at).rev().find(|before| sign(&view.tokens[*before]) == own);
    let ends = |sign: usize| sign > 0 && (view.is_word(sign - 1) || view.numeral(sign - 1).is_some());
    before.is_some_and(|before| !(view.glued(before) && ends(before)))
}

/// Whether a number can be a time of day: 11, 1.56, 9:01.
fn is_hour(view: &View<'_>, draft: &Draft) -> bool {
    let Some(numeral) = view.numeral(draft.end - 1) else { return draft.value().is_some_and(|value| value <= 12.0) };
    let minutes = (numeral.value.fract() * 100.0).round();
    let clock = view.before(draft.end - 1, Role::Colon) && numeral.digits == 2;
    draft.bare && (clock || (numeral.value < 25.0 && (numeral.plain || numeral.decimals == 2 && minutes < 60.0)))
}
