//! Lanes: claims that the ladder treats alike in all but value and period; and which lanes make a group.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use crate::model::{Archive, Nesting};

/// Stands for what a claim does not name.
pub(super) const NONE: u32 = u32::MAX;

/// What all claims of a lane have in common, as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct Lane {
    /// Place, in the order of ids.
    pub place: u32,
    /// Kind and subject.
    pub block: u32,
    /// Thing counted.
    pub counts: u32,
    /// Population, in the order of ids.
    pub population: u32,
}

impl Lane {
    /// The lane of everything in its block.
    pub(super) fn whole(self) -> Self {
        Self { place: NONE, counts: NONE, population: NONE, ..self }
    }
}

/// The wholes and parts of each place or population, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Nested {
    up: Vec<Vec<u32>>,
    down: Vec<Vec<u32>>,
}

impl Nested {
    /// Those of an archive's places.
    pub fn of_places(archive: &Archive) -> Self {
        Self::new(archive.places.keys(), &archive.place_nesting)
    }

    /// Those of its populations.
    pub fn of_populations(archive: &Archive) -> Self {
        Self::new(archive.populations.keys(), &archive.population_nesting)
    }

    fn new<'a, Id: Ord + Clone + 'a>(ids: impl Iterator<Item = &'a Id> + Clone, nesting: &Nesting<Id>) -> Self {
        let number: BTreeMap<&Id, u32> = ids.clone().zip(0..).collect();
        let wholes = |id| nesting.wholes(id).filter_map(|whole| number.get(whole).copied()).collect();
        let up: Vec<Vec<u32>> = ids.map(wholes).collect();
        let mut down = vec![Vec::new(); up.len()];
        for (part, wholes) in (0..).zip(&up) {
            wholes.iter().for_each(|whole| down[*whole as usize].push(part));
        }
        Self { up, down }
    }

    fn up(&self, number: u32) -> &[u32] {
        self.up.get(number as usize).map_or(&[], Vec::as_slice)
    }

    fn down(&self, number: u32) -> &[u32] {
        self.down.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// The group of each lane, numbered from 0 in the order of the first lane of each. Lanes are of one group if their claims
/// may be held against each other, or against those of a third: they have one subject, count one thing, and neither place
/// nor population sets them apart.
pub(super) fn groups(lanes: &[Lane], places: &Nested, populations: &Nested) -> Vec<u32> {
    let mut joined = UnionFind::<u32>::new(lanes.len());
    for bucket in buckets(lanes).values() {
        join(lanes, bucket, places, populations, &mut joined);
    }
    let mut number: FxHashMap<u32, u32> = FxHashMap::default();
    let mut groups = Vec::with_capacity(lanes.len());
    for lane in 0..lanes.len() {
        let next = u32::try_from(number.len()).unwrap_or(NONE);
        groups.push(*number.entry(joined.find_mut(lane as u32)).or_insert(next));
    }
    groups
}

/// The lanes of each subject and thing counted.
fn buckets(lanes: &[Lane]) -> FxHashMap<(u32, u32), Vec<u32>> {
    let mut buckets: FxHashMap<(u32, u32), Vec<u32>> = FxHashMap::default();
    for (at, lane) in (0..).zip(lanes) {
        buckets.entry((lane.block, lane.counts)).or_default().push(at);
    }
    buckets
}

/// Joins the lanes of a bucket that are related. Where some claim names no place, it may be held against those of any, so
/// that places set nothing apart; so with populations.
fn join(lanes: &[Lane], bucket: &[u32], places: &Nested, populations: &Nested, joined: &mut UnionFind<u32>) {
    let any = |field: fn(&Lane) -> u32| bucket.iter().any(|at| field(&lanes[*at as usize]) == NONE);
    let (any_place, any_population) = (any(|lane| lane.place), any(|lane| lane.population));
    let key = |at: u32| {
        let Lane { place, population, .. } = lanes[at as usize];
        (if any_place { NONE } else { place }, if any_population { NONE } else { population })
    };
    let mut known: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for at in bucket {
        joined.union(*known.entry(key(*at)).or_insert(*at), *at);
    }
    for at in bucket {
        let (place, population) = key(*at);
        let mut meet = |place: u32, population: u32| {
            if let Some(other) = known.get(&(place, population)) {
                joined.union(*other, *at);
            }
        };
        populations.up(population).iter().for_each(|whole| meet(place, *whole));
        for around in places.up(place) {
            // Each may lie inside the other in one respect.
            let related = populations.up(population).iter().chain(populations.down(population)).chain([&population]);
            related.for_each(|population| meet(*around, *population));
        }
    }
}
