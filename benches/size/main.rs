//! What each stage costs on graphs of 10,000 and 100,000 claims, made up; with `GAINSAY_LARGE=1` on a million, too.
//!
//! ```console
//! cargo bench --bench size
//! ```

mod made;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use divan::Bencher;
use divan::counter::ItemsCount;
use gainsay::findings::{Filter, MOST_COMPARED, MOST_SIDE_BY_SIDE, Stacks};
use gainsay::graph::Citations;
use gainsay::model::Archive;
use gainsay::snapshot::{Keep, Opened, Records, Snapshot, open};
use gainsay::store::{self, Stamps, load};
use gainsay::sweep::{Asked, Sweep};
use tempfile::TempDir;

fn main() {
    divan::main();
    // Folders that are held for good would be left behind.
    if let Some(graphs) = GRAPHS.get() {
        graphs.lock().unwrap().clear();
    }
}

static GRAPHS: OnceLock<Mutex<BTreeMap<usize, TempDir>>> = OnceLock::new();

fn sizes() -> Vec<usize> {
    let all = [10_000, 100_000, 1_000_000];
    all[..if std::env::var_os("GAINSAY_LARGE").is_some() { 3 } else { 2 }].to_vec()
}

/// The graph of so many claims, which is made once, with its snapshot.
fn graph<T>(claims: usize, use_it: impl FnOnce(&Path) -> T) -> T {
    let mut graphs = GRAPHS.get_or_init(Mutex::default).lock().unwrap();
    let folder = graphs.entry(claims).or_insert_with(|| {
        let folder = TempDir::new().unwrap();
        made::graph(folder.path(), claims);
        open(folder.path(), Keep::Always, &|_| ()).unwrap_or_else(|error| panic!("{error:?}"));
        folder
    });
    use_it(folder.path())
}

fn archive(claims: usize) -> Archive {
    graph(claims, |dir| snapshot(dir).archive().unwrap())
}

fn snapshot(dir: &Path) -> Snapshot {
    match open(dir, Keep::Always, &|_| ()).unwrap_or_else(|error| panic!("{error:?}")) {
        Opened::Snapshot(snapshot) => snapshot,
        Opened::Archive(_) => panic!("there is no snapshot in {}", dir.display()),
    }
}

fn sweep(claims: usize) -> Sweep {
    graph(claims, |dir| snapshot(dir).sweep().unwrap())
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn files_to_archive(bencher: Bencher<'_, '_>, claims: usize) {
    graph(claims, |dir| bencher.counter(ItemsCount::new(claims)).bench_local(|| load(dir)));
}

#[divan::bench(args = sizes(), sample_count = 5, sample_size = 1)]
fn archive_to_columns(bencher: Bencher<'_, '_>, claims: usize) {
    let archive = archive(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| Sweep::new(&archive));
}

#[divan::bench(args = sizes(), sample_count = 5, sample_size = 1)]
fn packing(bencher: Bencher<'_, '_>, claims: usize) {
    let archive = archive(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| Records::new(&archive, Path::new("graph")));
}

#[divan::bench(args = sizes(), sample_count = 5, sample_size = 1)]
fn unpacking(bencher: Bencher<'_, '_>, claims: usize) {
    let records = graph(claims, |dir| snapshot(dir).records().unwrap());
    bencher.counter(ItemsCount::new(claims)).bench_local(|| records.archive());
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn making_a_snapshot(bencher: Bencher<'_, '_>, claims: usize) {
    graph(claims, |dir| {
        let (listing, held) = (Stamps::of(dir).unwrap(), store::open(dir).unwrap());
        bencher.counter(ItemsCount::new(claims)).bench_local(|| Snapshot::make(dir, &listing, &held).unwrap());
    });
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn opening_what_disagreements_need(bencher: Bencher<'_, '_>, claims: usize) {
    graph(claims, |dir| bencher.counter(ItemsCount::new(claims)).bench_local(|| snapshot(dir).sweep()));
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn opening_all(bencher: Bencher<'_, '_>, claims: usize) {
    let all = |dir: &Path| {
        let snapshot = snapshot(dir);
        (snapshot.sweep(), snapshot.citations(), snapshot.records())
    };
    graph(claims, |dir| bencher.counter(ItemsCount::new(claims)).bench_local(|| all(dir)));
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn counting_disagreements(bencher: Bencher<'_, '_>, claims: usize) {
    let sweep = sweep(claims);
    bencher.counter(ItemsCount::new(claims)).bench_local(|| sweep.tally());
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn rooms(bencher: Bencher<'_, '_>, claims: usize) {
    let sweep = sweep(claims);
    let asked = Asked { disagreeing: true, groups: None, most: MOST_SIDE_BY_SIDE, most_compared: MOST_COMPARED };
    bencher.counter(ItemsCount::new(claims)).bench_local(|| sweep.rooms(asked));
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn all_contradictions(bencher: Bencher<'_, '_>, claims: usize) {
    let stacks = graph(claims, |dir| Stacks::of(&snapshot(dir)).unwrap());
    bencher.counter(ItemsCount::new(claims)).bench_local(|| stacks.questions(&Filter::default()).unwrap());
}

#[divan::bench(args = sizes(), sample_count = 20)]
fn circles(bencher: Bencher<'_, '_>, claims: usize) {
    let citations: Citations = graph(claims, |dir| snapshot(dir).citations().unwrap());
    bencher.counter(ItemsCount::new(claims)).bench_local(|| citations.circles());
}
