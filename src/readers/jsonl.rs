//! JSON Lines of articles: one object with its text on each line.

use serde::Deserialize;
use serde_json::Value;

use super::document::{Document, Part};
use super::error::ReadError;
use super::format::Format;
use super::places::Places;

/// An article. Other fields are left alone: archives have many.
#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    title: Option<String>,
    #[serde(alias = "body")]
    text: String,
    outlet: Option<String>,
    author: Option<Names>,
    date: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Many(Vec<String>),
}

/// Whether a line is an article.
pub(super) fn is_record(line: &str) -> bool {
    serde_json::from_str::<Record>(line).is_ok()
}

/// The documents, one for each line that is not empty.
pub(super) fn read(text: &str) -> Result<Vec<Document>, ReadError> {
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    lines.filter(|(_, line)| !line.trim().is_empty()).map(|(at, line)| record(at + 1, line)).collect()
}

fn record(line: usize, json: &str) -> Result<Document, ReadError> {
    let record: Record =
        serde_json::from_str(json).map_err(|error| ReadError::Record { line, reason: reason(json, &error) })?;
    let places = Places::record(&record.text, line);
    let mut document = Document::new(Format::JsonLines, record.text, places);
    document.id = record.id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    document.title = record.title.map(|text| Part { text, span: None });
    document.outlet = record.outlet;
    document.author = match record.author {
        Some(Names::One(name)) => vec![name],
        Some(Names::Many(names)) => names,
        None => Vec::new(),
    };
    document.set_date(record.date.as_deref().unwrap_or_default());
    document.url = record.url;
    Ok(document)
}

/// What a line is that is no article.
fn reason(json: &str, error: &serde_json::Error) -> String {
    let has = |fields: &serde_json::Map<String, Value>, name: &str| fields.contains_key(name);
    match serde_json::from_str(json) {
        Err(fault) if fault.to_string().starts_with("recursion limit") => {
            "its values stand in more than 127 others".into()
        }
        // The error counts lines, too, and this is always its first.
        Err(fault) => format!("it is no whole JSON value (at column {})", fault.column()),
        Ok(Value::Object(fields)) if !has(&fields, "text") && !has(&fields, "body") => "it has no text".into(),
        Ok(Value::Object(_)) => error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
        Ok(Value::Array(_)) => "it is a list".into(),
        Ok(_) => "it is a single value".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_document() {
        let text = "{\"id\": 7, \"title\": \"T\", \"text\": \"One.\\nTwo.\", \"author\": [\"A\", \"B\"], \"date\": \"2024-06-02T10:00\"}\n\n\
                    {\"body\": \"Three.\", \"outlet\": \"O\", \"author\": \"C\", \"date\": \"June 2024\", \"more\": {}}\n";
        let found = read(text).unwrap();
        assert_eq!((found[0].id.as_deref(), found[0].author.len()), (Some("7"), 2));
        assert_eq!(found[0].date.map(|day| day.to_string()).as_deref(), Some("2024-06-02"));
        assert_eq!(found[0].place(6).to_string(), "record 1, 2:2");
        assert_eq!((found[1].text.as_str(), found[1].outlet.as_deref()), ("Three.", Some("O")));
        assert_eq!((found[1].date, found[1].dated.as_deref()), (None, Some("June 2024")));
        assert_eq!(found[1].place(0).record, Some(3));
    }

    #[test]
    fn a_line_that_is_no_article_is_named() {
        let error = read("{\"text\": \"x\"}\n{\"title\": \"t\"}\n").unwrap_err();
        assert!(matches!(&error, ReadError::Record { line: 2, .. }), "{error}");
        let told = |line: &str| read(&format!("{{\"text\": \"x\"}}\n{line}\n")).unwrap_err().to_string();
        let rows = [
            ("{\"title\": \"t\"}", "it has no text"),
            ("{\"text\": \"Nine bo", "it is no whole JSON value (at column 17)"),
            ("[\"x\"]", "it is a list"),
            ("12", "it is a single value"),
            ("{\"text\": 12}", "invalid type: integer `12`, expected a string"),
        ];
        for (line, wanted) in rows {
            let found = told(line);
            assert!(found.starts_with(&format!("line 2 of JSON Lines is no article: {wanted}; expected")), "{found}");
        }
    }
}
