//! The graph in GraphML, with typed attributes (<http://graphml.graphdrawing.org/specification.html>): a line for each
//! record, a line for each tie, a line for each pair of claims that were compared.

mod keys;
mod records;

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Map, Value};

use self::keys::{EDGE, NODE, Type};
use super::drawing::printable;
use super::view::View;
use crate::compare::{Comparison, Relation};
use crate::graph::Node;

type Xml<'a> = Writer<&'a mut dyn Write>;

/// Writes all records that data hold, and what ties them together. Every edge is directed, since most readers refuse a mix;
/// comparisons are as good the other way round.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new(out);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    line(&mut xml, "")?;
    open(&mut xml, "graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")])?;
    keys(&mut xml, "node", &NODE)?;
    keys(&mut xml, "edge", &EDGE)?;
    line(&mut xml, "  ")?;
    open(&mut xml, "graph", &[("edgedefault", "directed")])?;
    for node in view.desk.graph.nodes().filter(|node| view.holds(node)) {
        line(&mut xml, "    ")?;
        open(&mut xml, "node", &[("id", &name(node))])?;
        data(&mut xml, "node", &NODE, &records::node(view, node))?;
        close(&mut xml, "node")?;
    }
    for (from, edge, to) in view.edges() {
        tie(&mut xml, &name(from), &name(to), &records::edge(edge))?;
    }
    for pair in view.comparisons().into_iter().filter(|pair| pair.relation != Relation::NotComparable) {
        comparison(&mut xml, pair)?;
    }
    line(&mut xml, "  ")?;
    close(&mut xml, "graph")?;
    line(&mut xml, "")?;
    close(&mut xml, "graphml")?;
    line(&mut xml, "")
}

fn comparison(xml: &mut Xml<'_>, pair: &Comparison) -> io::Result<()> {
    let (from, to) = (name(&Node::Claim(pair.a.clone())), name(&Node::Claim(pair.b.clone())));
    tie(xml, &from, &to, &records::comparison(pair))
}

fn tie(xml: &mut Xml<'_>, from: &str, to: &str, fields: &Map<String, Value>) -> io::Result<()> {
    line(xml, "    ")?;
    open(xml, "edge", &[("source", from), ("target", to)])?;
    data(xml, "edge", &EDGE, fields)?;
    close(xml, "edge")
}

fn keys(xml: &mut Xml<'_>, of: &str, keys: &[(&str, Type)]) -> io::Result<()> {
    for (key, type_) in keys {
        line(xml, "  ")?;
        let attributes = [
            ("id", key_id(of, key)),
            ("for", of.into()),
            ("attr.name", (*key).into()),
            ("attr.type", type_.name().into()),
        ];
        let mut start = BytesStart::new("key");
        attributes.iter().for_each(|(name, value)| start.push_attribute((*name, value.as_str())));
        xml.write_event(Event::Empty(start))?;
    }
    Ok(())
}

fn key_id(of: &str, key: &str) -> String {
    format!("{of}.{key}")
}

/// The known fields, in the order of the keys. A value that is not of the type of its key, such as a date among numbers,
/// stands elsewhere.
fn data(xml: &mut Xml<'_>, of: &str, keys: &[(&str, Type)], fields: &Map<String, Value>) -> io::Result<()> {
    for (key, type_) in keys {
        if let Some(text) = fields.get(*key).and_then(|value| text(value, *type_)) {
            open(xml, "data", &[("key", &key_id(of, key))])?;
            xml.write_event(Event::Text(BytesText::new(&text)))?;
            close(xml, "data")?;
        }
    }
    Ok(())
}

/// A value as text, if it is of that type. What XML cannot hold is U+FFFD.
fn text(value: &Value, type_: Type) -> Option<String> {
    match (type_, value) {
        (Type::Double, Value::Number(number)) => Some(number.to_string()),
        (Type::Boolean, Value::Bool(boolean)) => Some(boolean.to_string()),
        (Type::Text, Value::String(text)) => Some(text.chars().map(printable).collect()),
        (Type::Text, Value::Array(values)) if !values.is_empty() => {
            let texts: Vec<String> = values.iter().filter_map(|value| self::text(value, type_)).collect();
            Some(texts.join("; "))
        }
        (Type::Text, Value::Object(fields)) => {
            // Of an origin or a piece of evidence, its words.
            let words = ["text", "fragment"].iter().find_map(|key| fields.get(*key))?;
            self::text(words, type_)
        }
        _ => None,
    }
}

/// The name of a node, which no record of another kind shares: letters, digits and hyphens stay.
fn name(node: &Node) -> String {
    let mut name = format!("{}.", node.kind());
    for letter in node.id().chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            name.push(letter);
        } else {
            name.push_str(&format!("_{:x}_", u32::from(letter)));
        }
    }
    name
}

fn line(xml: &mut Xml<'_>, indent: &str) -> io::Result<()> {
    xml.get_mut().write_all(b"\n")?;
    xml.get_mut().write_all(indent.as_bytes())
}

fn open(xml: &mut Xml<'_>, tag: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let mut start = BytesStart::new(tag);
    attributes.iter().for_each(|attribute| start.push_attribute(*attribute));
    xml.write_event(Event::Start(start))
}

fn close(xml: &mut Xml<'_>, tag: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(tag)))
}
