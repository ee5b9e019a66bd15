//! Which of many claims of one lane are opposed, and which hang together, by their days and bounds.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use super::sides::Member;
use crate::compare::gap;
use crate::model::Claim;
use crate::sweep::{Ends, Rule, Tree};

/// Any figures, those above zero, and those below: ratios are between figures of one sign.
const SIGNS: [fn(Ends) -> bool; 3] = [|_| true, |ends| ends.low > 0.0, |ends| ends.high < 0.0];

/// Claims of one lane in the order of their first days.
pub(super) struct Crowd<'a> {
    pub rule: Rule,
    /// The unit of the figures; none if they are no quantities.
    unit: Option<&'a str>,
    pub members: Vec<Member<'a>>,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl<'a> Crowd<'a> {
    pub fn new(rule: Rule, unit: Option<&'a str>, mut members: Vec<Member<'a>>) -> Self {
        members.sort_by(|a, b| {
            let by_value = a.ends.low.total_cmp(&b.ends.low).then(a.ends.high.total_cmp(&b.ends.high));
            a.ends.start.cmp(&b.ends.start).then(by_value).then_with(|| a.claim.id.cmp(&b.claim.id))
        });
        let low = members.iter().map(|member| member.ends.low).collect();
        let high = members.iter().map(|member| member.ends.high).collect();
        Self { rule, unit, members, low, high }
    }

    fn ends(&self, at: usize) -> Ends {
        self.members[at].ends
    }

    /// Those that come after one and whose periods meet its own.
    fn meeting(&self, at: usize) -> std::ops::Range<usize> {
        let after = &self.members[at + 1..];
        at + 1..at + 1 + after.partition_point(|member| member.ends.start <= self.ends(at).end)
    }

    /// Pairs that disagree, the widest first: of each claim that disagrees with any at least one.
    fn widest(&self) -> Vec<Opposed> {
        let mut found = if self.rule.is_uniform() { self.furthest() } else { self.of_one_period() };
        if self.rule.has_parts() {
            found.extend(self.exceeding());
        }
        let opposed = |(a, b): (usize, usize)| Opposed { width: self.width(a, b), a: a.min(b), b: a.max(b) };
        let mut found: Vec<Opposed> = found.into_iter().map(opposed).collect();
        found.sort_by(|a, b| b.width.total_cmp(&a.width).then((a.a, a.b).cmp(&(b.a, b.b))));
        found.dedup();
        found
    }

    fn tree(&self) -> Tree<'_> {
        Tree::new(&self.low, &self.high, 0..self.members.len())
    }

    fn disagree(&self, a: usize, b: usize) -> bool {
        self.rule.disagree(self.ends(a), self.ends(b))
    }

    /// Of each claim, the ones after it that lie furthest above and below: where all periods that meet count, they disagree
    /// if any do. Among figures of one sign they are looked for once more.
    fn furthest(&self) -> Vec<(usize, usize)> {
        SIGNS.iter().filter(|sign| self.has(sign)).flat_map(|sign| self.furthest_of(sign)).collect()
    }

    fn has(&self, sign: &impl Fn(Ends) -> bool) -> bool {
        self.members.iter().any(|member| sign(member.ends))
    }

    fn furthest_of(&self, counts: &fn(Ends) -> bool) -> Vec<(usize, usize)> {
        let ends = |at: usize, end: f64, none: f64| if counts(self.ends(at)) { end } else { none };
        let all = 0..self.members.len();
        let low: Vec<f64> = all.clone().map(|at| ends(at, self.low[at], f64::NEG_INFINITY)).collect();
        let high: Vec<f64> = all.clone().map(|at| ends(at, self.high[at], f64::INFINITY)).collect();
        let tree = Tree::new(&low, &high, all.clone());
        let of = |at: usize| {
            let furthest = tree.extremes(self.meeting(at)).map_or([at, at], |(above, below)| [above, below]);
            furthest.map(|other| (at, other))
        };
        let own = all.filter(|at| counts(self.ends(*at)));
        own.flat_map(of).filter(|(a, b)| counts(self.ends(*b)) && self.disagree(*a, *b)).collect()
    }

    /// The same where only claims of one period are held against each other.
    fn of_one_period(&self) -> Vec<(usize, usize)> {
        let mut of_period: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
        for at in 0..self.members.len() {
            of_period.entry((self.ends(at).start, self.ends(at).end)).or_default().push(at);
        }
        let mut found = Vec::new();
        for (alike, sign) in of_period.values().flat_map(|alike| SIGNS.iter().map(move |sign| (alike, sign))) {
            let of_sign = alike.iter().copied().filter(|at| sign(self.ends(*at)));
            let most = of_sign.clone().max_by(|a, b| self.low[*a].total_cmp(&self.low[*b]));
            let least = of_sign.clone().min_by(|a, b| self.high[*a].total_cmp(&self.high[*b]));
            let furthest = [most, least].into_iter().flatten();
            let pairs = furthest.flat_map(|other| of_sign.clone().map(move |at| (at, other)));
            found.extend(pairs.filter(|(a, b)| self.disagree(*a, *b)));
        }
        found
    }

    /// Of each claim, the one of a period inside its own that exceeds it most. The one that lies furthest above is looked at first;
    /// only where its period sets it apart are others.
    fn exceeding(&self) -> Vec<(usize, usize)> {
        let tree = self.tree();
        let of = |at: usize| {
            let (above, _) = tree.extremes(self.meeting(at))?;
            let mut found = Some(above).filter(|other| self.disagree(at, *other));
            if found.is_none() && self.low[above] > self.high[at] {
                tree.visit(self.meeting(at), self.high[at], f64::NEG_INFINITY, &mut |other| {
                    let is_wider = found.is_none_or(|best| self.low[other] > self.low[best]);
                    if is_wider && self.disagree(at, other) {
                        found = Some(other);
                    }
                });
            }
            Some((at, found?))
        };
        (0..self.members.len()).filter_map(of).collect()
    }

    /// How far two lie apart, as gaps are measured.
    fn width(&self, a: usize, b: usize) -> f64 {
        let ends = self.ends(a).facing(self.ends(b)).unwrap_or_default();
        match self.unit {
            Some(unit) => gap(unit, ends).map_or(0.0, |gap| gap.size),
            None => ends.1 - ends.0,
        }
    }

    /// The claims that hang together: those of one period, those whose periods meet where that is enough, and those that
    /// disagree.
    pub fn groups(&self) -> Vec<Group> {
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
        let widest = self.widest();
        widest.iter().for_each(|pair| {
            joined.union(pair.a, pair.b);
        });
        let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
        (0..self.members.len()).for_each(|at| groups.entry(joined.find_mut(at)).or_default().members.push(at));
        for pair in widest {
            groups.entry(joined.find_mut(pair.a)).or_default().widest.push(pair);
        }
        groups.into_values().collect()
    }

    pub fn claims(&self, group: &Group) -> Vec<&'a Claim> {
        group.members.iter().map(|at| self.members[*at].claim).collect()
    }
}

/// Two claims that disagree, and how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Opposed {
    width: f64,
    pub a: usize,
    pub b: usize,
}

/// Claims of a crowd that hang together.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// In the order of first days.
    pub members: Vec<usize>,
    pub widest: Vec<Opposed>,
}
