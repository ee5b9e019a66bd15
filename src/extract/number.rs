//! Puts numerals and number words together: two and a half million, 21 3/4, two lakh crore, thirty-one tenths.

use super::rules::{Class, Role};
use super::view::View;

/// What a number is by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A number.
    Plain,
    /// A fraction, which may be a share.
    Part,
    /// First, 22nd.
    Ordinal,
    /// Dozens, tens of thousands.
    Vague,
    /// Twice, threefold.
    Times,
}

/// A number in a text.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// First token.
    pub first: usize,
    /// End, excluded.
    pub end: usize,
    /// What it says, without a sign.
    pub value: f64,
    /// The upper end of a vague one, if it has any.
    pub high: Option<f64>,
    /// The last scale in it; 1 if it has none.
    pub scale: f64,
    /// What it is.
    pub form: Form,
    /// Whether it is one numeral and nothing else.
    pub bare: bool,
}

/// All numbers, in order.
pub fn numbers(view: &View<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.tokens.len() {
        let token = &view.tokens[at];
        let number = if token.id == 0 && view.numeral(at).is_none() { None } else { number(view, at) };
        let kept = number.filter(|number| number.value.is_finite());
        at = number.map_or(at + 1, |number| number.end);
        found.extend(kept);
    }
    found
}

fn number(view: &View<'_>, at: usize) -> Option<Number> {
    let make = |end, value, form| Number { first: at, end, value, high: None, scale: 1.0, form, bare: false };
    if view.numeral(at).is_some() {
        if view.is(at + 1, Role::Suffix) && view.glued(at + 1) {
            return view.numeral(at).map(|numeral| make(at + 2, numeral.value, Form::Ordinal));
        }
        return cardinal(view, at);
    }
    if view.is(at, Role::Article) {
        return article(view, at);
    }
    let (class, value) = view.class(at)?;
    match class {
        Class::Ones | Class::Hundred | Class::Scale | Class::Group => cardinal(view, at),
        Class::Tens => tens_nth(view, at)
            .map(|value| make(after_tens(view, at) + 1, value, Form::Ordinal))
            .or_else(|| cardinal(view, at)),
        Class::Plural | Class::Groups => Some(vague(view, at, value)),
        Class::Nth => Some(make(at + 1, value, Form::Ordinal)),
        Class::Times => Some(make(at + 1, value, Form::Times)),
        Class::Sign => Some(make(at + 1, value, Form::Part)),
        Class::Part => part(view, at, value),
        _ => None,
    }
}

/// Twenty-first.
fn tens_nth(view: &View<'_>, at: usize) -> Option<f64> {
    let tens = view.valued(at, Class::Tens)?;
    view.valued(after_tens(view, at), Class::Nth).filter(|nth| *nth < 10.0).map(|nth| tens + nth)
}

fn after_tens(view: &View<'_>, at: usize) -> usize {
    view.after_hyphen(at + 1)
}

/// A hundred, a quarter of, a couple of.
fn article(view: &View<'_>, at: usize) -> Option<Number> {
    let (class, value) = view.class(at + 1)?;
    let of = view.is(at + 2, Role::Of);
    let make = |end, value, form| Number { first: at, end, value, high: None, scale: 1.0, form, bare: false };
    match class {
        Class::Hundred | Class::Scale | Class::Group => {
            cardinal(view, at + 1).map(|number| Number { first: at, ..number })
        }
        Class::Pair if of => Some(make(at + 2, value, Form::Plain)),
        Class::Nth if of && value > 2.0 => Some(make(at + 2, 1.0 / value, Form::Part)),
        Class::Part => part(view, at + 1, value)
            .map(|number| Number { first: at, ..number })
            .filter(|number| number.scale > 1.0 || of || value > 0.3),
        _ => None,
    }
}

