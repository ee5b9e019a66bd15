//! Puts numerals and number words together: two and a half million, 21 3/4, two lakh crore, thirty-one tenths.

use super::cardinal::{after_tens, cardinal};
use super::rule::{Class, Role};
use super::vague;
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
    /// A part and more: most of.
    Most,
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

impl Number {
    /// A number of one form without more.
    pub fn new(first: usize, end: usize, value: f64, form: Form) -> Self {
        Self { first, end, value, high: None, scale: 1.0, form, bare: false }
    }
}

/// All numbers, in order; those of idioms go.
pub fn numbers(view: &View<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.tokens.len() {
        let token = &view.tokens[at];
        let number = if token.id == 0 && view.numeral(at).is_none() { None } else { number(view, at) };
        let kept = number.filter(|number| number.value.is_finite() && !in_idiom(view, number));
        at = number.map_or(at + 1, |number| number.end);
        found.extend(kept);
    }
    found
}

fn number(view: &View<'_>, at: usize) -> Option<Number> {
    let make = |end, value, form| Some(Number::new(at, end, value, form));
    if let Some(numeral) = view.numeral(at) {
        if view.is(at + 1, Role::Suffix) && view.glued(at + 1) {
            return make(at + 2, numeral.value, Form::Ordinal);
        }
        return cardinal(view, at);
    }
    if view.is(at, Role::Article) {
        return vague::article(view, at);
    }
    if view.is(at, Role::Superlative) && view.class(at).is_none() && of_all(view, at) {
        return make(at + 1, 1.0, Form::Ordinal);
    }
    let (class, value) = view.class(at)?;
    match class {
        Class::Ones | Class::Hundred | Class::Scale | Class::Group => cardinal(view, at),
        Class::Tens => tens_nth(view, at)
            .map(|value| Number::new(at, after_tens(view, at) + 1, value, Form::Ordinal))
            .or_else(|| cardinal(view, at)),
        Class::Nth => make(at + 1, value, Form::Ordinal),
        Class::Times => make(at + 1, value, Form::Times),
        Class::Most if view.before(at, Role::Definite) && view.is_content(at + 1) && !ends_hedge(view, at) => {
            make(at + 1, 1.0, Form::Ordinal)
        }
        Class::Sign => make(at + 1, value, Form::Part),
        _ => vague::number(view, at, class, value),
    }
}

/// The largest, the world's longest: the first of an order.
fn of_all(view: &View<'_>, at: usize) -> bool {
    let owned = view.before(at, Role::Determiner) || view.before(at, Role::Owner) && view.glued(at - 1);
    owned && !ends_hedge(view, at)
}

/// The most in "at the most 40" is of no order.
fn ends_hedge(view: &View<'_>, at: usize) -> bool {
    view.rules.hedges_before.longest(view.tokens[..=at].iter().rev(), |_, _| true).is_some()
}

/// Twenty-first.
fn tens_nth(view: &View<'_>, at: usize) -> Option<f64> {
    let tens = view.valued(at, Class::Tens)?;
    view.valued(after_tens(view, at), Class::Nth).filter(|nth| *nth < 10.0).map(|nth| tens + nth)
}

/// Words that may stand before the number of an idiom: on the one hand.
const IDIOM_BEFORE: usize = 4;

/// 24/7, on the one hand.
fn in_idiom(view: &View<'_>, number: &Number) -> bool {
    let slashed = number.form == Form::Part && view.is(number.first + 1, Role::Slash);
    if slashed && let Some(figures) = view.whole(number.first).zip(view.whole(number.first + 2)) {
        return view.rules.idiom_figures.contains(&figures);
    }
    let from = number.first.saturating_sub(IDIOM_BEFORE);
    (from..=number.first).any(|start| {
        let phrase = view.rules.idioms.longest(view.tokens[start..].iter(), |_, ()| true);
        phrase.is_some_and(|(length, ())| start + length > number.first)
    })
}
