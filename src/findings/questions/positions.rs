//! Positions: claims on a question that agree with each other. Agreement is not transitive, so a claim joins a position
//! only if it agrees with every claim in it.

use std::collections::BTreeSet;

use super::question::Position;
use super::table::Table;
use crate::findings::desk::Desk;
use crate::model::{About, Claim, ClaimId, Quantity};
use crate::quantity::Interval;

/// The positions that the claims take, in the order of their values.
pub(in crate::findings) fn positions(desk: &Desk<'_>, claims: &[&Claim], table: &Table<'_>) -> Vec<Position> {
    let (mut one_sided, mut bounded): (Vec<&Claim>, Vec<&Claim>) = claims.iter().partition(|claim| is_one_sided(claim));
    bounded.sort_by(|a, b| in_order(a, b));
    one_sided.sort_by(|a, b| in_order(a, b));
    let mut sides = sweep(&bounded, table);
    one_sided.retain(|claim| !joins_its_origin(desk, claim, &mut sides));
    let open: Vec<Vec<&Claim>> = sweep(&one_sided, table);
    let on_its_own = |side: &&Vec<&Claim>| {
        let against = |test: &dyn Fn(&ClaimId, &ClaimId) -> bool| {
            side.iter().any(|claim| sides.iter().flatten().any(|other| test(&claim.id, &other.id)))
        };
        against(&|own, other| table.disagree(own, other)) || !against(&|own, other| table.agree(own, other))
    };
    let bounds: Vec<Vec<&Claim>> = open.iter().filter(on_its_own).cloned().collect();
    let compatible = |side: &[&Claim]| {
        let allowed = one_sided.iter().filter(|claim| !side.iter().any(|other| other.id == claim.id));
        allowed.filter(|claim| leaves_room(claim, side, table)).map(|claim| claim.id.clone()).collect()
    };
    let mut positions: Vec<Position> = sides.iter().map(|side| position(desk, side, false, compatible(side))).collect();
    positions.extend(bounds.iter().map(|side| position(desk, side, true, Vec::new())));
    positions
}

/// Whether a bound covers some claim of a side and excludes none.
fn leaves_room(bound: &Claim, side: &[&Claim], table: &Table<'_>) -> bool {
    side.iter().any(|other| table.agree(&bound.id, &other.id))
        && !side.iter().any(|other| table.disagree(&bound.id, &other.id))
}

/// Whether a claim bounds its figure from one side only.
pub(in crate::findings) fn is_one_sided(claim: &Claim) -> bool {
    claim.about.as_quantity().is_some_and(|quantity| !quantity.bounds.logical.is_bounded())
}

/// First fit, in the order of the values: a claim joins the first position with every claim of which it agrees.
fn sweep<'a>(claims: &[&'a Claim], table: &Table<'_>) -> Vec<Vec<&'a Claim>> {
    let mut sides: Vec<Vec<&Claim>> = Vec::new();
    for claim in claims {
        match sides.iter_mut().find(|side| side.iter().all(|other| table.agree(&claim.id, &other.id))) {
            Some(side) => side.push(claim),
            None => sides.push(vec![claim]),
        }
    }
    sides
}

/// A bound of the same figure by the same named origin is that origin's figure once more, not another claim.
fn joins_its_origin<'a>(desk: &Desk<'_>, claim: &'a Claim, sides: &mut [Vec<&'a Claim>]) -> bool {
    fn figures(claim: &Claim) -> Option<(Vec<f64>, &str)> {
        claim.about.as_quantity().map(Quantity::printed_in_unit)
    }
    let same = |other: &&Claim| desk.ancestry.is_one_named(&other.id, &claim.id) && figures(other) == figures(claim);
    let found = sides.iter_mut().find(|side| side.iter().any(same));
    found.map(|side| side.push(claim)).is_some()
}

pub(in crate::findings) fn in_order(a: &Claim, b: &Claim) -> std::cmp::Ordering {
    let ends = |claim: &Claim| {
        let interval = claim.about.as_quantity().map(|quantity| quantity.bounds.logical);
        let low = interval.and_then(|interval| interval.low().value()).unwrap_or(f64::NEG_INFINITY);
        (low, interval.and_then(|interval| interval.high().value()).unwrap_or(f64::INFINITY))
    };
    let (a_ends, b_ends) = (ends(a), ends(b));
    a_ends.0.total_cmp(&b_ends.0).then(a_ends.1.total_cmp(&b_ends.1)).then_with(|| a.id.cmp(&b.id))
}

pub(in crate::findings) fn position(
    desk: &Desk<'_>,
    side: &[&Claim],
    one_sided: bool,
    compatible: Vec<ClaimId>,
) -> Position {
    let mut claims: Vec<ClaimId> = side.iter().map(|claim| claim.id.clone()).collect();
    claims.sort();
    let (low, high) = common(side);
    let measure = side.first().and_then(|claim| desk.archive.measure_of(claim));
    let quantity = side.first().and_then(|claim| claim.about.as_quantity());
    let unit = quantity.and_then(|quantity| match &quantity.counts {
        Some(counts) if quantity.unit == "count" => Some(counts.clone()),
        _ => measure.map(|measure| measure.unit.clone()),
    });
    Position {
        text: text(desk, side),
        low,
        high,
        unit,
        claims,
        sources: side.iter().map(|claim| claim.source.clone()).collect(),
        origins: side.iter().flat_map(|claim| desk.origins(claim)).cloned().collect(),
        compatible,
        one_sided,
    }
}

/// The ends of what all bounded claims of a position allow; of one-sided claims alone, of what they allow. Claims that agree
/// only within what their measure tolerates allow nothing together: of them, the ends are those between which they lie.
fn common(side: &[&Claim]) -> (Option<f64>, Option<f64>) {
    let all = side.iter().filter_map(|claim| claim.about.as_quantity()).map(|quantity| quantity.bounds.logical);
    let bounded: Vec<Interval> = all.clone().filter(|interval| interval.is_bounded()).collect();
    let intervals: Vec<Interval> = if bounded.is_empty() { all.collect() } else { bounded };
    let low = intervals.iter().filter_map(|interval| interval.low().value()).max_by(f64::total_cmp);
    let high = intervals.iter().filter_map(|interval| interval.high().value()).min_by(f64::total_cmp);
    if low.zip(high).is_some_and(|(low, high)| low > high) { (high, low) } else { (low, high) }
}

/// Wordings of a position that are told.
const MOST_WORDINGS: usize = 12;

/// The values of a position, each wording once; of many wordings the first ones and the last.
fn text(desk: &Desk<'_>, side: &[&Claim]) -> String {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut texts: Vec<String> = Vec::new();
    for claim in side {
        let text = match &claim.about {
            About::Quantity(quantity) => quantity_text(quantity),
            _ => crate::compare::value_text(desk.archive, claim),
        };
        if seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    let left_out = texts.len().saturating_sub(MOST_WORDINGS);
    if left_out > 0 {
        let last = texts.len() - 1;
        texts.drain(MOST_WORDINGS - 1..last);
        texts.insert(MOST_WORDINGS - 1, format!("… {left_out} more …"));
    }
    texts.join(" · ")
}

fn quantity_text(quantity: &Quantity) -> String {
    crate::compare::stated_text(quantity)
}
