//! Strongly connected components of rows: whatever leads to each other.

use std::collections::VecDeque;

use super::rows::Rows;

/// Not yet visited.
const NEW: u32 = 0;
/// In a component that is complete; what remains of it is the number of the component.
const DONE: u32 = 1 << 31;

/// For each number its component. Components are numbered from 0, those first to which others lead.
///
/// This is Tarjan's algorithm with a stack of its own, so that no chain is too long for it. petgraph has it, too, but calls
/// itself for each step of a chain; its `kosaraju_scc` does not, and goes over everything twice.
pub(crate) fn components(rows: &Rows) -> Vec<u32> {
    let mut search =
        Search { rows, low: vec![NEW; rows.len()], next: NEW, path: Vec::new(), open: Vec::new(), closed: 0 };
    for start in 0..rows.len() as u32 {
        if search.low[start as usize] == NEW {
            search.from(start);
        }
    }
    search.low.iter_mut().for_each(|low| *low ^= DONE);
    search.low
}

/// The members of each component, in order.
pub(crate) fn members(components: &[u32]) -> Rows {
    let lists = components.iter().map(|component| std::iter::once(*component));
    let count = components.iter().max().map_or(0, |last| *last as usize + 1);
    Rows::of(lists).reversed_onto(count)
}

struct Search<'a> {
    rows: &'a Rows,
    /// For each number, the earliest that it is known to lead back to.
    low: Vec<u32>,
    /// How many have been visited.
    next: u32,
    /// From where the search has come: each with its own number, and how much of its row has been looked at.
    path: Vec<(u32, u32, u32)>,
    /// Visited, and in no complete component yet.
    open: Vec<u32>,
    /// How many components are complete.
    closed: u32,
}

impl Search<'_> {
    fn from(&mut self, start: u32) {
        self.visit(start);
        while let Some((at, own, looked)) = self.path.last_mut() {
            match self.rows.row(*at).get(*looked as usize) {
                Some(next) => {
                    *looked += 1;
                    let at = *at;
                    self.look(at, *next);
                }
                None => {
                    let (at, own) = (*at, *own);
                    self.leave(at, own);
                }
            }
        }
    }

    fn visit(&mut self, at: u32) {
        self.next += 1;
        self.low[at as usize] = self.next;
        self.path.push((at, self.next, 0));
        self.open.push(at);
    }

    fn look(&mut self, at: u32, next: u32) {
        match self.low[next as usize] {
            NEW => self.visit(next),
            low if low < DONE => self.lower(at, low),
            _ => {}
        }
    }

    fn lower(&mut self, at: u32, low: u32) {
        let own = &mut self.low[at as usize];
        *own = low.min(*own);
    }

    /// A number that leads to none before it closes a component: itself, and what has been opened after it.
    fn leave(&mut self, at: u32, own: u32) {
        self.path.pop();
        let low = self.low[at as usize];
        if low == own {
            self.close(at);
        } else if let Some((below, ..)) = self.path.last().copied() {
            self.lower(below, low);
        }
    }

    fn close(&mut self, at: u32) {
        while let Some(member) = self.open.pop() {
            self.low[member as usize] = DONE | self.closed;
            if member == at {
                break;
            }
        }
        self.closed += 1;
    }
}

/// For each component that is a circle, the shortest way from its first member back to itself, which ends where it begins.
/// Rows that are in order give the way that comes first in order.
pub(crate) fn ways_round(rows: &Rows) -> Vec<Vec<u32>> {
    let components = components(rows);
    let members = members(&components);
    let mut from = vec![u32::MAX; rows.len()];
    let first = |component| members.row(component).first().copied();
    let starts = (0..members.len() as u32).filter_map(first);
    let mut ways: Vec<Vec<u32>> = starts.filter_map(|start| way_round(rows, &components, &mut from, start)).collect();
    ways.sort_unstable();
    ways
}

fn way_round(rows: &Rows, components: &[u32], from: &mut [u32], start: u32) -> Option<Vec<u32>> {
    let mut open = VecDeque::from([start]);
    while let Some(at) = open.pop_front() {
        let inside = |next: &&u32| components[**next as usize] == components[start as usize];
        for next in rows.row(at).iter().filter(inside) {
            if *next == start {
                return Some(way_back(from, start, at));
            }
            if from[*next as usize] == u32::MAX {
                from[*next as usize] = at;
                open.push_back(*next);
            }
        }
    }
    None
}

fn way_back(from: &[u32], start: u32, last: u32) -> Vec<u32> {
    let mut way = vec![start];
    let mut at = last;
    while at != start {
        way.push(at);
        at = from[at as usize];
    }
    way.push(start);
    way.reverse();
    way
}
