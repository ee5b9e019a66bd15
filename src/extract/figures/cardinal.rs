//! Cardinal numbers: groups of words or digits with their scales.

use super::draft::unit_at;
use super::fraction::{and_part, nths, quotient, spoken_decimals};
use super::number::{Form, Number};
use super::rule::{Class, Role, When};
use super::view::View;

/// One part of a number: what stands before its scales, times them.
pub struct Group {
    /// End, excluded.
    pub end: usize,
    /// What it says.
    pub value: f64,
    /// Its last scale.
    pub scale: f64,
    /// The last word, if it is 20 to 90.
    pub tens: f64,
    /// What it is.
    pub form: Form,
}

/// The place of the ones after twenty to ninety.
pub fn after_tens(view: &View<'_>, at: usize) -> usize {
    view.after_hyphen(at + 1)
}

/// Words below a hundred.
pub fn small(view: &View<'_>, at: usize) -> Option<Group> {
    let make = |end, value, tens| Some(Group { end, value, scale: 1.0, tens, form: Form::Plain });
    match view.class(at)? {
        (Class::Ones, value) => make(at + 1, value, 0.0),
        (Class::Tens, value) => match view.valued(after_tens(view, at), Class::Ones) {
            Some(ones) if ones > 0.0 && ones < 10.0 => make(after_tens(view, at) + 1, value + ones, 0.0),
            _ => make(at + 1, value, value),
        },
        _ => None,
    }
}

/// €1,9 billion, 2,5 km: one or two digits after a comma, where a currency, a scale or a unit stands beside them.
fn decimal_comma(view: &View<'_>, at: usize) -> Option<f64> {
    let (whole, rest) = (view.numeral(at)?, view.numeral(at + 2)?);
    let comma = |at: usize| view.is(at, Role::Comma) && view.glued(at) && view.glued(at + 1);
    let listed = comma(at + 3) || at > 0 && comma(at - 1);
    let short = whole.plain && rest.plain && whole.digits < 4 && rest.digits < 3;
    let scaled = matches!(view.class(at + 3), Some((Class::Scale | Class::Short, _)));
    let sure = scaled || priced(view, at) || unit_at(view, at + 3, None).is_some();
    let share = rest.value / 10f64.powi(i32::from(rest.digits));
    (comma(at + 1) && short && !listed && sure).then(|| crate::quantity::tidy(whole.value + share))
}

/// A numeral with a fraction after it: 21 3/4, 1/2, 2½.
fn figure(view: &View<'_>, at: usize) -> Option<Group> {
    let numeral = view.numeral(at)?;
    let make = |end, value, form| Some(Group { end, value, scale: 1.0, tens: 0.0, form });
    if let Some(share) = quotient(view, at) {
        return make(at + 3, share, Form::Part);
    }
    if numeral.plain
        && !view.glued(at + 1)
        && let Some(share) = quotient(view, at + 1).filter(|share| *share < 1.0)
    {
        return make(at + 4, numeral.value + share, Form::Plain);
    }
    if let Some(value) = decimal_comma(view, at) {
        return make(at + 3, value, Form::Plain);
    }
    match view.valued(at + 1, Class::Sign) {
        Some(share) => make(at + 2, numeral.value + share, Form::Plain),
        None => make(at + 1, numeral.value, Form::Plain),
    }
}

fn group(view: &View<'_>, at: usize) -> Option<Group> {
    let mut group = match figure(view, at).or_else(|| small(view, at)) {
        Some(group) => group,
        None if matches!(view.class(at), Some((Class::Hundred | Class::Scale | Class::Group, _))) => {
            Group { end: at, value: 1.0, scale: 1.0, tens: 0.0, form: Form::Plain }
        }
        None => return None,
    };
    hundreds(view, &mut group);
    for _ in 0..2 {
        let Some((end, scale)) = scale(view, at, group.end) else { break };
        group = Group { end, value: group.value * scale, scale, tens: 0.0, form: Form::Plain };
    }
    Some(group)
}

/// Two hundred, two hundred and two.
fn hundreds(view: &View<'_>, group: &mut Group) {
    let place = view.after_hyphen(group.end);
    let Some(hundred) = view.valued(place, Class::Hundred) else { return };
    *group = Group { end: place + 1, value: group.value * hundred, scale: hundred, tens: 0.0, form: Form::Plain };
    let next = if view.is(group.end, Role::And) { group.end + 1 } else { group.end };
    let plain = |at: usize| view.numeral(at).is_some_and(|numeral| numeral.plain);
    let figure = figure(view, next).filter(|_| plain(next) && next > group.end);
    let Some(rest) = figure.or_else(|| small(view, next)) else { return };
    let again = view.valued(view.after_hyphen(rest.end), Class::Hundred).is_some();
    let part = small_fraction(view, next, &rest);
    if rest.value > 0.0 && rest.value < hundred && !again && rest.form == Form::Plain && !part {
        *group = Group { end: rest.end, value: group.value + rest.value, scale: hundred, ..rest };
    }
}

