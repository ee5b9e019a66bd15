//! How fast RON becomes a checked graph, beside the `ron` crate alone on the same files, and what one claim more costs:
//! graphs of 10,000 and 100,000 claims that the bench writes itself.
//!
//! ```console
//! cargo bench --bench load
//! ```

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::BytesCount;
use gainsay::store::record::{AddedFile, ClaimFile, ClaimRecord};
use gainsay::store::{ChangeError, load, rehearse};
use rayon::prelude::*;
use tempfile::TempDir;

const SIZES: [usize; 2] = [10_000, 100_000];
/// Claims of a source, and of a file.
const OF_SOURCE: usize = 10;
const OF_FILE: usize = 5_000;

fn main() {
    divan::main();
}

/// A graph of so many claims, as an import leaves it.
fn graph(claims: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("added")).unwrap();
    put("graph.ron", "(title: \"Many\", format: 1)");
    put(
        "measures.ron",
        "(measures: [(id: \"dead\", name: \"dead\", basis: Stock, unit: \"count\", counts: \"persons\")])",
    );
    put(
        "sources.ron",
        &list(claims / OF_SOURCE, |number| format!("(id: \"s{number}\", title: \"Report no. {number}\")")),
    );
    put("places.ron", &list(100, |number| format!("(id: \"p{number}\", name: \"Place {number}\")")));
    put("actors.ron", &list(1_000, |number| format!("(id: \"a{number}\", name: \"Office {number}\", kind: Office)")));
    for first in (0..claims).step_by(OF_FILE) {
        put(&format!("added/part-{first:07}.ron"), &part(first));
    }
    folder
}

fn list(length: usize, entry: impl Fn(usize) -> String) -> String {
    format!("[\n    {},\n]\n", (0..length).map(entry).collect::<Vec<_>>().join(",\n    "))
}

fn part(first: usize) -> String {
    let mut text = "(claims: [\n".to_owned();
    for source in (first..first + OF_FILE).step_by(OF_SOURCE) {
        let claims: String = (source..source + OF_SOURCE).map(claim).collect();
        writeln!(text, "  (source: \"s{}\", claims: [\n{claims}  ]),", source / OF_SOURCE).unwrap();
    }
    text + "])\n"
}

fn claim(number: usize) -> String {
    let (place, actor, year) = (number % 100, number % 1_000, 2000 + number % 25);
    format!(
        "    (\n      id: \"c{number}\",\n      says: \"In {year}, {number} persons were dead in place no. {place}\",\n      \
         about: Quantity(measure: \"dead\", place: \"p{place}\", value: Exactly({number}), \
         period: Between(\"{year}-01-01\", \"{year}-12-31\")),\n      attributed_to: Actor(\"a{actor}\"),\n      \
         evidence: [(fragment: \"{number} persons\")],\n    ),\n"
    )
}

fn parts(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder.join("added")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn bytes(folder: &Path) -> BytesCount {
    BytesCount::new(parts(folder).iter().map(|path| path.metadata().unwrap().len()).sum::<u64>())
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn parse_alone(bencher: Bencher<'_, '_>, claims: usize) {
    let folder = graph(claims);
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let parse = |path: &PathBuf| options.from_str::<AddedFile>(&fs::read_to_string(path).unwrap()).unwrap();
    let all = || parts(folder.path()).par_iter().map(parse).collect::<Vec<_>>();
    bencher.counter(bytes(folder.path())).bench_local(all);
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn checked(bencher: Bencher<'_, '_>, claims: usize) {
    let folder = graph(claims);
    bencher.counter(bytes(folder.path())).bench_local(|| load(folder.path()).unwrap());
}

/// Loading, and seeing to it that the graph would load with one claim more.
#[divan::bench(args = SIZES, sample_count = 5)]
fn one_claim_more(bencher: Bencher<'_, '_>, claims: usize) {
    let folder = graph(claims);
    let own: ClaimFile = ron::from_str(&format!("(source: \"s1\", claims: [{}])", claim(claims).trim_end())).unwrap();
    let add = || {
        let claims: Vec<ClaimRecord> = own.claims.clone();
        rehearse::<_, ChangeError>(folder.path(), |_, change| Ok(change.accept("s1", AddedFile::default(), claims)?))
    };
    bencher.bench_local(|| add().unwrap());
}
