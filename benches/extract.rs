//! Figures from text: `cargo bench --bench extract`. Plain prose repeated, the stages of it, and inputs made to be slow.

use std::hint::black_box;
use std::time::Instant;

use gainsay::extract::{extract, time::times};

const MEGABYTE: usize = 1_000_000;
/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// Invented prose with about as many figures as news has.
const PROSE: &str = "The port of Norhaven handled 4.1 million tonnes last year, up 12 percent from 3.66 million in 2020, its \
    director said on Tuesday. About two thirds of the cargo came by rail. The harbour board had warned that the bridge, \
    which carries more than 9,000 lorries a day, would close for six weeks in October while the deck is renewed. \
    Shippers expect delays of between 3 and 5 days, and some have already moved to the terminal across the bay. \
    “We did not see this coming,” a clerk at the ferry office told us, looking over a row of empty benches. The town \
    council has set aside $10 to $15 million for the detour, although critics call that far too little, and say that \
    nobody has asked the people who live along the old road what they think of it.\n";

fn repeated(text: &str, bytes: usize) -> String {
    text.repeat(bytes / text.len() + 1)
}

/// The fastest of some runs, in seconds.
fn fastest(run: impl Fn() -> usize) -> f64 {
    let once = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn main() {
    let prose = repeated(PROSE, 5 * MEGABYTE);
    let rate = |seconds: f64| prose.len() as f64 / 1e6 / seconds;
    black_box(extract(PROSE));
    println!("prose, all of extract: {:.1} MB/s", rate(fastest(|| extract(&prose).len())));
    println!("prose, times alone:    {:.1} MB/s", rate(fastest(|| times(&prose, None).len())));
    for pattern in
        ["7", " ", "a million ", "a ", "1,22,", "9.", "in 2020 ", "-", "two and ", "½ ", "more than ", "5 to "]
    {
        let seconds = |size: usize| {
            let text = repeated(pattern, size);
            fastest(|| extract(&text).len())
        };
        let (one, two) = (seconds(MEGABYTE), seconds(2 * MEGABYTE));
        println!("{pattern:?} over and over: 1 MB {one:.3} s, 2 MB {two:.3} s, ratio {:.1}", two / one);
    }
}
