//! Questions among claims that are few enough to be held side by side, any two of them.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::assemble::{Parts, assemble, firmness};
use super::positions::{is_one_sided, positions};
use super::question::Question;
use super::table::Table;
use crate::compare::{Comparison, Relation};
use crate::findings::desk::Desk;
use crate::model::{Claim, ClaimId, Identity, MeasureId, Topic};

/// The questions among some claims, in no order that means anything.
pub(in crate::findings) fn questions(desk: &Desk<'_>, claims: &[&Claim]) -> Vec<Question> {
    let all = compared(desk, claims);
    let pairs = Pairs::new(&all);
    let mut grouped: BTreeSet<&ClaimId> = BTreeSet::new();
    let mut questions = Vec::new();
    let table = Table::new(&all);
    let bound = groups(claims, all.iter().filter(|pair| binds(desk, &table, pair)));
    for group in bound.iter().filter(|group| group.len() > 1) {
        let allowing = allowing(desk, group, &pairs);
        grouped.extend(group.iter().chain(&allowing).map(|claim| &claim.id));
        questions.push(question(desk, group, &allowing, &pairs));
    }
    let left = |pair: &&Comparison| !grouped.contains(&pair.a) && !grouped.contains(&pair.b);
    let explained = all.iter().filter(|pair| pair.relation == Relation::Explained).filter(left);
    for group in groups(claims, explained).iter().filter(|group| group.len() > 1) {
        questions.push(question(desk, group, &[], &pairs));
    }
    questions
}

/// Comparisons in their order, with those of each claim at hand.
struct Pairs<'a> {
    all: &'a [Comparison],
    of: BTreeMap<&'a ClaimId, Vec<usize>>,
}

impl<'a> Pairs<'a> {
    fn new(all: &'a [Comparison]) -> Self {
        let mut of: BTreeMap<&ClaimId, Vec<usize>> = BTreeMap::new();
        for (at, pair) in all.iter().enumerate() {
            of.entry(&pair.a).or_default().push(at);
            of.entry(&pair.b).or_default().push(at);
        }
        Self { all, of }
    }

    /// The comparisons of any of the claims, each once.
    fn with(&self, claims: &BTreeSet<&ClaimId>) -> Vec<&'a Comparison> {
        let mut places: Vec<usize> = claims.iter().filter_map(|id| self.of.get(id)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &self.all[at]).collect()
    }
}

/// Whether a comparison puts its claims on one question: their values were held against each other. That one only leaves
/// room for the other, as "scores" does for any large figure, binds nothing.
fn binds(desk: &Desk<'_>, table: &Table<'_>, pair: &Comparison) -> bool {
    pair.is_of_values() && !only_leaves_room(desk, pair) && !is_read_otherwise(table, pair)
}

/// What a text leaves open is read as the claim that it agrees with: an open "200,000 since the order" that agrees with
/// "200,000 in two weeks" does not contradict what was counted after two months, since that one does not either.
fn is_read_otherwise(table: &Table<'_>, pair: &Comparison) -> bool {
    let leaves_open = |id: &ClaimId| pair.conditional_on.iter().any(|condition| condition.claim == *id);
    let explained = |id: &ClaimId, other: &ClaimId| {
        table
            .agreeing_with(id)
            .any(|like| table.get(like, other).is_some_and(|cell| cell.relation == Relation::Explained))
    };
    let settled = |id: &ClaimId, other: &ClaimId| leaves_open(id) && explained(id, other);
    pair.is_disagreement() && (settled(&pair.a, &pair.b) || settled(&pair.b, &pair.a))
}

fn only_leaves_room(desk: &Desk<'_>, pair: &Comparison) -> bool {
    let one_sided = |id| desk.archive.claims.get(id).is_some_and(is_one_sided);
    pair.relation == Relation::Explained && pair.is_of_values() && (one_sided(&pair.a) || one_sided(&pair.b))
}

/// One-sided claims outside the group that leave room for a claim in it.
fn allowing<'a>(desk: &Desk<'a>, group: &[&Claim], pairs: &Pairs<'_>) -> Vec<&'a Claim> {
    let ids: BTreeSet<&ClaimId> = group.iter().map(|claim| &claim.id).collect();
    let outside = |pair: &Comparison| match (ids.contains(&pair.a), ids.contains(&pair.b)) {
        (true, false) => Some(pair.b.clone()),
        (false, true) => Some(pair.a.clone()),
        _ => None,
    };
    let others: BTreeSet<ClaimId> =
        pairs.with(&ids).into_iter().filter(|pair| only_leaves_room(desk, pair)).filter_map(outside).collect();
    others.iter().filter_map(|id| desk.archive.claims.get(id)).filter(|claim| is_one_sided(claim)).collect()
}

/// Every comparison that comes to something, within blocks and between blocks that an identity links.
fn compared<'a>(desk: &Desk<'a>, claims: &[&'a Claim]) -> Vec<Comparison> {
    let mut blocks: BTreeMap<Topic<&'a str>, Vec<&'a Claim>> = BTreeMap::new();
    for claim in claims {
        blocks.entry(Topic::of(claim)).or_default().push(claim);
    }
    let mut pairs = Vec::new();
    for block in blocks.values() {
        for (at, a) in block.iter().enumerate() {
            pairs.extend(block[at + 1..].iter().map(|b| desk.compare(a, b)));
        }
    }
    let of = |measure: &'a MeasureId| blocks.get(&Topic::Quantity(measure.as_str())).map_or(&[][..], Vec::as_slice);
    for identity in &desk.archive.identities {
        let Identity::RateTotal { rate, total } = identity else { continue };
        pairs.extend(of(rate).iter().flat_map(|a| of(total).iter().map(|b| desk.compare(a, b))));
    }
    pairs.retain(|pair| pair.relation != Relation::NotComparable);
    pairs
}

fn groups<'a, 'b>(claims: &[&'a Claim], pairs: impl Iterator<Item = &'b Comparison>) -> Vec<Vec<&'a Claim>> {
    let index: BTreeMap<&ClaimId, usize> = claims.iter().enumerate().map(|(at, claim)| (&claim.id, at)).collect();
    let mut union = UnionFind::<usize>::new(claims.len());
    for pair in pairs {
        union.union(index[&pair.a], index[&pair.b]);
    }
    let mut groups: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        groups.entry(union.find(at)).or_default().push(claim);
    }
    groups.into_values().collect()
}

fn question(desk: &Desk<'_>, group: &[&Claim], allowing: &[&Claim], pairs: &Pairs<'_>) -> Question {
    let all: Vec<&Claim> = group.iter().chain(allowing).copied().collect();
    let ids: BTreeSet<&ClaimId> = all.iter().map(|claim| &claim.id).collect();
    let is_inside = |pair: &&Comparison| ids.contains(&pair.a) && ids.contains(&pair.b);
    let (inside, touching): (Vec<&Comparison>, Vec<&Comparison>) = pairs.with(&ids).into_iter().partition(is_inside);
    let mut comparisons: Vec<Comparison> = inside.into_iter().cloned().collect();
    comparisons.sort_by(|a, b| firmness(a).cmp(&firmness(b)));
    let explained = touching.into_iter().filter(|pair| pair.relation == Relation::Explained).cloned().collect();
    let positions = positions(desk, &all, &Table::new(&comparisons));
    assemble(desk, group, Parts { allowing: allowing.to_vec(), positions, comparisons, explained, is_crowd: false })
}
