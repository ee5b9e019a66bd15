//! Figures of one source that an identity ties together and that do not add up.

use std::collections::BTreeMap;

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
    // All claims are sorted once: there may be as many identities as claims.
    let figures = Figures::new(desk.archive);
    differences.flat_map(|(total, of, less)| sums(desk, &figures, total, of, less)).collect()
}

/// The measure and the source of a claim.
type Key<'a> = (&'a MeasureId, &'a str);

/// The quantities of a graph, by measure, and by measure, source and scope.
struct Figures<'a> {
    by_measure: BTreeMap<&'a MeasureId, Vec<&'a Claim>>,
    by_source: Narrowed<'a, Option<Key<'a>>>,
}

impl<'a> Figures<'a> {
    fn new(archive: &'a Archive) -> Self {
        let mut by_measure: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
        for claim in archive.claims.values() {
            if let Some((measure, _)) = key(claim) {
                by_measure.entry(measure).or_default().push(claim);
            }
        }
        Self { by_source: Narrowed::new(by_measure.values().flatten().copied(), key), by_measure }
    }

    /// Those of a measure by the source of a claim, of which neither place nor population differs from its own.
    fn beside(&self, measure: &'a MeasureId, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        self.by_source.beside(Some((measure, claim.source.as_str())), claim)
    }
}

fn key(claim: &Claim) -> Option<Key<'_>> {
    Some((&claim.about.as_quantity()?.measure, claim.source.as_str()))
}

fn sums<'a>(
    desk: &Desk<'a>,
    figures: &Figures<'a>,
    total: &MeasureId,
    of: &'a MeasureId,
    less: &'a MeasureId,
) -> Vec<Lint> {
    let mut found = Vec::new();
    for sum in figures.by_measure.get(total).into_iter().flatten() {
        let of_one = |other: &&Claim| is_of_one(desk, sum, other);
        let parts: Vec<&Claim> = figures.beside(less, sum).filter(of_one).collect();
        for whole in figures.beside(of, sum).filter(of_one) {
            found.extend(parts.iter().filter_map(|part| judge(desk.archive, sum, whole, part)));
        }
    }
    found
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
