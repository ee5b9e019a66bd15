//! Prints every pair of claims of some texts with the signs by which it is likened, as JSON Lines: what the weights of
//! likeness are fitted on (`benches/fit_weights.py`).

use std::fs::File;

use gainsay::check::{check, likened};
use gainsay::ingest;
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    for path in std::env::args().skip(1) {
        documents.extend(ingest::documents(&path, File::open(&path)?)?);
    }
    let checked = check(&documents, None, &|_| {});
    let place = |entry: &gainsay::matching::Entry| {
        let span = &entry.claim.fragment;
        json!({"file": documents[entry.text].file, "start": span.start, "end": span.end})
    };
    for pair in likened(&documents, None) {
        let signs: Map<String, Value> = pair
            .signs(&checked.corpus)
            .iter()
            .flat_map(gainsay::matching::Signs::named)
            .map(|(name, value)| (name.to_owned(), json!(value)))
            .collect();
        let [a, b] = [pair.a, pair.b].map(|at| place(&checked.corpus.entries()[at]));
        println!("{}", json!({"a": a, "b": b, "score": pair.score, "signs": signs}));
    }
    Ok(())
}
