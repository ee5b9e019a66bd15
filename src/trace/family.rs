//! Claims that may be one another's ancestors: on one subject, with one figure.

use crate::model::{About, Claim, Subject};
use crate::quantity::{MOST_ROUNDING, rounds_to, tidy};

/// Whether two claims speak of the same thing in the same place and of the same people, as far as both say.
pub fn is_one_subject(a: &Claim, b: &Claim) -> bool {
    let same = match (&a.about, &b.about) {
        (About::Quantity(a), About::Quantity(b)) => a.measure == b.measure && a.counts == b.counts,
        (About::Date(a), About::Date(b)) => a.event == b.event,
        (About::Rank(a), About::Rank(b)) => a.measure == b.measure && a.subject == b.subject,
        (About::Stance(a), About::Stance(b)) => a.proposition == b.proposition,
        (About::Quote(a), About::Quote(b)) => a.speaker == b.speaker && a.passage == b.passage,
        _ => false,
    };
    same && agrees(a.scope.place.as_ref(), b.scope.place.as_ref())
        && agrees(a.scope.population.as_ref(), b.scope.population.as_ref())
}

/// What two claims must share to speak of the same thing: kind and subject, and what tells subjects of one name apart.
pub fn subject(about: &About) -> (&'static str, &str, &str) {
    let (subject, more) = match about {
        About::Quantity(quantity) => (quantity.measure.as_str(), quantity.counts.as_deref().unwrap_or_default()),
        About::Date(date) => (date.event.as_str(), ""),
        About::Rank(rank) => match &rank.subject {
            Subject::Place(id) => (rank.measure.as_str(), id.as_str()),
            Subject::Population(id) => (rank.measure.as_str(), id.as_str()),
        },
        About::Stance(stance) => (stance.proposition.as_str(), ""),
        About::Quote(quote) => (quote.speaker.as_str(), quote.passage.as_str()),
    };
    (about.kind(), subject, more)
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
