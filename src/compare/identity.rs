//! Figures of two measures that an identity links: what follows from both, and whether they fit.

use serde::Serialize;

use super::reason::Reason;
use super::relation::Relation;
use super::rung::{Outcome, Rung, RungResult};
use super::words::unit_word;
use crate::model::{Archive, Claim, Identity, Measure, MeasureId, Quantity};
use crate::quantity::{Interval, convert, unit};

/// A figure that follows from two others. It keeps the interval that theirs leave it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Derived {
    /// What it measures.
    pub measure: MeasureId,
    /// Low end, in `unit`.
    pub low: Option<f64>,
    /// High end, in `unit`.
    pub high: Option<f64>,
    /// Its unit, or the thing counted.
    pub unit: String,
    /// The figure and where it comes from, in words.
    pub text: String,
}

/// What an identity makes of two claims.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reckoned {
    pub derived: Derived,
    /// Whether the two fit, for identities that test them.
    pub relation: Option<(Relation, Reason)>,
    /// The facing ends, where they don't fit.
    pub ends: Option<(f64, f64)>,
    /// The unit of those ends.
    pub unit: String,
}

/// Reckons two quantities of different measures up, if an identity links them and nothing else sets them apart.
pub(super) fn reckon(archive: &Archive, a: &Claim, b: &Claim, rungs: &[RungResult]) -> Option<Reckoned> {
    let (left, right) = (a.about.as_quantity()?, b.about.as_quantity()?);
    // Of two figures of one measure none is a part of the other, even where a measure may be a part of itself.
    if left.measure == right.measure {
        return None;
    }
    let may_be_one = |result: &RungResult| match result.rung {
        Rung::Definition | Rung::Place | Rung::Population | Rung::Period => is_open(result),
        _ => true,
    };
    if !rungs.iter().all(may_be_one) {
        return None;
    }
    let both = [(a, left, right), (b, right, left)];
    archive.identities.iter().find_map(|identity| {
        both.iter().find_map(|(claim, one, other)| {
            let other_claim = if claim.id == a.id { b } else { a };
            apply(archive, identity, (claim, one), (other_claim, other))
        })
    })
}

/// Whether both sides may mean the same: they do, or one of them says nothing at all. A side that says something else, if
/// only "now", may not.
fn is_open(result: &RungResult) -> bool {
    let silent = result.a.is_none() || result.b.is_none();
    match result.outcome {
        Outcome::Same | Outcome::Unspoken => true,
        // What is counted under a condition is not what is counted without it.
        Outcome::Unstated => silent && result.rung != Rung::Definition,
        _ => false,
    }
}

fn apply(
    archive: &Archive,
    identity: &Identity,
    one: (&Claim, &Quantity),
    other: (&Claim, &Quantity),
) -> Option<Reckoned> {
    match identity {
        Identity::Difference { total, of, less } if one.1.measure == *of && other.1.measure == *less => {
            let value = in_unit_of(archive, one.1, total)?.minus(in_unit_of(archive, other.1, total)?);
            Some(derived_only(archive, total, value, &[one.0, other.0], "less"))
        }
        Identity::Share { share, part, whole } if one.1.measure == *part && other.1.measure == *whole => {
            let ratio = one.1.bounds.logical.over(in_unit_of(archive, other.1, part)?)?;
            Some(derived_only(archive, share, ratio.scaled(100.0, 0.0), &[one.0, other.0], "of"))
        }
        Identity::RateTotal { rate, total } if one.1.measure == *rate && other.1.measure == *total => {
            rate_total(archive, total, one, other)
        }
        _ => None,
    }
}

/// The logical interval of a quantity in the unit of another measure.
pub(crate) fn in_unit_of(archive: &Archive, quantity: &Quantity, measure: &MeasureId) -> Option<Interval> {
    let own = unit(&archive.measures.get(&quantity.measure)?.unit).ok()?;
    convert(quantity.bounds.logical, own, unit(&archive.measures.get(measure)?.unit).ok()?).ok()
}

fn rate_total(
    archive: &Archive,
    measure: &MeasureId,
    rate: (&Claim, &Quantity),
    total: (&Claim, &Quantity),
) -> Option<Reckoned> {
    let days = f64::from(total.0.scope.period.as_ref()?.window.length()?);
    let own = unit(&archive.measures.get(&rate.1.measure)?.unit).ok()?;
    let daily = convert(rate.1.bounds.logical, own, unit("per day").ok()?).ok()?;
    let reckoned = daily.scaled(days, 0.0);
    let stated = total.1.bounds.logical;
    let relation = if reckoned.meets(stated) { Relation::Explained } else { Relation::Contradiction };
    let base = derived_only(archive, measure, reckoned, &[rate.0, total.0], "over the time of");
    Some(Reckoned { relation: Some((relation, Reason::RateVsTotal)), ends: reckoned.facing_ends(stated), ..base })
}

fn derived_only(archive: &Archive, id: &MeasureId, value: Interval, from: &[&Claim; 2], word: &str) -> Reckoned {
    let measure: Option<&Measure> = archive.measures.get(id);
    let name = measure.map_or(id.as_str(), |measure| measure.name.as_str());
    let unit_name = measure.map_or("", |measure| measure.unit.as_str());
    let unit = unit_word(unit_name, measure.and_then(|measure| measure.counts.as_deref()));
    let text = format!("{name}: {value} {unit} ({} {word} {})", from[0].id, from[1].id);
    let (low, high) = (value.low().value(), value.high().value());
    let derived = Derived { measure: id.clone(), low, high, unit, text };
    Reckoned { derived, relation: None, ends: None, unit: unit_name.to_owned() }
}
