//! What the machine and the libraries take for the least that must be done: copying, checking and reading bytes, and parsing.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use gainsay::snapshot::{Keep, open};
use gainsay::store::record::AddedFile;
use rayon::prelude::*;
use ron::extensions::Extensions;
use serde_json::json;
use twox_hash::XxHash3_64;

use super::measure::Bench;
use super::{Args, Failure};

/// Asks and tells.
pub fn tell(bench: &Bench, args: &Args) -> Result<(), Failure> {
    if bench.wants("floor") {
        open(&args.graph, Keep::Always, &|_| ())?;
        memory(bench, &args.graph.join(".cache").join("snapshot"))?;
        scan(bench);
        csv_alone(bench, &args.tables.join("claims.csv"))?;
        ron_alone(bench, &args.graph.join("added"))?;
    }
    Ok(())
}

/// The bytes of the snapshot: read from its file, checked, copied.
fn memory(bench: &Bench, path: &Path) -> Result<(), Failure> {
    let bytes = fs::read(path)?;
    let mut copy = vec![0_u8; bytes.len()];
    let size = json!({"mb": bytes.len() as f64 / 1e6});
    let sum = XxHash3_64::oneshot(&bytes);
    bench.query_with("floor_xxh3", &sum, || XxHash3_64::oneshot(&bytes), size.clone());
    bench.query_with("floor_copy", &bytes.last().copied(), || copied(&bytes, &mut copy), size.clone());
    bench.query_with("floor_read", &true, || read_into(path, &mut copy).is_ok(), size);
    Ok(())
}

fn copied(bytes: &[u8], copy: &mut [u8]) -> Option<u8> {
    copy.copy_from_slice(bytes);
    copy.last().copied()
}

fn read_into(path: &Path, bytes: &mut [u8]) -> std::io::Result<()> {
    std::io::Read::read_exact(&mut File::open(path)?, bytes)
}

/// Two days and two ends for each claim, each looked at once: what a pass over all claims reads.
fn scan(bench: &Bench) {
    let count = bench.claims() as usize;
    let days: Vec<i32> = (0..2 * count as i32).collect();
    let ends: Vec<f64> = days.iter().map(|day| f64::from(*day)).collect();
    let look = || {
        let last = days.iter().fold(i32::MIN, |last, day| last.max(*day));
        (last, ends.iter().filter(|end| **end > 1e300).count())
    };
    bench.query_with("floor_scan", &look(), look, json!({"mb": 24.0 * count as f64 / 1e6}));
}

/// The table of claims into fields, on one core, by the crate that `import` uses.
fn csv_alone(bench: &Bench, path: &Path) -> Result<(), Failure> {
    let size = json!({"mb": fs::metadata(path)?.len() as f64 / 1e6});
    bench.query_with("floor_csv", &Some(bench.claims()), || rows(path).ok(), size);
    Ok(())
}

fn rows(path: &Path) -> Result<u64, csv::Error> {
    let (mut reader, mut record, mut rows) = (csv::Reader::from_path(path)?, csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

/// The files of claims into records as they are written, by the ron crate, on all threads; nothing is checked.
fn ron_alone(bench: &Bench, folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    let bytes = sizes(&paths)?;
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let parse = |path: &PathBuf| {
        let text = fs::read_to_string(path).ok()?;
        options.from_str::<AddedFile>(&text).ok()
    };
    let parsed = bench.once_with("floor_ron", json!({"mb": bytes as f64 / 1e6}), || {
        paths.par_iter().map(parse).collect::<Option<Vec<AddedFile>>>()
    });
    parsed.map(drop).ok_or_else(|| "a file of claims cannot be parsed".into())
}

fn sizes(paths: &[PathBuf]) -> Result<u64, Failure> {
    let sizes = paths.iter().map(|path| Ok::<u64, Failure>(fs::metadata(path)?.len()));
    sizes.sum()
}
