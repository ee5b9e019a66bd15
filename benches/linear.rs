//! Inputs made to be slow, at four lengths: `cargo bench --bench linear`. Where time is linear, each row stays level.

use std::hint::black_box;
use std::time::Instant;

use gainsay::extract::extract;

const MEGABYTES: [usize; 4] = [1, 2, 5, 10];
/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// What stands over and over in a text: nothing but what a rule waits for, and never what would end it.
const PIECES: [&str; 22] = [
    "7",
    " ",
    "\n",
    "1,222,",
    "9.",
    "1 222 ",
    "a million million ",
    "hundred and ",
    "two and a half ",
    "½",
    "(",
    ")([",
    "“",
    "\"’",
    "-",
    "from 3 to ",
    "between 1 and ",
    "more than ",
    "$",
    "in October 2020 ",
    "the most ",
    "é",
];

fn repeated(piece: &str, megabytes: usize) -> String {
    piece.repeat(megabytes * 1_000_000 / piece.len())
}

/// Megabytes in a second, in the fastest of some runs.
fn rate(text: &str) -> f64 {
    let once = || {
        let start = Instant::now();
        black_box(extract(black_box(text)));
        start.elapsed().as_secs_f64()
    };
    text.len() as f64 / 1e6 / (0..RUNS).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn main() {
    black_box(extract("Rules are read before anything is timed: 5 to 10 km on 4 October 2020."));
    println!(
        "| over and over | 1 MB, MB/s | 2 MB | 5 MB | 10 MB | s per MB at 10, against 1 |\n| --- | --- | --- | --- | --- | --- |"
    );
    for piece in PIECES {
        let rates = MEGABYTES.map(|megabytes| rate(&repeated(piece, megabytes)));
        let [one, two, five, ten] = rates;
        println!("| `{}` | {one:.1} | {two:.1} | {five:.1} | {ten:.1} | {:.2} |", piece.escape_debug(), one / ten);
    }
}
