//! Which classes of figures a run of digits is in, by the number of digits and their value.

use std::collections::BTreeMap;

use super::lexicon::Figures;

/// The symbols of digits: one for each set of classes.
#[derive(Clone, Debug, Default)]
pub(super) struct Digits {
    /// By the number of digits, the least value of each stretch with one symbol, in order; the first is 0.
    stretches: Vec<Vec<(u32, u16)>>,
    symbols: Vec<u16>,
}

impl Digits {
    /// Divides all digits by the classes that they are in; `add` gives a symbol to each set of classes.
    pub fn new(classes: &[(u16, Figures)], mut add: impl FnMut(&[u16]) -> u16) -> Self {
        let mut known = BTreeMap::from([(Vec::new(), add(&[]))]);
        let longest = classes.iter().map(|(_, figures)| figures.digits.1).max().unwrap_or_default();
        let mut own = Self::default();
        for length in 0..=longest {
            let stretch = |from: u32| {
                let inside = members(classes, length, from);
                let symbol = *known.entry(inside).or_insert_with_key(|inside| add(inside));
                (from, symbol)
            };
            own.stretches.push(bounds(classes, length).into_iter().map(stretch).collect());
        }
        own.symbols = known.into_values().collect();
        own
    }

    /// The symbol of a run of digits.
    pub fn symbol(&self, digits: &str) -> u16 {
        // No digits are the shortest, and in no class.
        let none = || self.stretches.first().and_then(|stretches| stretches.first());
        let found = self.stretches.get(digits.len()).zip(digits.parse::<u32>().ok());
        let stretch = found.and_then(|(stretches, value)| {
            let after = stretches.partition_point(|(from, _)| *from <= value);
            stretches.get(after.checked_sub(1)?)
        });
        stretch.or_else(none).map_or(0, |(_, symbol)| *symbol)
    }

    /// All symbols of digits.
    pub fn symbols(&self) -> &[u16] {
        &self.symbols
    }
}

/// The least values from which digits of this number are in other classes than those before.
fn bounds(classes: &[(u16, Figures)], length: usize) -> Vec<u32> {
    let own = classes.iter().filter(|(_, figures)| has(*figures, length));
    let mut bounds: Vec<u32> = own.flat_map(|(_, own)| [own.range.0, own.range.1.saturating_add(1)]).collect();
    bounds.push(0);
    bounds.sort_unstable();
    bounds.dedup();
    bounds
}

fn members(classes: &[(u16, Figures)], length: usize, value: u32) -> Vec<u16> {
    let inside = |figures: Figures| has(figures, length) && (figures.range.0..=figures.range.1).contains(&value);
    classes.iter().filter(|(_, figures)| inside(*figures)).map(|(class, _)| *class).collect()
}

fn has(figures: Figures, length: usize) -> bool {
    (figures.digits.0..=figures.digits.1).contains(&length)
}
