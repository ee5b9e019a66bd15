//! Compressed rows: for each of many keys, a list of numbers.

use std::ops::Range;

/// Lists of numbers, one for each key from 0 on, in two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Where the list of each key begins in `items`, and the end of the last.
    pub first: Vec<u32>,
    /// The lists, one after the other.
    pub items: Vec<u32>,
}

impl Rows {
    /// The lists that pairs of key and number make, in the order of the pairs. Keys are below `keys`.
    pub fn new(keys: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut first = vec![0_u32; keys + 1];
        for (key, _) in pairs.clone() {
            first[key as usize + 1] += 1;
        }
        for key in 0..keys {
            first[key + 1] += first[key];
        }
        let mut next = first.clone();
        let mut items = vec![0_u32; first[keys] as usize];
        for (key, item) in pairs {
            items[next[key as usize] as usize] = item;
            next[key as usize] += 1;
        }
        Self { first, items }
    }

    /// The list of a key; empty if there is no such key.
    pub fn of(&self, key: usize) -> &[u32] {
        &self.items[self.span(key)]
    }

    fn span(&self, key: usize) -> Range<usize> {
        match (self.first.get(key), self.first.get(key + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    /// How many keys there are.
    pub fn keys(&self) -> usize {
        self.first.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_the_order_of_their_pairs() {
        let rows = Rows::new(4, [(2, 7), (0, 5), (2, 3), (3, 1)].into_iter());
        let lists: Vec<&[u32]> = (0..5).map(|key| rows.of(key)).collect();
        assert_eq!(lists, [&[5][..], &[], &[7, 3], &[1], &[]]);
        assert_eq!(rows.keys(), 4);
    }
}
