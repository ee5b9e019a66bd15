//! From the files of a graph to a checked archive and its snapshot: all of them, and when one has changed.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::snapshot::{Keep, Opened, Snapshot, open};
use gainsay::store::{self, Stamps};

use super::expected::Expected;
use super::measure::Bench;
use super::{Args, Failure};

/// Asks and tells.
pub fn tell(bench: &Bench, args: &Args, expected: &Expected) -> Result<(), Failure> {
    if bench.wants("load") {
        whole(bench, &args.graph, expected)?;
    }
    if bench.wants("change") {
        one(bench, &args.graph, expected)?;
    }
    Ok(())
}

fn whole(bench: &Bench, dir: &Path, expected: &Expected) -> Result<(), Failure> {
    let listing = Stamps::of(dir)?;
    let held = bench.once("load", || store::open(dir))?;
    if held.archive.claims.len() as u64 != expected.claims()? {
        return Err(format!("{}: {} claims were loaded", dir.display(), held.archive.claims.len()).into());
    }
    Ok(bench.once("load_snapshot", || Snapshot::make(dir, &listing, &held))?)
}

/// One file changes before every run: it gets a line end more, then loses it again. In the end it is what it was.
fn one(bench: &Bench, dir: &Path, expected: &Expected) -> Result<(), Failure> {
    let file = Kept::new(some_file(dir)?)?;
    let mut is_longer = false;
    let mut ask = || {
        is_longer = !is_longer;
        file.write(is_longer).and_then(|()| pairs(dir)).unwrap_or_default()
    };
    pairs(dir)?;
    bench.query("change", &expected.number("/q1/contradicting_pairs")?, &mut ask);
    drop(file);
    pairs(dir)?;
    Ok(())
}

/// Opens a graph whose files may have changed, and counts its disagreements.
fn pairs(dir: &Path) -> Result<u64, Failure> {
    match open(dir, Keep::Always, &|_| ())? {
        Opened::Snapshot(snapshot) => Ok(snapshot.sweep()?.tally().pairs as u64),
        Opened::Archive(_) => Err("no snapshot was made".into()),
    }
}

/// The file of claims in the middle.
fn some_file(dir: &Path) -> Result<PathBuf, Failure> {
    let entries = fs::read_dir(dir.join("added"))?.collect::<Result<Vec<_>, _>>()?;
    let mut claims: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    claims.sort();
    claims.get(claims.len() / 2).cloned().ok_or_else(|| "the graph has no files of claims".into())
}

/// A file that becomes again what it was.
struct Kept {
    path: PathBuf,
    text: String,
}

impl Kept {
    fn new(path: PathBuf) -> Result<Self, Failure> {
        Ok(Self { text: fs::read_to_string(&path)?, path })
    }

    fn write(&self, is_longer: bool) -> Result<(), Failure> {
        let more = if is_longer { "\n" } else { "" };
        Ok(fs::write(&self.path, format!("{}{more}", self.text))?)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Err(error) = self.write(false) {
            eprintln!("{} is not what it was: {error}", self.path.display());
        }
    }
}
