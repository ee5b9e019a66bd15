//! Finds the rows of a stretch whose figures begin above a number or end below one, without looking at all of them.

use std::ops::Range;

/// Rows of a leaf, and children of a node.
const WIDTH: usize = 32;

/// The greatest low end and the least high end of each node, level by level; the rows themselves are the lowest level.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    low: &'a [f64],
    high: &'a [f64],
    /// From the leaves up: (greatest low end, least high end).
    levels: Vec<Vec<(f64, f64)>>,
    /// The row with which the leaves begin.
    origin: usize,
}

impl<'a> Tree<'a> {
    /// The tree over a stretch of rows.
    pub fn new(low: &'a [f64], high: &'a [f64], rows: Range<usize>) -> Self {
        let join = |a: (f64, f64), b: (f64, f64)| (a.0.max(b.0), a.1.min(b.1));
        let none = (f64::NEG_INFINITY, f64::INFINITY);
        let leaf = |(low, high): (&[f64], &[f64])| low.iter().copied().zip(high.iter().copied()).fold(none, join);
        let chunks = low[rows.clone()].chunks(WIDTH).zip(high[rows.clone()].chunks(WIDTH));
        let mut levels = vec![chunks.map(leaf).collect::<Vec<_>>()];
        while let Some(below) = levels.last().filter(|level| level.len() > WIDTH) {
            let above = below.chunks(WIDTH).map(|nodes| nodes.iter().copied().fold(none, join)).collect();
            levels.push(above);
        }
        Self { low, high, levels, origin: rows.start }
    }

    /// Visits the rows of a stretch whose low end is above `above` or whose high end is below `below`.
    pub fn visit(&self, rows: Range<usize>, above: f64, below: f64, visit: &mut impl FnMut(usize)) {
        let (from, to) = (rows.start - self.origin, rows.end - self.origin);
        let (first, last) = (from.next_multiple_of(WIDTH), to / WIDTH * WIDTH);
        if first >= last {
            return self.scan(rows, above, below, visit);
        }
        self.scan(rows.start..first + self.origin, above, below, visit);
        self.nodes(0, first / WIDTH..last / WIDTH, above, below, visit);
        self.scan(last + self.origin..rows.end, above, below, visit);
    }

    /// The first row of a stretch with the greatest low end, and the first with the least high end.
    pub fn extremes(&self, rows: Range<usize>) -> Option<(usize, usize)> {
        let cover = self.cover(rows);
        let (above, below) = cover.iter().fold((None, None), |(above, below), node| {
            (self.better(above, *node, |ends| ends.0), self.better(below, *node, |ends| -ends.1))
        });
        Some((self.descend(above?, |ends| ends.0), self.descend(below?, |ends| -ends.1)))
    }

    /// The better of two nodes, the earlier one if both are as good.
    fn better(&self, best: Option<Node>, other: Node, worth: impl Fn((f64, f64)) -> f64) -> Option<Node> {
        let is_better = best.is_none_or(|best| worth(self.ends(other)) > worth(self.ends(best)));
        if is_better { Some(other) } else { best }
    }

    /// The first row below a node that is worth as much as the node.
    fn descend(&self, mut node: Node, worth: impl Fn((f64, f64)) -> f64) -> usize {
        while let Some(level) = node.0 {
            let count = level.checked_sub(1).map_or(self.low.len() - self.origin, |below| self.levels[below].len());
            let children = node.1 * WIDTH..((node.1 + 1) * WIDTH).min(count);
            let shift = if level == 0 { self.origin } else { 0 };
            let child = |at: usize| Node(level.checked_sub(1), at + shift);
            let best = children.map(child).fold(None, |best, other| self.better(best, other, &worth));
            let Some(best) = best else { break };
            node = best;
        }
        node.1
    }

    fn ends(&self, Node(level, at): Node) -> (f64, f64) {
        level.map_or_else(|| (self.low[at], self.high[at]), |level| self.levels[level][at])
    }