/// Half, half a million, half a dozen, quarter million.
fn part(view: &View<'_>, at: usize, value: f64) -> Option<Number> {
    let next = if view.is(at + 1, Role::Article) { at + 2 } else { at + 1 };
    let make = |end, value, scale, form| Number { first: at, end, value, high: None, scale, form, bare: false };
    if let Some((Class::Scale | Class::Group, scale)) = view.class(next) {
        return Some(make(next + 1, value * scale, scale, Form::Plain));
    }
    let whole = value > 0.3 && !view.before(at, Role::HalfBefore) && !(view.before(at, Role::Hyphen) && view.glued(at));
    let of = view.is(at + 1, Role::Of) && view.before(at, Role::Article);
    // The article before the unit goes with the number: half an hour.
    let end = if next > at + 1 { next } else { at + 1 };
    (whole || of).then(|| make(end, value, 1.0, Form::Part))
}

/// Dozens; tens of thousands.
fn vague(view: &View<'_>, at: usize, value: f64) -> Number {
    let make = |end, value, high| Number { first: at, end, value, high, scale: 1.0, form: Form::Vague, bare: false };
    let of = view.is(at + 1, Role::Of);
    match view.valued(at + 2, Class::Plural).filter(|outer| of && *outer > value) {
        Some(outer) => make(at + 3, value * outer, Some(value * outer * 10.0)),
        None => make(at + 1, value, None),
    }
}

/// One part of a number: what stands before its scales, times them.
struct Group {
    end: usize,
    value: f64,
    scale: f64,
    /// The last word, if it is 20 to 90.
    tens: f64,
    form: Form,
}

/// Words below a hundred.
fn small(view: &View<'_>, at: usize) -> Option<Group> {
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
    match view.valued(at + 1, Class::Sign) {
        Some(share) => make(at + 2, numeral.value + share, Form::Plain),
        None => make(at + 1, numeral.value, Form::Plain),
    }
}

/// 3/4, but no date and no list of pages.
fn quotient(view: &View<'_>, at: usize) -> Option<f64> {
    let (above, below) = (view.numeral(at)?, view.numeral(at + 2)?);
    let alone = !(view.is(at + 3, Role::Slash) || view.before(at, Role::Slash) && view.glued(at));
    let small = above.plain && below.plain && above.digits < 4 && below.digits < 5 && below.value > 0.0;
    (small && alone && view.is(at + 1, Role::Slash)).then(|| above.value / below.value)
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
fn scale(view: &View<'_>, first: usize, at: usize) -> Option<(usize, f64)> {
    let place = view.after_hyphen(at);
    let (class, value) = view.class(place)?;
    let after_number = at > first;
    let fits = match class {
        Class::Scale | Class::Group => true,
        Class::Groups | Class::Short => after_number,
        Class::Letter => after_number && place == at && letter(view, first, at, value),
        _ => false,
    };
    fits.then_some((place + 1, value))
}

/// Whether a letter after digits is a scale and no unit.
fn letter(view: &View<'_>, first: usize, at: usize, value: f64) -> bool {
    if view.numeral(at - 1).is_none() {
        return false;
    }
    let letters = view.letters(at);
    if view.numeral(first).is_some_and(|numeral| numeral.plain && numeral.digits == 4) && !priced(view, first) {
        return false;
    }
    let upper = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let glued = view.glued(at);
    let priced = || priced(view, first);
    let counts = || !view.glued(at + 1) && view.is_word(at + 1) && !view.is(at + 1, Role::LengthAfter);
    match (letters.len(), upper) {
        (2, upper) => upper && (glued || priced()),
        _ if value == 1e12 => priced(),
        (_, false) if value == 1e6 => glued && (priced() || counts()),
        (_, true) if value == 1e6 => glued || priced() || !view.capital(at + 1),
        (_, true) if value == 1e9 => glued || priced(),
        (_, true) => glued || priced(),
        _ => glued || priced() || value == 1e3,
    }
}

/// Whether a currency stands before the token.
fn priced(view: &View<'_>, at: usize) -> bool {
    view.rules.before.longest(view.tokens[..at].iter().rev(), |_, _| true).is_some()
}

/// A number of any length, each group smaller than the scale before it.
fn cardinal(view: &View<'_>, at: usize) -> Option<Number> {
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
        decimals(view, number)
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

/// Zero point six.
fn decimals(view: &View<'_>, number: Number) -> Option<Number> {
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
fn nths(view: &View<'_>, number: Number, tens: f64) -> Option<Number> {
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
fn and_part(view: &View<'_>, number: Number) -> Option<Number> {
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
