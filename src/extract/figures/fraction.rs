//! Fractions: 3/4, thirty-one tenths, three quarters, five and a half, zero point six.

use super::cardinal::{after_tens, scale, small};
use super::number::{Form, Number};
use super::rule::{Class, Role};
use super::view::View;

/// 3/4, but no date and no list of pages.
pub fn quotient(view: &View<'_>, at: usize) -> Option<f64> {
    let (above, below) = (view.numeral(at)?, view.numeral(at + 2)?);
    let alone = !(view.is(at + 3, Role::Slash) || view.before(at, Role::Slash) && view.glued(at));
    // 6.1/10: what is rated may have decimals.
    let rated = above.decimals < 3 && [5.0, 10.0, 20.0, 100.0].contains(&below.value) && above.value <= below.value;
    let small = (above.plain || rated) && below.plain && above.digits < 4 && below.digits < 5 && below.value > 0.0;
    (small && alone && view.is(at + 1, Role::Slash)).then(|| above.value / below.value)
}

/// Zero point six.
pub fn spoken_decimals(view: &View<'_>, number: Number) -> Option<Number> {
    if !view.is(number.end, Role::Point) {
        return None;
    }
    let mut digits = String::from("0.");
    let mut end = number.end + 1;
    while digits.len() < 20
        && let Some(next) = small(view, end).filter(|next| next.value >= 0.0)
    {
        digits.push_str(&next.value.to_string());
        end = next.end;
    }
    let share: f64 = digits.parse().ok().filter(|_| end > number.end + 1)?;
    let scale = scale(view, number.first, end);
    let (end, times) = scale.unwrap_or((end, 1.0));
    Some(Number { end, value: (number.value + share) * times, scale: times, bare: false, ..number })
}

/// The number as so many nth parts: thirty-one tenths, 2 thirds.
pub fn nths(view: &View<'_>, number: Number, tens: f64) -> Option<Number> {
    let at = view.after_hyphen(number.end);
    let single = number.value == 1.0;
    let make = |end, value| Some(Number { end, value, scale: 1.0, form: Form::Part, bare: false, ..number });
    let nth = |at: usize| match view.class(at) {
        Some((Class::Nths, nth)) => Some(nth),
        Some((Class::Nth, nth)) if single && nth > 2.0 => Some(nth),
        _ => None,
    };
    match view.class(at) {
        Some((Class::Tens, outer)) => {
            let inner = nth(after_tens(view, at)).filter(|inner| *inner < 10.0)?;
            make(after_tens(view, at) + 1, number.value / (outer + inner))
        }
        Some((Class::Parts, share)) if number.value < 4.0 => parted(view, number, at + 1, share),
        Some((Class::Part, share)) if single => parted(view, number, at + 1, share),
        _ => {
            let nth = nth(at)?;
            let (above, below) = if tens > 0.0 && number.value > tens && nth < 10.0 {
                (number.value - tens, tens + nth)
            } else {
                (number.value, nth)
            };
            make(at + 1, above / below)
        }
    }
}

/// Three quarters, three quarters million.
fn parted(view: &View<'_>, number: Number, end: usize, share: f64) -> Option<Number> {
    let value = number.value * share;
    let plain = Number { end, value, scale: 1.0, form: Form::Part, bare: false, ..number };
    Some(match view.valued(end, Class::Scale) {
        Some(scale) => Number { end: end + 1, value: value * scale, scale, form: Form::Plain, ..plain },
        None => plain,
    })
}

/// Five and a half, five and a half million, 3 million and a half.
pub fn and_part(view: &View<'_>, number: Number) -> Option<Number> {
    if !view.is(number.end, Role::And) {
        return None;
    }
    let (end, share) = simple_part(view, number.end + 1)?;
    let whole = number.end + 1;
    let outer = view.valued(end, Class::Scale);
    let value = match outer {
        Some(scale) if number.scale <= 100.0 => (number.value + share) * scale,
        Some(scale) => number.value + share * scale,
        None if number.scale >= 1e3 => number.value + share * number.scale,
        None => number.value + share,
    };
    debug_assert!(end > whole);
    let end = end + usize::from(outer.is_some());
    Some(Number { end, value, scale: outer.unwrap_or(number.scale), form: Form::Plain, bare: false, ..number })
}

/// A half, half, three fifths.
fn simple_part(view: &View<'_>, at: usize) -> Option<(usize, f64)> {
    if let Some(share) = view.valued(at, Class::Part) {
        return Some((at + 1, share));
    }
    let (end, above) = if view.is(at, Role::Article) {
        (at + 1, 1.0)
    } else {
        small(view, at).map(|small| (small.end, small.value))?
    };
    let place = view.after_hyphen(end);
    match view.class(place)? {
        (Class::Part | Class::Parts, share) => Some((place + 1, above * share)),
        (Class::Nths, nth) => Some((place + 1, above / nth)),
        (Class::Nth, nth) if above == 1.0 && nth > 2.0 => Some((place + 1, 1.0 / nth)),
        _ => None,
    }
}
