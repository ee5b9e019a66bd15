//! XML that is read again, strictly.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes and the text in it, without that of the elements inside.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    /// How deep it stands, from 0.
    pub depth: usize,
}

impl Element {
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

/// All elements in the order in which they begin. Fails on what is not well-formed.
pub fn elements(text: &str) -> Result<Vec<Element>, String> {
    if let Some(wrong) = text.chars().find(|letter| !is_letter(*letter)) {
        return Err(format!("XML cannot hold {wrong:?}"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                open.push(elements.len());
                elements.push(element(&start, open.len() - 1)?);
            }
            Event::Empty(start) => elements.push(element(&start, open.len())?),
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                let text: &str = &text;
                match open.last() {
                    Some(at) => elements[*at].text.push_str(text),
                    None if text.trim().is_empty() => {}
                    None => return Err(format!("text outside: {text}")),
                }
            }
            Event::GeneralRef(name) => {
                let name: &str = &name;
                let letter =
                    quick_xml::escape::unescape(&format!("&{name};")).map_err(|error| error.to_string())?.into_owned();
                let at = *open.last().ok_or("a reference outside")?;
                elements[at].text.push_str(&letter);
            }
            Event::Eof if open.is_empty() && !elements.is_empty() => return Ok(elements),
            Event::Eof => return Err(format!("{} elements do not end", open.len())),
            Event::Decl(_) => {}
            other => return Err(format!("unexpected: {other:?}")),
        }
    }
}

fn element(start: &BytesStart<'_>, depth: usize) -> Result<Element, String> {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes().with_checks(true) {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let raw: &str = &attribute.value;
        if raw.contains('<') {
            return Err("a raw < in an attribute".into());
        }
        let value = quick_xml::escape::unescape(raw).map_err(|error| error.to_string())?.into_owned();
        attributes.insert(attribute.key.as_ref().to_owned(), value);
    }
    let name = start.name().as_ref().to_owned();
    Ok(Element { name, attributes, text: String::new(), depth })
}

/// The letters of XML 1.0.
fn is_letter(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn what_is_not_well_formed_is_told() {
    assert_eq!(elements("<a b=\"&lt;\">x&amp;<c/></a>").unwrap().len(), 2);
    assert_eq!(elements("<a b=\"&lt;\">x&amp;y</a>").unwrap()[0].text, "x&y");
    for wrong in
        ["", "<a>", "<a></b>", "<a b=\"1\" b=\"2\"/>", "<a>\u{1}</a>", "<a b=\"<\"/>", "<a>&nope;</a>", "x<a/>"]
    {
        assert!(elements(wrong).is_err(), "{wrong}");
    }
}
