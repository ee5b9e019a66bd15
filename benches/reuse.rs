//! Text reuse at three sizes: `cargo bench --bench reuse`. Invented texts with planted copies, the same in every run.

use std::time::Instant;

use gainsay::reuse::passages;
use gainsay::text::Document;

const SIZES: [usize; 3] = [1, 5, 20];
const MEGABYTE: usize = 1_000_000;
/// Words of a text: about 6 KB, as of a news report.
const WORDS: usize = 1_000;
/// Every so many texts hold a passage of an earlier one.
const EVERY: usize = 10;
/// Words of a planted passage; one in the middle is changed.
const PLANTED: usize = 60;
/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// The generator splitmix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }

    /// Few words are frequent and many are rare: the product of two draws favours low ranks.
    fn word(&mut self, vocabulary: &[String]) -> String {
        let rank = self.below(vocabulary.len()) * self.below(vocabulary.len()) / vocabulary.len();
        let rank = rank * self.below(vocabulary.len()) / vocabulary.len();
        vocabulary[rank].clone()
    }
}

fn vocabulary(random: &mut Random) -> Vec<String> {
    let letters = b"etaoinshrdlcumwfgypbvk";
    let letter = |random: &mut Random| char::from(letters[random.below(letters.len())]);
    (0..20_000).map(|rank: usize| (0..=(rank + 1).ilog2() as usize % 11).map(|_| letter(random)).collect()).collect()
}

/// Texts of so many bytes in all, and how many planted copies are in them.
fn texts(bytes: usize) -> (Vec<String>, usize) {
    let mut random = Random(2022);
    let vocabulary = vocabulary(&mut random);
    let mut texts: Vec<Vec<String>> = Vec::new();
    let (mut length, mut planted) = (0, 0);
    while length < bytes {
        let mut words: Vec<String> = (0..WORDS).map(|_| random.word(&vocabulary)).collect();
        if texts.len() % EVERY == EVERY - 1 {
            let copied = &texts[random.below(texts.len())];
            let (from, to) = (random.below(WORDS - PLANTED), random.below(WORDS - PLANTED));
            words[to..to + PLANTED].clone_from_slice(&copied[from..from + PLANTED]);
            words[to + PLANTED / 2] = "changed".to_owned();
            planted += 1;
        }
        length += words.iter().map(|word| word.len() + 1).sum::<usize>();
        texts.push(words);
    }
    (texts.iter().map(|words| sentences(words)).collect(), planted)
}

/// Twenty words a sentence, five sentences a paragraph.
fn sentences(words: &[String]) -> String {
    let after = |at: usize| match at + 1 {
        next if next % 100 == 0 => ".\n\n",
        next if next % 20 == 0 => ". ",
        next if next % 7 == 0 => ", ",
        _ => " ",
    };
    words.iter().enumerate().flat_map(|(at, word)| [word.as_str(), after(at)]).collect()
}

/// Seconds for cutting into words, and for finding passages; and how many were found.
fn measure(texts: &[String]) -> (f64, f64, usize) {
    let start = Instant::now();
    let documents: Vec<Document<'_>> = texts.iter().map(|text| Document::new(text)).collect();
    let cut = start.elapsed().as_secs_f64();
    let found = passages(&documents).len();
    (cut, start.elapsed().as_secs_f64() - cut, found)
}

/// Makes texts of so many bytes in all.
type Make = fn(usize) -> Vec<String>;

/// Texts that would take quadratic time if nothing were bounded: what they are, and how to make them.
const HARD: [(&str, Make); 5] = [
    ("one word, in two texts", |bytes| vec!["word ".repeat(bytes / 10); 2]),
    ("one verse of 40 words, in two texts", |bytes| vec![verse(40).repeat(bytes / 2 / verse(40).len()); 2]),
    ("the same text, 6 KB each", |bytes| vec![verse(1_200); bytes / verse(1_200).len()]),
    ("a notice of 40 words under each text", |bytes| {
        texts(bytes).0.into_iter().map(|text| format!("{text}\n\n{}", verse(40))).collect()
    }),
    ("marks of addresses without a space", |bytes| vec!["a@b/".repeat(bytes / 8); 2]),
];

fn verse(words: usize) -> String {
    (0..words).map(|word| format!("w{word} ")).collect()
}

fn fastest(texts: &[String]) -> (f64, f64, usize) {
    let runs = (0..RUNS).map(|_| measure(texts));
    runs.min_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1))).unwrap_or_default()
}

fn main() {
    println!("  MB   texts   planted   found   words s   passages s   total s   MB/s   s per MB against 1 MB");
    let mut per_megabyte = None;
    for size in SIZES {
        let (texts, planted) = texts(size * MEGABYTE);
        let (cut, find, found) = fastest(&texts);
        let (total, megabytes) = (cut + find, texts.iter().map(String::len).sum::<usize>() as f64 / MEGABYTE as f64);
        let first = *per_megabyte.get_or_insert(total / megabytes);
        println!(
            "{megabytes:4.1} {:7} {planted:9} {found:7} {cut:9.3} {find:12.3} {total:9.3} {:6.1} {:23.2}",
            texts.len(),
            megabytes / total,
            total / megabytes / first
        );
    }
    println!("\nhard texts                                  1 MB s   5 MB s   ratio   found in 5 MB");
    for (what, make) in HARD {
        let [small, large] = [1, 5].map(|size| fastest(&make(size * MEGABYTE)));
        let (one, five) = (small.0 + small.1, large.0 + large.1);
        println!("{what:42} {one:8.3} {five:8.3} {:7.1} {:15}", five / one, large.2);
    }
}
