//! Sources as CSL-JSON, for citation managers: one item a line.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::view::View;
use crate::model::{PartialDate, Source, SourceKind};

/// Writes the sources.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    for (number, source) in view.sources().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &item(source))?;
    }
    out.write_all(b"\n]\n")
}

fn item(source: &Source) -> Value {
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(source.id));
    let (kind, genre, outlet) = kind(source.kind);
    item.insert("type".to_owned(), json!(kind));
    let authors: Vec<Value> = source.authors.iter().map(|name| json!({ "literal": name })).collect();
    let fields = [
        ("genre", genre.map(Value::from)),
        ("title", source.title.clone().map(Value::from)),
        ("author", (!authors.is_empty()).then_some(Value::Array(authors))),
        (outlet, source.outlet.clone().map(Value::from)),
        ("issued", source.published.map(date)),
        ("accessed", source.retrieved.map(date)),
        ("URL", source.url.clone().map(Value::from)),
        ("language", Some(json!(source.language))),
        ("note", source.note.clone().map(Value::from)),
    ];
    item.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(item)
}

/// The type, what narrows it, and the variable that holds the outlet.
fn kind(kind: SourceKind) -> (&'static str, Option<&'static str>, &'static str) {
    match kind {
        SourceKind::Article => ("article-newspaper", None, "container-title"),
        SourceKind::Report => ("report", None, "publisher"),
        SourceKind::Dataset => ("dataset", None, "publisher"),
        SourceKind::Statement => ("document", Some("statement"), "publisher"),
        SourceKind::Post => ("post", None, "container-title"),
    }
}

/// A date as its parts, as many as are known.
fn date(date: PartialDate) -> Value {
    let parts: Vec<i64> = date.to_string().split('-').filter_map(|part| part.parse().ok()).collect();
    json!({ "date-parts": [parts] })
}
