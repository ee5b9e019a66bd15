//! What changes if a record is corrected or withdrawn: claims, disagreements, and the articles that must be corrected.

use std::collections::BTreeSet;

use super::view::without;
use crate::findings::cited::{CitedBy, cited_by};
use crate::findings::desk::Desk;
use crate::findings::questions::gather::{disagreements_among, disagreements_around};
use crate::findings::questions::question::Question;
use crate::graph::Node;
use crate::model::{Claim, ClaimId, SourceId};
use crate::trace::{Fall, Narrowed, Origin, Spoken, fall, is_one_subject, subject};

/// What rests on a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    /// Claims that rest on it alone or partly.
    pub claims: Fall,
    /// Claims with the same origin that do not come through it.
    pub same_origin: BTreeSet<ClaimId>,
    /// Disagreements that would be gone.
    pub vanish: Vec<Question>,
    /// Disagreements that would stay with less behind them.
    pub weaken: Vec<Question>,
    /// Disagreements that would be there only then.
    pub appear: Vec<Question>,
    /// Who cites it, directly or through others, if it is a source.
    pub cited_by: Option<CitedBy>,
    /// Sources whose claims rest on it.
    pub to_correct: BTreeSet<SourceId>,
}

/// Two claims that disagree.
pub(in crate::findings) type Pair = (ClaimId, ClaimId);

/// What rests on a source, an actor or a claim.
pub fn impact(desk: &Desk<'_>, record: &Node) -> Impact {
    let claims = fall(desk.archive, record);
    let left = without(desk.archive, record);
    // Only among claims that are held against one that falls, wholly or partly, can anything change.
    let touched: BTreeSet<&ClaimId> = claims.alone.iter().chain(&claims.partly).collect();
    let (near, before) = disagreements_around(desk, &touched);
    let after = disagreements_among(&Desk::new(&left), &near);
    let (had, has) = (all_pairs(&before), all_pairs(&after));
    let lost = |question: &&Question| question.is_disagreement() && pairs(question).any(|pair| !has.contains(&pair));
    let gone = |question: &&Question| pairs(question).all(|pair| !has.contains(&pair));
    let (vanish, weaken) = before.iter().filter(lost).cloned().partition(|question| gone(&question));
    let new = |question: &&Question| pairs(question).any(|pair| !had.contains(&pair));
    let to_correct =
        touched.into_iter().filter_map(|id| desk.archive.claims.get(id)).map(|claim| claim.source.clone()).collect();
    Impact {
        same_origin: same_origin(desk, &claims),
        vanish,
        weaken,
        appear: after.iter().filter(new).cloned().collect(),
        cited_by: if let Node::Source(id) = record { Some(cited_by(desk, id)) } else { None },
        to_correct,
        claims,
    }
}

/// The pairs of claims that disagree on a question, by which it is known again in another state of the graph.
pub(in crate::findings) fn pairs(question: &Question) -> impl Iterator<Item = Pair> + '_ {
    let disagreeing = question.comparisons.iter().filter(|pair| pair.is_disagreement());
    disagreeing.map(|pair| (pair.a.clone(), pair.b.clone()))
}

/// Those of all questions.
pub(in crate::findings) fn all_pairs(questions: &[Question]) -> BTreeSet<Pair> {
    questions.iter().flat_map(pairs).collect()
}

/// What claims of one origin on one subject have in common.
fn kin<'a>(desk: &'a Desk<'_>, claim: &'a Claim) -> Option<(Spoken<'a>, &'a Origin)> {
    Some((subject(claim), desk.ancestry.one_named(&claim.id)?))
}

/// Claims on the subjects of those that fall, by the same named origin, that stand all the same.
fn same_origin(desk: &Desk<'_>, claims: &Fall) -> BTreeSet<ClaimId> {
    let fallen = claims.alone.iter().filter_map(|id| desk.archive.claims.get(id));
    let fallen = Narrowed::new(fallen.filter(|claim| kin(desk, claim).is_some()), |claim| kin(desk, claim));
    let stands = |id: &ClaimId| !claims.alone.contains(id) && !claims.partly.contains(id);
    let others = desk.archive.claims.values().filter(|claim| stands(&claim.id));
    let has_kin = |claim: &&Claim| {
        let own = kin(desk, claim);
        own.is_some() && fallen.beside(own, claim).any(|other| is_one_subject(claim, other))
    };
    others.filter(has_kin).map(|claim| claim.id.clone()).collect()
}
