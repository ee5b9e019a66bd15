//! Compressed rows: for each of many numbers a list of numbers, all of them in two columns.

use std::collections::BTreeSet;

/// Lists of numbers, one for each number from 0 on, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Where each row begins in `items`, and after the last where it ends.
    pub first: Vec<u32>,
    /// The rows.
    pub items: Vec<u32>,
}

impl Rows {
    /// The rows that pairs of row and item make, each in the order of the pairs. Rows are below `count`.
    pub fn new(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut first = vec![0_u32; count + 1];
        for (row, _) in pairs.clone() {
            first[row as usize + 1] += 1;
        }
        for row in 0..count {
            first[row + 1] += first[row];
        }
        let mut next = first.clone();
        let mut items = vec![0_u32; first[count] as usize];
        for (row, item) in pairs {
            let place = &mut next[row as usize];
            items[*place as usize] = item;
            *place += 1;
        }
        Self { first, items }
    }

    /// The rows of lists.
    pub fn of(lists: impl Iterator<Item = impl Iterator<Item = u32>>) -> Self {
        let mut rows = Self { first: vec![0], items: Vec::new() };
        for list in lists {
            rows.items.extend(list);
            rows.first.push(rows.items.len() as u32);
        }
        rows
    }

    /// Rows that lead to each other and were made elsewhere; `None` if they are no rows of numbers below their own count.
    pub fn checked(first: Vec<u32>, items: Vec<u32>) -> Option<Self> {
        let count = first.len().checked_sub(1)?;
        let fits = first.first() == Some(&0)
            && first.last().map(|end| *end as usize) == Some(items.len())
            && first.is_sorted()
            && items.iter().all(|item| (*item as usize) < count);
        fits.then_some(Self { first, items })
    }

    /// What some rows hold, each once.
    pub fn all_of(&self, rows: &[u32]) -> BTreeSet<u32> {
        rows.iter().flat_map(|row| self.row(*row)).copied().collect()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The list of a number; empty, if there is no such row.
    pub fn row(&self, at: u32) -> &[u32] {
        let at = at as usize;
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(start), Some(end)) => &self.items[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The same the other way round: for each number, the rows in which it is, in order.
    pub fn reversed(&self) -> Self {
        self.reversed_onto(self.len())
    }

    /// The same, where the items are numbers below `count`.
    pub fn reversed_onto(&self, count: usize) -> Self {
        let turned = |row: u32| self.row(row).iter().map(move |item| (*item, row));
        Self::new(count, (0..self.len() as u32).flat_map(turned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_the_order_of_their_pairs() {
        let rows = Rows::new(4, [(2, 7), (0, 5), (2, 3), (3, 1)].into_iter());
        let lists: Vec<&[u32]> = (0..5).map(|row| rows.row(row)).collect();
        assert_eq!(lists, [&[5][..], &[], &[7, 3], &[1], &[]]);
        assert_eq!(rows.len(), 4);
        assert_eq!(rows.reversed_onto(8).reversed_onto(4), Rows::new(4, [(0, 5), (2, 3), (2, 7), (3, 1)].into_iter()));
    }
}
