//! Questions with more claims than can be held side by side two by two. Their days and bounds tell which hang together, which
//! sides they take, and which lie furthest apart; only those few are compared in full.

use std::collections::BTreeMap;

use super::assemble::{Parts, assemble, firmness};
use super::gather::MOST_SIDE_BY_SIDE;
use super::opposed::{Crowd, Group};
use super::positions::{in_order, is_one_sided, position};
use super::question::{Position, Question};
use super::room;
use super::sides::{Member, Side, sides};
use crate::compare::{Comparison, Relation};
use crate::findings::desk::Desk;
use crate::model::{About, Claim, ClaimId};
use crate::sweep::{Outline, Rule};
use crate::trace::subject;

/// Comparisons that are listed of a crowd.
const MOST_LISTED: usize = 24;

/// Pairs that are looked at to find them.
const MOST_TRIED: usize = 96;

/// The questions among many claims. Only claims of one place, population and definition are held against each other.
pub(in crate::findings) fn questions(desk: &Desk<'_>, claims: &[&Claim]) -> Vec<Question> {
    let mut alike: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
    claims.iter().for_each(|claim| alike.entry(lane(claim)).or_default().push(claim));
    alike.values().flat_map(|claims| of_lane(desk, claims)).collect()
}

/// Whether days and bounds tell all of some claims.
pub(in crate::findings) fn is_told(desk: &Desk<'_>, claims: &[&Claim]) -> bool {
    let Some(first) = claims.first() else { return true };
    let of = lane(first);
    claims.iter().all(|claim| Outline::of(desk.archive, claim).is_sharp && lane(claim) == of)
}

fn of_lane(desk: &Desk<'_>, claims: &[&Claim]) -> Vec<Question> {
    if claims.len() <= MOST_SIDE_BY_SIDE {
        return room::questions(desk, claims);
    }
    let measure = claims[0].about.as_quantity().and_then(|_| desk.archive.measure_of(claims[0]));
    let rule = measure.and_then(Rule::of).unwrap_or(Rule::OF_ANY);
    let unit = measure.map(|measure| measure.unit.as_str());
    let members: Vec<Member<'_>> =
        claims.iter().map(|claim| Member { claim, ends: Outline::of(desk.archive, claim).ends }).collect();
    let crowd = Crowd::new(rule, unit, members);
    let of_group = |group: &Group| match group.members.len() {
        0 | 1 => Vec::new(),
        count if count <= MOST_SIDE_BY_SIDE => room::questions(desk, &crowd.claims(group)),
        _ => vec![question(desk, &crowd, group)],
    };
    crowd.groups().iter().flat_map(of_group).collect()
}

/// What claims must share to be held against each other in a crowd.
fn lane(claim: &Claim) -> impl Ord + use<> {
    let scope = &claim.scope;
    let is_quote = matches!(claim.about, About::Quote(_));
    let (_, words, ranked) = subject(claim);
    let words = words.map(|words| if is_quote { words.to_lowercase() } else { words.to_owned() });
    let definition = scope.definition.as_ref().map(|definition| definition.to_lowercase());
    (scope.place.clone(), scope.population.clone(), definition, words, ranked.cloned())
}

fn question(desk: &Desk<'_>, crowd: &Crowd<'_>, group: &Group) -> Question {
    let mut comparisons = told(desk, crowd, group);
    comparisons.sort_by(|a, b| firmness(a).cmp(&firmness(b)));
    let positions = positions(desk, crowd, group);
    assemble(
        desk,
        &crowd.claims(group),
        Parts { allowing: Vec::new(), positions, comparisons, explained: Vec::new(), is_crowd: true },
    )
}

/// The comparisons that are listed: the widest disagreements, or, if there are none, some that agree.
fn told(desk: &Desk<'_>, crowd: &Crowd<'_>, group: &Group) -> Vec<Comparison> {
    let compare = |a: usize, b: usize| {
        let (a, b) = (crowd.members[a].claim, crowd.members[b].claim);
        if a.id < b.id { desk.compare(a, b) } else { desk.compare(b, a) }
    };
    let tried = group.widest.iter().take(MOST_TRIED).map(|pair| compare(pair.a, pair.b));
    let disagreeing: Vec<Comparison> = tried.filter(Comparison::is_disagreement).take(MOST_LISTED).collect();
    if !disagreeing.is_empty() {
        return disagreeing;
    }
    let neighbours = group.members.windows(2).map(|pair| compare(pair[0], pair[1]));
    neighbours.take(MOST_TRIED).filter(|pair| pair.relation != Relation::NotComparable).take(MOST_LISTED).collect()
}

/// The sides, in the order of their values. What only bounds the figure from one side takes none that it allows.
fn positions(desk: &Desk<'_>, crowd: &Crowd<'_>, group: &Group) -> Vec<Position> {
    let (mut open, mut bounded): (Vec<Member<'_>>, Vec<Member<'_>>) =
        group.members.iter().map(|at| crowd.members[*at]).partition(|member| is_one_sided(member.claim));
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
