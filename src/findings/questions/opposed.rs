//! Which of many claims of one lane are opposed, and which hang together, by their days and bounds.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use super::sides::Member;
use crate::compare::gap;
use crate::model::Claim;
use crate::sweep::{Ends, Rule, Tree};

/// The ends by which the furthest claims are looked for. Ratios are between ends on one side of zero, so that besides all ends
/// the high ends above it are looked at by themselves, and the low ends below it.
const ENDS: [fn(Ends) -> (f64, f64); 3] = [
    |ends| (ends.low, ends.high),
    |ends| (ends.low, if ends.high > 0.0 { ends.high } else { f64::INFINITY }),
    |ends| (if ends.low < 0.0 { ends.low } else { f64::NEG_INFINITY }, ends.high),
];

/// Claims of one lane in the order of their first days.
pub(in crate::findings) struct Crowd<'a> {
    pub rule: Rule,
    /// The unit of the figures; none if they are no quantities.
    unit: Option<&'a str>,
    pub members: Vec<Member<'a>>,
}

impl<'a> Crowd<'a> {
    pub fn new(rule: Rule, unit: Option<&'a str>, mut members: Vec<Member<'a>>) -> Self {
        members.sort_by(|a, b| {
            let by_value = a.ends.low.total_cmp(&b.ends.low).then(a.ends.high.total_cmp(&b.ends.high));
            a.ends.start.cmp(&b.ends.start).then(by_value).then_with(|| a.claim.id.cmp(&b.claim.id))
        });
        Self { rule, unit, members }
    }

    fn ends(&self, at: usize) -> Ends {
        self.members[at].ends
    }

    /// Those that come after one and whose periods meet its own.
    fn meeting(&self, at: usize) -> std::ops::Range<usize> {
        let after = &self.members[at + 1..];
        at + 1..at + 1 + after.partition_point(|member| member.ends.start <= self.ends(at).end)
    }

    /// Pairs that disagree, the widest first: of each claim that disagrees with any of its period at least one. `join` is told
    /// of enough pairs to know which claims hang together by what they disagree on.
    fn widest(&self, periods: &[OfPeriod], join: &mut impl FnMut(usize, usize)) -> Vec<Opposed> {
        let pairs = if self.rule.is_uniform() { self.furthest() } else { self.of_one_period(periods) };
        let mut found: Vec<Opposed> = pairs.into_iter().map(|(a, b)| self.opposed(a, b)).collect();
        found.iter().for_each(|pair| join(pair.a, pair.b));
        if self.rule.has_parts() {
            found.extend(self.exceeding(periods, join));
        }
        found.sort_by(|a, b| b.width.total_cmp(&a.width).then((a.a, a.b).cmp(&(b.a, b.b))));
        found.dedup();
        found
    }

    fn opposed(&self, a: usize, b: usize) -> Opposed {
        Opposed { width: self.width(a, b), a: a.min(b), b: a.max(b) }
    }

    fn disagree(&self, a: usize, b: usize) -> bool {
        self.rule.disagree(self.ends(a), self.ends(b))
    }

    /// Of each claim, the ones after it that lie furthest above and below: where all periods that meet count, they disagree
    /// if any do.
    fn furthest(&self) -> Vec<(usize, usize)> {
        ENDS.iter().flat_map(|ends| self.furthest_by(ends)).collect()
    }

    fn furthest_by(&self, ends: &fn(Ends) -> (f64, f64)) -> Vec<(usize, usize)> {
        let all = 0..self.members.len();
        let (low, high): (Vec<f64>, Vec<f64>) = self.members.iter().map(|member| ends(member.ends)).unzip();
        let tree = Tree::new(&low, &high, all.clone());
        let of = |at: usize| {
            let furthest = tree.extremes(self.meeting(at)).map_or([at, at], |(above, below)| [above, below]);
            furthest.map(|other| (at, other))
        };
        all.flat_map(of).filter(|(a, b)| self.disagree(*a, *b)).collect()
    }

    /// The same where only claims of one period are held against each other.
    fn of_one_period(&self, periods: &[OfPeriod]) -> Vec<(usize, usize)> {
        let of = |period: &OfPeriod| {
            let furthest = self.outermost(period).into_iter().flat_map(|(least, most)| [least, most]);
            let pairs = furthest.flat_map(|other| period.members.iter().map(move |at| (*at, other)));
            pairs.filter(|(a, b)| self.disagree(*a, *b)).collect::<Vec<_>>()
        };
        periods.iter().flat_map(of).collect()
    }

