//! How rare terms and units are among claims.

use std::collections::BTreeMap;

use super::corpus::Entry;

/// All terms of the claims, by their keys, with how rare each is.
pub struct Terms(Vec<(u64, f64)>);

impl Terms {
    /// Rarity is the inverse document frequency of Robertson and Sparck Jones (1976), smoothed, over claims.
    pub fn new(entries: &[Entry]) -> Self {
        let mut keys: Vec<u64> = entries.iter().flat_map(|entry| &entry.claim.terms).map(|one| one.term.key).collect();
        keys.sort_unstable();
        let all = entries.len() as f64;
        let rated = |same: &[u64]| (same[0], (1.0 + all / same.len() as f64).ln());
        Self(keys.chunk_by(|one, other| one == other).map(rated).collect())
    }

    /// How many different ones they are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The number of a term, and its rarity.
    pub fn get(&self, key: u64) -> (u32, f64) {
        let place = self.0.partition_point(|(own, _)| *own < key);
        (u32::try_from(place).unwrap_or(u32::MAX), self.0.get(place).map_or(0.0, |(_, rarity)| *rarity))
    }
}

/// How many claims have each unit.
pub fn units(entries: &[Entry]) -> BTreeMap<String, usize> {
    let mut units: BTreeMap<String, usize> = BTreeMap::new();
    for unit in entries.iter().filter_map(Entry::unit) {
        match units.get_mut(unit) {
            Some(count) => *count += 1,
            None => drop(units.insert(unit.to_owned(), 1)),
        }
    }
    units
}
