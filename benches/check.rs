//! How the time of `check` grows: 100, 300 and 1,000 articles, made of the invented clusters in `tests/clusters` with the
//! names and a part of the words of each copy changed; beside it `extract` alone on the same texts.
//!
//! ```console
//! cargo bench --bench check
//! ```

use std::fs;
use std::path::Path;
use std::time::Instant;

use gainsay::check::check;
use gainsay::extract::extract;
use gainsay::ingest;
use gainsay::readers::Document;

fn main() {
    let texts = texts();
    println!("articles   bytes      check, s   extract, s   ratio   µs an article   findings");
    for count in [100, 300, 1_000] {
        let documents: Vec<Document> = (0..count).map(|number| copy(&texts[number % texts.len()], number)).collect();
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let alone = least(|| documents.iter().map(|document| extract(&document.text).len()).sum());
        let whole = least(|| check(&documents, None).matches.len());
        let (ratio, each) = (whole.0 / alone.0, whole.0 * 1e6 / count as f64);
        println!(
            "{count:8}   {bytes:8}   {:8.3}   {:10.3}   {ratio:5.1}   {each:13.0}   {:8}",
            whole.0, alone.0, whole.1
        );
    }
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

fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clusters");
    let mut paths: Vec<_> = ["tuned", "unread"]
        .iter()
        .flat_map(|set| fs::read_dir(root.join(set)).unwrap())
        .flat_map(|cluster| fs::read_dir(cluster.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The text of another story: names inside sentences get an ending, and so does every sixth word, so that no passage is
/// shared.
fn copy(text: &str, number: usize) -> Document {
    let story = number / 32;
    let ending = ["", "ova", "burg", "ino", "stad", "wick", "heim", "ley"][story % 8];
    let mut out = String::with_capacity(text.len() + 512);
    for (line, words) in text.lines().enumerate() {
        for (place, word) in words.split(' ').enumerate() {
            let capital = place > 0 && word.starts_with(char::is_uppercase);
            let name = line > 1 && word.len() > 3 && (capital || place % 6 == 4);
            let plain = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            if place > 0 {
                out.push(' ');
            }
            if name && plain.chars().all(char::is_alphabetic) {
                out.push_str(&format!("{plain}{ending}{}{}", story / 8, &word[plain.len()..]));
            } else {
                out.push_str(word);
            }
        }
        out.push('\n');
    }
    let name = format!("article-{number}.txt");
    ingest::documents(&name, out.as_bytes()).unwrap().remove(0)
}