/// Whether what follows is a fraction of its own, joined by a word: and two fifths.
fn small_fraction(view: &View<'_>, at: usize, rest: &Group) -> bool {
    view.before(at, Role::And)
        && rest.value < 20.0
        && matches!(view.class(view.after_hyphen(rest.end)), Some((Class::Nths | Class::Parts, _)))
}

/// The scale at a place, for the group that began at `first`.
pub fn scale(view: &View<'_>, first: usize, at: usize) -> Option<(usize, f64)> {
    let place = view.after_hyphen(at);
    let Some((class, value)) = view.class(place) else { return letter_scale(view, first, at) };
    let after_number = at > first;
    let fits = match class {
        Class::Scale | Class::Group => true,
        Class::Groups | Class::Short => after_number,
        _ => false,
    };
    fits.then_some((place + 1, value))
}

/// Letters of a scale; more are a word.
const LONGEST_LETTERS: usize = 2;

/// The scale that a letter after digits stands for: 3.5m, where it is no unit.
fn letter_scale(view: &View<'_>, first: usize, at: usize) -> Option<(usize, f64)> {
    let numeral = view.numeral(at.checked_sub(1)?)?;
    let token = view.tokens.get(at).filter(|token| token.id != 0 && token.end - token.start <= LONGEST_LETTERS)?;
    let letters = &view.text[token.start..token.end];
    let rule = view.rules.letters.iter().find(|rule| rule.letters.iter().any(|own| own == letters))?;
    // What looks like a year is no price.
    let year = numeral.plain && numeral.digits == 4;
    let fits = rule.when.iter().any(|when| holds(view, *when, first, at)) && (!year || priced(view, first));
    fits.then_some((at + 1, rule.times))
}

fn holds(view: &View<'_>, when: When, first: usize, at: usize) -> bool {
    let glued = view.glued(at);
    let counting = || !view.glued(at + 1) && view.is_word(at + 1) && !view.is(at + 1, Role::LengthAfter);
    match when {
        When::Always => true,
        When::Glued => glued,
        When::Priced => priced(view, first),
        When::GluedPriced => glued && priced(view, first),
        When::GluedCounting => glued && counting(),
        When::NoCapital => !view.capital(at + 1),
    }
}

/// Whether a currency stands before the token.
fn priced(view: &View<'_>, at: usize) -> bool {
    view.rules.before.longest(view.tokens[..at].iter().rev(), |_, _| true).is_some()
}

/// A number of any length, each group smaller than the scale before it.
pub fn cardinal(view: &View<'_>, at: usize) -> Option<Number> {
    let mut last = group(view, at)?;
    let mut value = last.value;
    while last.scale > 1.0 {
        let Some(next) = next_group(view, &last) else { break };
        value += next.value;
        last = next;
    }
    if last.scale == 1.0
        && last.tens > 0.0
        && view.is(last.end, Role::And)
        && !view.before(at, Role::Between)
        && let Some(ones) = view.valued(last.end + 1, Class::Ones).filter(|ones| *ones > 0.0 && *ones < 10.0)
    {
        last = Group { end: last.end + 2, tens: 0.0, ..last };
        value += ones;
    }
    let bare = last.end == at + 1 && view.numeral(at).is_some();
    let number = Number { first: at, end: last.end, value, high: None, scale: last.scale, form: last.form, bare };
    Some(
        spoken_decimals(view, number)
            .or_else(|| nths(view, number, last.tens))
            .or_else(|| and_part(view, number))
            .unwrap_or(number),
    )
}

fn next_group(view: &View<'_>, last: &Group) -> Option<Group> {
    let mut at = last.end;
    let comma = view.is(at, Role::Comma);
    at += usize::from(comma);
    let and = view.is(at, Role::And);
    at += usize::from(and);
    let next = group(view, at).filter(|next| next.end > at)?;
    let figure = view.numeral(at);
    let plain = figure.is_none_or(|figure| (figure.plain || next.scale > 1.0) && figure.value.fract() == 0.0);
    let smaller = next.value > 0.0 && next.value < last.scale && next.form == Form::Plain;
    let joined = !comma || (next.scale > 1.0 && figure.is_none());
    // A year after a million is a year.
    let year = figure.is_some() && last.scale >= 1e3 && next.scale == 1.0 && next.value >= 1000.0;
    let part = matches!(view.class(view.after_hyphen(next.end)), Some((Class::Nths | Class::Parts, _))) && and;
    (plain && smaller && joined && !year && !part).then_some(next)
}
