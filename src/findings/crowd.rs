//! Questions with more claims than can be held side by side two by two. Their days and bounds tell which hang together, which
//! sides they take, and which lie furthest apart; only those few are compared in full.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use super::assemble::{Parts, assemble, firmness};
use super::desk::Desk;
use super::gather::MOST_SIDE_BY_SIDE;
use super::positions::{in_order, is_one_sided, position};
use super::question::{Position, Question};
use super::room;
use super::sides::{Member, Side, sides};
use crate::compare::{Comparison, Relation};
use crate::model::{About, Claim, ClaimId};
use crate::sweep::{Ends, Outline, Rule, Tree};

/// Comparisons that are listed of a crowd.
const MOST_LISTED: usize = 24;

/// Pairs that are looked at to find them.
const MOST_TRIED: usize = 96;

/// The questions among many claims. Only claims of one place, population and definition are held against each other.
pub(super) fn questions(desk: &Desk<'_>, claims: &[&Claim]) -> Vec<Question> {
    let mut alike: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
    claims.iter().for_each(|claim| alike.entry(lane(claim)).or_default().push(claim));
    alike.values().flat_map(|claims| of_lane(desk, claims)).collect()
}

/// Whether days and bounds tell all of some claims.
pub(super) fn is_told(desk: &Desk<'_>, claims: &[&Claim]) -> bool {
    let Some(first) = claims.first() else { return true };
    let of = lane(first);
    claims.iter().all(|claim| Outline::of(desk.archive, claim).is_sharp && lane(claim) == of)
}

fn of_lane(desk: &Desk<'_>, claims: &[&Claim]) -> Vec<Question> {
    if claims.len() <= MOST_SIDE_BY_SIDE {
        return room::questions(desk, claims);
    }
    let rule = rule(desk, claims[0]);
    let members: Vec<Member<'_>> =
        claims.iter().map(|claim| Member { claim, ends: Outline::of(desk.archive, claim).ends }).collect();
    let crowd = Crowd::new(rule, members);
    let groups = crowd.groups();
    let of_group = |group: &Vec<usize>| {
        let claims: Vec<&Claim> = group.iter().map(|at| crowd.members[*at].claim).collect();
        match claims.len() {
            0 | 1 => Vec::new(),
            count if count <= MOST_SIDE_BY_SIDE => room::questions(desk, &claims),
            _ => vec![question(desk, &crowd, group)],
        }
    };
    groups.iter().flat_map(of_group).collect()
}

/// What claims must share to be held against each other in a crowd.
fn lane(claim: &Claim) -> impl Ord + use<> {
    let scope = &claim.scope;
    let what = match &claim.about {
        About::Quantity(quantity) => quantity.counts.clone(),
        About::Quote(quote) => Some(quote.passage.to_lowercase()),
        About::Rank(rank) => Some(format!("{:?}", rank.subject)),
        About::Date(_) | About::Stance(_) => None,
    };
    let definition = scope.definition.as_ref().map(|definition| definition.to_lowercase());
    (scope.place.clone(), scope.population.clone(), definition, what)
}

fn rule(desk: &Desk<'_>, claim: &Claim) -> Rule {
    let measure = claim.about.as_quantity().and_then(|_| desk.archive.measure_of(claim));
    measure.and_then(Rule::of).unwrap_or(Rule::OF_ANY)
}

