//! Puts claims in columns beside those that are there: only what is new is looked at.

use super::Sweep;
use super::build::Builder;
use super::ends::Ends;
use super::lane::{Lane, NONE};
use super::ledger::Ledger;
use super::names::Names;
use crate::graph::Rows;
use crate::model::Archive;

/// The columns of a graph as it was.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// Its records, of which no claims are looked at. Whatever is not gone is the same as it was.
    pub archive: &'a Archive,
    /// Its columns.
    pub sweep: &'a Sweep,
    /// How claims came there.
    pub ledger: &'a Ledger,
}

impl Before<'_> {
    /// The columns of the graph as it is, the same as if all claims were looked at: `order` says of each which one it was, or
    /// that it is the next of the archive's; `is_revised`, whether it revises another or is revised.
    pub fn merged(
        &self,
        archive: &Archive,
        order: &[Option<u32>],
        is_revised: impl Fn(u32) -> bool,
    ) -> (Sweep, Ledger) {
        let (mut names, mut builder) = (Names::new(archive), Builder::default());
        let mut kept = Kept::new(self, &names);
        let mut new = archive.claims.values();
        for (number, was) in (0..).zip(order) {
            if let Some(was) = was {
                kept.put(*was, is_revised(number), &mut names, &mut builder);
            } else if let Some(claim) = new.next() {
                builder.take(archive, claim, is_revised(number), &mut names);
            }
        }
        builder.finish(archive, &names)
    }
}

/// Claims that have not changed, and what has become of the numbers that they knew.
struct Kept<'a> {
    before: &'a Before<'a>,
    row_of: Vec<u32>,
    source_of: Vec<u32>,
    actors_of: Rows,
    places: Vec<u32>,
    populations: Vec<u32>,
    /// The lanes as they are numbered now; none yet, of those of which no claim has come.
    lanes: Vec<u32>,
}

impl<'a> Kept<'a> {
    fn new(before: &'a Before<'a>, names: &Names<'_>) -> Self {
        let Before { archive, sweep, ledger } = before;
        let mut row_of = vec![NONE; sweep.len()];
        for (row, claim) in (0..).zip(&sweep.claim) {
            row_of[*claim as usize] = row;
        }
        let mut source_of = vec![NONE; sweep.len()];
        for (source, number) in archive.sources.keys().map(|id| names.source(id)).zip(0..) {
            for row in sweep.sources.row(number) {
                source_of[sweep.claim[*row as usize] as usize] = source;
            }
        }
        let actors = archive.actors.keys().map(|id| names.actor(id)).zip(0..);
        let attributed =
            actors.flat_map(|(actor, number)| sweep.actors.row(number).iter().map(move |row| (actor, row)));
        let attributed: Vec<(u32, u32)> = attributed.map(|(actor, row)| (sweep.claim[*row as usize], actor)).collect();
        let actors_of = Rows::new(sweep.len(), attributed.into_iter());
        let places = archive.places.keys().map(|id| names.place(id)).collect();
        let populations = archive.populations.keys().map(|id| names.population(id)).collect();
        Self { before, row_of, source_of, actors_of, places, populations, lanes: vec![NONE; ledger.lanes.len()] }
    }

    fn put(&mut self, was: u32, is_revised: bool, names: &mut Names<'a>, builder: &mut Builder) {
        let Before { sweep, ledger, .. } = self.before;
        let row = self.row_of[was as usize] as usize;
        let ends = Ends { start: sweep.start[row], end: sweep.end[row], low: sweep.low[row], high: sweep.high[row] };
        let lane = self.lane(ledger.lane[was as usize], names, builder);
        let actors = self.actors_of.row(was).iter().copied();
        builder.push(lane, ends, ledger.flags[was as usize], is_revised, self.source_of[was as usize], actors);
    }

    fn lane(&mut self, was: u32, names: &mut Names<'a>, builder: &mut Builder) -> u32 {
        let known = self.lanes[was as usize];
        if known != NONE {
            return known;
        }
        let Before { ledger, .. } = self.before;
        let Lane { place, block, counts, population } = ledger.lanes[was as usize];
        let now = |numbers: &[u32], was: u32| numbers.get(was as usize).copied().unwrap_or(NONE);
        let lane = Lane {
            place: now(&self.places, place),
            block: names.block(ledger.words.topics[block as usize].map(String::as_str)),
            counts: ledger.words.counts.get(counts as usize).map_or(NONE, |counts| names.counts(counts)),
            population: now(&self.populations, population),
        };
        let lane = builder.lane(lane);
        self.lanes[was as usize] = lane;
        lane
    }
}
