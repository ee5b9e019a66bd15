//! What a comparison says, whichever claim comes first.

use std::collections::BTreeSet;

use gainsay::compare::{Comparison, Condition, Hint, Outcome, Reason, Relation, Rung, Side};
use gainsay::findings::Desk;
use gainsay::model::Claim;

/// All of a comparison that must not depend on the order of its claims.
#[derive(Debug, PartialEq)]
struct Essence {
    relation: Relation,
    reasons: Vec<Reason>,
    gap: Option<String>,
    conditional_on: BTreeSet<Condition>,
    would_decide: BTreeSet<String>,
    hints: BTreeSet<Hint>,
    derived: Option<String>,
    rungs: Vec<(Rung, Outcome, Option<Side>)>,
}

impl Essence {
    fn of(comparison: Comparison) -> Self {
        Self {
            relation: comparison.relation,
            reasons: comparison.reasons,
            gap: comparison.gap.map(|gap| format!("{gap:?}")),
            conditional_on: comparison.conditional_on.into_iter().collect(),
            would_decide: comparison.would_decide.into_iter().collect(),
            hints: comparison.hints.into_iter().collect(),
            derived: comparison.derived.map(|derived| derived.text),
            rungs: comparison.rungs.into_iter().map(|rung| (rung.rung, rung.outcome, rung.part)).collect(),
        }
    }

    /// The sides turned round.
    fn turned(mut self) -> Self {
        for (_, _, side) in &mut self.rungs {
            *side = side.map(|side| if side == Side::A { Side::B } else { Side::A });
        }
        self
    }
}

/// What differs if the claims change places; nothing, if all is well.
pub fn asymmetry(desk: &Desk<'_>, a: &Claim, b: &Claim) -> Option<String> {
    let (there, back) = (Essence::of(desk.compare(a, b)), Essence::of(desk.compare(b, a)).turned());
    (there != back).then(|| format!("{} against {}:\n{there:?}\n{back:?}", a.id, b.id))
}
