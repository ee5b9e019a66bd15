//! Development only: reads JSON Lines {"id","text"} and writes what times are found.
use std::io::{BufRead, Write};

fn main() {
    let stdin = std::io::stdin();
    let mut out = std::io::stdout().lock();
    for line in stdin.lock().lines().map_while(Result::ok) {
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = value["text"].as_str().unwrap();
        let found: Vec<_> = gainsay::extract::time::times(text, None)
            .into_iter()
            .map(|one| {
                let (low, high, unit) = match one.unit {
                    Some(unit) => (one.value_low.into(), one.value_high.into(), unit),
                    None => (serde_json::Value::from(one.low), serde_json::Value::from(one.high), "date"),
                };
                let kind = format!("{:?}", one.kind).to_lowercase();
                serde_json::json!({"start": one.span.start, "end": one.span.end, "text": &text[one.span], "value_low": low, "value_high": high, "unit": unit, "kind": kind, "rule": one.rule, "counted": one.counted})
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": value["id"], "quantities": found})).unwrap();
    }
}
