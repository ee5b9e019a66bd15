//! The pairs of claims that disagree, in groups where columns alone tell.

use std::cell::Cell;
use std::ops::Range;

use rayon::prelude::*;

use super::Sweep;
use super::count;
use super::ends::Ends;
use super::rule::Rule;
use super::tree::Tree;

/// Two rows whose claims disagree.
pub type Pair = (usize, usize);

/// How many pairs disagree, and in how many groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Groups with such a pair.
    pub groups: usize,
    /// Pairs.
    pub pairs: usize,
}

impl Tally {
    fn with(self, other: Self) -> Self {
        Self { groups: self.groups + other.groups, pairs: self.pairs + other.pairs }
    }
}

/// From this many rows on, a tree finds those that lie apart; below, all are looked at.
const LARGE: usize = 96;

/// Groups of more rows are counted without a look at their pairs.
const COUNTED: usize = 2_048;

/// Rows that a thread takes at a time.
const SHARE: usize = 16_384;

impl Sweep {
    /// Days and ends of a row.
    fn ends(&self, row: usize) -> Ends {
        Ends { start: self.start[row], end: self.end[row], low: self.low[row], high: self.high[row] }
    }

    /// Visits the pairs of a plain group that disagree, of which the first row is one of `rows`; each pair once.
    fn visit(&self, group: usize, rows: Range<usize>, visit: &mut impl FnMut(Pair)) {
        self.visit_while(group, rows, &mut |_| true, visit);
    }

    /// The same, as long as it is to go on, which is asked before each row.
    fn visit_while(
        &self,
        group: usize,
        rows: Range<usize>,
        goes_on: &mut impl FnMut(usize) -> bool,
        visit: &mut impl FnMut(Pair),
    ) {
        let rule = self.rule_of(group);
        let end = self.first[group + 1] as usize;
        let tree = (end - rows.start > LARGE).then(|| Tree::new(&self.low, &self.high, rows.start..end));
        for row in rows {
            if !goes_on(row) {
                return;
            }
            let own = self.ends(row);
            let (above, below) = rule.reach(own);
            let mut found = |other: usize| {
                if rule.disagree(own, self.ends(other)) {
                    visit((row, other));
                }
            };
            match &tree {
                Some(tree) => {
                    let meeting = self.start[row + 1..end].partition_point(|start| *start <= own.end);
                    tree.visit(row + 1..row + 1 + meeting, above, below, &mut found);
                }
                None => {
                    let others = row + 1..end;
                    let meeting = others.take_while(|other| self.start[*other] <= own.end);
                    let apart = meeting.filter(|other| self.low[*other] > above || self.high[*other] < below);
                    apart.for_each(found);
                }
            }
        }
    }

    fn rule_of(&self, group: usize) -> &Rule {
        &self.rules[self.groups[group].block() as usize]
    }

    /// Whether some of these rows of a plain group disagree with one that comes after it.
    pub(super) fn any_disagree(&self, group: usize, rows: Range<usize>) -> bool {
        let found = Cell::new(false);
        self.visit_while(group, rows, &mut |_| !found.get(), &mut |_| found.set(true));
        found.get()
    }

    /// How many pairs of a plain group disagree; of other groups none are counted.
    fn count(&self, group: usize) -> usize {
        let rows = self.rows_of(group);
        if rows.len() < 2 || !self.groups[group].is_plain() {
            return 0;
        }
        let rule = self.rule_of(group);
        if rows.len() > COUNTED && rule.is_uniform() {
            let ends: Vec<Ends> = rows.map(|row| self.ends(row)).collect();
            return count::disagreeing(rule, &ends);
        }
        let mut pairs = 0;
        self.visit(group, rows, &mut |_| pairs += 1);
        pairs
    }

