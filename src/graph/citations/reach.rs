//! What can be reached along rows, in time that is linear in what is reached.

use crate::graph::rows::Rows;

/// Searches, one after the other, that share the memory of where they have been. A search costs what it reaches, however
/// many rows there are.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    rows: &'a Rows,
    /// One bit for each row: of 100,000 of them 12 KB, which stay in the nearest cache.
    seen: Vec<u64>,
    /// What the last search reached, itself first; only its bits are set.
    found: Vec<u32>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(rows: &'a Rows) -> Self {
        Self { rows, seen: vec![0; rows.len().div_ceil(64)], found: Vec::new() }
    }

    /// All that a number leads to, however many steps away, the nearest first; itself is the first of them.
    pub fn from(&mut self, start: u32) -> &[u32] {
        for old in self.found.drain(..) {
            self.seen[old as usize / 64] = 0;
        }
        if (start as usize) < self.rows.len() {
            self.add(start);
        }
        let mut at = 0;
        while let Some(open) = self.found.get(at).copied() {
            let rows = self.rows;
            rows.row(open).iter().for_each(|next| self.add(*next));
            at += 1;
        }
        &self.found
    }

    fn add(&mut self, number: u32) {
        let (word, bit) = (number as usize / 64, 1 << (number % 64));
        if self.seen[word] & bit == 0 {
            self.seen[word] |= bit;
            self.found.push(number);
        }
    }
}
