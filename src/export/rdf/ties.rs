//! Comparisons as terms of CiTO, the Citation Typing Ontology: whom a claim disagrees with, agrees with, or qualifies.

use std::collections::BTreeMap;

use crate::compare::{Comparison, Outcome, Reason, Relation, Rung, Side};
use crate::model::{Archive, Claim, ClaimId};

/// For each claim, terms and other claims.
pub(super) type Ties<'a> = BTreeMap<&'a ClaimId, Vec<(&'static str, &'a ClaimId)>>;

const DISAGREES: &str = "cito:disagreesWith";
const AGREES: &str = "cito:agreesWith";
const QUALIFIES: &str = "cito:qualifies";

/// The ties of all claims that are compared. To disagree and to agree are mutual and stand at both.
pub(super) fn ties<'a>(archive: &Archive, comparisons: &[&'a Comparison]) -> Ties<'a> {
    let mut ties = Ties::new();
    for pair in comparisons {
        let mut tie = |from: &'a ClaimId, term, to: &'a ClaimId| ties.entry(from).or_default().push((term, to));
        match term(archive, pair) {
            Some((QUALIFIES, Side::A)) => tie(&pair.a, QUALIFIES, &pair.b),
            Some((QUALIFIES, Side::B)) => tie(&pair.b, QUALIFIES, &pair.a),
            Some((term, _)) => {
                tie(&pair.a, term, &pair.b);
                tie(&pair.b, term, &pair.a);
            }
            None => {}
        }
    }
    ties
}

/// The term, and the side of which it is said, where it is not said of both.
fn term(archive: &Archive, pair: &Comparison) -> Option<(&'static str, Side)> {
    match pair.relation {
        Relation::Contradiction | Relation::Tension => Some((DISAGREES, Side::A)),
        Relation::Agreement => Some((AGREES, Side::A)),
        Relation::Explained if pair.reasons.iter().all(is_wording) => Some((AGREES, Side::A)),
        Relation::Explained => narrower(archive, pair).map(|side| (QUALIFIES, side)),
        Relation::NotComparable => None,
    }
}

/// Whether the reason is that both say one thing in other words.
fn is_wording(reason: &Reason) -> bool {
    matches!(reason, Reason::UnitConversion | Reason::Rounding | Reason::Translation)
}

/// The side that narrows the other: it lies inside it, or its figure does. None, if each narrows the other somewhere, or if
/// they speak of different things.
fn narrower(archive: &Archive, pair: &Comparison) -> Option<Side> {
    let elsewhere = |rung: Rung| !matches!(rung, Rung::Values | Rung::Unit | Rung::Revision);
    if pair.rungs.iter().any(|rung| elsewhere(rung.rung) && rung.outcome == Outcome::Apart) {
        return None;
    }
    let mut sides: Vec<Side> = pair.rungs.iter().filter_map(|rung| rung.part).collect();
    if sides.is_empty() && pair.reasons == [Reason::HedgeCovers] {
        sides.extend(finer(archive.claims.get(&pair.a)?, archive.claims.get(&pair.b)?));
    }
    let first = *sides.first()?;
    sides.iter().all(|side| *side == first).then_some(first)
}

/// The side whose words allow less.
fn finer(a: &Claim, b: &Claim) -> Option<Side> {
    let (a, b) = (a.about.as_quantity()?.bounds.logical, b.about.as_quantity()?.bounds.logical);
    match (a.is_within(b), b.is_within(a)) {
        (true, false) => Some(Side::A),
        (false, true) => Some(Side::B),
        _ => None,
    }
}