    /// Goes through all pairs of plain groups that disagree, on all threads: what `fold` makes of the pairs of each share of
    /// the rows, in their order. It is given the group and the two rows.
    pub fn fold<T: Send>(&self, init: impl Fn() -> T + Sync, fold: impl Fn(&mut T, usize, Pair) + Sync) -> Vec<T> {
        let shares: Vec<Range<usize>> =
            (0..self.len()).step_by(SHARE).map(|from| from..(from + SHARE).min(self.len())).collect();
        let share = |rows: &Range<usize>| {
            let mut found = init();
            let mut row = rows.start;
            let mut group = self.group_of(row);
            while row < rows.end {
                let end = (self.first[group + 1] as usize).min(rows.end);
                if self.groups[group].is_plain() && self.first[group + 1] as usize - row > 1 {
                    self.visit(group, row..end, &mut |pair| fold(&mut found, group, pair));
                }
                (row, group) = (end, group + 1);
            }
            found
        };
        shares.par_iter().map(share).collect()
    }

    /// Visits the pairs of a group that disagree, if it is plain.
    pub fn pairs_of(&self, group: usize, visit: &mut impl FnMut(Pair)) {
        if self.groups[group].is_plain() {
            self.visit(group, self.rows_of(group), visit);
        }
    }

    /// Visits the pairs of a plain group that disagree and have at least one of `rows`, which are in order; each pair once.
    fn pairs_with(&self, group: usize, rows: &[u32], visit: &mut impl FnMut(Pair)) {
        let rule = self.rule_of(group);
        let all = self.rows_of(group);
        let tree = (all.len() > LARGE).then(|| Tree::new(&self.low, &self.high, all.clone()));
        for row in rows.iter().map(|row| *row as usize) {
            let own = self.ends(row);
            let (above, below) = rule.reach(own);
            let meeting = self.start[all.clone()].partition_point(|start| *start <= own.end);
            let stretch = all.start..all.start + meeting;
            let mut found = |other: usize| {
                let is_second = other < row && rows.binary_search(&(other as u32)).is_ok();
                if other != row && !is_second && rule.disagree(own, self.ends(other)) {
                    visit((row.min(other), row.max(other)));
                }
            };
            match &tree {
                Some(tree) => tree.visit(stretch, above, below, &mut found),
                None => stretch.for_each(found),
            }
        }
    }

    /// How many pairs of plain groups disagree.
    pub fn tally(&self) -> Tally {
        let group_at = |row: usize| self.first.partition_point(|first| (*first as usize) < row).min(self.groups.len());
        let share = |from: usize| self.tally_among(group_at(from)..group_at(from + SHARE));
        let shares: Vec<usize> = (0..self.len()).step_by(SHARE).collect();
        shares.into_par_iter().map(share).reduce(Tally::default, Tally::with)
    }

    /// How many pairs of a few groups disagree.
    pub fn tally_of(&self, groups: &[u32]) -> Tally {
        self.tally_among(groups.iter().map(|group| *group as usize))
    }

    fn tally_among(&self, groups: impl Iterator<Item = usize>) -> Tally {
        let of_group = |group| {
            let pairs = self.count(group);
            Tally { groups: usize::from(pairs > 0), pairs }
        };
        groups.map(of_group).fold(Tally::default(), Tally::with)
    }

    /// How many pairs disagree that have at least one of `rows`, which are in order, and of which `counts` is true.
    pub fn tally_with(&self, rows: &[u32], counts: impl Fn(Pair) -> bool) -> Tally {
        let mut tally = Tally::default();
        let mut left = rows;
        while let Some(row) = left.first() {
            let group = self.group_of(*row as usize);
            let own = left.partition_point(|row| *row < self.first[group + 1]);
            if self.groups[group].is_plain() {
                let before = tally.pairs;
                self.pairs_with(group, &left[..own], &mut |pair| tally.pairs += usize::from(counts(pair)));
                tally.groups += usize::from(tally.pairs > before);
            }
            left = &left[own..];
        }
        tally
    }
}