    /// The fewest nodes and rows that make up a stretch, in order.
    fn cover(&self, rows: Range<usize>) -> Vec<Node> {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut level = None;
        let (mut from, mut to, mut shift) =
            (rows.start - self.origin, rows.end.max(rows.start) - self.origin, self.origin);
        loop {
            let above = level.map_or(0, |level| level + 1);
            let (first, last) = (from.next_multiple_of(WIDTH), to / WIDTH * WIDTH);
            if above >= self.levels.len() || first >= last {
                before.extend((from..to).map(|at| Node(level, at + shift)));
                break;
            }
            before.extend((from..first).map(|at| Node(level, at + shift)));
            after.extend((last..to).rev().map(|at| Node(level, at + shift)));
            (level, from, to, shift) = (Some(above), first / WIDTH, last / WIDTH, 0);
        }
        before.extend(after.into_iter().rev());
        before
    }

    fn scan(&self, rows: Range<usize>, above: f64, below: f64, visit: &mut impl FnMut(usize)) {
        let ends = self.low[rows.clone()].iter().zip(&self.high[rows.clone()]);
        for (row, (low, high)) in rows.zip(ends) {
            if *low > above || *high < below {
                visit(row);
            }
        }
    }

    /// The nodes of a level, by way of the level above where that spares any.
    fn nodes(&self, level: usize, nodes: Range<usize>, above: f64, below: f64, visit: &mut impl FnMut(usize)) {
        let (first, last) = (nodes.start.next_multiple_of(WIDTH), nodes.end / WIDTH * WIDTH);
        if level + 1 < self.levels.len() && first < last {
            self.each(level, nodes.start..first, above, below, visit);
            self.nodes(level + 1, first / WIDTH..last / WIDTH, above, below, visit);
            self.each(level, last..nodes.end, above, below, visit);
        } else {
            self.each(level, nodes, above, below, visit);
        }
    }

    fn each(&self, level: usize, nodes: Range<usize>, above: f64, below: f64, visit: &mut impl FnMut(usize)) {
        for node in nodes {
            let (greatest, least) = self.levels[level][node];
            if greatest <= above && least >= below {
                continue;
            }
            let children = node * WIDTH..(node + 1) * WIDTH;
            match level {
                0 => self.scan(children.start + self.origin..children.end + self.origin, above, below, visit),
                _ => self.each(level - 1, children, above, below, visit),
            }
        }
    }
}

/// A node of a level, or, without one, a row.
#[derive(Clone, Copy, Debug)]
struct Node(Option<usize>, usize);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_what_a_scan_finds(
            ends in proptest::collection::vec((0.0..100.0_f64, 0.0..10.0_f64), 1..3000),
            stretch in (0.0..1.0_f64, 0.0..1.0_f64),
            (above, below) in (50.0..120.0_f64, -10.0..50.0_f64),
            skipped in 0_usize..50,
        ) {
            let low: Vec<f64> = ends.iter().map(|(low, _)| *low).collect();
            let high: Vec<f64> = ends.iter().map(|(low, width)| low + width).collect();
            let skipped = skipped.min(low.len() - 1);
            let at = |share: f64| skipped + ((low.len() - skipped) as f64 * share) as usize;
            let rows = at(stretch.0).min(at(stretch.1))..at(stretch.0).max(at(stretch.1));
            let mut found = Vec::new();
            Tree::new(&low, &high, skipped..low.len()).visit(rows.clone(), above, below, &mut |row| found.push(row));
            let expected: Vec<usize> = rows.clone().filter(|row| low[*row] > above || high[*row] < below).collect();
            prop_assert_eq!(found, expected);
            let tree = Tree::new(&low, &high, skipped..low.len());
            let first = |worth: &dyn Fn(usize) -> f64| rows.clone().reduce(|a, b| if worth(b) > worth(a) { b } else { a });
            let expected = first(&|row| low[row]).zip(first(&|row| -high[row]));
            prop_assert_eq!(tree.extremes(rows), expected);
        }
    }
}
