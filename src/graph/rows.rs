//! Compressed rows: for each number, the numbers that it leads to, all of them in one list.

/// Rows of numbers, one after the other in one list, and where each begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    /// Where each row begins, and after the last where it ends.
    pub offsets: Vec<u32>,
    /// The rows.
    pub targets: Vec<u32>,
}

impl Rows {
    /// Rows of lists that were made elsewhere; `None` if they are no rows of numbers below their own count.
    pub fn checked(offsets: Vec<u32>, targets: Vec<u32>) -> Option<Self> {
        let count = offsets.len().checked_sub(1)?;
        let fits = offsets.first() == Some(&0)
            && offsets.last().map(|end| *end as usize) == Some(targets.len())
            && offsets.is_sorted()
            && targets.iter().all(|target| (*target as usize) < count);
        fits.then_some(Self { offsets, targets })
    }

    /// The rows of lists of numbers.
    pub fn of(lists: impl Iterator<Item = impl Iterator<Item = u32>>) -> Self {
        let mut rows = Self { offsets: vec![0], targets: Vec::new() };
        for list in lists {
            rows.targets.extend(list);
            rows.offsets.push(rows.targets.len() as u32);
        }
        rows
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// What a number leads to; nothing, if there is no such row.
    pub fn row(&self, at: u32) -> &[u32] {
        let at = at as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(start), Some(end)) => &self.targets[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The same the other way round: for each number, those that lead to it, in order.
    pub fn reversed(&self) -> Self {
        self.reversed_onto(self.len())
    }

    /// The same, where the rows lead to so many numbers of another kind.
    pub fn reversed_onto(&self, count: usize) -> Self {
        let mut offsets = vec![0; count + 1];
        for target in &self.targets {
            offsets[*target as usize + 1] += 1;
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = offsets.clone();
        let mut targets = vec![0; self.targets.len()];
        for from in 0..self.len() as u32 {
            for to in self.row(from) {
                let place = &mut next[*to as usize];
                targets[*place as usize] = from;
                *place += 1;
            }
        }
        Self { offsets, targets }
    }
}
