//! The first rungs: whether two claims speak of the same thing at all.

use super::conditions::grounds;
use super::rung::{Outcome, Rung, RungResult};
use super::words::unit_word;
use crate::model::{About, Archive, Claim, From, Subject};
use crate::text::is_same_but_for_case;

/// The measure rung: what is measured, dated, ranked, held or said.
pub(super) fn measure(archive: &Archive, a: &Claim, b: &Claim) -> RungResult {
    let outcome = match (&a.about, &b.about) {
        (About::Quantity(a), About::Quantity(b)) => same(a.measure == b.measure),
        (About::Date(a), About::Date(b)) => same(a.event == b.event),
        (About::Stance(a), About::Stance(b)) => same(a.proposition == b.proposition),
        (About::Rank(a), About::Rank(b)) => {
            let one_place = a.rank == b.rank && !a.is_several() && !b.is_several();
            same(a.measure == b.measure && a.from == b.from && (a.subject == b.subject || one_place))
        }
        (About::Quote(left), About::Quote(right)) => {
            let open = left.occasion.is_none() || right.occasion.is_none();
            let one = left.speaker == right.speaker && is_same_but_for_case(&left.passage, &right.passage);
            match one {
                true if left.occasion == right.occasion && !open => Outcome::Same,
                true if open => Outcome::Unstated,
                _ => Outcome::Apart,
            }
        }
        _ => Outcome::Apart,
    };
    let text = |claim| Some(subject(archive, claim));
    grounds(archive, RungResult::plain(Rung::Measure, text(a), text(b), outcome), a, b)
}

/// What a claim speaks of, in words.
pub(super) fn subject(archive: &Archive, claim: &Claim) -> String {
    let measure = |id| archive.measures.get(id).map_or_else(String::new, |measure| measure.name.clone());
    match &claim.about {
        About::Quantity(quantity) => measure(&quantity.measure),
        About::Date(date) => format!("date of {}", archive.event_name(&date.event)),
        About::Rank(rank) => {
            let from = if rank.from == From::Bottom { ", from below" } else { "" };
            format!("rank of {} by {}{from}", ranked(archive, &rank.subject), measure(&rank.measure))
        }
        About::Stance(stance) => {
            archive.propositions.get(&stance.proposition).map_or_else(String::new, |known| known.text.clone())
        }
        About::Quote(quote) => {
            let occasion =
                quote.occasion.as_ref().map(|id| format!(", {}", archive.event_name(id))).unwrap_or_default();
            format!("{} on {}{occasion}", archive.actor_name(&quote.speaker), quote.passage)
        }
    }
}

/// The name of what is ranked.
pub(super) fn ranked<'a>(archive: &'a Archive, subject: &'a Subject) -> &'a str {
    match subject {
        Subject::Place(id) => archive.place_name(id),
        Subject::Population(id) => archive.population_name(id),
    }
}

/// The rungs that only quantities have: basis, thing counted, unit.
pub(super) fn kinds(archive: &Archive, a: &Claim, b: &Claim) -> Vec<RungResult> {
    let (Some(left), Some(right)) = (a.about.as_quantity(), b.about.as_quantity()) else { return Vec::new() };
    let basis = |claim| archive.measure_of(claim).map(|measure| measure.basis.word().to_owned());
    let counts = (left.counts.clone(), right.counts.clone());
    let units = (unit_word(&left.unit, left.counts.as_deref()), unit_word(&right.unit, right.counts.as_deref()));
    let unit_outcome = same(left.unit == right.unit);
    let counted = same(counts.0 == counts.1);
    vec![
        RungResult::plain(Rung::Basis, basis(a), basis(b), same(basis(a) == basis(b))),
        grounds(archive, RungResult::plain(Rung::Counted, counts.0, counts.1, counted), a, b),
        grounds(archive, RungResult::plain(Rung::Unit, Some(units.0), Some(units.1), unit_outcome), a, b),
    ]
}

pub(super) fn same(is: bool) -> Outcome {
    if is { Outcome::Same } else { Outcome::Apart }
}
