//! How long it takes to ask a graph of long chains, or of much that hangs on one record: 100,000 records of each shape. The
//! graph is loaded already.
//!
//! ```console
//! cargo bench --bench shapes
//! ```

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/size/made.rs"]
mod made;

use divan::Bencher;
use gainsay::findings::{Desk, cited_by, cites};
use gainsay::graph::{Citations, Graph, Node};
use gainsay::model::Archive;
use gainsay::store::load;
use gainsay::trace::{Ancestry, chain, fall};
use made::Shape;
use tempfile::TempDir;

const COUNT: usize = 100_000;
/// Too many origins to be given one by one.
const SHAPES: [Shape; 6] =
    [Shape::Citing, Shape::CitingRound, Shape::HandedOn, Shape::HandedRound, Shape::OneActor, Shape::OneSource];

fn main() {
    divan::main();
}

fn made(shape: Shape) -> Archive {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("graph");
    shape.write(COUNT, &dir);
    load(&dir).unwrap_or_else(|error| panic!("{error}"))
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn graph(bencher: Bencher<'_, '_>, shape: Shape) {
    let archive = made(shape);
    bencher.bench_local(|| Graph::new(&archive));
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn origins(bencher: Bencher<'_, '_>, shape: Shape) {
    let archive = made(shape);
    bencher.bench_local(|| Ancestry::new(&archive));
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn trace(bencher: Bencher<'_, '_>, shape: Shape) {
    let archive = made(shape);
    let ancestry = Ancestry::new(&archive);
    let last = archive.claims.values().last().unwrap();
    bencher.bench_local(|| chain(&archive, &ancestry, last));
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn what_falls(bencher: Bencher<'_, '_>, shape: Shape) {
    let archive = made(shape);
    let first = Node::Source(archive.sources.keys().next().unwrap().clone());
    bencher.bench_local(|| fall(&archive, &first));
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn citations(bencher: Bencher<'_, '_>, shape: Shape) {
    let archive = made(shape);
    let desk = Desk::new(&archive);
    let (first, last) = (archive.sources.keys().next().unwrap(), archive.sources.keys().last().unwrap());
    bencher.bench_local(|| (cites(&desk, first), cited_by(&desk, last)));
}

#[divan::bench(args = SHAPES, sample_count = 5)]
fn circles(bencher: Bencher<'_, '_>, shape: Shape) {
    let citations = Citations::new(&made(shape));
    bencher.bench_local(|| citations.circles());
}
