//! How fast DOT is written: a graph of 100,000 claims in 1,000 sources, alone and with 5,000 contradictions. The view is
//! there already; making the drawing is a part of writing.
//!
//! ```console
//! cargo bench --bench dot
//! ```

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/pictures/made.rs"]
mod made;

use std::io::{self, Write};

use divan::Bencher;
use divan::counter::BytesCount;
use gainsay::export::{Format, View, write};
use gainsay::findings::Desk;

fn main() {
    divan::main();
}

/// Counts the bytes that are written to it.
#[derive(Default)]
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += divan::black_box(bytes).len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[divan::bench(args = [0, 5_000], sample_count = 10)]
fn hundred_thousand_claims(bencher: Bencher<'_, '_>, contradictions: usize) {
    let archive = made::large(100_000);
    let desk = Desk::new(&archive);
    let view = View::with_questions(&desk, made::disputed(&archive, contradictions));
    let length = || {
        let mut count = Count::default();
        write(&view, Format::Dot, &mut count).unwrap();
        count.0
    };
    bencher.counter(BytesCount::new(length())).bench_local(length);
}
