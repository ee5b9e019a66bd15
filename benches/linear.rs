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

fn seconds(text: &str) -> f64 {
    let start = Instant::now();
    black_box(extract(black_box(text)));
    start.elapsed().as_secs_f64()
}

/// Megabytes in a second at each length; they take turns, so that what else the machine does falls on all alike.
fn rates(piece: &str) -> [f64; 4] {
    let texts = MEGABYTES.map(|megabytes| repeated(piece, megabytes));
    let mut fastest = [f64::INFINITY; 4];
    for _ in 0..RUNS {
        for (best, text) in fastest.iter_mut().zip(&texts) {
            *best = best.min(seconds(text));
        }
    }
    std::array::from_fn(|place| texts[place].len() as f64 / 1e6 / fastest[place])
}

fn main() {
    black_box(extract("Rules are read before anything is timed: 5 to 10 km on 4 October 2020."));
    println!(
        "| over and over | 1 MB, MB/s | 2 MB | 5 MB | 10 MB | s per MB at 10, against 1 |\n| --- | --- | --- | --- | --- | --- |"
    );
    for piece in PIECES {
        let [one, two, five, ten] = rates(piece);
        println!("| `{}` | {one:.1} | {two:.1} | {five:.1} | {ten:.1} | {:.2} |", piece.escape_debug(), one / ten);
    }
}
