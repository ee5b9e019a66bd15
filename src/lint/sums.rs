//! Figures of one source that an identity ties together and that do not add up.

use super::{Code, Lint};
use crate::compare::{Outcome, Rung, in_unit_of, unit_word};
use crate::findings::Desk;
use crate::model::{Archive, Claim, Identity, MeasureId, Quantity};
use crate::quantity::{Interval, convert, pretty, tidy, unit};
use crate::trace::Narrowed;

/// Triples of one source and one scope in which the total is not the difference, or only at the edge of the hedges.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let differences = desk.archive.identities.iter().filter_map(|identity| match identity {
        Identity::Difference { total, of, less } => Some((total, of, less)),
        _ => None,
    });
    differences.flat_map(|(total, of, less)| sums(desk, total, of, less)).collect()
}

fn sums(desk: &Desk<'_>, total: &MeasureId, of: &MeasureId, less: &MeasureId) -> Vec<Lint> {
    let by_source = |measure| Narrowed::new(on(desk, measure), |claim| claim.source.as_str());
    let (wholes, parts) = (by_source(of), by_source(less));
    let mut found = Vec::new();
    for sum in on(desk, total) {
        let of_one = |other: &&Claim| is_of_one(desk, sum, other);
        let parts: Vec<&Claim> = parts.beside(sum.source.as_str(), sum).filter(of_one).collect();
        for whole in wholes.beside(sum.source.as_str(), sum).filter(of_one) {
            found.extend(parts.iter().filter_map(|part| judge(desk.archive, sum, whole, part)));
        }
    }
    found
}

fn on<'a>(desk: &Desk<'a>, measure: &MeasureId) -> impl Iterator<Item = &'a Claim> {
    let claims = desk.archive.claims.values();
    claims.filter(move |claim| claim.about.as_quantity().is_some_and(|own| own.measure == *measure))
}

/// One source, and neither place, population, period nor definition set them apart.
fn is_of_one(desk: &Desk<'_>, a: &Claim, b: &Claim) -> bool {
    let scope = [Rung::Definition, Rung::Place, Rung::Population, Rung::Period];
    let fits = |outcome| matches!(outcome, Outcome::Same | Outcome::Unstated | Outcome::Unspoken);
    let rungs = desk.compare(a, b).rungs;
    a.source == b.source && rungs.iter().all(|result| !scope.contains(&result.rung) || fits(result.outcome))
}

/// Whether total, whole and part add up, in the unit of the total; none can say of units that measure different things.
fn judge(archive: &Archive, sum: &Claim, whole: &Claim, part: &Claim) -> Option<Lint> {
    let (total, of, less) = (sum.about.as_quantity()?, whole.about.as_quantity()?, part.about.as_quantity()?);
    let into = |quantity: &Quantity| in_unit_of(archive, quantity, &total.measure);
    let reckoned = into(of)?.minus(into(less)?);
    let plain = figure(archive, of, &total.measure)? - figure(archive, less, &total.measure)?;
    if total.bounds.logical.contains(tidy(plain)) {
        return None;
    }
    let (code, state) = if reckoned.meets(total.bounds.logical) {
        (Code::StrainedSum, "add up only at the edge of their hedges")
    } else {
        (Code::BrokenSum, "do not add up, whatever their hedges allow")
    };
    let units = [of, less, total].map(|quantity| quantity.unit.as_str());
    let text = |quantity: &Quantity| match units.iter().all(|unit| *unit == units[0]) {
        true => quantity.stated.text(),
        false => format!("{} {}", quantity.stated.text(), unit_word(&quantity.unit, quantity.counts.as_deref())),
    };
    let figures = format!("{} − {} is {}, not {}", text(of), text(less), pretty(tidy(plain)), text(total));
    Some(Lint {
        code,
        id: sum.id.to_string(),
        locus: Some(sum.locus.clone()),
        message: format!(
            "{figures}: the figures of {} {state} ({reckoned} against {})",
            sum.source, total.bounds.logical
        ),
        help: "ask whether the three count the same people over the same time".to_owned(),
    })
}

/// The printed figure in the unit of a measure.
fn figure(archive: &Archive, quantity: &Quantity, measure: &MeasureId) -> Option<f64> {
    let [printed] = quantity.stated.printed()[..] else { return None };
    let into = unit(&archive.measures.get(measure)?.unit).ok()?;
    convert(Interval::point(printed), unit(&quantity.unit).ok()?, into).ok()?.low().value()
}
