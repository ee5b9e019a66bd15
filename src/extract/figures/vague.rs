//! Words for numbers that are no cardinals: half, dozens, a third of, a majority, twice.

use super::cardinal::cardinal;
use super::number::{Form, Number};
use super::rule::{Class, Role};
use super::view::View;

/// The number of a word of that class and value.
pub fn number(view: &View<'_>, at: usize, class: Class, value: f64) -> Option<Number> {
    match class {
        Class::Plural | Class::Groups => Some(plural(view, at, value)),
        Class::PluralOf if view.is(at + 1, Role::Of) => Some(Number::new(at, at + 1, value, Form::Vague)),
        Class::Part => part(view, at, value),
        Class::Few => few(view, at, at, value),
        Class::Majority => majority(view, at, at, value),
        Class::Most => most(view, at, value),
        Class::Twice => twice(view, at, value),
        Class::Double => double(view, at, value),
        _ => None,
    }
}

/// A hundred, a quarter of, a couple of, a majority of.
pub fn article(view: &View<'_>, at: usize) -> Option<Number> {
    let (class, value) = view.class(at + 1)?;
    let of = view.is(at + 2, Role::Of);
    match class {
        Class::Hundred | Class::Scale | Class::Group => {
            cardinal(view, at + 1).map(|number| Number { first: at, ..number })
        }
        Class::Pair if of => Some(Number::new(at, at + 2, value, Form::Plain)),
        Class::Few => few(view, at, at + 1, value),
        Class::Majority => majority(view, at, at + 1, value),
        Class::Nth if value > 2.0 && (of || is_amount(view, at)) => {
            Some(Number::new(at, at + 2, 1.0 / value, Form::Part))
        }
        Class::Part => part(view, at + 1, value)
            .or_else(|| is_amount(view, at).then(|| Number::new(at, at + 2, value, Form::Part)))
            .map(|number| Number { first: at, ..number })
            .filter(|number| number.scale > 1.0 || of || value > 0.3 || is_amount(view, at)),
        _ => None,
    }
}

/// Whether "a third" here is a part and no third thing: by a third, nearly a third, a cut of a third; no noun follows.
fn is_amount(view: &View<'_>, at: usize) -> bool {
    let by = view.before(at, Role::By) || view.before(at, Role::Change);
    let joins = [Role::Of, Role::From, Role::To].iter().any(|role| view.before(at, *role));
    let cut = joins && view.before(at - 1, Role::Change);
    let hedged = || view.rules.hedges_before.longest(view.tokens[..at].iter().rev(), |_, _| true).is_some();
    !view.is_content(at + 2) && !view.is(at + 2, Role::Hyphen) && (by || cut || hedged())
}

/// Half, half a million, half a dozen, quarter million.
fn part(view: &View<'_>, at: usize, value: f64) -> Option<Number> {
    let next = if view.is(at + 1, Role::Article) { at + 2 } else { view.after_hyphen(at + 1) };
    if let Some((Class::Scale | Class::Group, scale)) = view.class(next) {
        return Some(Number { scale, ..Number::new(at, next + 1, value * scale, Form::Plain) });
    }
    let joined = view.before(at, Role::Hyphen) && view.glued(at);
    let whole = value > 0.3 && !view.before(at, Role::HalfBefore) && !joined;
    let of = view.is(at + 1, Role::Of) && view.before(at, Role::Article);
    // The article before the unit goes with the number: half an hour.
    let end = if view.is(at + 1, Role::Article) { next } else { at + 1 };
    (whole && has_whole(view, at) || of).then(|| Number::new(at, end, value, Form::Part))
}

/// Whether what follows can be halved: half the boats, half people, half an hour, more than half; not half mast.
fn has_whole(view: &View<'_>, at: usize) -> bool {
    let next = view.after_hyphen(at + 1);
    let unit = || view.rules.after.longest(view.tokens[next.min(view.tokens.len())..].iter(), |_, _| true).is_some();
    let hedged = || view.rules.hedges_before.longest(view.tokens[..at].iter().rev(), |_, _| true).is_some();
    !view.is_content(next) && next == at + 1
        || view.is(next, Role::Determiner)
        || view.is_plural(next)
        || unit()
        || hedged()
}

/// Dozens; tens of thousands.
fn plural(view: &View<'_>, at: usize, value: f64) -> Number {
    let of = view.is(at + 1, Role::Of);
    match view.valued(at + 2, Class::Plural).filter(|outer| of && *outer > value) {
        Some(outer) => {
            let high = Some(value * outer * 10.0);
            Number { high, ..Number::new(at, at + 3, value * outer, Form::Vague) }
        }
        None => Number::new(at, at + 1, value, Form::Vague),
    }
}

/// Several thousand: of a scale only, for several alone is no figure.
fn few(view: &View<'_>, first: usize, at: usize, value: f64) -> Option<Number> {
    let (mut end, mut scale) = (at + 1, 1.0);
    while let Some((Class::Hundred | Class::Scale | Class::Group, next)) = view.class(end) {
        (end, scale) = (end + 1, scale * next);
    }
    (scale > 1.0).then(|| Number { scale, ..Number::new(first, end, value * scale, Form::Vague) })
}

/// A majority, the vast majority of: not the majority leader, not a majority of 2,300.
fn majority(view: &View<'_>, first: usize, at: usize, value: f64) -> Option<Number> {
    let of = view.is(at + 1, Role::Of) && view.numeral(at + 2).is_none();
    let alone = first < at && !view.is_content(at + 1) && !view.is(at + 1, Role::Hyphen) && !view.is(at + 1, Role::Of);
    (of || alone).then(|| Number::new(first, at + 1, value, Form::Most))
}

/// Most of the boats.
fn most(view: &View<'_>, at: usize, value: f64) -> Option<Number> {
    let named = view.is(at + 1, Role::Of) && (view.is(at + 2, Role::Determiner) || view.is(at + 2, Role::People));
    let superlative = view.before(at, Role::Definite);
    (named && !superlative).then(|| Number::new(at, at + 1, value, Form::Most))
}

/// Twice the size; not "she rang twice".
fn twice(view: &View<'_>, at: usize, value: f64) -> Option<Number> {
    let compared = view.is(at + 1, Role::Determiner) || view.is(at + 1, Role::TimesAfter);
    compared.then(|| Number::new(at, at + 1, value, Form::Times))
}

/// Fares will double; double the price.
fn double(view: &View<'_>, at: usize, value: f64) -> Option<Number> {
    let verb = view.before(at, Role::Auxiliary) && !view.is_content(at + 1);
    let multiple = view.is(at + 1, Role::Determiner) || view.is(at + 1, Role::TimesAfter);
    (verb || multiple).then(|| Number::new(at, at + 1, value, Form::Times))
}
