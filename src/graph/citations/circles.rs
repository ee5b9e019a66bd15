//! Circles of rows: strongly connected components of which no member is outside the others' reach.

use super::rows::Rows;

/// Not yet visited.
const NEW: u32 = 0;
/// In a component that is complete.
const DONE: u32 = u32::MAX;

/// The components of two or more, and those of one that leads to itself; each in order, and they by their first.
///
/// This is Tarjan's algorithm with a stack of its own, so that no chain is too long for it. petgraph has it, too, but calls
/// itself for each step of a chain; its `kosaraju_scc` does not, and goes over everything twice.
pub(super) fn circles(rows: &Rows) -> Vec<Vec<u32>> {
    let mut search =
        Search { rows, low: vec![NEW; rows.len()], next: NEW, path: Vec::new(), open: Vec::new(), circles: Vec::new() };
    for start in 0..rows.len() as u32 {
        if search.low[start as usize] == NEW {
            search.from(start);
        }
    }
    search.circles.sort_unstable();
    search.circles
}

struct Search<'a> {
    rows: &'a Rows,
    /// For each number, the earliest that it is known to lead back to.
    low: Vec<u32>,
    /// How many have been visited.
    next: u32,
    /// From where the search has come, each with its own number and how much of its row has been looked at.
    path: Vec<(u32, u32, u32)>,
    /// Visited, and in no complete component yet.
    open: Vec<u32>,
    circles: Vec<Vec<u32>>,
}

impl Search<'_> {
    fn from(&mut self, start: u32) {
        self.visit(start);
        while let Some((at, own, looked)) = self.path.last().copied() {
            match self.rows.row(at).get(looked as usize) {
                Some(next) => self.look(at, *next),
                None => self.leave(at, own),
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
        if let Some((_, _, looked)) = self.path.last_mut() {
            *looked += 1;
        }
        match self.low[next as usize] {
            NEW => self.visit(next),
            DONE => {}
            low => self.lower(at, low),
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
        let first = self.open.iter().rposition(|open| *open == at).unwrap_or_default();
        let members = &self.open[first..];
        for member in members {
            self.low[*member as usize] = DONE;
        }
        if members.len() > 1 || self.rows.row(at).contains(&at) {
            let mut circle = members.to_vec();
            circle.sort_unstable();
            self.circles.push(circle);
        }
        self.open.truncate(first);
    }
}
