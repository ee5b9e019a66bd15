//! Claims that may be one another's ancestors: on one subject, with one figure.

use crate::model::{About, Claim, Subject, Topic};
use crate::quantity::{MOST_ROUNDING, rounds_to, tidy};

/// Whether two claims speak of the same thing in the same place and of the same people, as far as both say.
pub fn is_one_subject(a: &Claim, b: &Claim) -> bool {
    subject(a) == subject(b)
        && agrees(a.scope.place.as_ref(), b.scope.place.as_ref())
        && agrees(a.scope.population.as_ref(), b.scope.population.as_ref())
}

/// What a claim speaks of, the thing counted or the sentence that was said, and what is ranked.
pub type Spoken<'a> = (Topic<&'a str>, Option<&'a str>, Option<&'a Subject>);

/// What two claims must share to speak of the same thing: kind and subject, and what tells subjects of one name apart.
pub fn subject(claim: &Claim) -> Spoken<'_> {
    let (words, ranked) = match &claim.about {
        About::Quantity(quantity) => (quantity.counts.as_deref(), None),
        About::Rank(rank) => (None, Some(&rank.subject)),
        About::Quote(quote) => (Some(quote.passage.as_str()), None),
        About::Date(_) | About::Stance(_) => (None, None),
    };
    (Topic::of(claim), words, ranked)
}

/// What only one side says is no disagreement.
fn agrees<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Whether two claims print the same figures, whatever hedges stand about them; or figures that round to each other. Of
/// what is no quantity, whether both say the same; the words of a quotation may differ.
pub fn is_one_figure(a: &Claim, b: &Claim) -> bool {
    let (Some(left), Some(right)) = (a.about.as_quantity(), b.about.as_quantity()) else {
        return a.about == b.about || (matches!(a.about, About::Quote(_)) && is_one_subject(a, b));
    };
    let (left_figures, right_figures) = (left.stated.printed(), right.stated.printed());
    left.unit == right.unit
        && left_figures.len() == right_figures.len()
        && left_figures.iter().zip(&right_figures).all(|(a, b)| rounds_either_way(*a, *b))
}

fn rounds_either_way(a: f64, b: f64) -> bool {
    tidy(a) == tidy(b) || rounds_to(a, b, MOST_ROUNDING) || rounds_to(b, a, MOST_ROUNDING)
}
