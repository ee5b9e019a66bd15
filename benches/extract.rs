//! Figures from text: `cargo bench --bench extract`. The passes over plain prose, each with those before it; times alone; all.
//! Then inputs made to be slow, at two lengths: time is linear if both show the same bytes a second.

use divan::Bencher;
use divan::counter::BytesCount;
use gainsay::extract::figures::stages;
use gainsay::extract::{extract, time::times};

const MEGABYTE: usize = 1_000_000;

/// Invented prose with about as many figures as news has.
const PROSE: &str = "The port of Norhaven handled 4.1 million tonnes last year, up 12 percent from 3.66 million in 2020, its \
    director said on Tuesday. About two thirds of the cargo came by rail. The harbour board had warned that the bridge, \
    which carries more than 9,000 lorries a day, would close for six weeks in October while the deck is renewed. \
    Shippers expect delays of between 3 and 5 days, and some have already moved to the terminal across the bay. \
    “We did not see this coming,” a clerk at the ferry office told us, looking over a row of empty benches. The town \
    council has set aside $10 to $15 million for the detour, although critics call that far too little, and say that \
    nobody has asked the people who live along the old road what they think of it.\n";

/// Pieces that are repeated: what stages look ahead at, and what keeps patterns open for long.
const PIECES: [&str; 24] = [
    "7",
    " ",
    "9.",
    "1,22,",
    "½ ",
    "-",
    "- ",
    "(",
    "([{",
    "a ",
    "the ",
    "a million ",
    "a million million ",
    "twenty-",
    "two and ",
    "one in ",
    "in 2020 ",
    "from 3 to ",
    "5 to ",
    "between ",
    "more than ",
    "the first of the ",
    "$5 ",
    "a@b.example",
];

fn main() {
    divan::main();
}

fn repeated(text: &str, bytes: usize) -> String {
    text.repeat(bytes / text.len() + 1)
}

fn measure(bencher: Bencher<'_, '_>, text: &str, run: impl Fn(&str) -> usize + Sync) {
    bencher.counter(BytesCount::of_str(text)).bench(|| run(divan::black_box(text)));
}

fn prose(bencher: Bencher<'_, '_>, run: impl Fn(&str) -> usize + Sync) {
    extract(PROSE);
    measure(bencher, &repeated(PROSE, MEGABYTE / 5), run);
}

#[divan::bench]
fn stage_1_tokens(bencher: Bencher<'_, '_>) {
    prose(bencher, stages::tokens);
}

#[divan::bench]
fn stage_2_numbers(bencher: Bencher<'_, '_>) {
    prose(bencher, stages::numbers);
}

#[divan::bench]
fn stage_3_joins(bencher: Bencher<'_, '_>) {
    prose(bencher, stages::joins);
}

#[divan::bench]
fn stage_4_kinds(bencher: Bencher<'_, '_>) {
    prose(bencher, stages::kinds);
}

#[divan::bench]
fn times_alone(bencher: Bencher<'_, '_>) {
    prose(bencher, |text| times(text, None).len());
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    prose(bencher, |text| extract(text).len());
}

#[divan::bench(sample_count = 5)]
fn whole_of_5_mb(bencher: Bencher<'_, '_>) {
    measure(bencher, &repeated(PROSE, 5 * MEGABYTE), |text| extract(text).len());
}

#[divan::bench(args = PIECES, sample_count = 3, sample_size = 1)]
fn repeated_1_mb(bencher: Bencher<'_, '_>, piece: &str) {
    measure(bencher, &repeated(piece, MEGABYTE), |text| extract(text).len());
}

#[divan::bench(args = PIECES, sample_count = 1, sample_size = 1)]
fn repeated_10_mb(bencher: Bencher<'_, '_>, piece: &str) {
    measure(bencher, &repeated(piece, 10 * MEGABYTE), |text| extract(text).len());
}
