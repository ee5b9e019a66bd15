//! Questions, and the positions that claims take on them, from every pair of claims.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::compare::{GapKind, Reason, Relation};
use gainsay::trace::Origin;

use crate::figures::Figure;
use crate::ladder::{Condition, Descent, Pair, compare, figure, prints};
use crate::origins::Descents;
use crate::world::{Claim, RATES, World};

/// The claims that agree with each other on a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    pub claims: BTreeSet<String>,
    pub compatible: BTreeSet<String>,
    pub one_sided: bool,
    pub origins: BTreeSet<Origin>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// What a set of claims answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub relation: Relation,
    pub conditions: BTreeSet<Condition>,
    pub gap: Option<(f64, GapKind)>,
    pub positions: Vec<Position>,
    /// Origins with a name, and without one.
    pub origins: (usize, usize),
    pub pairs: BTreeSet<(String, String)>,
    pub disagreeing: BTreeSet<(String, String)>,
    pub explained: BTreeSet<(String, String)>,
    pub stakes: i32,
}

/// A world with every pair of claims held side by side.
pub struct Told<'a> {
    world: &'a World,
    descents: &'a Descents<'a>,
    figures: BTreeMap<&'a str, Figure>,
    /// Pairs that come to something.
    pairs: Vec<Pair>,
}

/// What is known of the descent of two claims.
pub fn descent(descents: &Descents<'_>, a: &Claim, b: &Claim) -> Descent {
    let revises =
        a.record.supersedes.iter().any(|id| id == b.id()) || b.record.supersedes.iter().any(|id| id == a.id());
    Descent { revises, one_figure: a.source != b.source && is_one_origins_figure(descents, a, b) }
}

/// One figure of one named origin, whatever hedges stand about it.
fn is_one_origins_figure(descents: &Descents<'_>, a: &Claim, b: &Claim) -> bool {
    let one = descents.one_named(a.id());
    prints(a).is_some() && prints(a) == prints(b) && one.is_some() && one == descents.one_named(b.id())
}

/// Whether the values of two claims were held against each other, and nothing else decided.
fn is_of_values(pair: &Pair) -> bool {
    use Reason::{HedgeCovers, Rounding, Tolerance, Translation, UnitConversion};
    let by_values =
        |reason: &Reason| matches!(reason, HedgeCovers | Rounding | Tolerance | Translation | UnitConversion);
    match pair.relation {
        Relation::Contradiction | Relation::Tension | Relation::Agreement => true,
        Relation::Explained => pair.reasons.iter().all(by_values),
        Relation::NotComparable => false,
    }
}

fn is_disagreement(pair: &Pair) -> bool {
    matches!(pair.relation, Relation::Contradiction | Relation::Tension)
}

fn ids(pair: &Pair) -> (String, String) {
    (pair.a.clone().min(pair.b.clone()), pair.a.clone().max(pair.b.clone()))
}

impl<'a> Told<'a> {
    pub fn new(world: &'a World, descents: &'a Descents<'a>) -> Self {
        let mut pairs = Vec::new();
        for (at, a) in world.claims.iter().enumerate() {
            for b in &world.claims[at + 1..] {
                // Of a rate and a total, the rate stands first.
                let measures = b.quantity().zip(a.quantity());
                let turned = measures.is_some_and(|(rate, total)| RATES.contains(&(rate.id, total.id)));
                let (a, b) = if turned { (b, a) } else { (a, b) };
                pairs.push(compare(world, a, b, descent(descents, a, b)));
            }
        }
        pairs.retain(|pair| pair.relation != Relation::NotComparable);
        let figures = world.claims.iter().filter_map(|claim| Some((claim.id(), figure(claim)?))).collect();
        Self { world, descents, figures, pairs }
    }

