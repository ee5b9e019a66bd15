//! Blocks as entries of one JSON-LD document with its context in it, so that nothing is fetched to read it.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use crate::export::rdf::{Block, Object, PREFIXES, SCHEMA};

/// Terms of schema.org whose values are dates.
const DATES: [&str; 3] = ["datePublished", "endDate", "startDate"];

/// Whole numbers up to here are written without a point.
const MOST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// A document that entries are added to.
pub(super) struct Document<'a> {
    out: &'a mut dyn Write,
    begun: bool,
}

impl<'a> Document<'a> {
    /// Writes the context.
    pub(super) fn new(out: &'a mut dyn Write) -> io::Result<Self> {
        let context = indented(&context(), "  ")?;
        write!(out, "{{\n  \"@context\": {},\n  \"@graph\": [", context.trim_start())?;
        Ok(Self { out, begun: false })
    }

    /// Adds an entry.
    pub(super) fn entry(&mut self, block: &Block) -> io::Result<()> {
        let comma = if self.begun { "," } else { "" };
        self.begun = true;
        write!(self.out, "{comma}\n{}", indented(block, "    ")?)
    }

    /// Ends the document.
    pub(super) fn finish(self) -> io::Result<()> {
        self.out.write_all(b"\n  ]\n}\n")
    }
}

/// JSON in lines that begin with a margin. `<` is escaped, so that the document can stand in a page.
fn indented(value: &impl Serialize, margin: &str) -> io::Result<String> {
    let text = serde_json::to_string_pretty(value)?.replace('<', "\\u003c");
    Ok(format!("{margin}{}", text.replace('\n', &format!("\n{margin}"))))
}

/// Words without a prefix are terms of schema.org.
fn context() -> Value {
    let mut context = serde_json::Map::new();
    context.insert("@vocab".to_owned(), SCHEMA.into());
    let others = PREFIXES.into_iter().filter(|(_, namespace)| *namespace != SCHEMA);
    context.extend(others.map(|(prefix, namespace)| (prefix.to_owned(), namespace.into())));
    context.extend(
        DATES.map(|term| {
            (term.to_owned(), json!({ "@id": format!("{SCHEMA}{term}"), "@type": format!("{SCHEMA}Date") }))
        }),
    );
    context.into()
}

fn short(term: &str) -> &str {
    term.strip_prefix("schema:").unwrap_or(term)
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("@id", &self.id)?;
        match self.types.as_slice() {
            [] => {}
            [only] => map.serialize_entry("@type", short(only))?,
            several => map.serialize_entry("@type", &several.iter().map(|term| short(term)).collect::<Vec<_>>())?,
        }
        for (term, values) in &self.statements {
            match values.as_slice() {
                [only] => map.serialize_entry(short(term), only)?,
                several => map.serialize_entry(short(term), several)?,
            }
        }
        map.end()
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Object::Iri(iri) => pairs(serializer, &[("@id", iri)]),
            Object::Block(block) => block.serialize(serializer),
            Object::Text(text) | Object::Date(text) | Object::Address(text) | Object::Length(text) => {
                serializer.serialize_str(text)
            }
            Object::Tagged(text, language) => pairs(serializer, &[("@value", text), ("@language", language)]),
            Object::Whole(number) => serializer.serialize_u64(*number),
            Object::Number(number) => self::number(*number, serializer),
            Object::Truth(truth) => serializer.serialize_bool(*truth),
        }
    }
}

#[allow(clippy::cast_possible_truncation)] // it has no fraction and is small enough
fn number<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = number.fract() == 0.0 && number.abs() < MOST_WHOLE;
    if whole { serializer.serialize_i64(number as i64) } else { serializer.serialize_f64(number) }
}

fn pairs<S: Serializer>(serializer: S, pairs: &[(&str, &String)]) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}