/// Claims of one lane in the order of their first days.
struct Crowd<'a> {
    rule: Rule,
    members: Vec<Member<'a>>,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl<'a> Crowd<'a> {
    fn new(rule: Rule, mut members: Vec<Member<'a>>) -> Self {
        members.sort_by(|a, b| {
            let by_value = a.ends.low.total_cmp(&b.ends.low).then(a.ends.high.total_cmp(&b.ends.high));
            a.ends.start.cmp(&b.ends.start).then(by_value).then_with(|| a.claim.id.cmp(&b.claim.id))
        });
        let low = members.iter().map(|member| member.ends.low).collect();
        let high = members.iter().map(|member| member.ends.high).collect();
        Self { rule, members, low, high }
    }

    fn ends(&self, at: usize) -> Ends {
        self.members[at].ends
    }

    /// Those that come after one and whose periods meet its own.
    fn meeting(&self, at: usize) -> std::ops::Range<usize> {
        let after = &self.members[at + 1..];
        at + 1..at + 1 + after.partition_point(|member| member.ends.start <= self.ends(at).end)
    }

    /// For each claim, the one after it that lies furthest above, and the one that lies furthest below, if they disagree.
    fn widest(&self) -> Vec<(f64, usize, usize)> {
        let tree = Tree::new(&self.low, &self.high, 0..self.members.len());
        let mut found = Vec::new();
        for at in 0..self.members.len() {
            let Some((above, below)) = tree.extremes(self.meeting(at)) else { continue };
            for other in [above, below] {
                if self.rule.disagree(self.ends(at), self.ends(other)) {
                    found.push((self.width(at, other), at, other));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        found.dedup();
        found
    }

    fn width(&self, a: usize, b: usize) -> f64 {
        let (low, high) = self.ends(a).facing(self.ends(b)).unwrap_or_default();
        if low > 0.0 { high / low } else { high - low }
    }

    /// The claims that hang together: those of one period, those whose periods meet where that is enough, and those that
    /// disagree.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut joined = UnionFind::<usize>::new(self.members.len());
        let mut of_period: BTreeMap<(i32, i32), usize> = BTreeMap::new();
        let mut last = (i32::MIN, 0);
        for at in 0..self.members.len() {
            let ends = self.ends(at);
            joined.union(at, *of_period.entry((ends.start, ends.end)).or_insert(at));
            if self.rule.is_uniform() && at > 0 && ends.start <= last.0 {
                joined.union(at, last.1);
            }
            if ends.end >= last.0 {
                last = (ends.end, at);
            }
        }
        self.widest().iter().for_each(|(_, a, b)| {
            joined.union(*a, *b);
        });
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        (0..self.members.len()).for_each(|at| groups.entry(joined.find_mut(at)).or_default().push(at));
        groups.into_values().collect()
    }
}

fn question(desk: &Desk<'_>, crowd: &Crowd<'_>, group: &[usize]) -> Question {
    let members: Vec<Member<'_>> = group.iter().map(|at| crowd.members[*at]).collect();
    let own = Crowd::new(crowd.rule, members);
    let claims: Vec<&Claim> = own.members.iter().map(|member| member.claim).collect();
    let mut comparisons = told(desk, &own);
    comparisons.sort_by(|a, b| firmness(a).cmp(&firmness(b)));
    let positions = positions(desk, &own);
    assemble(
        desk,
        &claims,
        Parts { allowing: Vec::new(), positions, comparisons, explained: Vec::new(), is_crowd: true },
    )
}

/// The comparisons that are listed: the widest disagreements, or, if there are none, some that agree.
fn told(desk: &Desk<'_>, crowd: &Crowd<'_>) -> Vec<Comparison> {
    let claim = |at: usize| crowd.members[at].claim;
    let compare = |a: &Claim, b: &Claim| if a.id < b.id { desk.compare(a, b) } else { desk.compare(b, a) };
    let widest = crowd.widest();
    let tried = widest.iter().take(MOST_TRIED).map(|(_, a, b)| compare(claim(*a), claim(*b)));
    let disagreeing: Vec<Comparison> = tried.filter(Comparison::is_disagreement).take(MOST_LISTED).collect();
    if !disagreeing.is_empty() {
        return disagreeing;
    }
    let neighbours = (1..crowd.members.len()).map(|at| compare(claim(at - 1), claim(at)));
    neighbours.take(MOST_TRIED).filter(|pair| pair.relation != Relation::NotComparable).take(MOST_LISTED).collect()
}

/// The sides, in the order of their values. What only bounds the figure from one side takes none that it allows.
fn positions(desk: &Desk<'_>, crowd: &Crowd<'_>) -> Vec<Position> {
    let (mut open, mut bounded): (Vec<Member<'_>>, Vec<Member<'_>>) =
        crowd.members.iter().partition(|member| is_one_sided(member.claim));
    bounded.sort_by(|a, b| in_order(a.claim, b.claim));
    open.sort_by(|a, b| in_order(a.claim, b.claim));
    let taken = sides(&crowd.rule, &bounded);
    let mut allowed: Vec<Vec<ClaimId>> = vec![Vec::new(); taken.len()];
    let mut on_their_own = Vec::new();
    for member in open {
        match taken.iter().position(|side| side.allows(&crowd.rule, member.ends)) {
            Some(at) => allowed[at].push(member.claim.id.clone()),
            None => on_their_own.push(member),
        }
    }
    let of_sides = taken.iter().zip(allowed).map(|(side, allowed)| position(desk, &claims(side), false, allowed));
    let bounds = sides(&crowd.rule, &on_their_own);
    of_sides.chain(bounds.iter().map(|side| position(desk, &claims(side), true, Vec::new()))).collect()
}

fn claims<'a>(side: &Side<'a>) -> Vec<&'a Claim> {
    side.members.iter().map(|member| member.claim).collect()
}