    /// Pairs that come to something.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    fn pair(&self, a: &str, b: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a))
    }

    fn agree(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some_and(|pair| is_of_values(pair) && !is_disagreement(pair))
    }

    fn disagree(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some_and(is_disagreement)
    }

    fn is_one_sided(&self, id: &str) -> bool {
        self.figures.get(id).is_some_and(Figure::is_one_sided)
    }

    /// Whether one only leaves room for the other, as “scores” does for any large figure.
    fn only_leaves_room(&self, pair: &Pair) -> bool {
        let one_sided = self.is_one_sided(&pair.a) || self.is_one_sided(&pair.b);
        pair.relation == Relation::Explained && is_of_values(pair) && one_sided
    }

    /// Whether a claim that leaves something open is read as another, with which it agrees and which does not disagree.
    fn is_read_otherwise(&self, pair: &Pair) -> bool {
        let settled = |own: &String, other: &String| {
            let is_like = |like: &&Pair| {
                let beside = if like.a == *own { &like.b } else { &like.a };
                let is_his = like.a == *own || like.b == *own;
                let explained = self.pair(beside, other).is_some_and(|pair| pair.relation == Relation::Explained);
                is_his && like.relation == Relation::Agreement && explained
            };
            pair.conditions.iter().any(|(claim, ..)| claim == own) && self.pairs.iter().any(|like| is_like(&like))
        };
        is_disagreement(pair) && (settled(&pair.a, &pair.b) || settled(&pair.b, &pair.a))
    }

    /// The claims that hang together by some pairs, if more than one.
    fn groups(&self, pairs: &[&Pair]) -> Vec<BTreeSet<String>> {
        let mut groups: Vec<BTreeSet<String>> = Vec::new();
        for pair in pairs {
            let both = BTreeSet::from([pair.a.clone(), pair.b.clone()]);
            let (touched, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| !group.is_disjoint(&both));
            groups = rest;
            groups.push(touched.into_iter().flatten().chain(both).collect());
        }
        groups
    }

    pub fn questions(&self) -> Vec<Question> {
        let binds = |pair: &&Pair| is_of_values(pair) && !self.only_leaves_room(pair) && !self.is_read_otherwise(pair);
        let groups = self.groups(&self.pairs.iter().filter(binds).collect::<Vec<_>>());
        let with_room: Vec<_> = groups.iter().map(|group| (group, self.allowing(group))).collect();
        let taken: BTreeSet<&String> = with_room.iter().flat_map(|(group, room)| group.iter().chain(room)).collect();
        let is_left =
            |pair: &&Pair| pair.relation == Relation::Explained && !taken.contains(&pair.a) && !taken.contains(&pair.b);
        let explained = self.groups(&self.pairs.iter().filter(is_left).collect::<Vec<_>>());
        let questions = with_room.iter().map(|(group, room)| self.question(group, room));
        questions.chain(explained.iter().map(|group| self.question(group, &BTreeSet::new()))).collect()
    }

    /// One-sided claims outside a group that leave room for a claim in it.
    fn allowing(&self, group: &BTreeSet<String>) -> BTreeSet<String> {
        let pairs = self.pairs.iter().filter(|pair| self.only_leaves_room(pair));
        let other = |pair: &Pair| match (group.contains(&pair.a), group.contains(&pair.b)) {
            (true, false) => Some(pair.b.clone()),
            (false, true) => Some(pair.a.clone()),
            _ => None,
        };
        pairs.filter_map(other).filter(|id| self.is_one_sided(id)).collect()
    }

    fn question(&self, group: &BTreeSet<String>, room: &BTreeSet<String>) -> Question {
        let all: BTreeSet<String> = group.union(room).cloned().collect();
        let (inside, outside): (Vec<&Pair>, Vec<&Pair>) =
            self.pairs.iter().partition(|pair| all.contains(&pair.a) && all.contains(&pair.b));
        let touching = outside.into_iter().filter(|pair| all.contains(&pair.a) || all.contains(&pair.b));
        let explained = touching.filter(|pair| pair.relation == Relation::Explained).map(ids).collect();
        // The firmest: by relation, fewest conditions, widest gap.
        let width = |pair: &Pair| pair.gap.map_or(0.0, |gap| gap.0);
        let firmest = inside.iter().min_by(|a, b| {
            let firm = |pair: &Pair| (pair.relation, pair.conditions.len());
            let by_gap = (width(b) * 1e6).floor().total_cmp(&(width(a) * 1e6).floor());
            firm(a).cmp(&firm(b)).then(by_gap).then((&a.a, &a.b).cmp(&(&b.a, &b.b)))
        });
        let firmest = firmest.expect("a pair");
        let is_like = |pair: &&&Pair| {
            pair.relation == firmest.relation && pair.conditions.is_empty() == firmest.conditions.is_empty()
        };
        let gaps = inside.iter().filter(is_like).filter_map(|pair| pair.gap);
        let measure = self.world.claim(group.first().expect("a claim")).and_then(Claim::measure);
        Question {
            relation: firmest.relation,
            conditions: firmest.conditions.clone(),
            gap: gaps.max_by(|a, b| a.0.total_cmp(&b.0)),
            positions: self.positions(&all),
            origins: count(&group.iter().flat_map(|id| self.descents.origins(id)).collect()),
            pairs: inside.iter().map(|pair| ids(pair)).collect(),
            disagreeing: inside.iter().filter(|pair| is_disagreement(pair)).map(|pair| ids(pair)).collect(),
            explained,
            stakes: measure.map_or(0, |measure| measure.stakes),
        }
    }

    /// Claims in the order of their values take the first position with every claim of which they agree. What bounds a figure
    /// from one side only takes a position of its own if it excludes some claim, or leaves room for none.
    fn positions(&self, all: &BTreeSet<String>) -> Vec<Position> {
        let (mut open, bounded): (Vec<String>, Vec<String>) =
            self.in_order(all).into_iter().partition(|id| self.is_one_sided(id));
        let mut sides = self.sides(&bounded);
        open.retain(|id| {
            let claim = self.world.claim(id).unwrap();
            let is_his = |other: &String| is_one_origins_figure(self.descents, claim, self.world.claim(other).unwrap());
            let side = sides.iter_mut().find(|side| side.iter().any(is_his));
            let joins = side.is_some();
            side.into_iter().for_each(|side| side.push(id.clone()));
            !joins
        });
        let taken: Vec<String> = sides.concat();
        let stands_alone = |side: &&Vec<String>| {
            let any =
                |test: &dyn Fn(&str, &str) -> bool| side.iter().any(|own| taken.iter().any(|other| test(own, other)));
            any(&|own, other| self.disagree(own, other)) || !any(&|own, other| self.agree(own, other))
        };
        let leaves_room = |bound: &&String, side: &[String]| {
            !side.contains(bound)
                && side.iter().any(|other| self.agree(bound, other))
                && !side.iter().any(|other| self.disagree(bound, other))
        };
        let compatible = |side: &[String]| open.iter().filter(|bound| leaves_room(bound, side)).cloned().collect();
        let mut positions: Vec<Position> =
            sides.iter().map(|side| self.position(side, false, compatible(side))).collect();
        let bounds = self.sides(&open);
        positions.extend(bounds.iter().filter(stands_alone).map(|side| self.position(side, true, BTreeSet::new())));
        positions
    }

    fn in_order(&self, all: &BTreeSet<String>) -> Vec<String> {
        let mut ids: Vec<String> = all.iter().cloned().collect();
        let ends = |id: &String| {
            self.figures
                .get(id.as_str())
                .map_or((f64::NEG_INFINITY, f64::INFINITY), |figure| (figure.logical.low, figure.logical.high))
        };
        ids.sort_by(|a, b| ends(a).partial_cmp(&ends(b)).expect("numbers"));
        ids
    }

    fn sides(&self, ordered: &[String]) -> Vec<Vec<String>> {
        let mut sides: Vec<Vec<String>> = Vec::new();
        for id in ordered {
            match sides.iter_mut().find(|side| side.iter().all(|other| self.agree(id, other))) {
                Some(side) => side.push(id.clone()),
                None => sides.push(vec![id.clone()]),
            }
        }
        sides
    }

    fn position(&self, side: &[String], one_sided: bool, compatible: BTreeSet<String>) -> Position {
        let all: Vec<&Figure> = side.iter().filter_map(|id| self.figures.get(id.as_str())).collect();
        let some: Vec<&Figure> = all.iter().copied().filter(|figure| !figure.is_one_sided()).collect();
        let ranges = if some.is_empty() { all } else { some };
        let low = ranges.iter().map(|figure| figure.logical.low).fold(f64::NEG_INFINITY, f64::max);
        let high = ranges.iter().map(|figure| figure.logical.high).fold(f64::INFINITY, f64::min);
        // Of claims that only tolerance lets agree, the ends are those between which they lie.
        let (low, high) = if low > high { (high, low) } else { (low, high) };
        let known = |end: f64| Some(end).filter(|end| end.is_finite());
        Position {
            claims: side.iter().cloned().collect(),
            compatible,
            one_sided,
            origins: side.iter().flat_map(|id| self.descents.origins(id)).collect(),
            low: known(low),
            high: known(high),
        }
    }
}

/// How many of some origins have a name, and how many have none.
pub fn count(origins: &BTreeSet<Origin>) -> (usize, usize) {
    let named = |origin: &&Origin| matches!(origin, Origin::Actor(_) | Origin::Primary(_) | Origin::Outlet(_));
    let named = origins.iter().filter(named).count();
    (named, origins.len() - named)
}
