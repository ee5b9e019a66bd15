//! CSL-JSON: sources of citation managers.

use crate::codes::Code;
use serde_json::{Map, Value};

use super::File;
use super::error::ImportError;
use super::incoming::Incoming;
use super::json::{kind, parse, shown};
use super::source::{date, shelve};
use crate::model::SourceKind;
use crate::store::record::SourceRecord;

/// Whether a text of JSON may be CSL-JSON.
pub fn looks_like(text: &str) -> bool {
    text.contains("\"type\"") || text.starts_with("[]")
}

/// Reads the items of a file.
///
/// # Errors
/// If it is no JSON, or no list of items, or an item is no object.
pub fn read(file: &File, incoming: &mut Incoming) -> Result<(), ImportError> {
    let (items, path) = match parse(file)? {
        Value::Array(items) => (items, ""),
        Value::Object(mut whole) => match whole.remove("items") {
            Some(Value::Array(items)) => (items, ".items"),
            _ => (vec![Value::Object(whole)], ""),
        },
        other => return Err(wrong(&file.name, "a list of items", &other)),
    };
    for (number, item) in items.iter().enumerate() {
        let at = format!("{}{path}[{number}]", file.name);
        let read = match item {
            Value::Object(item) => Reader { at: &at, item, incoming }.read(),
            _ => Err(wrong(&at, "an item, which is an object", item)),
        };
        incoming.faults.kept(read)?;
    }
    Ok(())
}

fn wrong(at: &str, expected: &str, found: &Value) -> ImportError {
    ImportError::at(
        Code::WrongType,
        at,
        format!("{} was found: {}", kind(found), shown(found)),
        format!("{expected} was expected"),
    )
}

struct Reader<'a> {
    at: &'a str,
    item: &'a Map<String, Value>,
    incoming: &'a mut Incoming,
}

/// Variables that hold the outlet, those that say it best first.
const OUTLETS: [&str; 3] = ["container-title", "publisher", "event-title"];

/// The variables that are read.
const READ: [&str; 10] = ["id", "type", "genre", "title", "author", "issued", "accessed", "URL", "language", "note"];

impl Reader<'_> {
    fn read(mut self) -> Result<(), ImportError> {
        let outlet = OUTLETS.into_iter().find(|name| self.item.contains_key(*name));
        let source = SourceRecord {
            kind: self.kind()?,
            title: self.text("title")?,
            outlet: outlet.map_or(Ok(None), |name| self.text(name))?,
            authors: self.authors()?,
            url: self.text("URL")?,
            published: self.date("issued"),
            retrieved: self.date("accessed"),
            language: self.text("language")?,
            note: self.text("note")?,
            ..SourceRecord::new("")
        };
        let other =
            self.item.iter().filter(|(name, _)| !READ.contains(&name.as_str()) && Some(name.as_str()) != outlet);
        for (name, value) in other {
            let why = if OUTLETS.contains(&name.as_str()) {
                "a source has one outlet"
            } else {
                "a source has no field for it"
            };
            self.incoming.unmapped(format!("{}.{name}", self.at), shown(value), why);
        }
        let id = self.text("id")?;
        shelve(id.as_deref(), source, self.at, self.incoming).map(|_| ())
    }

    /// A text; a number is its digits.
    fn text(&self, name: &str) -> Result<Option<String>, ImportError> {
        match self.item.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(other) => Err(wrong(&format!("{}.{name}", self.at), "a text", other)),
        }
    }

    fn kind(&mut self) -> Result<SourceKind, ImportError> {
        let genre = self.text("genre")?;
        let kind = self.text("type")?.unwrap_or_default();
        let (found, is_own) = match kind.as_str() {
            "report" => (SourceKind::Report, true),
            "dataset" => (SourceKind::Dataset, true),
            "post" | "post-weblog" => (SourceKind::Post, true),
            "document" if genre.as_deref() == Some("statement") => return Ok(SourceKind::Statement),
            "speech" | "interview" | "personal_communication" => (SourceKind::Statement, false),
            "article" | "article-journal" | "article-magazine" | "article-newspaper" | "webpage" => {
                (SourceKind::Article, true)
            }
            "book" | "chapter" | "thesis" | "legislation" | "legal_case" | "regulation" | "hearing" | "standard" => {
                (SourceKind::Report, false)
            }
            _ => (SourceKind::Article, false),
        };
        if !is_own {
            self.incoming.assumed(format!("{}.type", self.at), kind, format!("taken for {found:?}"));
        }
        if let Some(genre) = genre {
            self.incoming.unmapped(format!("{}.genre", self.at), genre, "a source has no field for it");
        }
        Ok(found)
    }

    fn authors(&mut self) -> Result<Vec<String>, ImportError> {
        match self.item.get("author") {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(all)) => {
                let names = all.iter().enumerate();
                names.map(|(number, name)| author(name, &format!("{}.author[{number}]", self.at))).collect()
            }
            Some(other) => Err(wrong(&format!("{}.author", self.at), "a list of names", other)),
        }
    }

    fn date(&mut self, name: &str) -> Option<String> {
        let value = self.item.get(name)?;
        let at = format!("{}.{name}", self.at);
        let (found, left) = parts(value);
        if let Some(left) = left {
            self.incoming.unmapped(&at, left, "a source has one date: a year, a month or a day");
        }
        if found.is_none() {
            self.incoming.unmapped(at, shown(value), "it is no date: a year, a month or a day");
        }
        found
    }
}

/// A name as people write it.
fn author(name: &Value, at: &str) -> Result<String, ImportError> {
    let part = |key: &str| name.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(literal) = part("literal") {
        return Ok(literal.to_owned());
    }
    let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
    let words: Vec<&str> = parts.into_iter().filter_map(part).collect();
    if words.is_empty() {
        return Err(wrong(at, "a name with \"literal\", or \"family\" and \"given\",", name));
    }
    Ok(words.join(" "))
}

/// The date, and what is left of it over.
fn parts(value: &Value) -> (Option<String>, Option<String>) {
    let dates = value.get("date-parts").and_then(Value::as_array);
    let left =
        ["season", "circa", "literal"].into_iter().find_map(|key| Some(format!("{key} {}", shown(value.get(key)?))));
    let Some(dates) = dates else {
        let raw = value.get("raw").or(value.get("literal")).unwrap_or(value);
        return (raw.as_str().and_then(date), None);
    };
    let left = dates.get(1).map(|end| format!("to {}", shown(end))).or(left);
    let number = |part: &Value| part.as_i64().or_else(|| part.as_str()?.trim().parse().ok());
    let numbers: Option<Vec<i64>> =
        dates.first().and_then(Value::as_array).map(|all| all.iter().filter_map(number).collect());
    let text = match numbers.as_deref() {
        Some([year]) => format!("{year:04}"),
        Some([year, month]) => format!("{year:04}-{month:02}"),
        Some([year, month, day]) => format!("{year:04}-{month:02}-{day:02}"),
        _ => return (None, None),
    };
    (date(&text), left)
}
