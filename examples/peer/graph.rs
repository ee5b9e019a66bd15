//! A graph, open: its columns, and what is looked up in them.

use std::path::Path;

use gainsay::graph::Citations;
use gainsay::snapshot::{Keep, Opened, Records, Snapshot, open};
use gainsay::sweep::Sweep;
use serde_json::json;

use super::Failure;
use super::measure::Bench;

/// The columns of a graph.
pub struct Graph {
    pub sweep: Sweep,
    pub citations: Citations,
    pub records: Records,
    /// The ids of places, in order.
    pub places: Vec<String>,
    /// The number that the tables give the claim of each row.
    pub numbers: Vec<u64>,
    /// The source of each claim.
    pub source_of: Vec<u32>,
}

impl Graph {
    /// Opens a graph, and tells what that takes: what a question needs, and all there is. Every column that is read is checked.
    pub fn tell(bench: &Bench, dir: &Path) -> Result<Self, Failure> {
        let bytes = snapshot(dir)?.bytes();
        // Held from the first reading on, so that memory is that of a program which opens a graph and does no more.
        let held = bench.once("open_memory", || Self::read(dir))?;
        held.citations.to(0);
        let mut failed = None;
        let mut reading = |what, read: &dyn Fn() -> Result<usize, Failure>| {
            if bench.wants("open") {
                let read = || read().map_err(|error| failed = Some(error)).is_ok();
                bench.query_with(what, &true, read, json!({"file_mb": bytes as f64 / 1e6}));
            }
        };
        reading("open", &|| Ok(snapshot(dir)?.rows()?.len()));
        reading("open_filters", &|| {
            let snapshot = snapshot(dir)?;
            Ok(snapshot.sweep()?.len() + snapshot.names(true, true)?.symbols.len())
        });
        reading("open_reach", &|| Ok(snapshot(dir)?.citations()?.len()));
        reading("open_all", &|| Ok(Self::read(dir)?.sweep.len()));
        failed.map_or(Ok(()), Err)?;
        Self::looked_up(held)
    }

    fn read(dir: &Path) -> Result<Self, Failure> {
        let snapshot = snapshot(dir)?;
        let (sweep, citations, records) = (snapshot.sweep()?, snapshot.citations()?, snapshot.records()?);
        Ok(Self { sweep, citations, records, places: Vec::new(), numbers: Vec::new(), source_of: Vec::new() })
    }

    /// The same with what only the questions of the tables need.
    fn looked_up(self) -> Result<Self, Failure> {
        let vocabulary = self.records.vocabulary(false, false).ok_or("the vocabulary cannot be unpacked")?;
        let places = vocabulary.places.keys().map(|id| id.as_str().to_owned()).collect();
        let numbers = self.sweep.claim.iter().map(|claim| number(self.records.claims.ids.get(*claim)));
        let numbers = numbers.collect::<Option<Vec<u64>>>().ok_or("the id of a claim has no number")?;
        let mut source_of = vec![0_u32; self.sweep.len()];
        for source in 0..self.sweep.sources.len() {
            for row in self.sweep.sources.row(source as u32) {
                source_of[self.sweep.claim[*row as usize] as usize] = source as u32;
            }
        }
        Ok(Self { places, numbers, source_of, ..self })
    }
}

/// The snapshot of a graph, which is made if there is none that fits.
fn snapshot(dir: &Path) -> Result<Snapshot, Failure> {
    match open(dir, Keep::Always, &|_| ())? {
        Opened::Snapshot(snapshot) => Ok(snapshot),
        Opened::Archive(_) => Err(format!("{}: no snapshot can be kept there", dir.display()).into()),
    }
}

/// The number in an id like `claim-12`.
fn number(id: Option<&str>) -> Option<u64> {
    id?.rsplit('-').next()?.parse().ok()
}
