//! How the time of `check` grows with 100, 300 and 1,000 articles of some 5 KB, beside that of the extraction of claims and
//! of figures from the same texts.
//!
//! Three sets are made of the invented clusters in `tests/clusters`. *Mixed*: each article has paragraphs of many clusters
//! in an order of its own, with words of its own, so that few speak of the same. *Stories*: twenty reports on each story,
//! which share most paragraphs and differ in a tenth of their words. *Copies*: near-copies of a few articles, with other names
//! and every sixth word changed.
//!
//! ```console
//! cargo bench --bench check
//! ```

use std::fs;
use std::path::Path;
use std::time::Instant;

use gainsay::check::check;
use gainsay::extract::claims::{Setting, candidates};
use gainsay::extract::extract;
use gainsay::ingest;
use gainsay::readers::Document;
use gainsay::text;

/// The length of an article, in bytes.
const LENGTH: usize = 4_800;

fn main() {
    let paragraphs = paragraphs();
    println!("set       articles     bytes   check, s   claims, s   figures, s   to claims   to figures   findings");
    for (name, of) in SETS {
        for count in [100, 300, 1_000] {
            let documents: Vec<Document> = (0..count).map(|number| of(&paragraphs, number)).collect();
            measure(name, &documents);
        }
    }
}

/// Makes an article of some paragraphs.
type Make = fn(&[String], usize) -> Document;

const SETS: [(&str, Make); 3] = [("mixed", mixed), ("stories", story), ("copies", copied)];

fn measure(name: &str, documents: &[Document]) {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let figures = least(|| documents.iter().map(|document| extract(&document.text).len()).sum());
    let claims = least(|| documents.iter().map(claims).sum());
    let whole = least(|| check(documents, None, &|_| {}).matches.len());
    let (to_claims, to_figures) = (whole.0 / claims.0, whole.0 / figures.0);
    println!(
        "{name:9} {:8}   {bytes:7}   {:8.3}   {:9.3}   {:10.3}   {to_claims:9.2}   {to_figures:10.2}   {:8}",
        documents.len(),
        whole.0,
        claims.0,
        figures.0,
        whole.1
    );
}

fn claims(document: &Document) -> usize {
    let setting = Setting { body: document.body, outlet: document.outlet.clone(), ..Setting::default() };
    candidates(&text::Document::new(&document.text), &setting).len()
}

/// The least time of three runs, in seconds, and what they gave.
fn least(run: impl Fn() -> usize) -> (f64, usize) {
    let timed = || {
        let start = Instant::now();
        let found = run();
        (start.elapsed().as_secs_f64(), found)
    };
    (0..3).map(|_| timed()).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default()
}

/// The paragraphs of all clusters, without the heads of their texts.
fn paragraphs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clusters");
    let mut paths: Vec<_> = ["tuned", "unread"]
        .iter()
        .flat_map(|set| fs::read_dir(root.join(set)).unwrap())
        .flat_map(|cluster| fs::read_dir(cluster.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split("\n\n").skip(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A number that looks as if it were drawn, the same in every run.
fn drawn(seed: usize) -> usize {
    let mut state = seed as u64 ^ 0x9e37_79b9_7f4a_7c15;
    for _ in 0..3 {
        state = (state ^ (state >> 31)).wrapping_mul(0x7fb5_d329_728e_a185);
    }
    (state >> 20) as usize
}

/// As many paragraphs as make an article, drawn by a seed.
fn body(paragraphs: &[String], seed: usize) -> Vec<&str> {
    let mut length = 0;
    let drawn = (0..).map(|place| paragraphs[drawn(seed * 1_000 + place) % paragraphs.len()].as_str());
    drawn
        .take_while(|paragraph| {
            let more = length < LENGTH;
            length += paragraph.len();
            more
        })
        .collect()
}

/// Paragraphs in which long words are those of one article or story: three in four end otherwise than elsewhere.
fn mixed(paragraphs: &[String], number: usize) -> Document {
    let text = body(paragraphs, number).join("\n\n");
    article(number, &changed(&text, number, |word, _| word.len() > 4 && !drawn(word.len() + number).is_multiple_of(4)))
}

fn story(paragraphs: &[String], number: usize) -> Document {
    let (story, report) = (number / 20, number % 20);
    let own = body(paragraphs, 500_000 + story);
    let kept = own.iter().enumerate().filter(|(place, _)| !drawn(number * 100 + place).is_multiple_of(5));
    let text = kept.map(|(_, paragraph)| *paragraph).collect::<Vec<_>>().join("\n\n");
    let text = changed(&text, story, |word, _| word.len() > 4 && !drawn(word.len() + story).is_multiple_of(4));
    let own = changed(&text, number, |word, place| word.len() > 4 && drawn(number * 7 + place).is_multiple_of(10));
    article(number, if report % 4 == 0 { &text } else { &own })
}

fn copied(paragraphs: &[String], number: usize) -> Document {
    let text = body(paragraphs, 900_000 + number % 32).join("\n\n");
    let name = |word: &str| word.len() > 3 && word.starts_with(char::is_uppercase);
    article(number, &changed(&text, number / 32, |word, place| name(word) || place % 6 == 4))
}

/// The text with an ending at the words that are to change.
fn changed(text: &str, number: usize, changes: impl Fn(&str, usize) -> bool) -> String {
    let ending = ["ova", "burg", "ino", "stad", "wick", "heim", "ley", "ato"][number % 8];
    let ending = format!("{ending}{}", ["", "k", "s", "n", "r"].iter().cycle().nth(number / 8 % 5).unwrap());
    let mut out = String::with_capacity(text.len() + 512);
    for (place, word) in text.split(' ').enumerate() {
        let plain = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let letters = !plain.is_empty() && plain.chars().all(char::is_alphabetic);
        out.push_str(if place > 0 { " " } else { "" });
        match letters && changes(plain, place) {
            true => out.push_str(&format!("{plain}{ending}{}{}", letter(number / 40), &word[plain.len()..])),
            false => out.push_str(word),
        }
    }
    out
}

/// Letters for a number.
fn letter(number: usize) -> String {
    let consonants = ["b", "d", "f", "g", "l", "m", "p", "t"];
    format!("{}a{}", consonants[number / 8 % 8], consonants[number % 8])
}

fn article(number: usize, text: &str) -> Document {
    let text = format!("Report number {number}\nLorn Courier, 3 July 2025\n\n{text}\n");
    ingest::documents(&format!("article-{number}.txt"), text.as_bytes()).unwrap().remove(0)
}