    /// The claims of each period, in the order of first days.
    fn periods(&self) -> Vec<OfPeriod> {
        let mut of_period: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
        for at in 0..self.members.len() {
            of_period.entry((self.ends(at).start, self.ends(at).end)).or_default().push(at);
        }
        of_period.into_iter().map(|((start, end), members)| OfPeriod { start, end, members }).collect()
    }

    /// Claims of periods inside others that exceed these: the widest pair of each two such periods, which `join` is told, and
    /// of each outer period the widest.
    fn exceeding(&self, periods: &[OfPeriod], join: &mut impl FnMut(usize, usize)) -> Vec<Opposed> {
        let outermost: Vec<_> = periods.iter().map(|period| self.outermost(period)).collect();
        let mut found = Vec::new();
        for (outer, ends) in periods.iter().zip(&outermost) {
            let from = periods.partition_point(|inner| inner.start < outer.start);
            let upto = periods.partition_point(|inner| inner.start <= outer.end);
            let inside = (from..upto).filter(|at| periods[*at].end <= outer.end);
            let pairs = inside.flat_map(|at| ends.iter().zip(&outermost[at]));
            let pairs = pairs.map(|((least, _), (_, most))| (*least, *most));
            let mut widest: Option<Opposed> = None;
            for (a, b) in pairs.filter(|(a, b)| self.disagree(*a, *b)) {
                join(a, b);
                let pair = self.opposed(a, b);
                widest = Some(widest.filter(|best| best.width >= pair.width).unwrap_or(pair));
            }
            found.extend(widest);
        }
        found
    }

    /// The members of a period with the least high end and the greatest low end, by each way to look at ends.
    fn outermost(&self, period: &OfPeriod) -> [(usize, usize); 3] {
        ENDS.map(|ends| {
            let (low, high) = (|at: &usize| ends(self.ends(*at)).0, |at: &usize| ends(self.ends(*at)).1);
            let least = period.members.iter().min_by(|a, b| high(a).total_cmp(&high(b)));
            let most = period.members.iter().max_by(|a, b| low(a).total_cmp(&low(b)));
            (least.copied().unwrap_or_default(), most.copied().unwrap_or_default())
        })
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
        let periods = self.periods();
        let mut joined = UnionFind::<usize>::new(self.members.len());
        periods.iter().for_each(|period| join_all(&mut joined, &period.members));
        if self.rule.is_uniform() {
            self.join_meeting(&mut joined);
        }
        let widest = self.widest(&periods, &mut |a, b| {
            joined.union(a, b);
        });
        let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
        (0..self.members.len()).for_each(|at| groups.entry(joined.find_mut(at)).or_default().members.push(at));
        for pair in widest {
            groups.entry(joined.find_mut(pair.a)).or_default().widest.push(pair);
        }
        groups.into_values().collect()
    }

    /// Joins those whose periods meet, step by step.
    fn join_meeting(&self, joined: &mut UnionFind<usize>) {
        let mut last = (i32::MIN, 0);
        for at in 0..self.members.len() {
            let ends = self.ends(at);
            if at > 0 && ends.start <= last.0 {
                joined.union(at, last.1);
            }
            if ends.end >= last.0 {
                last = (ends.end, at);
            }
        }
    }

    pub fn claims(&self, group: &Group) -> Vec<&'a Claim> {
        group.members.iter().map(|at| self.members[*at].claim).collect()
    }
}

fn join_all(joined: &mut UnionFind<usize>, members: &[usize]) {
    members.windows(2).for_each(|pair| {
        joined.union(pair[0], pair[1]);
    });
}

/// The claims of one period.
struct OfPeriod {
    start: i32,
    end: i32,
    members: Vec<usize>,
}

/// Two claims that disagree, and how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::findings) struct Opposed {
    width: f64,
    pub a: usize,
    pub b: usize,
}

/// Claims of a crowd that hang together.
#[derive(Debug, Default)]
pub(in crate::findings) struct Group {
    /// In the order of first days.
    pub members: Vec<usize>,
    pub widest: Vec<Opposed>,
}
