//! The figures of texts, a row each.

use std::io::{self, Write};

use crate::export::csv::cell::harmless;
use crate::extract::{Change, Mention, Value};
use crate::quantity::Hedge;
use crate::readers::Document;

const HEAD: [&str; 13] = [
    "file",
    "start",
    "end",
    "text",
    "value_low",
    "value_high",
    "unit",
    "approx",
    "hedge",
    "kind",
    "counted",
    "change",
    "converts",
];

/// Writes the figures of documents as a table (RFC 4180).
///
/// # Errors
/// If `out` cannot be written to.
pub fn figures_csv<'a>(
    found: impl IntoIterator<Item = (&'a Document, &'a [Mention])>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEAD)?;
    for (document, found) in found {
        let name = document.name();
        for mention in found {
            writer.write_record(row(&name, &document.text, mention).map(|cell| harmless(&cell)))?;
        }
    }
    writer.flush()
}

fn row(name: &str, text: &str, mention: &Mention) -> [String; 13] {
    let end = |value: &Option<Value>| value.as_ref().map_or(String::new(), Value::to_string);
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    [
        name.to_owned(),
        mention.span.start.to_string(),
        mention.span.end.to_string(),
        text.get(mention.span.clone()).unwrap_or_default().to_owned(),
        end(&mention.low),
        end(&mention.high),
        word(&mention.unit),
        mention.approx.to_string(),
        mention.hedge.map_or("", Hedge::name).to_owned(),
        mention.kind.word().to_owned(),
        word(&mention.counted),
        mention.change.map_or("", Change::word).to_owned(),
        mention.converts.as_ref().map_or(String::new(), |span| format!("{}..{}", span.start, span.end)),
    ]
}
